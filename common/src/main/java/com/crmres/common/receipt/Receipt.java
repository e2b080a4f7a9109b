package com.crmres.common.receipt;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A paper about an order as it was issued; it never changes. It names no customer.
///
/// @param number its own: without gaps per restaurant for what we issue, the order's for a slip,
///   the till's for its invoice
/// @param refersTo the number of the invoice that a credit note takes back
/// @param reason why it is taken back
/// @param seller as it was registered then
/// @param address of the branch
/// @param lines with their parts of the amounts; they add up to them
/// @param gross with VAT
/// @param net without
/// @param vat the difference
/// @param link to the till's invoice
/// @param qr the text of the tax authority's square code; present where the house issues
public record Receipt(
    UUID id,
    UUID orderId,
    UUID branchId,
    ReceiptKind kind,
    String number,
    String orderNumber,
    @Nullable String refersTo,
    @Nullable String reason,
    Instant issuedAt,
    LocalizedText seller,
    LocalizedText branch,
    LocalizedText address,
    @Nullable String vatNumber,
    List<Line> lines,
    Money gross,
    Money net,
    Money vat,
    @Nullable String link,
    @Nullable String qr) {
  public Receipt {
    lines = List.copyOf(lines);
  }

  /// One line of it.
  ///
  /// @param details size and choices
  /// @param discount its part of the order's discount, taken off already in `gross`
  public record Line(
      LineKind kind,
      int quantity,
      LocalizedText name,
      List<LocalizedText> details,
      Money discount,
      Money gross,
      Money net,
      Money vat) {
    public Line {
      details = List.copyOf(details);
    }
  }
}
