package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what shall become of an item that is ordered already: so many, made so, another instead.
final class Swaps {

  private final Notepad pad;
  private final Sentence text;
  private final Options options;
  private final Items items;
  private final Splits splits;

  Swaps(Notepad pad, Sentence text, Options options, Items items, Splits splits) {
    this.pad = pad;
    this.text = text;
    this.options = options;
    this.items = items;
    this.splits = splits;
  }

  /// "برجر لحم، قصدي دجاج": another of the same kind was meant.
  boolean corrects(Tag tag, Mention mention) {
    Draft draft = pad.nearest();
    boolean meant =
        draft != null && draft.wish == Draft.Wish.ADD && text.isBehind(tag, "correction");
    Mention instead = meant && draft != null ? insteadOf(draft, mention) : null;
    if (draft == null || instead == null) {
      return false;
    }
    Inheritance before = Inheritance.of(draft);
    pad.remove(draft);
    items.newDraft(Draft.Wish.ADD, tag, instead, null).inherit(before);
    return true;
  }

  void changeItem(Tag tag, Mention mention) {
    if (items.isPortion(tag, mention)) {
      return;
    }
    Draft focus = pad.pronoun ? pad.focus() : named(tag);
    Mention instead = focus == null ? null : insteadOf(focus, mention);
    CartLine line = pad.lineOf(mention);
    if (focus != null && isSame(focus, mention)) {
      // "لا خلها برجرين": so many of the same.
      focus.quantity = items.said(mention, focus.quantity);
      pad.number = null;
    } else if (focus == null && line != null && splits.ofItem(tag, line)) {
      options.useWaiting(pad.drafts.getLast());
    } else if (focus != null && instead != null) {
      Inheritance inheritance = Inheritance.of(focus);
      pad.remove(focus);
      items.newDraft(Draft.Wish.ADD, tag, instead, null).inherit(inheritance);
    } else if (line != null) {
      items.newDraft(Draft.Wish.CHANGE, tag, mention, line);
    } else if (!becomes(tag, mention)) {
      items.newDraft(Draft.Wish.ADD, tag, mention, null);
    }
  }

  /// "خل البرجر دجاج", with one burger in the cart, of beef: it becomes the other.
  private boolean becomes(Tag tag, Mention mention) {
    List<CartLine> same =
        pad.turn.cart().lines().stream()
            .filter(line ->
                mention.items().stream()
                    .anyMatch(item -> pad.menu.sameCategory(item.id(), line.itemId())))
            .toList();
    MenuItem before =
        same.size() == 1 && text.isDefinite(tag) && pad.number == null && mention.length() > 1
            ? pad.menu.item(same.getFirst().itemId()).orElse(null)
            : null;
    boolean head = before != null && sharesHead(before, mention.items().getFirst());
    Draft gone = head && before != null ? pad.changeOf(same.getFirst(), before) : null;
    if (gone == null) {
      return false;
    }
    Inheritance inheritance = Inheritance.of(gone);
    pad.remove(gone);
    items.newDraft(Draft.Wish.ADD, tag, mention, null).inherit(inheritance);
    return true;
  }

  private static boolean sharesHead(MenuItem one, MenuItem other) {
    return Word.of(one.name().ar())
        .getFirst()
        .text()
        .equals(Word.of(other.name().ar()).getFirst().text());
  }

  /// "خل البرجر دجاج": what it shall be stands right behind what it is.
  private @Nullable Draft named(Tag tag) {
    Draft draft = pad.nearest();
    return draft != null
            && draft.line != null
            && draft.to == tag.from()
            && pad.number == null
            && items.touches(draft, tag)
        ? draft
        : null;
  }

  private static boolean isSame(Draft focus, Mention mention) {
    return focus.line == null
        ? mention.items().equals(focus.items)
        : mention.items().contains(focus.items.getFirst());
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

  void replaceItem(Tag tag, Mention mention) {
    CartLine line = pad.lineOf(mention);
    Draft draft = pad.draftOf(mention);
    pad.mode = Notepad.Mode.ADD;
    if (line != null) {
      Integer some = pad.number;
      Draft gone = items.newDraft(Draft.Wish.REMOVE, tag, mention, line);
      gone.replaced = true;
      gone.quantity = null;
      Inheritance all = Inheritance.of(gone);
      if (some != null && some < line.quantity()) {
        gone.wish = Draft.Wish.CHANGE;
        gone.quantity = line.quantity() - some;
        inherit(all.of(some));
      } else {
        inherit(all);
      }
    } else if (draft != null) {
      pad.inherited = Inheritance.of(draft);
      pad.remove(draft);
    }
  }

  /// What comes instead is as many as what goes, and made the same way.
  private void inherit(Inheritance inheritance) {
    Draft before = pad.drafts.size() < 2 ? null : pad.drafts.get(pad.drafts.size() - 2);
    if (before != null && before.sentence == pad.sentence && before.wish == Draft.Wish.ADD) {
      before.inherit(inheritance);
    } else {
      pad.inherited = inheritance;
    }
  }
}
