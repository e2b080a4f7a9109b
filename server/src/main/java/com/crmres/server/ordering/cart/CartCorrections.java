package com.crmres.server.ordering.cart;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartResult.Changed;
import com.crmres.server.ordering.cart.CartResult.Reason;
import com.crmres.server.ordering.cart.CartResult.Refused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules by which people put something in the place of what stands in a cart.
final class CartCorrections {

  private final Offer offer;
  private final WayRules ways;

  CartCorrections(Offer offer, WayRules ways) {
    this.offer = offer;
    this.ways = ways;
  }

  CartResult apply(Cart cart, CartCommand.Correction correction) {
    return switch (correction) {
      case CartCommand.Correction.SetOptions(UUID lineId, List<UUID> optionIds) ->
          setOptions(cart, lineId, optionIds);
      case CartCommand.Correction.SetLineNote(UUID lineId, String note) ->
          setLineNote(cart, lineId, note);
      case CartCommand.Correction.SetNote(String note) -> setNote(cart, note);
      case CartCommand.Correction.SetTime(Instant wantedAt) -> setTime(cart, wantedAt);
      case CartCommand.Correction.SetPlace(Cart.Destination place) -> ways.setPlace(cart, place);
    };
  }

  private CartResult setOptions(Cart cart, UUID lineId, List<UUID> optionIds) {
    MenuItem item =
        cart.line(lineId).flatMap(line -> offer.menu(cart).item(line.itemId())).orElse(null);
    if (item == null) {
      return new Refused(new Reason.Unknown());
    }
    Choices choices = new Choices(item, optionIds, cart.way());
    return CartRules.fault(item, choices, optionIds, cart.way())
        .<CartResult>map(Refused::new)
        .orElseGet(() -> new Changed(CartRules.onLine(cart, lineId, line -> line.with(choices))));
  }

  private static CartResult setLineNote(Cart cart, UUID lineId, @Nullable String note) {
    if (cart.line(lineId).isEmpty()) {
      return new Refused(new Reason.Unknown());
    }
    return CartRules.isTooLong(note)
        ? new Refused(new Reason.OutOfRange())
        : new Changed(CartRules.onLine(cart, lineId, line -> line.withNote(said(note))));
  }

  private static CartResult setNote(Cart cart, @Nullable String note) {
    return CartRules.isTooLong(note)
        ? new Refused(new Reason.OutOfRange())
        : new Changed(cart.withNote(said(note)));
  }

  private static @Nullable String said(@Nullable String note) {
    return note == null || note.isBlank() ? null : note.strip();
  }

  private CartResult setTime(Cart cart, @Nullable Instant wantedAt) {
    if (wantedAt == null) {
      return new Changed(cart.withWantedAt(null));
    }
    return wantedAt.isAfter(offer.at())
        ? ways.wanted(cart, wantedAt)
        : new Refused(new Reason.OutOfRange());
  }
}
