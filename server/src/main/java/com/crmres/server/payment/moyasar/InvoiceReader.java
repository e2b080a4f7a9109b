package com.crmres.server.payment.moyasar;

import com.crmres.common.money.Money;
import com.crmres.server.http.Exchange;
import com.crmres.server.payment.ProviderAnswer;
import com.crmres.server.payment.ProviderAnswer.Standing;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads how an invoice of Moyasar's stands: by itself, and by the attempts to pay it.
final class InvoiceReader {

  private InvoiceReader() {}

  /// The invoice; what cannot be understood is a doubt.
  static ProviderAnswer read(JsonNode invoice) {
    String id = invoice.path("id").asText("");
    Standing standing = standing(invoice);
    if (id.isEmpty() || standing == null || !invoice.path("amount").canConvertToLong()) {
      return new ProviderAnswer.InDoubt("an invoice that cannot be understood");
    }
    JsonNode payment = paid(invoice);
    JsonNode money = payment == null ? invoice : payment;
    return new ProviderAnswer.Known(
        id,
        standing,
        new Money(money.path("amount").asLong()),
        money.path("currency").asText(""),
        id(invoice.path("metadata").path(Moyasar.REFERENCE)),
        id(invoice.path("metadata").path(Moyasar.ORDER)),
        new Money(payment == null ? 0 : payment.path("refunded").asLong(0)),
        invoice.path("url").asText(null),
        payment == null ? null : payment.path("id").asText(null));
  }

  private static @Nullable Standing standing(JsonNode invoice) {
    return switch (invoice.path("status").asText("")) {
      case "initiated", "on_hold" -> Standing.OPEN;
      case "paid", "refunded" -> Standing.PAID;
      case "failed" -> Standing.FAILED;
      case "expired" -> Standing.EXPIRED;
      case "canceled", "voided" -> Standing.CANCELLED;
      default -> null;
    };
  }

  /// The attempt that brought money: a customer may try several cards.
  private static @Nullable JsonNode paid(JsonNode invoice) {
    for (JsonNode payment : invoice.path("payments")) {
      switch (payment.path("status").asText("")) {
        case "paid", "captured", "refunded" -> {
          return payment;
        }
        default -> {
          // It brought nothing.
        }
      }
    }
    return null;
  }

  private static @Nullable UUID id(JsonNode text) {
    return Exchange.uuid(text.asText("")).orElse(null);
  }
}
