package com.crmres.desktop.connection;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.ordering.CustomerFigures;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Customers and their conversations' history, over HTTP.
final class HttpCustomers implements CustomerApi {

  private final SignedExchange exchange;

  HttpCustomers(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Page<OrderSummary> orders(UUID customerId, int limit) {
    return exchange.get(
        "/v1/customers/%s/orders?limit=%d".formatted(customerId, limit), new TypeReference<>() {});
  }

  @Override
  public CustomerFigures figures(UUID customerId) {
    return exchange.get(
        "/v1/customers/%s/figures".formatted(customerId),
        SignedExchange.type(CustomerFigures.class));
  }

  @Override
  public ConversationSummary conversation(UUID conversationId) {
    return exchange.get(
        "/v1/conversations/" + conversationId, SignedExchange.type(ConversationSummary.class));
  }

  @Override
  public Page<TimelineEntry> timeline(UUID conversationId, @Nullable String after) {
    String from = after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    return exchange.get(
        "/v1/conversations/%s/timeline?limit=50%s".formatted(conversationId, from),
        new TypeReference<>() {});
  }
}
