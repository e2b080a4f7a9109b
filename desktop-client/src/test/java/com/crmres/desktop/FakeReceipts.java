package com.crmres.desktop;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptKind;
import com.crmres.common.restaurant.LocalizedText;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Receipts as a server issues them, of no more than their numbers.
final class FakeReceipts {

  private FakeReceipts() {}

  static Receipt of(OrderSummary order) {
    var noor = new LocalizedText("مطعم نور", "Noor");
    return new Receipt(
        World.id("receipt " + order.number()),
        order.id(),
        order.branchId(),
        ReceiptKind.SLIP,
        "S-1",
        order.number(),
        null,
        null,
        order.placedAt(),
        noor,
        noor,
        noor,
        null,
        List.of(),
        order.total(),
        order.total(),
        Money.ZERO,
        null,
        null);
  }

  static void paper(HttpExchange exchange, OrderSummary order) throws IOException {
    byte[] bytes = ("%PDF " + order.number()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
