package com.crmres.common.payment;

import com.crmres.common.money.Money;
import java.util.UUID;

/// Staff give money back; the same `commandId` twice is one refund.
///
/// @param amount at most what was not given back yet
/// @param reason 1 to 200 characters
public record RefundRequest(UUID commandId, Money amount, String reason) {}
