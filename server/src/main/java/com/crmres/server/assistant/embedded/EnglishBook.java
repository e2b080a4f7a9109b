package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an English order has come to so far: dishes wanted, and lines of the cart spoken of.
final class EnglishBook {

  static final int MOST_ASKED = 30;

  final EnglishMenu menu;
  final EnglishChoices choices;
  final Turn turn;
  final List<Draft> drafts = new ArrayList<>();
  final Set<String> notOnMenu = new LinkedHashSet<>();

  private boolean removed;

  EnglishBook(EnglishMenu menu, Turn turn) {
    this.menu = menu;
    this.choices = new EnglishChoices(menu);
    this.turn = turn;
  }

  /// A line of the cart of one of these items, the last one first.
  @Nullable CartLine line(List<MenuItem> items) {
    return turn.cart().lines().reversed().stream()
        .filter(line -> items.stream().anyMatch(item -> item.id().equals(line.itemId())))
        .filter(line -> !isRemoved(line))
        .findFirst()
        .orElse(null);
  }

  /// What was wanted of these items in this turn, the last first.
  @Nullable Draft draft(List<MenuItem> items) {
    return drafts.reversed().stream()
        .filter(draft -> draft.wish == Draft.Wish.ADD)
        .filter(draft -> draft.items.stream().anyMatch(items::contains))
        .findFirst()
        .orElse(null);
  }

  /// The draft in which a line of the cart is changed.
  @Nullable Draft about(CartLine line) {
    for (Draft draft : drafts) {
      if (line.equals(draft.line)) {
        return draft.wish == Draft.Wish.REMOVE ? null : draft;
      }
    }
    MenuItem item = item(line.itemId());
    if (item == null) {
      return null;
    }
    Draft draft = new Draft(Draft.Wish.CHANGE, List.of(item), true, line);
    drafts.add(draft);
    return draft;
  }

  /// These items as they were ordered: in this turn, or in the cart.
  @Nullable Draft target(List<MenuItem> items) {
    Draft draft = draft(items);
    CartLine line = line(items);
    return draft != null ? draft : line == null ? null : about(line);
  }

  /// What words name as it was ordered: what has the whole name before what has a part of it.
  @Nullable Draft target(EnglishPiece piece) {
    Draft whole = piece.items().isEmpty() ? null : target(piece.items());
    List<String> words = EnglishWords.ofName(piece.said());
    return whole != null || words.isEmpty() ? whole : target(menu.containing(words, false));
  }

  /// The line of the cart that words name; null if none is, or something else of this turn.
  @Nullable Draft ofCart(EnglishPiece piece) {
    Draft ordered = draft(piece.meant()) == null ? target(piece) : null;
    return ordered != null && ordered.line != null ? ordered : null;
  }

  /// All that was ordered of what words name: in this turn, or in the cart.
  List<Draft> allOf(EnglishPiece piece) {
    List<MenuItem> named = new ArrayList<>(piece.meant());
    List<String> words = EnglishWords.ofName(piece.said());
    boolean plural = piece.said().endsWith("s");
    if ((piece.items().isEmpty() || plural) && !words.isEmpty()) {
      named.addAll(menu.containing(words, false));
    }
    return all().stream().filter(draft -> draft.isOneOf(named)).toList();
  }

  private @Nullable MenuItem item(UUID id) {
    return menu.item(id);
  }

  private boolean isRemoved(CartLine line) {
    return drafts.stream()
        .anyMatch(draft -> line.equals(draft.line) && draft.wish == Draft.Wish.REMOVE);
  }

  /// What is being spoken of: the last thing wanted, the line we asked about, or the cart's last.
  @Nullable Draft focus() {
    Draft last = drafts.isEmpty() ? null : drafts.getLast();
    if (last != null && last.wish != Draft.Wish.REMOVE && last.wish != Draft.Wish.TELL_PRICE) {
      return last;
    }
    CartLine line = focusLine();
    return line == null ? null : about(line);
  }

  /// The line we asked about, or the last one of the cart.
  @Nullable CartLine focusLine() {
    if (turn.pending() instanceof PendingQuestion.ChooseOption asked) {
      for (CartLine line : turn.cart().lines()) {
        if (line.id().equals(asked.lineId())) {
          return line;
        }
      }
    }
    return turn.cart().lines().reversed().stream()
        .filter(line -> !isRemoved(line))
        .findFirst()
        .orElse(null);
  }

  /// The line of the cart from which this was left out; null if it was from none.
  @Nullable Draft lineWithout(EnglishPiece piece) {
    for (CartLine line : turn.cart().lines().reversed()) {
      MenuItem item = item(line.itemId());
      EnglishOptions.Choice choice =
          item == null ? null : choices.removal(List.of(item), piece.key());
      if (choice != null && line.optionIds().contains(choice.option().id())) {
        return about(line);
      }
    }
    return null;
  }

  /// The line of the cart that has an option, or could have it; the last one first.
  @Nullable Draft lineFor(EnglishPiece piece, boolean having) {
    CartLine focus = focusLine();
    List<CartLine> lines = new ArrayList<>(turn.cart().lines().reversed());
    if (focus != null) {
      lines.remove(focus);
      lines.addFirst(focus);
    }
    for (CartLine line : lines) {
      MenuItem item = item(line.itemId());
      if (item != null && !isRemoved(line) && fits(line, item, piece, having)) {
        return about(line);
      }
    }
    return null;
  }

  /// The line of the cart whose item has an option of this name; null if none has.
  @Nullable Draft lineNamed(String key) {
    for (CartLine line : turn.cart().lines().reversed()) {
      MenuItem item = item(line.itemId());
      if (item != null && !isRemoved(line) && choices.choice(List.of(item), key) != null) {
        return about(line);
      }
    }
    return null;
  }

  private boolean fits(CartLine line, MenuItem item, EnglishPiece piece, boolean having) {
    return menu.options(item)
            .find(
                item,
                piece.key(),
                choice -> !having || line.optionIds().contains(choice.option().id()))
        != null;
  }

  /// All dishes that are wanted; if none is, all of the cart.
  List<Draft> all() {
    List<Draft> added = drafts.stream().filter(draft -> draft.wish == Draft.Wish.ADD).toList();
    return added.isEmpty() ? allOfCart() : added;
  }

  private List<Draft> allOfCart() {
    List<Draft> all = new ArrayList<>();
    for (CartLine line : turn.cart().lines()) {
      Draft draft = about(line);
      if (draft != null) {
        all.add(draft);
      }
    }
    return all;
  }

  /// Of the dishes that may be meant, those remain that can have what was said of them.
  void narrow() {
    for (Draft draft : drafts) {
      if (draft.wish == Draft.Wish.ADD && draft.items.size() > 1 && !draft.take.isEmpty()) {
        List<MenuItem> able = draft.items.stream().filter(item -> canHave(item, draft)).toList();
        draft.items = able.isEmpty() ? draft.items : able;
      }
    }
  }

  /// Every group was answered of which one of its dishes was told.
  private static boolean canHave(MenuItem item, Draft draft) {
    long told = told(item, draft);
    return draft.items.stream().allMatch(other -> told(other, draft) <= told);
  }

  /// How many options of a dish were told; what can be left out tells no dish from another.
  private static long told(MenuItem item, Draft draft) {
    return item.groups().stream()
        .filter(group -> group.kind() != ModifierGroup.Kind.REMOVE)
        .flatMap(group -> group.options().stream())
        .filter(option -> draft.take.contains(option.id()))
        .count();
  }

  /// Nothing of what was ordered remains.
  void clear() {
    drafts.clear();
    allOfCart().forEach(this::remove);
  }

  /// No more dishes than can be asked about.
  static List<MenuItem> few(List<MenuItem> items) {
    return items.subList(0, Math.min(MOST_ASKED, items.size()));
  }

  /// The same once more, as it was ordered.
  Draft copy(Draft like) {
    Draft copy = new Draft(Draft.Wish.ADD, like.items, like.sure, null);
    copy.takeFrom(like);
    CartLine line = like.line;
    if (line != null) {
      copy.take.addAll(line.optionIds());
    }
    copy.from = like.from;
    copy.to = like.to;
    drafts.add(copy);
    return copy;
  }

  /// Whether something was taken back or out of the cart.
  boolean removesSomething() {
    return removed;
  }

  void remove(Draft draft) {
    removed = true;
    if (draft.line == null) {
      drafts.remove(draft);
    } else {
      draft.wish = Draft.Wish.REMOVE;
    }
  }

  /// Puts other items in the place of a draft, which keeps its number and what the others have of
  /// its options.
  Draft replace(Draft old, List<MenuItem> items) {
    Draft instead = new Draft(Draft.Wish.ADD, items, true, null);
    instead.replace(old);
    if (old.line != null && old.line.person() != null) {
      instead.person = old.line.person();
    }
    boolean before = removed;
    remove(old);
    removed = before;
    drafts.add(instead);
    return instead;
  }
}
