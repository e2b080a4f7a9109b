package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds which parts of the cart words speak of: by dish, by kind, by what tells them apart, by
/// their place.
final class EditTargets {

  private static final Set<String> WHICH =
      Set.of("اللي", "الي", "يلي", "التي", "الذي", "ابو", "ام", "حق", "حقت");
  private static final Set<String> BETWEEN =
      Set.of(
          "هو", "هي", "فيه", "فيها", "معه", "معها", "معاها", "معاه", "عليه", "عليها", "مع", "كان",
          "كانت");
  private static final Set<String> WITHOUT = Set.of("بدون", "بلا", "دون", "مافيها", "مافيه");

  private final EditedCart cart;
  private final EditWords words;
  private final MenuIndex menu;

  EditTargets(EditedCart cart, EditWords words, MenuIndex menu) {
    this.cart = cart;
    this.words = words;
    this.menu = menu;
  }

  /// Parts that words speak of.
  ///
  /// @param to index behind the words
  record Target(List<EditedPart> parts, int to) {}

  /// What the words from `w` speak of that stands in the cart.
  Optional<Target> at(int w) {
    return byDish(w).or(() -> byMark(w)).or(() -> byPlace(w));
  }

  Optional<Target> byDish(int w) {
    if (words.word(w).equals("the")) {
      return byDish(w + 1);
    }
    Tag tag = words.tag(w);
    if (tag == null) {
      return Optional.empty();
    }
    Mention mention = tag.mention();
    Target named = mention == null ? byCategory(w) : byName(mention);
    if (named == null && mention == null) {
      named = byHead(w);
    }
    if (named != null && named.parts().isEmpty()) {
      named = byCategory(w);
    }
    if (named == null || named.parts().isEmpty()) {
      named = byHeadOfCategory(w);
    }
    return Optional.ofNullable(named).filter(found -> !found.parts().isEmpty()).map(this::narrowed);
  }

  /// "الساندوتش", of a "ساندوتش حلومي": the only one that is called so in part.
  private @Nullable Target byHead(int w) {
    String word = words.bare(w);
    String head = word.startsWith("ال") ? word.substring(2) : "";
    List<EditedPart> parts =
        head.length() < 3
            ? List.of()
            : cart.parts().stream().filter(part -> nameOf(part.item).contains(head)).toList();
    return parts.size() == 1 ? new Target(parts, w + 1) : null;
  }

  /// "السمك", of a "هامور" among the "سمك بالوزن": the only one of them.
  private @Nullable Target byHeadOfCategory(int w) {
    if (!words.bare(w).startsWith("ال")) {
      return null;
    }
    List<MenuItem> items = menu.headed(words.bare(w)).map(Menu.Category::items).orElse(List.of());
    List<EditedPart> parts =
        cart.parts().stream().filter(part -> items.contains(part.item)).toList();
    return parts.size() == 1 ? new Target(parts, w + 1) : null;
  }

  private Target byName(Mention mention) {
    List<EditedPart> parts =
        cart.parts().stream().filter(part -> mention.items().contains(part.item)).toList();
    return new Target(parts.isEmpty() ? byKind(mention) : parts, mention.to());
  }

  /// "البيتزا", where the one in the cart is "بيتزا مارجريتا"; "الكفتة" of a "ساندوتش كفتة".
  private List<EditedPart> byKind(Mention mention) {
    List<List<String>> names =
        mention.items().stream()
            .map(EditTargets::nameOf)
            .filter(name -> name.size() <= mention.length())
            .toList();
    return cart.parts().stream()
        .filter(part -> names.stream().anyMatch(nameOf(part.item)::containsAll))
        .toList();
  }

  private static List<String> nameOf(MenuItem item) {
    return Word.of(item.name().ar()).stream().map(Word::text).toList();
  }

  private @Nullable Target byCategory(int w) {
    for (int to = Math.min(words.size(), w + 3); to > w; to--) {
      Optional<Menu.Category> category = menu.category(words.words, w, to);
      if (category.isPresent()) {
        List<MenuItem> items = category.get().items();
        return new Target(
            cart.parts().stream().filter(part -> items.contains(part.item)).toList(), to);
      }
    }
    return null;
  }

  /// "البرجر الثاني", "الشاورما الكبيرة", "شاورما اللي بدون ثوم".
  private Target narrowed(Target found) {
    if (found.parts().size() < 2 || !words.has(found.to())) {
      return found;
    }
    int place = place(found.to());
    if (place != 0 && !words.isClause(found.to())) {
      return chosen(found.parts(), place)
          .map(part -> new Target(List.of(part), words.behindNumber(found.to())))
          .orElse(found);
    }
    return marked(found.parts(), found.to()).orElse(found);
  }

  private static Optional<EditedPart> chosen(List<EditedPart> parts, int place) {
    int index = place < 0 ? parts.size() + place : place - 1;
    return index >= 0 && index < parts.size() ? Optional.of(parts.get(index)) : Optional.empty();
  }

  /// Whether a word says the how manieth: "الاول".
  boolean isPlace(int w) {
    return place(w) != 0;
  }

  private int place(int w) {
    for (int i = 1; i < 5; i++) {
      if (words.means(w, "ORD:" + i)) {
        return i;
      }
    }
    return words.means(w, "ORD:-1") ? -1 : 0;
  }

  /// "الثاني", of all lines.
  Optional<Target> byPlace(int w) {
    int place = place(w);
    List<EditedPart> lines = cart.lines();
    Tag tag = words.tag(w);
    return place == 0 || tag == null || lines.size() < 2
        ? Optional.empty()
        : chosen(lines, place).map(part -> new Target(List.of(part), tag.to()));
  }

  /// "الكبيرة", "اللي بالصاج": the one line that is so.
  private Optional<Target> byMark(int w) {
    List<EditedPart> lines = cart.parts();
    Tag tag = words.tag(w);
    boolean dish = tag != null && tag.mention() != null && tag.mention().whole();
    return lines.size() < 2 || dish
        ? Optional.empty()
        : marked(lines, w).filter(found -> found.parts().size() == 1);
  }

  private Optional<Target> marked(List<EditedPart> parts, int w) {
    boolean which = WHICH.contains(words.word(w)) || WHICH.contains(words.bare(w));
    int from = which ? w + 1 : w;
    while (which && BETWEEN.contains(words.word(from))) {
      from++;
    }
    int without = which ? without(from) : 0;
    int word = from + without;
    if (!words.has(word) || !(which || words.isDefinite(w))) {
      return Optional.empty();
    }
    int to = -1;
    List<EditedPart> so = new ArrayList<>();
    for (EditedPart part : parts) {
      Optional<OptionNames.Hit> hit =
          menu.optionsOf(part.item)
              .at(words.words, word, group -> mayMark(group, which, without > 0));
      if (hit.isPresent() && part.has(hit.get())) {
        so.add(part);
        to = Math.max(to, hit.get().to());
      }
    }
    return so.isEmpty() || so.size() == parts.size()
        ? Optional.empty()
        : Optional.of(new Target(List.copyOf(so), to));
  }

  private static boolean mayMark(ModifierGroup group, boolean which, boolean without) {
    return without
        ? group.kind() == ModifierGroup.Kind.REMOVE
        : group.kind() == ModifierGroup.Kind.SIZE
            || group.kind() == ModifierGroup.Kind.CHOICE
            || (which && group.kind() == ModifierGroup.Kind.ADDON);
  }

  private int without(int w) {
    boolean two = words.word(w).equals("من") && Set.of("غير", "دون").contains(words.word(w + 1));
    return two ? 2 : WITHOUT.contains(words.word(w)) ? 1 : 0;
  }
}
