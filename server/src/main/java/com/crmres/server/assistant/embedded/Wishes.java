package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;

/// Writes down wishes for which the menu has no choice: the kitchen reads them as they are.
final class Wishes {

  private final Notepad pad;
  private final Sentence text;
  private final Choices choices;

  Wishes(Notepad pad, Sentence text, Choices choices) {
    this.pad = pad;
    this.text = text;
    this.choices = choices;
  }

  /// What the menu has no choice for; sugar is a wish only where there is a choice of it.
  boolean isWish(Tag tag) {
    Draft near = pad.nearest();
    boolean sugar =
        tag.isOf("sugar")
            && near != null
            && near.items.stream().anyMatch(item -> pad.menu.optionsOf(item).isAboutSugar());
    return tag.isOf("wish") || tag.isOf("cook") || sugar;
  }

  int lightly(int t, Tag tag) {
    Draft draft =
        pad.current != null
                && pad.drafts.contains(pad.current)
                && pad.current.wish != Draft.Wish.REMOVE
            ? pad.current
            : null;
    if (draft != null && draft.sentence == pad.sentence) {
      boolean after = t + 1 < text.tags.size() && isThing(draft, text.tags.get(t + 1));
      boolean before =
          t > 0 && !pad.understood.contains(t - 1) && isThing(draft, text.tags.get(t - 1));
      boolean told = t > 0 && !before && !after && pad.understood.contains(t - 1);
      if (!told) {
        draft.notes.add(text.noted(before ? t - 1 : t, after && !before ? t + 1 : t));
      }
      pad.understood.add(t);
      if (after && !before) {
        pad.understood.add(t + 1);
      }
      return t + (after && !before ? 2 : 1);
    }
    return tag.number() == null ? pad.understand(t) : t + 1;
  }

  /// A wish for which the menu has no option: the kitchen reads it as it is.
  boolean note(int t) {
    Draft near = pad.nearest();
    if (near != null) {
      near.notes.add(text.noted(t, endOfNote(t) - 1));
    }
    return near != null;
  }

  int endOfNote(int t) {
    int end = t + 1;
    while (end < text.tags.size()
        && text.tags.get(t).isOf("wish")
        && text.tags.get(end).isUnknown()
        && text.words.get(text.tags.get(end).from()).gap() == Word.Gap.SPACE
        && !text.words.get(text.tags.get(end).from()).text().startsWith("و")) {
      end++;
    }
    return end;
  }

  /// "رغوة خفيفة", "ثلج قليل": little of what a dish has, or of what nobody here knows.
  boolean isLittle(int t) {
    Tag tag = text.tags.get(t);
    Tag next = t + 1 < text.tags.size() ? text.tags.get(t + 1) : null;
    Draft near = pad.nearest();
    return next != null
        && near != null
        && tag.mention() == null
        && next.means("MOD:LIGHT")
        && text.words.get(next.from()).gap() == Word.Gap.SPACE
        && choices.option(near, next.from(), _ -> true).isEmpty()
        && choices.option(near, tag.from(), group -> group.max() == 1).isEmpty()
        && (tag.isUnknown()
            || (tag.isForeignFood() && choices.ingredient(near, tag.from()).isPresent()));
  }

  /// "الكاتشب لحال": something that we do not know, to be served apart or sparingly.
  boolean noteOnSide(int t, int end) {
    Draft near = pad.nearest();
    boolean aside =
        end + 1 < text.tags.size()
            && (text.tags.get(end + 1).means("MOD:SIDE")
                || text.tags.get(end + 1).means("MOD:LIGHT"));
    if (near == null || !aside) {
      return false;
    }
    near.notes.add(text.noted(t, end + 1));
    for (int i = t; i <= end + 1; i++) {
      pad.understood.add(i);
    }
    return true;
  }

  /// An ingredient, or a word that we do not know but that stands where one would.
  private boolean isThing(Draft draft, Tag tag) {
    boolean part =
        tag.mention() != null
            && !tag.mention().whole()
            && (tag.isUnknown()
                || tag.match() != null
                || choices.ingredient(draft, tag.from()).isPresent());
    return part
        || tag.isForeignFood()
        || (tag.isUnknown() && text.words.get(tag.from()).gap() == Word.Gap.SPACE);
  }
}
