package com.crmres.server.assistant.embedded;

import org.jspecify.annotations.Nullable;

/// Reads what shall be more of: "extra cheese", "زيادة رز".
final class Extras {

  private final Notepad pad;
  private final Sentence text;
  private final Options options;
  private final Choices choices;

  Extras(Notepad pad, Sentence text, Options options, Choices choices) {
    this.pad = pad;
    this.text = text;
    this.options = options;
    this.choices = choices;
  }

  int extra(int t) {
    int next = t + 1;
    if (next < text.tags.size()
        && ((text.tags.get(next).mention() == null && !text.tags.get(next).isForeignFood())
            || text.words.get(text.tags.get(next).from()).text().startsWith("و"))) {
      return pad.understand(t);
    }
    Draft focus =
        pad.current != null && pad.drafts.contains(pad.current)
            ? pad.current
            : pad.turn.cart().isEmpty() ? null : focusOnCart(next);
    if (next < text.tags.size() && focus != null && pad.number == null) {
      int word = text.tags.get(next).from();
      if (options.takeFor(focus, word) || takeForEarlier(word)) {
        return options.after(t, text.tags.get(t).from());
      }
      if (text.tags.get(next).mention() == null || isIngredient(focus, text.tags.get(next))) {
        focus.notes.add(text.said(t, next));
        pad.understood.add(next);
        return pad.understand(t) + 1;
      }
    }
    return pad.understand(t);
  }

  /// "كتري طحينة": more of what is in it, not a dip of its own.
  private boolean isIngredient(Draft draft, Tag tag) {
    return tag.mention() != null
        && !tag.mention().whole()
        && choices.ingredient(draft, tag.from()).isPresent();
  }

  /// "مندي وبيبسي وزيادة رز": what the drink cannot have is for the dish before it.
  private boolean takeForEarlier(int word) {
    return pad.drafts.reversed().stream()
        .filter(draft -> draft.sentence == pad.sentence && draft.wish == Draft.Wish.ADD)
        .filter(draft -> options.preferred(draft, word).filter(OptionNames.Hit::whole).isPresent())
        .findFirst()
        .filter(draft -> options.takeFor(draft, word))
        .isPresent();
  }

  private @Nullable Draft focusOnCart(int next) {
    return next < text.tags.size() ? options.focusFor(text.tags.get(next).from()) : null;
  }
}
