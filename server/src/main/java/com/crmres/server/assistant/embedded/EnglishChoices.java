package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Puts options into drafts as they were said: plainly, extra, light, or to be left out.
final class EnglishChoices {

  private final EnglishMenu menu;

  EnglishChoices(EnglishMenu menu) {
    this.menu = menu;
  }

  /// How an option was said.
  enum Way {
    TAKE,
    EXTRA,
    LIGHT,
    WITHOUT
  }

  /// The option that a key names for some item of a draft, not one that leaves something out.
  EnglishOptions.@Nullable Choice choice(List<MenuItem> items, String key) {
    return first(items, key, EnglishChoices::isPositive);
  }

  private static boolean isPositive(EnglishOptions.Choice choice) {
    return choice.group().kind() != ModifierGroup.Kind.REMOVE || choice.says();
  }

  private EnglishOptions.@Nullable Choice open(Draft draft, String key) {
    EnglishOptions.Choice open =
        first(
            draft.items,
            key,
            choice ->
                isPositive(choice)
                    && (choice.group().max() != 1
                        || !draft.answered.contains(choice.group().id())));
    return open == null ? choice(draft.items, key) : open;
  }

  /// The option by which some item of a draft is served without this.
  EnglishOptions.@Nullable Choice removal(List<MenuItem> items, String key) {
    return first(items, key, choice -> choice.group().kind() == ModifierGroup.Kind.REMOVE);
  }

  private EnglishOptions.@Nullable Choice first(
      List<MenuItem> items, String key, Predicate<EnglishOptions.Choice> wanted) {
    for (MenuItem item : items) {
      EnglishOptions.Choice choice = menu.options(item).find(item, key, wanted);
      if (choice != null) {
        return choice;
      }
    }
    return null;
  }

  /// Whether the option is one of the draft's.
  boolean fits(Draft draft, EnglishPiece piece) {
    return piece.isOption() && choice(draft.items, piece.key()) != null;
  }

  /// Whether an option of the draft has this whole name.
  boolean names(Draft draft, EnglishPiece piece) {
    return draft.items.stream().anyMatch(item -> menu.options(item).names(piece.key()));
  }

  /// Whether a draft could have the option, or be without it.
  boolean concerns(Draft draft, EnglishPiece piece) {
    return fits(draft, piece) || removal(draft.items, piece.key()) != null;
  }

  /// Whether these items can have all that was said of a portion.
  boolean fits(List<MenuItem> items, EnglishPhrase phrase) {
    return phrase.wishes.stream()
        .filter(wish -> wish.way() != Way.WITHOUT)
        .allMatch(wish ->
            EnglishWords.isServedSo(wish.piece().key())
                || choice(items, wish.piece().key()) != null);
  }

  /// Takes an option back; that it was never there is no wish.
  void drop(Draft draft, EnglishPiece piece) {
    Set<String> notes = new LinkedHashSet<>(draft.notes);
    take(draft, piece, Way.WITHOUT);
    draft.notes.retainAll(notes);
  }

  /// Takes an option into a draft, or notes the wish.
  ///
  /// @return whether the menu has such an option
  boolean take(Draft draft, EnglishPiece piece, Way way) {
    draft.to = Math.max(draft.to, piece.to());
    return switch (way) {
      case WITHOUT -> doWithout(draft, piece);
      case EXTRA -> takeMore(draft, piece);
      case LIGHT -> takeLess(draft, piece);
      case TAKE -> takePlainly(draft, piece.key());
    };
  }

  /// Takes in what was said of a portion before its dish was named.
  void take(Draft draft, EnglishPhrase phrase) {
    draft.quantity = phrase.number != null ? phrase.number : draft.quantity;
    for (EnglishPhrase.Wish wish : phrase.wishes) {
      if (!take(draft, wish.piece(), wish.way()) && wish.way() == Way.TAKE) {
        draft.notes.add(wish.piece().said());
      }
    }
    draft.notes.addAll(phrase.notes);
    draft.person = phrase.person;
  }

  private boolean takePlainly(Draft draft, String key) {
    EnglishOptions.Choice left =
        first(
            draft.items,
            key,
            choice ->
                choice.group().kind() == ModifierGroup.Kind.REMOVE && has(draft, choice.option()));
    if (left != null) {
      drop(draft, left.option());
      return true;
    }
    if (open(draft, key) == null) {
      return EnglishWords.isServedSo(key);
    }
    for (MenuItem item : draft.items) {
      EnglishOptions.Choice one =
          menu.options(item).find(item, key, choice -> same(choice, open(draft, key)));
      EnglishOptions.Choice choice =
          one != null ? one : menu.options(item).find(item, key, EnglishChoices::isPositive);
      if (choice != null) {
        draft.take(new OptionNames.Hit(choice.group(), choice.option(), 0, true));
      }
    }
    return true;
  }

  private static boolean same(EnglishOptions.Choice one, EnglishOptions.@Nullable Choice other) {
    return other != null && one.option().id().equals(other.option().id());
  }

  private boolean takeMore(Draft draft, EnglishPiece piece) {
    for (String more : List.of("extra", "double", "more", "add")) {
      if (takePlainly(draft, more + piece.key())) {
        return true;
      }
    }
    EnglishOptions.Choice choice = choice(draft.items, piece.key());
    boolean topping =
        choice != null
            && (choice.group().kind() == ModifierGroup.Kind.ADDON || names(draft, piece));
    boolean taken = topping && takePlainly(draft, piece.key());
    if (!taken) {
      draft.notes.add("extra " + piece.said());
    }
    return taken;
  }

  private boolean takeLess(Draft draft, EnglishPiece piece) {
    for (String less : List.of("light", "less", "low", "little", "lite")) {
      if (takePlainly(draft, less + piece.key())) {
        return true;
      }
    }
    if (piece.key().equals("spicy") && takePlainly(draft, "mild")) {
      return true;
    }
    EnglishOptions.Choice choice = choice(draft.items, piece.key());
    if (choice != null
        && choice.group().kind() == ModifierGroup.Kind.ADDON
        && !choice.option().name().en().startsWith("Extra")) {
      takePlainly(draft, piece.key());
    }
    draft.notes.add("light " + piece.said());
    return choice != null;
  }

  private boolean doWithout(Draft draft, EnglishPiece piece) {
    String key = piece.key();
    EnglishOptions.Choice removal = removal(draft.items, key);
    EnglishOptions.Choice negative = choice(draft.items, "no" + key);
    EnglishOptions.Choice taken = first(draft.items, key, choice -> has(draft, choice.option()));
    if (taken != null) {
      drop(draft, taken.option());
    } else if (removal != null) {
      draft.take(new OptionNames.Hit(removal.group(), removal.option(), 0, true));
    } else if (negative != null) {
      takePlainly(draft, "no" + key);
    } else if (!hasAnyway(draft, key)) {
      draft.notes.add(Notes.WITHOUT + piece.said());
      return false;
    }
    return true;
  }

  /// "Not spicy" of what is mild unless something else is said; "no syrup" of one with vanilla
  /// syrup.
  private boolean hasAnyway(Draft draft, String key) {
    EnglishOptions.Choice named = choice(draft.items, key);
    if (named != null
        && named.group().kind() != ModifierGroup.Kind.ADDON
        && named.group().options().stream().anyMatch(ModifierOption::standard)) {
      return true;
    }
    List<ModifierOption> had =
        draft.items.stream()
            .flatMap(item -> item.groups().stream())
            .flatMap(group -> group.options().stream())
            .filter(option -> has(draft, option))
            .filter(option -> EnglishWords.ofName(option.name().en()).contains(key))
            .toList();
    had.forEach(option -> drop(draft, option));
    return !had.isEmpty();
  }

  private static boolean has(Draft draft, ModifierOption option) {
    return draft.take.contains(option.id())
        || (draft.line != null
            && draft.line.optionIds().contains(option.id())
            && !draft.leave.contains(option.id()));
  }

  private static void drop(Draft draft, ModifierOption option) {
    draft.take.remove(option.id());
    if (draft.line != null && draft.line.optionIds().contains(option.id())) {
      draft.leave.add(option.id());
    }
  }
}
