package com.crmres.desktop.connection;

import com.crmres.common.receipt.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.util.UUID;

/// Receipts over HTTP.
final class HttpReceipts implements ReceiptApi {

  private final HttpExchange exchange;
  private final SessionKeys keys;
  private final SignedExchange signed;

  HttpReceipts(HttpExchange exchange, SessionKeys keys, SignedExchange signed) {
    this.exchange = exchange;
    this.keys = keys;
    this.signed = signed;
  }

  @Override
  public byte[] pdf(UUID orderId) {
    String receipt = "/v1/orders/%s/receipt".formatted(orderId);
    var _ = signed.post(receipt, null, Receipt.class);
    return keys.with(token -> {
      HttpRequest request = exchange.request(receipt + ".pdf", token).build();
      try (InputStream body = exchange.open(request).body()) {
        return body.readAllBytes();
      } catch (IOException e) {
        throw ServerFailure.unreachable(e);
      }
    });
  }
}
