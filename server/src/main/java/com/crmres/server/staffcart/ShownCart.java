package com.crmres.server.staffcart;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.CartPlace;
import com.crmres.common.ordering.CartQuestion;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.CartResult.Question;
import com.crmres.server.ordering.cart.Evidence;
import com.crmres.server.ordering.cart.SeenCart;
import com.crmres.server.ordering.cart.VersionCode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cart as it crosses the wire.
final class ShownCart {

  private ShownCart() {}

  /// The cart of a conversation.
  ///
  /// @param changes the number of the order that it is to change
  static CartDetails of(UUID conversationId, SeenCart seen, @Nullable String changes) {
    Cart cart = seen.cart();
    boolean stored = cart.version() > 0;
    return new CartDetails(
        stored ? cart.id() : null,
        conversationId,
        cart.version(),
        changes,
        cart.branchId(),
        cart.fulfilment(),
        place(cart.destination()),
        seen.contactPhone(),
        cart.note(),
        cart.wantedAt(),
        seen.readyAt(),
        seen.lines().stream().map(ShownCart::line).toList(),
        seen.priced().deliveryFee(),
        seen.priced().total(),
        seen.priced().vat(),
        seen.readBack(),
        seen.readBackAt(),
        stored ? VersionCode.of(cart.id(), cart.version()) : null,
        question(seen.question()));
  }

  private static @Nullable CartPlace place(Cart.@Nullable Destination to) {
    return to == null ? null : new CartPlace(to.latitude(), to.longitude(), to.text());
  }

  private static CartDetails.Line line(SeenCart.Line seen) {
    CartLine line = seen.line();
    OrderSummary.Line sold = seen.sold();
    return new CartDetails.Line(
        line.id(),
        line.itemId(),
        line.quantity(),
        sold == null ? null : sold.name(),
        sold == null ? null : sold.size(),
        sold == null ? List.of() : sold.modifiers(),
        line.optionIds(),
        line.note(),
        line.person(),
        sold == null ? Money.ZERO : sold.total(),
        seen.available(),
        evidence(line.evidence()));
  }

  private static CartDetails.@Nullable Evidence evidence(@Nullable Evidence evidence) {
    return evidence == null
        ? null
        : new CartDetails.Evidence(evidence.messageId(), evidence.words());
  }

  private static @Nullable CartQuestion question(@Nullable Question question) {
    return switch (question) {
      case null -> null;
      case Question.Choose(UUID lineId, UUID _, UUID groupId) ->
          new CartQuestion(CartQuestion.Kind.CHOOSE, lineId, groupId, List.of(), null);
      case Question.HowToGet _ -> plain(CartQuestion.Kind.HOW_TO_GET);
      case Question.WhichBranch(List<UUID> branches) ->
          new CartQuestion(CartQuestion.Kind.WHICH_BRANCH, null, null, branches, null);
      case Question.WhereTo _ -> plain(CartQuestion.Kind.WHERE_TO);
      case Question.WhichPin _ -> plain(CartQuestion.Kind.WHICH_PIN);
      case Question.OutOfReach _ -> plain(CartQuestion.Kind.OUT_OF_REACH);
      case Question.TooLittle(Money _, Money missing) ->
          new CartQuestion(CartQuestion.Kind.TOO_LITTLE, null, null, List.of(), missing);
      case Question.WhichPhone _ -> plain(CartQuestion.Kind.WHICH_PHONE);
    };
  }

  private static CartQuestion plain(CartQuestion.Kind kind) {
    return new CartQuestion(kind, null, null, List.of(), null);
  }
}
