package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.CartLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what is wanted with an item that was named.
final class Items {

  /// Answered where the words name no item to remove; then they name an ingredient.
  static final int NOT_AN_ITEM = -1;

  private static final int MOST_ITEMS_ASKED = 10;

  private final Notepad pad;
  private final Sentence text;
  private final Options options;

  Items(Notepad pad, Sentence text, Options options) {
    this.pad = pad;
    this.text = text;
    this.options = options;
  }

  void addItem(Tag tag, Mention mention) {
    CartLine line = pad.lineOf(mention);
    boolean aboutLine = line != null && isAboutLine(tag, mention);
    Draft draft =
        newDraft(
            aboutLine ? Draft.Wish.CHANGE : Draft.Wish.ADD, tag, mention, aboutLine ? line : null);
    if (!aboutLine && draft.quantity == null && pad.inherited != null) {
      draft.quantity = pad.inherited;
      pad.inherited = null;
    }
  }

  /// "The burger", with a burger in the cart, is that one.
  private boolean isAboutLine(Tag tag, Mention mention) {
    if (pad.number != null || !text.isDefinite(tag)) {
      return false;
    }
    boolean several = mention.items().size() > 1;
    return pad.verb
        ? several && (!pad.waiting.isEmpty() || text.isOnto(tag))
        : several || text.modifierFollows(tag);
  }

  void changeItem(Tag tag, Mention mention) {
    Draft focus = pad.pronoun ? pad.focus() : null;
    Mention instead = focus == null ? null : insteadOf(focus, mention);
    CartLine line = pad.lineOf(mention);
    if (focus != null && instead != null) {
      Integer quantity = Notepad.quantityOf(focus);
      pad.remove(focus);
      Draft draft = newDraft(Draft.Wish.ADD, tag, instead, null);
      draft.quantity = draft.quantity == null ? quantity : draft.quantity;
    } else if (line != null) {
      newDraft(Draft.Wish.CHANGE, tag, mention, line);
    } else {
      newDraft(Draft.Wish.ADD, tag, mention, null);
    }
  }

  /// "Make it chicken": what is meant is of the same kind as what was there.
  private @Nullable Mention insteadOf(Draft focus, Mention mention) {
    MenuItem before = focus.items.getFirst();
    List<MenuItem> same =
        mention.items().stream()
            .filter(item -> !item.id().equals(before.id()))
            .filter(item -> pad.menu.sameCategory(before.id(), item.id()))
            .toList();
    return same.isEmpty() ? null : mention.of(same);
  }

  int removeItem(int t, Tag tag, Mention mention) {
    CartLine line = pad.lineOf(mention);
    Draft draft = pad.draftOf(mention);
    if (line != null) {
      removeLine(tag, mention, line);
    } else if (draft != null) {
      pad.remove(draft);
      pad.number = null;
    } else {
      return NOT_AN_ITEM;
    }
    return t + 1;
  }

  /// "شيل وحدة" of three leaves two.
  private void removeLine(Tag tag, Mention mention, CartLine line) {
    int fewer = pad.number == null ? line.quantity() : pad.number;
    pad.number = null;
    Draft draft = newDraft(Draft.Wish.REMOVE, tag, mention, line);
    if (fewer < line.quantity()) {
      draft.wish = Draft.Wish.CHANGE;
      draft.quantity = line.quantity() - fewer;
    }
  }

  void replaceItem(Tag tag, Mention mention) {
    CartLine line = pad.lineOf(mention);
    Draft draft = pad.draftOf(mention);
    pad.mode = Notepad.Mode.ADD;
    if (line != null) {
      newDraft(Draft.Wish.REMOVE, tag, mention, line).replaced = true;
      inherit(line.quantity());
    } else if (draft != null) {
      pad.inherited = draft.quantity;
      pad.remove(draft);
    }
  }

  /// What comes instead is as many as what goes.
  private void inherit(int quantity) {
    Draft before = pad.drafts.size() < 2 ? null : pad.drafts.get(pad.drafts.size() - 2);
    if (before != null
        && before.sentence == pad.sentence
        && before.wish == Draft.Wish.ADD
        && before.quantity == null) {
      before.quantity = quantity;
    } else {
      pad.inherited = quantity;
    }
  }

  Draft newDraft(Draft.Wish wish, Tag tag, Mention mention, @Nullable CartLine line) {
    List<MenuItem> items =
        line == null
            ? mention.items().subList(0, Math.min(MOST_ITEMS_ASKED, mention.items().size()))
            : mention.items().stream().filter(item -> item.id().equals(line.itemId())).toList();
    Draft draft = new Draft(wish, items, mention.sure(), line);
    draft.sentence = pad.sentence;
    draft.clause = pad.clause;
    draft.from = tag.from();
    draft.to = tag.to();
    draft.quantity = pad.number != null ? pad.number : mention.dual() ? Integer.valueOf(2) : null;
    pad.number = null;
    draft.person = wish == Draft.Wish.ADD ? pad.person : null;
    pad.drafts.add(draft);
    pad.current = draft;
    pad.whole = null;
    options.useWaiting(draft);
    return draft;
  }
}
