package com.crmres.desktop.connection;

import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.UUID;

/// What became of things, over HTTP.
final class HttpAftermath implements AftermathApi {

  private final SignedExchange exchange;

  HttpAftermath(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public OrderSummary order(UUID orderId) {
    return exchange.get("/v1/orders/" + orderId, SignedExchange.type(OrderSummary.class));
  }

  @Override
  public List<OrderEvent> steps(UUID orderId) {
    Page<OrderEvent> steps =
        exchange.get("/v1/orders/%s/events".formatted(orderId), new TypeReference<>() {});
    return steps.items();
  }
}
