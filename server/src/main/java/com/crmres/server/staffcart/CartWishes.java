package com.crmres.server.staffcart;

import com.crmres.common.customer.PhoneNumber;
import com.crmres.common.ordering.CartPlace;
import com.crmres.common.ordering.ChangeCartRequest;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartCommand.Correction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what people want of a cart; a wish that lacks something is refused whole, with every
/// fault.
final class CartWishes {

  private static final int LONGEST_NOTE = 200;
  private static final int MOST_OF_ONE = 50;
  private static final int MOST_OPTIONS = 60;

  private CartWishes() {}

  /// The command.
  ///
  /// @throws com.crmres.server.http.ApiException naming every fault
  static CartCommand command(ChangeCartRequest wish) {
    refuseFaults(wish);
    return switch (wish.action()) {
      case ADD ->
          new CartCommand.Add(
              Objects.requireNonNull(wish.itemId()),
              Objects.requireNonNull(wish.quantity()),
              options(wish),
              note(wish),
              null,
              null);
      case QUANTITY ->
          new CartCommand.ChangeQuantity(
              Objects.requireNonNull(wish.lineId()), Objects.requireNonNull(wish.quantity()));
      case OPTIONS ->
          new Correction.SetOptions(Objects.requireNonNull(wish.lineId()), options(wish));
      case LINE_NOTE ->
          new Correction.SetLineNote(Objects.requireNonNull(wish.lineId()), note(wish));
      case REMOVE -> new CartCommand.Remove(Objects.requireNonNull(wish.lineId()));
      case CLEAR -> new CartCommand.Clear();
      case FULFILMENT ->
          new CartCommand.ChooseFulfilment(Objects.requireNonNull(wish.fulfilment()));
      case BRANCH -> new CartCommand.ChooseBranch(Objects.requireNonNull(wish.branchId()));
      case PLACE -> new Correction.SetPlace(place(Objects.requireNonNull(wish.place())));
      case PHONE -> new CartCommand.ContactBy(phone(wish).orElseThrow());
      case TIME -> new Correction.SetTime(wish.wantedAt());
      case NOTE -> new Correction.SetNote(note(wish));
    };
  }

  private static List<UUID> options(ChangeCartRequest wish) {
    return wish.optionIds() == null ? List.of() : wish.optionIds();
  }

  private static @Nullable String note(ChangeCartRequest wish) {
    return wish.note() == null || wish.note().isBlank() ? null : wish.note().strip();
  }

  /// A place that says nothing is none.
  private static Cart.@Nullable Destination place(CartPlace place) {
    String words = place.text() == null || place.text().isBlank() ? null : place.text().strip();
    return words == null && place.latitude() == null && place.longitude() == null
        ? null
        : new Cart.Destination(place.latitude(), place.longitude(), words);
  }

  private static Optional<PhoneNumber> phone(ChangeCartRequest wish) {
    return wish.phone() == null ? Optional.empty() : PhoneNumber.parse(wish.phone());
  }

  private static void refuseFaults(ChangeCartRequest wish) {
    Faults faults = new Faults();
    switch (wish.action()) {
      case ADD -> {
        required("itemId", wish.itemId(), faults);
        quantity(wish, faults);
      }
      case QUANTITY -> {
        required("lineId", wish.lineId(), faults);
        quantity(wish, faults);
      }
      case OPTIONS, LINE_NOTE, REMOVE -> required("lineId", wish.lineId(), faults);
      case FULFILMENT -> required("fulfilment", wish.fulfilment(), faults);
      case BRANCH -> required("branchId", wish.branchId(), faults);
      case PLACE -> required("place", wish.place(), faults);
      case PHONE -> {
        if (phone(wish).isEmpty()) {
          faults.add("phone", Rule.SHAPE);
        }
      }
      case CLEAR, TIME, NOTE -> {}
    }
    faults.length("note", wish.note(), 0, LONGEST_NOTE);
    if (options(wish).size() > MOST_OPTIONS) {
      faults.add("optionIds", Rule.COUNT, 0, MOST_OPTIONS);
    }
    faults.throwIfAny();
  }

  private static void quantity(ChangeCartRequest wish, Faults faults) {
    if (wish.quantity() == null) {
      faults.add("quantity", Rule.REQUIRED);
    } else {
      faults.range("quantity", wish.quantity(), 1, MOST_OF_ONE);
    }
  }

  private static void required(String field, @Nullable Object value, Faults faults) {
    if (value == null) {
      faults.add(field, Rule.REQUIRED);
    }
  }
}
