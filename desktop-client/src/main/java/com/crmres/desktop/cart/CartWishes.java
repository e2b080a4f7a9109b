package com.crmres.desktop.cart;

import com.crmres.common.ordering.CartAction;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.CartPlace;
import com.crmres.common.ordering.CartStepRequest;
import com.crmres.common.ordering.ChangeCartRequest;
import com.crmres.common.ordering.Fulfilment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Words what is wanted of a cart as it stands on the screen.
final class CartWishes {

  private final CartDetails seen;
  private final Supplier<UUID> commandIds;

  CartWishes(CartDetails seen, Supplier<UUID> commandIds) {
    this.seen = seen;
    this.commandIds = commandIds;
  }

  boolean isEmpty() {
    return seen.lines().isEmpty();
  }

  /// Whether nothing must be known before it can be read back.
  boolean isComplete() {
    return !isEmpty() && seen.question() == null;
  }

  ChangeCartRequest add(UUID item, int quantity, List<UUID> options, String note) {
    return new Wish(CartAction.ADD)
        .item(item)
        .quantity(quantity)
        .options(options)
        .note(note)
        .made();
  }

  ChangeCartRequest quantity(UUID line, int quantity) {
    return new Wish(CartAction.QUANTITY).line(line).quantity(quantity).made();
  }

  ChangeCartRequest options(UUID line, List<UUID> options) {
    return new Wish(CartAction.OPTIONS).line(line).options(options).made();
  }

  ChangeCartRequest lineNote(UUID line, String note) {
    return new Wish(CartAction.LINE_NOTE).line(line).note(note).made();
  }

  ChangeCartRequest remove(UUID line) {
    return new Wish(CartAction.REMOVE).line(line).made();
  }

  ChangeCartRequest fulfilment(Fulfilment way) {
    var wish = new Wish(CartAction.FULFILMENT);
    wish.way = way;
    return wish.made();
  }

  ChangeCartRequest branch(UUID branch) {
    var wish = new Wish(CartAction.BRANCH);
    wish.branch = branch;
    return wish.made();
  }

  ChangeCartRequest place(CartPlace place) {
    var wish = new Wish(CartAction.PLACE);
    wish.place = place;
    return wish.made();
  }

  ChangeCartRequest phone(String words) {
    var wish = new Wish(CartAction.PHONE);
    wish.phone = words.strip();
    return wish.made();
  }

  /// @param at null for as soon as it can be
  ChangeCartRequest time(@Nullable Instant at) {
    var wish = new Wish(CartAction.TIME);
    wish.wantedAt = at;
    return wish.made();
  }

  ChangeCartRequest note(String words) {
    return new Wish(CartAction.NOTE).note(words).made();
  }

  /// @param reason for a yes in the customer's place
  CartStepRequest step(@Nullable String reason) {
    return new CartStepRequest(
        commandIds.get(), seen.id(), seen.version(), seen.total(), reason, null);
  }

  CartStepRequest repeat(UUID orderId) {
    return new CartStepRequest(commandIds.get(), seen.id(), seen.version(), null, null, orderId);
  }

  /// A change being worded.
  private final class Wish {
    private final CartAction action;
    private @Nullable UUID line;
    private @Nullable UUID item;
    private @Nullable Integer quantity;
    private @Nullable List<UUID> options;
    private @Nullable String note;
    private @Nullable Fulfilment way;
    private @Nullable UUID branch;
    private @Nullable CartPlace place;
    private @Nullable String phone;
    private @Nullable Instant wantedAt;

    Wish(CartAction action) {
      this.action = action;
    }

    Wish line(UUID id) {
      line = id;
      return this;
    }

    Wish item(UUID id) {
      item = id;
      return this;
    }

    Wish quantity(int number) {
      quantity = number;
      return this;
    }

    Wish options(List<UUID> ids) {
      options = ids;
      return this;
    }

    Wish note(String words) {
      note = words.isBlank() ? null : words.strip();
      return this;
    }

    ChangeCartRequest made() {
      return new ChangeCartRequest(
          commandIds.get(),
          seen.id(),
          seen.version(),
          action,
          line,
          item,
          quantity,
          options,
          note,
          way,
          branch,
          place,
          phone,
          wantedAt);
    }
  }
}
