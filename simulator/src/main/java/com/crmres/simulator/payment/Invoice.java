package com.crmres.simulator.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A page where somebody may pay, and his attempts.
final class Invoice {

  final String id;
  final long amount;
  final String currency;
  final String description;
  final @Nullable Instant expiresAt;
  final JsonNode metadata;
  final Instant createdAt;
  final List<Payment> payments = new ArrayList<>();
  private boolean cancelled;

  Invoice(
      String id,
      long amount,
      String currency,
      String description,
      @Nullable Instant expiresAt,
      JsonNode metadata,
      Instant createdAt) {
    this.id = id;
    this.amount = amount;
    this.currency = currency;
    this.description = description;
    this.expiresAt = expiresAt;
    this.metadata = metadata;
    this.createdAt = createdAt;
  }

  /// An attempt to pay it.
  static final class Payment {
    final String id;
    final long amount;
    final boolean succeeded;
    long refunded;

    Payment(String id, long amount, boolean succeeded) {
      this.id = id;
      this.amount = amount;
      this.succeeded = succeeded;
    }

    String status() {
      if (!succeeded) {
        return "failed";
      }
      return refunded == amount ? "refunded" : "paid";
    }
  }

  void cancel() {
    cancelled = true;
  }

  Optional<Payment> paid() {
    return payments.stream().filter(payment -> payment.succeeded).findFirst();
  }

  /// A failed attempt leaves it open: the customer may try another card.
  String status(Instant now) {
    if (paid().isPresent()) {
      return paid().get().status();
    }
    if (cancelled) {
      return "canceled";
    }
    return expiresAt != null && !now.isBefore(expiresAt) ? "expired" : "initiated";
  }
}
