package com.crmres.common.payment;

import java.util.UUID;

/// Staff say how an order is paid; the same `commandId` twice is one payment.
public record PayRequest(UUID commandId, PaymentMethod method) {}
