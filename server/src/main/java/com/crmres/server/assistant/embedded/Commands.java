package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;

/// Reads what shall be done with what is in the cart: take it out, change it, swap it, tell its
/// price.
final class Commands {

  private final Notepad pad;
  private final Sentence text;
  private final Options options;
  private final Choices choices;
  private final Items items;
  private final Exclusions exclusions;
  private final Removals removals;

  Commands(
      Notepad pad,
      Sentence text,
      Options options,
      Choices choices,
      Items items,
      Exclusions exclusions,
      Removals removals) {
    this.pad = pad;
    this.text = text;
    this.options = options;
    this.choices = choices;
    this.items = items;
    this.exclusions = exclusions;
    this.removals = removals;
  }

  /// "السوشي بدون مايونيز": the one dish of that kind which is in the cart.
  boolean namesKind(int t, Tag tag) {
    boolean open =
        pad.number == null
            && pad.nearest() == null
            && text.isDefinite(tag)
            && !(pad.verb && pad.mode == Notepad.Mode.ADD)
            && pad.mode != Notepad.Mode.REMOVE
            && (tag.mention() == null || !tag.mention().whole());
    Draft draft = open ? pad.onlyOf(tag) : null;
    if (draft != null) {
      pad.current = draft;
    }
    return draft != null;
  }

  /// "الكبيرة شيل منها الزيتون": which of the lines is spoken of.
  boolean marksLine(int t, Tag tag) {
    boolean open =
        pad.number == null
            && pad.nearest() == null
            && !pad.pronoun
            && !pad.answersChoice()
            && !(pad.verb && pad.mode == Notepad.Mode.ADD)
            && (tag.mention() == null || !tag.mention().whole());
    LineMarks.Marked marked = open ? pad.marked(tag.from()).orElse(null) : null;
    boolean taste = pad.mode == Notepad.Mode.REMOVE && !tag.isOf("size") && !tag.isOf("stop");
    Draft draft = marked == null || taste ? null : pad.changeOf(marked.line(), marked.item());
    if (marked == null || draft == null) {
      return false;
    }
    draft.sentence = pad.sentence;
    draft.clause = pad.clause;
    pad.current = draft;
    pad.skipTo = marked.to();
    if (pad.mode == Notepad.Mode.REMOVE) {
      pad.remove(draft);
    }
    return true;
  }

  boolean negates(Tag tag, int t) {
    boolean refusal =
        (tag.isOf("no") && tag.match() != null && tag.match().length() > 1)
            || (tag.isOf("no") && text.words.get(tag.from()).text().startsWith("ماب"));
    boolean correction = tag.isOf("negation") && !tag.isOf("modifier");
    boolean item =
        t + 1 < text.tags.size()
            && (text.tags.get(t + 1).mention() != null || text.tags.get(t + 1).isForeignFood());
    return (refusal || correction) && item && !tag.means("MOD:WITHOUT");
  }

  boolean operation(Tag tag, int t) {
    if ((tag.means("REMOVE") && !tag.means("MOD:WITHOUT")) || text.cancelsItem(t)) {
      if (removals.part(t) || removals.rest(t)) {
        return true;
      }
      pad.mode = Notepad.Mode.REMOVE;
      pad.pronoun = text.endsWithPronoun(tag);
      if (pad.pronoun || text.onlyPronounFollows(t)) {
        removeFocus(t);
      }
      return true;
    }
    if (tag.means("REPLACE_WITH") || tag.means("CHANGE")) {
      pad.them = text.endsWithPronoun(tag);
      pad.pronoun = pad.them || (tag.means("CHANGE") && text.itemsAfter(t) == 0);
      if ((tag.means("REPLACE_WITH") || text.swaps(tag)) && exclusions.instead(t)) {
        return true;
      }
      boolean replaces = tag.means("REPLACE_WITH") || (text.itemsAfter(t) > 1 && text.swaps(tag));
      pad.mode = replaces ? Notepad.Mode.REPLACE : Notepad.Mode.CHANGE;
      return true;
    }
    if (tag.means("RESTORE")) {
      return exclusions.restores(t) || exclusions.skipsPart(t);
    }
    if (tag.means("SAME_AGAIN") && text.isItself(t)) {
      return true;
    }
    if (tag.means("SAME_AGAIN") && text.itemsAfter(t) == 0) {
      boolean told = t > 0 && text.tags.get(t - 1).means("SAME_AGAIN");
      if (!told) {
        items.oneMore(options.differs(t));
      }
      return true;
    }
    if (tag.means("SAME_AGAIN")) {
      pad.number = 1;
    }
    return tag.means("SAME_AGAIN") || tag.means("CANCEL_ORDER");
  }

  private void removeFocus(int t) {
    if (text.itemsAfter(t) > 0 && choices.nextIsIngredient(t)) {
      pad.mode = Notepad.Mode.ADD;
      return;
    }
    boolean asked = pad.turn.pending() instanceof PendingQuestion.WhichItem;
    Draft focus = text.itemsAfter(t) == 0 && !asked ? pad.focus() : null;
    if (focus != null && removals.named(focus)) {
      return;
    }
    if (focus != null) {
      pad.remove(focus);
    }
  }

  boolean question(Tag tag, int t) {
    if (tag.means("Q:PRICE")) {
      pad.priceTalk = true;
      if (pad.mode == Notepad.Mode.CHANGE) {
        return true;
      }
    }
    boolean asks =
        tag.means("Q:PRICE")
            || tag.means("Q:INGREDIENTS")
            || (tag.means("Q:AVAILABLE") && (text.itemsAfter(t) > 0 || text.foodAfter(t)));
    if (asks) {
      pad.asked = true;
      if (text.itemsAfter(t) > 0 || text.foodAfter(t)) {
        pad.mode = Notepad.Mode.TELL;
      } else if (!pad.verb) {
        pad.drafts.stream()
            .filter(draft ->
                draft.sentence == pad.sentence && draft.quantity == null && draft.line == null)
            .forEach(draft -> draft.wish = Draft.Wish.TELL_PRICE);
      }
    }
    return asks;
  }
}
