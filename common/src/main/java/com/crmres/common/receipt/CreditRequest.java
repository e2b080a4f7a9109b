package com.crmres.common.receipt;

import com.crmres.common.money.Money;
import java.util.UUID;

/// Staff take an invoice back, wholly or in part; the same `commandId` twice is one credit note.
///
/// @param amount with VAT, at most what was not taken back yet
/// @param reason for the note, 1 to 200 characters
public record CreditRequest(UUID commandId, Money amount, String reason) {}
