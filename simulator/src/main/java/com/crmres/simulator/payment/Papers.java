package com.crmres.simulator.payment;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/// Writes invoices, payments, events and errors as Moyasar does.
final class Papers {

  private Papers() {}

  static ObjectNode invoice(Invoice invoice, Instant now) {
    ObjectNode paper = Json.MAPPER.createObjectNode();
    paper.put("id", invoice.id);
    paper.put("status", invoice.status(now));
    paper.put("amount", invoice.amount);
    paper.put("currency", invoice.currency);
    paper.put("description", invoice.description);
    paper.put("amount_format", formatted(invoice.amount, invoice.currency));
    paper.put("url", "https://checkout.moyasar.com/invoices/" + invoice.id + "?lang=ar");
    paper.putNull("callback_url");
    paper.put("expired_at", invoice.expiresAt == null ? null : invoice.expiresAt.toString());
    paper.put("created_at", invoice.createdAt.toString());
    paper.put("updated_at", now.toString());
    paper.putNull("back_url");
    paper.putNull("success_url");
    var payments = paper.putArray("payments");
    invoice.payments.forEach(payment -> payments.add(payment(invoice, payment)));
    paper.set("metadata", invoice.metadata);
    return paper;
  }

  static ObjectNode payment(Invoice invoice, Invoice.Payment payment) {
    ObjectNode paper = Json.MAPPER.createObjectNode();
    paper.put("id", payment.id);
    paper.put("status", payment.status());
    paper.put("amount", payment.amount);
    paper.put("fee", 0);
    paper.put("currency", invoice.currency);
    paper.put("refunded", payment.refunded);
    paper.put("captured", 0);
    paper.put("description", invoice.description);
    paper.put("amount_format", formatted(payment.amount, invoice.currency));
    paper.put("invoice_id", invoice.id);
    paper.set("metadata", invoice.metadata);
    paper.putObject("source").put("type", "creditcard").put("company", "mada");
    return paper;
  }

  static ObjectNode event(
      String id, String type, String secretToken, JsonNode payment, Instant now) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    event.put("id", id);
    event.put("type", type);
    event.put("created_at", now.toString());
    event.put("secret_token", secretToken);
    event.put("account_name", "Simulated");
    event.put("live", false);
    event.set("data", payment);
    return event;
  }

  static ObjectNode error(String type, String message) {
    ObjectNode error = Json.MAPPER.createObjectNode();
    error.put("type", type);
    error.put("message", message);
    error.putNull("errors");
    return error;
  }

  private static String formatted(long amount, String currency) {
    return String.format(Locale.ROOT, "%d.%02d %s", amount / 100, amount % 100, currency);
  }
}
