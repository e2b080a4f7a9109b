package com.crmres.common.payment;

import com.crmres.common.money.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment of an order.
///
/// @param refunded what went back of it
/// @param url the page where it is paid, while that is open
/// @param expiresAt until when the page is open
public record PaymentSummary(
    UUID id,
    UUID orderId,
    UUID branchId,
    PaymentMethod method,
    PaymentState state,
    Money amount,
    Money refunded,
    @Nullable String url,
    @Nullable Instant expiresAt,
    Instant createdAt,
    Instant changedAt) {}
