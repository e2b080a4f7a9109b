package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells lines of the cart apart by what was chosen for them: "الكبيرة", "اللي بدون ثوم".
final class LineMarks {

  private static final Set<String> WHICH = Set.of("اللي", "الي", "يلي", "اللى", "التي", "الذي");
  private static final Set<String> BETWEEN =
      Set.of("هو", "هي", "فيه", "فيها", "معه", "معها", "معاها", "معاه", "عليه", "عليها", "مع");
  private static final Set<String> WITHOUT = Set.of("بدون", "بلا", "دون", "مافيها", "مافيه");

  private final MenuIndex menu;
  private final List<Word> words;

  LineMarks(MenuIndex menu, List<Word> words) {
    this.menu = menu;
    this.words = words;
  }

  /// The one line that words mark.
  ///
  /// @param to index behind the last of the words
  record Marked(CartLine line, MenuItem item, int to) {}

  /// The one of several lines that the words from `from` mark; empty if they mark none, or more.
  Optional<Marked> among(List<CartLine> lines, int from) {
    if (lines.size() < 2 || from >= words.size()) {
      return Optional.empty();
    }
    List<Marked> marked =
        lines.stream().flatMap(line -> marked(line, from).stream()).limit(2).toList();
    return marked.size() == 1 ? Optional.of(marked.getFirst()) : Optional.empty();
  }

  private Optional<Marked> marked(CartLine line, int from) {
    MenuItem item = menu.item(line.itemId()).orElse(null);
    return item == null
        ? Optional.empty()
        : mark(item, from)
            .filter(hit -> has(line, hit.group(), hit.option()))
            .map(hit -> new Marked(line, item, hit.to()));
  }

  private Optional<OptionNames.Hit> mark(MenuItem item, int from) {
    String first = words.get(from).text();
    if (WHICH.contains(first) || WHICH.contains(first.substring(1))) {
      return relative(item, from + 1);
    }
    boolean definite = first.startsWith("ال") || first.startsWith("وال");
    return definite
        ? menu.optionsOf(item).at(words, from, LineMarks::tellsApart)
        : Optional.empty();
  }

  private Optional<OptionNames.Hit> relative(MenuItem item, int from) {
    int at = from;
    while (at < words.size() && BETWEEN.contains(words.get(at).text())) {
      at++;
    }
    int word = at + withoutLength(at);
    if (word >= words.size()) {
      return Optional.empty();
    }
    OptionNames options = menu.optionsOf(item);
    return word > at
        ? options.at(words, word, group -> group.kind() == ModifierGroup.Kind.REMOVE)
        : options.at(words, word, group -> group.kind() != ModifierGroup.Kind.REMOVE);
  }

  private int withoutLength(int at) {
    if (at >= words.size()) {
      return 0;
    }
    boolean two =
        at + 1 < words.size()
            && words.get(at).text().equals("من")
            && Set.of("غير", "دون").contains(words.get(at + 1).text());
    return two ? 2 : WITHOUT.contains(words.get(at).text()) ? 1 : 0;
  }

  /// With an article alone, only what describes the dish: "the cheese" is a part of it.
  private static boolean tellsApart(ModifierGroup group) {
    return group.kind() == ModifierGroup.Kind.SIZE || group.kind() == ModifierGroup.Kind.CHOICE;
  }

  private static boolean has(CartLine line, ModifierGroup group, ModifierOption option) {
    if (line.optionIds().contains(option.id())) {
      return true;
    }
    return option.standard()
        && group.options().stream().noneMatch(other -> line.optionIds().contains(other.id()));
  }
}
