package com.crmres.common.receipt;

import com.crmres.common.restaurant.LocalizedText;
import org.jspecify.annotations.Nullable;

/// How a branch gives receipts.
///
/// @param sellerName as registered, required where the house issues
/// @param vatNumber 15 digits that begin and end with 3, required where the house issues
/// @param sent as what the receipt goes to the customer by itself, once he has paid or has his
///   order
/// @param version expected by the next change; 0 if nothing was ever set
public record ReceiptSettings(
    ReceiptIssuer issuer,
    @Nullable LocalizedText sellerName,
    @Nullable String vatNumber,
    ReceiptForm sent,
    long version) {

  /// Until somebody says otherwise: a slip, shown to whoever asks for it.
  public static final ReceiptSettings UNSET =
      new ReceiptSettings(ReceiptIssuer.NOBODY, null, null, ReceiptForm.NONE, 0);
}
