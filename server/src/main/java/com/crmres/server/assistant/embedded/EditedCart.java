package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The cart as a customer's words change it, part by part; what is to be done follows from how it
/// ends.
final class EditedCart {

  private final Cart cart;
  private final List<EditedPart> parts = new ArrayList<>();

  EditedCart(Cart cart, MenuIndex menu) {
    this.cart = cart;
    for (CartLine line : cart.lines()) {
      menu.item(line.itemId())
          .ifPresent(item -> parts.add(new EditedPart(line, item, line.quantity())));
    }
  }

  /// What there is now, in the order of the cart.
  List<EditedPart> parts() {
    return parts.stream().filter(part -> part.quantity > 0).toList();
  }

  /// The lines as they stood, each with what is left of it first.
  List<EditedPart> lines() {
    List<EditedPart> lines = new ArrayList<>();
    Set<CartLine> seen = new LinkedHashSet<>();
    for (EditedPart part : parts) {
      if (part.line != null && seen.add(part.line)) {
        lines.add(part);
      }
    }
    return lines;
  }

  EditedPart add(MenuItem item, int quantity) {
    EditedPart part = new EditedPart(null, item, quantity);
    parts.add(part);
    return part;
  }

  /// So many of a part, as a part of its own; all of it if it has no more.
  EditedPart cut(EditedPart whole, int some) {
    if (some >= whole.quantity) {
      return whole;
    }
    EditedPart part = whole.cut(some);
    parts.add(parts.indexOf(whole), part);
    return part;
  }

  /// What must be done so that the cart becomes as it is here.
  List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    for (CartLine line : cart.lines()) {
      List<EditedPart> left = parts().stream().filter(part -> line.equals(part.line)).toList();
      Optional<EditedPart> kept = kept(line, left);
      kept.ifPresentOrElse(
          part -> change(line, part, drafts), () -> drafts.add(removal(line, parts)));
      left.stream()
          .filter(part -> kept.isEmpty() || part != kept.get())
          .forEach(part -> drafts.add(addition(part)));
    }
    parts().stream().filter(part -> part.line == null).forEach(part -> drafts.add(addition(part)));
    return drafts;
  }

  /// The part that stays in the line: the one that is least changed.
  private static Optional<EditedPart> kept(CartLine line, List<EditedPart> left) {
    List<EditedPart> same =
        left.stream()
            .filter(part -> part.item.id().equals(line.itemId()))
            .filter(part -> Objects.equals(part.person, line.person()))
            .toList();
    return same.stream()
        .filter(part -> part.options.equals(Set.copyOf(line.optionIds())))
        .findFirst()
        .or(() -> same.stream().findFirst());
  }

  private static void change(CartLine line, EditedPart part, List<Draft> drafts) {
    Set<UUID> take = new LinkedHashSet<>(part.options);
    line.optionIds().forEach(take::remove);
    Set<UUID> leave = new LinkedHashSet<>(line.optionIds());
    leave.removeAll(part.options);
    if (take.isEmpty() && leave.isEmpty() && part.quantity == line.quantity()) {
      return;
    }
    Draft draft = new Draft(Draft.Wish.CHANGE, List.of(part.item), true, line);
    draft.take.addAll(take);
    draft.leave.addAll(leave);
    draft.quantity = part.quantity == line.quantity() ? null : Integer.valueOf(part.quantity);
    drafts.add(draft);
  }

  private static Draft removal(CartLine line, List<EditedPart> parts) {
    MenuItem item =
        parts.stream()
            .filter(part -> line.equals(part.line))
            .map(part -> part.item)
            .findFirst()
            .orElseThrow();
    return new Draft(Draft.Wish.REMOVE, List.of(item), true, line);
  }

  private static Draft addition(EditedPart part) {
    Draft draft = new Draft(Draft.Wish.ADD, List.of(part.item), true, null);
    draft.take.addAll(part.options);
    draft.quantity = part.quantity;
    draft.person = part.person;
    draft.from = part.from;
    draft.to = part.to;
    return draft;
  }
}
