package com.crmres.server.staffcart;

import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.cart.CartResult.Reason;

/// Says to people why a cart does not do what they ask for.
final class CartFaults {

  private CartFaults() {}

  static ApiException of(Reason reason) {
    return switch (reason) {
      case Reason.SoldOut _ -> refused("itemId", Rule.CART_SOLD_OUT);
      case Reason.Unknown _ -> refused("cart", Rule.UNKNOWN);
      case Reason.OutOfRange _ -> refused("cart", Rule.CHOICE);
      case Reason.TooMany tooMany -> refused("optionIds", Rule.CART_TOO_MANY, tooMany.max());
      case Reason.NoDelivery _ -> refused("fulfilment", Rule.CART_NO_DELIVERY);
      case Reason.ClosedThen _ -> refused("wantedAt", Rule.CART_CLOSED_THEN);
      case Reason.Full _ -> refused("cart", Rule.CART_FULL);
    };
  }

  /// Why a cart did not become an order.
  static ApiException of(PlaceResult result) {
    return switch (result) {
      case PlaceResult.Placed _, PlaceResult.AlreadyPlaced _, PlaceResult.Altered _ ->
          throw new IllegalArgumentException("it became an order");
      case PlaceResult.Changed _ -> new ApiException(ErrorCode.CHANGED_MEANWHILE);
      case PlaceResult.NotAltered _ -> refused("cart", Rule.CART_ORDER_FIXED);
      case PlaceResult.Incomplete _ -> refused("cart", Rule.CART_INCOMPLETE);
      case PlaceResult.SoldOut _ -> refused("cart", Rule.CART_SOLD_OUT);
      case PlaceResult.Closed _ -> refused("cart", Rule.CART_CLOSED);
      case PlaceResult.Full _ -> refused("wantedAt", Rule.MOVE_NO_ROOM);
      case PlaceResult.NotPayable _ -> refused("total", Rule.CART_NOT_PAYABLE);
      case PlaceResult.Empty _ -> refused("cart", Rule.CART_EMPTY);
    };
  }

  static ApiException refused(String field, Rule rule, Object... arguments) {
    return new ApiException(
        ErrorCode.CART_REFUSED, new Faults().add(field, rule, arguments).found());
  }
}
