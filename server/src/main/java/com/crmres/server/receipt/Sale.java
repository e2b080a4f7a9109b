package com.crmres.server.receipt;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.receipt.LineKind;
import com.crmres.common.restaurant.LocalizedText;
import java.util.ArrayList;
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

  private static Bill.Sold item(OrderSummary.Line line) {
    List<LocalizedText> details =
        Stream.concat(Stream.ofNullable(line.size()), line.modifiers().stream()).toList();
    return new Bill.Sold(LineKind.ITEM, line.quantity(), line.name(), details, line.total());
  }
}
