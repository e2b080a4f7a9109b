package com.crmres.desktop.cart;

import com.crmres.common.ordering.CartDetails;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts a dish into the cart, or corrects a line: choices, number and wish are changes of their
/// own, and what stayed as it was is not asked for.
final class DishPutting {

  private final CartModel model;

  DishPutting(CartModel model) {
    this.model = model;
  }

  void put(DishModel dish) {
    CartWishes wishes = model.wishes();
    UUID line = dish.lineId();
    if (wishes == null) {
      return;
    }
    if (line == null) {
      int quantity = dish.quantity().get();
      model.change(wishes.add(dish.item().id(), quantity, dish.optionIds(), dish.note().get()));
      return;
    }
    CartDetails.Line before = before(line);
    if (before != null) {
      model.change(wishes.options(line, dish.optionIds()), () -> number(dish, before));
    }
  }

  private CartDetails.@Nullable Line before(UUID line) {
    CartDetails shown = model.cart().get();
    return shown == null
        ? null
        : shown.lines().stream().filter(one -> one.id().equals(line)).findFirst().orElse(null);
  }

  private void number(DishModel dish, CartDetails.Line before) {
    int quantity = dish.quantity().get();
    CartWishes wishes = model.wishes();
    if (quantity == before.quantity() || wishes == null) {
      note(dish, before);
    } else {
      model.change(wishes.quantity(before.id(), quantity), () -> note(dish, before));
    }
  }

  private void note(DishModel dish, CartDetails.Line before) {
    String note = dish.note().get().strip();
    CartWishes wishes = model.wishes();
    if (wishes != null && !note.equals(Objects.requireNonNullElse(before.note(), ""))) {
      model.change(wishes.lineNote(before.id(), note));
    }
  }
}
