package com.crmres.simulator.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The invoices of one shop, and what becomes of them.
final class Till {

  private static final long ONE_RIYAL = 100;

  private final Callbacks callbacks;
  private final Mishaps mishaps;
  private final String secretToken;
  private final Clock clock;
  private final Map<String, Invoice> invoices = new LinkedHashMap<>();
  private final AtomicInteger refunds = new AtomicInteger();

  Till(Callbacks callbacks, Mishaps mishaps, String secretToken, Clock clock) {
    this.callbacks = callbacks;
    this.mishaps = mishaps;
    this.secretToken = secretToken;
    this.clock = clock;
  }

  synchronized JsonNode add(
      long amount,
      String currency,
      String description,
      @Nullable Instant expiresAt,
      JsonNode metadata) {
    String id = UUID.randomUUID().toString();
    Invoice invoice =
        new Invoice(id, amount, currency, description, expiresAt, metadata, clock.instant());
    invoices.put(id, invoice);
    return paper(invoice);
  }

  synchronized Optional<JsonNode> find(String id) {
    return Optional.ofNullable(invoices.get(id)).map(this::paper);
  }

  /// The newest first, as Moyasar lists them.
  synchronized List<JsonNode> withMetadata(String key, String value) {
    return invoices.values().stream()
        .filter(invoice -> invoice.metadata.path(key).asText("").equals(value))
        .map(this::paper)
        .toList()
        .reversed();
  }

  synchronized List<JsonNode> invoices() {
    return invoices.values().stream().map(this::paper).toList();
  }

  /// Closes a page nobody has paid on.
  ///
  /// @return empty if it is closed or paid already
  synchronized Optional<JsonNode> cancel(String id) {
    Invoice invoice = invoices.get(id);
    if (invoice == null || !invoice.status(clock.instant()).equals("initiated")) {
      return Optional.empty();
    }
    invoice.cancel();
    return Optional.of(paper(invoice));
  }

  void attempt(String id, boolean succeeds) {
    JsonNode payment = attempted(id, succeeds);
    tell(succeeds ? "payment_paid" : "payment_faild", payment);
  }

  private synchronized JsonNode attempted(String id, boolean succeeds) {
    Invoice invoice = invoices.get(id);
    if (invoice == null || !invoice.status(clock.instant()).equals("initiated")) {
      throw new IllegalStateException("nobody can pay on a page that is closed: " + id);
    }
    long amount = mishaps.happens(Mishap.OTHER_AMOUNT) ? ONE_RIYAL : invoice.amount;
    Invoice.Payment payment = new Invoice.Payment(UUID.randomUUID().toString(), amount, succeeds);
    invoice.payments.add(payment);
    return Papers.payment(invoice, payment);
  }

  /// Gives money of a payment back.
  ///
  /// @return empty if there is not as much left
  Optional<JsonNode> refund(String paymentId, long amount) {
    Optional<JsonNode> payment = refunded(paymentId, amount);
    payment.ifPresent(paper -> tell("payment_refunded", paper));
    return payment;
  }

  private synchronized Optional<JsonNode> refunded(String paymentId, long amount) {
    for (Invoice invoice : invoices.values()) {
      for (Invoice.Payment payment : invoice.payments) {
        boolean possible =
            payment.succeeded && amount > 0 && amount <= payment.amount - payment.refunded;
        if (payment.id.equals(paymentId) && possible) {
          payment.refunded += amount;
          refunds.incrementAndGet();
          return Optional.of(Papers.payment(invoice, payment));
        }
      }
    }
    return Optional.empty();
  }

  int refunds() {
    return refunds.get();
  }

  private void tell(String type, JsonNode payment) {
    callbacks.send(
        Papers.event(UUID.randomUUID().toString(), type, secretToken, payment, clock.instant()));
  }

  private JsonNode paper(Invoice invoice) {
    return Papers.invoice(invoice, clock.instant());
  }
}
