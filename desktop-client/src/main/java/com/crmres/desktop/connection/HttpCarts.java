package com.crmres.desktop.connection;

import com.crmres.common.menu.MenuDetails;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.CartStepRequest;
import com.crmres.common.ordering.ChangeCartRequest;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.ordering.RepeatedCart;
import java.util.UUID;

/// The carts of conversations, over HTTP.
final class HttpCarts implements CartApi {

  private final SignedExchange exchange;

  HttpCarts(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CartDetails cart(UUID conversationId) {
    return exchange.get(path(conversationId, ""), SignedExchange.type(CartDetails.class));
  }

  @Override
  public CartDetails change(UUID conversationId, ChangeCartRequest request) {
    return exchange.post(path(conversationId, "/changes"), request, CartDetails.class);
  }

  @Override
  public CartDetails readBack(UUID conversationId, CartStepRequest request) {
    return exchange.post(path(conversationId, "/read-back"), request, CartDetails.class);
  }

  @Override
  public OrderSummary confirm(UUID conversationId, CartStepRequest request) {
    return exchange.post(path(conversationId, "/confirm"), request, OrderSummary.class);
  }

  @Override
  public CartDetails cancel(UUID conversationId, CartStepRequest request) {
    return exchange.post(path(conversationId, "/cancel"), request, CartDetails.class);
  }

  @Override
  public RepeatedCart repeat(UUID conversationId, CartStepRequest request) {
    return exchange.post(path(conversationId, "/repeat"), request, RepeatedCart.class);
  }

  @Override
  public MenuDetails menu(UUID branchId) {
    return exchange.get(
        "/v1/menu?choices=true&branch=" + branchId, SignedExchange.type(MenuDetails.class));
  }

  private static String path(UUID conversationId, String rest) {
    return "/v1/conversations/%s/cart%s".formatted(conversationId, rest);
  }
}
