package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.ordering.cart.CartLine;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds which choice of an item the words name.
final class Choices {

  private final Notepad pad;
  private final Sentence text;

  Choices(Notepad pad, Sentence text) {
    this.pad = pad;
    this.text = text;
  }

  boolean nextIsIngredient(int t) {
    Draft focus = pad.focus();
    return focus != null
        && t + 1 < text.tags.size()
        && option(focus, text.tags.get(t + 1).from(), _ -> true).isPresent();
  }

  boolean isChoice(Tag tag) {
    Draft focus = pad.focus();
    return focus != null && option(focus, tag.from(), _ -> true).isPresent();
  }

  /// Whether a tag names a choice of the item named last.
  boolean fits(Tag tag) {
    Draft near = pad.nearest();
    return near != null && option(near, tag.from(), _ -> true).isPresent();
  }

  /// The line of the cart that has this option, the last one if several do.
  @Nullable Draft taking(int word) {
    return pad.lineWith(item ->
        pad.menu.optionsOf(item).at(text.words, word, _ -> true).filter(OptionNames.Hit::whole));
  }

  /// The line from which this ingredient was left out.
  @Nullable Draft leaving(int word) {
    for (CartLine line : pad.turn.cart().lines().reversed()) {
      MenuItem item = pad.menu.item(line.itemId()).orElse(null);
      boolean left =
          item != null
              && pad.menu
                  .optionsOf(item)
                  .at(text.words, word, group -> group.kind() == ModifierGroup.Kind.REMOVE)
                  .filter(hit -> line.optionIds().contains(hit.option().id()))
                  .isPresent();
      if (item != null && left) {
        return pad.changeOf(line, item);
      }
    }
    return null;
  }

  /// The option of any kind that the words name; one that is chosen already before others.
  Optional<OptionNames.Hit> anyOption(Draft draft, int word) {
    return option(draft, word, group -> isChosen(draft, group))
        .filter(hit -> draft.has(hit.option().id()))
        .or(() -> ingredient(draft, word))
        .or(() -> option(draft, word, _ -> true))
        .filter(OptionNames.Hit::whole);
  }

  static boolean isChosen(Draft draft, ModifierGroup group) {
    return group.options().stream().anyMatch(option -> draft.has(option.id()));
  }

  Optional<OptionNames.Hit> option(Draft draft, int word, Predicate<ModifierGroup> wanted) {
    return draft.items.stream()
        .flatMap(item -> pad.menu.optionsOf(item).at(text.words, word, wanted).stream())
        .findFirst();
  }

  /// The choice that is to be without what the words from `word` name.
  Optional<OptionNames.Hit> without(Draft draft, int word) {
    return draft.items.stream()
        .flatMap(item -> pad.menu.optionsOf(item).without(text.words, word).stream())
        .findFirst();
  }

  /// The ingredient that is called like this extra; the extra itself if there is none.
  OptionNames.Hit ingredientOf(Draft draft, OptionNames.Hit hit) {
    if (hit.group().kind() != ModifierGroup.Kind.ADDON) {
      return hit;
    }
    return draft.items.stream()
        .flatMap(item -> item.groups().stream())
        .filter(group -> group.kind() == ModifierGroup.Kind.REMOVE)
        .flatMap(group ->
            group.options().stream()
                .filter(option -> option.name().ar().equals(hit.option().name().ar()))
                .map(option -> new OptionNames.Hit(group, option, hit.to(), hit.whole())))
        .findFirst()
        .orElse(hit);
  }

  /// The ingredient that may be left out and that the words from `word` name.
  Optional<OptionNames.Hit> ingredient(Draft draft, int word) {
    return option(draft, word, group -> group.kind() == ModifierGroup.Kind.REMOVE);
  }
}
