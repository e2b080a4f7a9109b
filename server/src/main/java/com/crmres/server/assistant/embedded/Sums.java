package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads sums of sizes: "كيلو ونص هامور" is a kilo of it, and half a kilo.
final class Sums {

  private static final Set<String> WHOLES =
      Set.of(
          "كيلو",
          "كيلوجرام",
          "كيلوغرام",
          "كيلوغراما",
          "كيلوين",
          "حبه",
          "حبتين",
          "نفر",
          "نفرين",
          "دجاجه",
          "دجاجتين",
          "فروج",
          "درزن",
          "دزينه",
          "درزنين");
  private static final Set<String> KILOGRAMS =
      Set.of("كيلوغرام", "كيلوغراما", "كيلوجرام", "كيلوجراما", "كغ", "كجم");
  private static final Set<String> PARTS = Set.of("ونص", "ونصف", "وربع", "وثلث");

  private final List<Word> words;
  private final Set<Integer> gone = new LinkedHashSet<>();

  Sums(List<Word> words) {
    this.words = words;
    for (int i = 0; i + 1 < words.size(); i++) {
      if (isSum(i)) {
        gone.add(i + 1);
      }
    }
  }

  /// "كيلو كباب ونص كيلو كفتة" and "كيلو ونص كيلو" are no sums.
  private boolean isSum(int i) {
    String word = words.get(i).text();
    String whole = word.startsWith("و") ? word.substring(1) : word;
    String behind = i + 2 < words.size() ? words.get(i + 2).text() : "";
    return (WHOLES.contains(word) || WHOLES.contains(whole))
        && PARTS.contains(words.get(i + 1).text())
        && words.get(i + 1).gap() == Word.Gap.SPACE
        && !WHOLES.contains(behind)
        && !PARTS.contains(behind);
  }

  /// The words without what is added to a size.
  List<Word> rest() {
    return IntStream.range(0, words.size())
        .filter(i -> !gone.contains(i))
        .mapToObj(words::get)
        .map(Sums::inKilos)
        .toList();
  }

  /// Menus write "كيلو".
  private static Word inKilos(Word word) {
    boolean joined = word.text().startsWith("و");
    boolean kilo = KILOGRAMS.contains(joined ? word.text().substring(1) : word.text());
    return kilo ? new Word(joined ? "وكيلو" : "كيلو", word.start(), word.end(), word.gap()) : word;
  }

  /// The same, and for each sum another of the dish in the size that was added.
  List<Draft> added(List<Draft> drafts) {
    List<Draft> all = new ArrayList<>(drafts);
    int left = 0;
    for (int word : gone) {
      int place = word - left++;
      Draft draft = spokenOf(drafts, place);
      if (draft != null) {
        part(draft, words.get(word).text().substring(1)).ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }

  /// The dish named right behind the size, or the one that it was said of.
  private static @Nullable Draft spokenOf(List<Draft> drafts, int place) {
    Draft found = null;
    for (Draft draft : drafts) {
      boolean ends = draft.from < place && draft.to >= place;
      boolean begins = draft.from >= place && draft.from <= place + 1;
      if (draft.wish == Draft.Wish.ADD && (ends || (begins && found == null))) {
        found = draft;
      }
    }
    return found;
  }

  private static Optional<Draft> part(Draft draft, String part) {
    for (MenuItem item : draft.items) {
      for (ModifierGroup group : item.groups()) {
        boolean told =
            group.options().stream().anyMatch(option -> draft.take.contains(option.id()));
        Optional<ModifierOption> some =
            group.options().stream().filter(option -> begins(option, part)).findFirst();
        if (group.kind() == ModifierGroup.Kind.SIZE && told && some.isPresent()) {
          Draft other = draft.again();
          other.takeFrom(draft);
          other.quantity = 1;
          other.person = draft.person;
          other.take(new OptionNames.Hit(group, some.get(), draft.to, true));
          return Optional.of(other);
        }
      }
    }
    draft.notes.add("و" + part);
    return Optional.empty();
  }

  private static boolean begins(ModifierOption option, String part) {
    String first = Word.of(option.name().ar()).getFirst().text();
    return first.equals(part)
        || (part.equals("نص") && first.equals("نصف"))
        || (part.equals("نصف") && first.equals("نص"));
  }
}
