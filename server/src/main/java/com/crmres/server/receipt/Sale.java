package com.crmres.server.receipt;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.receipt.LineKind;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.restaurant.LocalizedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads an order as a sale: what its total has above its lines is the fee of the delivery, what it
/// lacks is a discount.
final class Sale {

  private final PaperTexts texts = new PaperTexts();

  Bill of(OrderSummary order) {
    List<Bill.Sold> sold = new ArrayList<>(order.lines().stream().map(Sale::item).toList());
    long lines = Bill.sum(sold.stream().map(Bill.Sold::gross).toList()).halalas();
    long above = order.total().halalas() - lines;
    if (above > 0) {
      LocalizedText name = texts.both("delivery", Map.of());
      sold.add(new Bill.Sold(LineKind.DELIVERY, 1, name, List.of(), new Money(above)));
    }
    return Bill.of(Vat.STANDARD, sold, new Money(Math.max(0, -above)));
  }

  /// What a change has added to an order: each dish as far as no invoice holds it; what was taken
  /// out, and what was given besides, is a discount.
  ///
  /// @param invoices of the order until now
  /// @param amount that is paid for it
  Bill more(OrderSummary order, List<Receipt> invoices, Money amount) {
    List<Bill.Sold> added = new ArrayList<>();
    Map<List<Object>, long[]> held = held(invoices);
    for (Receipt.Line line : of(order).lines()) {
      long[] before = held.getOrDefault(key(line), new long[2]);
      long gross = Math.max(0, line.gross().halalas() - before[1]);
      int quantity = (int) Math.max(1, line.quantity() - before[0]);
      before[0] = Math.max(0, before[0] - line.quantity());
      before[1] = Math.max(0, before[1] - line.gross().halalas());
      if (gross > 0) {
        added.add(
            new Bill.Sold(line.kind(), quantity, line.name(), line.details(), new Money(gross)));
      }
    }
    long sum = Bill.sum(added.stream().map(Bill.Sold::gross).toList()).halalas();
    long above = amount.halalas() - sum;
    if (above > 0) {
      LocalizedText name = texts.both("difference", Map.of());
      added.add(new Bill.Sold(LineKind.ITEM, 1, name, List.of(), new Money(above)));
    }
    return Bill.of(Vat.STANDARD, added, new Money(Math.max(0, -above)));
  }

  /// How many of each dish invoices hold, and for how much.
  private static Map<List<Object>, long[]> held(List<Receipt> invoices) {
    Map<List<Object>, long[]> held = new HashMap<>();
    for (Receipt invoice : invoices) {
      for (Receipt.Line line : invoice.lines()) {
        long[] all = held.computeIfAbsent(key(line), _ -> new long[2]);
        all[0] += line.quantity();
        all[1] += line.gross().halalas();
      }
    }
    return held;
  }

  private static List<Object> key(Receipt.Line line) {
    return List.of(line.kind(), line.name(), line.details());
  }

  private static Bill.Sold item(OrderSummary.Line line) {
    List<LocalizedText> details =
        Stream.concat(Stream.ofNullable(line.size()), line.modifiers().stream()).toList();
    return new Bill.Sold(LineKind.ITEM, line.quantity(), line.name(), details, line.total());
  }
}
