package com.crmres.server.receipt;

import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptKind;
import com.crmres.common.receipt.ReceiptSettings;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes papers: puts what was sold, who sells and the number together.
final class Writing {

  private final Restaurants restaurants;
  private final Clock clock;
  private final Ids ids;

  Writing(Restaurants restaurants, Clock clock, Ids ids) {
    this.restaurants = restaurants;
    this.clock = clock;
    this.ids = ids;
  }

  /// What a kind of paper has of its own.
  private record Own(
      ReceiptKind kind, String number, @Nullable String link, @Nullable String vatNumber) {}

  Receipt slip(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      Bill bill,
      ReceiptSettings settings) {
    Own own = new Own(ReceiptKind.SLIP, order.number(), null, null);
    return write(transaction, restaurantId, order, bill, settings, own);
  }

  Receipt invoice(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      Bill bill,
      ReceiptSettings settings,
      long serial) {
    String vatNumber = Objects.requireNonNull(settings.vatNumber());
    Own own = new Own(ReceiptKind.TAX_INVOICE, number("INV", serial), null, vatNumber);
    return write(transaction, restaurantId, order, bill, settings, own);
  }

  Receipt ofTill(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      Bill bill,
      ReceiptSettings settings,
      String number,
      @Nullable String link) {
    Own own = new Own(ReceiptKind.TILL_INVOICE, number, link, null);
    return write(transaction, restaurantId, order, bill, settings, own);
  }

  /// A note against an invoice, which says what that one said of the seller.
  Receipt creditNote(Receipt invoice, Bill bill, long serial, String reason) {
    Instant now = now();
    String vatNumber = Objects.requireNonNull(invoice.vatNumber());
    return new Receipt(
        ids.next(),
        invoice.orderId(),
        invoice.branchId(),
        ReceiptKind.CREDIT_NOTE,
        number("CN", serial),
        invoice.orderNumber(),
        invoice.number(),
        reason,
        now,
        invoice.seller(),
        invoice.branch(),
        invoice.address(),
        vatNumber,
        bill.lines(),
        bill.gross(),
        bill.net(),
        bill.vat(),
        null,
        TaxCode.of(invoice.seller().ar(), vatNumber, now, bill.gross(), bill.vat()));
  }

  private Receipt write(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      Bill bill,
      ReceiptSettings settings,
      Own own) {
    Branch branch = restaurants.branch(transaction, restaurantId, order.branchId()).orElseThrow();
    LocalizedText registered = settings.sellerName();
    LocalizedText seller =
        registered == null ? restaurants.of(transaction, restaurantId).name() : registered;
    Instant now = now();
    String vatNumber = own.vatNumber();
    return new Receipt(
        ids.next(),
        order.id(),
        order.branchId(),
        own.kind(),
        own.number(),
        order.number(),
        null,
        null,
        now,
        seller,
        branch.name(),
        branch.address(),
        vatNumber,
        bill.lines(),
        bill.gross(),
        bill.net(),
        bill.vat(),
        own.link(),
        vatNumber == null
            ? null
            : TaxCode.of(seller.ar(), vatNumber, now, bill.gross(), bill.vat()));
  }

  /// The square code tells seconds, so the paper does.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String number(String prefix, long serial) {
    return String.format(Locale.ROOT, "%s-%06d", prefix, serial);
  }
}
