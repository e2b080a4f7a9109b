package com.crmres.server.receipt;

import com.crmres.common.money.Money;
import com.crmres.common.receipt.LineKind;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.restaurant.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A sale taken apart: each line with its part of discount, net and tax. Whatever way one adds, the
/// halalas are the same.
///
/// @param gross what the customer pays
record Bill(List<Receipt.Line> lines, Money gross, Money net, Money vat) {
  Bill {
    lines = List.copyOf(lines);
  }

  /// Something that was sold.
  ///
  /// @param gross with tax, before any discount
  record Sold(
      LineKind kind, int quantity, LocalizedText name, List<LocalizedText> details, Money gross) {
    Sold {
      details = List.copyOf(details);
    }
  }

  /// Takes a sale apart. A discount is of the food; only what is more than that lowers the delivery
  /// fee.
  ///
  /// @param discount on the whole order, at most its gross
  static Bill of(Vat rate, List<Sold> sold, Money discount) {
    List<Money> before = sold.stream().map(Sold::gross).toList();
    List<Money> discounts = discounts(sold, discount);
    List<Money> gross =
        IntStream.range(0, sold.size())
            .mapToObj(line -> minus(before.get(line), discounts.get(line)))
            .toList();
    Money total = sum(gross);
    Money net = rate.net(total);
    List<Money> nets = Shares.of(net, gross);
    List<Receipt.Line> lines = new ArrayList<>();
    for (int line = 0; line < sold.size(); line++) {
      lines.add(line(sold.get(line), discounts.get(line), gross.get(line), nets.get(line)));
    }
    return new Bill(lines, total, net, minus(total, net));
  }

  private static List<Money> discounts(List<Sold> sold, Money discount) {
    Money food = sum(weights(sold, LineKind.ITEM));
    Money fee = sum(weights(sold, LineKind.DELIVERY));
    if (discount.halalas() > food.plus(fee).halalas()) {
      throw new IllegalArgumentException("a discount of more than the sale: " + discount.text());
    }
    Money ofFood = discount.compareTo(food) < 0 ? discount : food;
    List<Money> onFood = Shares.of(ofFood, weights(sold, LineKind.ITEM));
    List<Money> onFee = Shares.of(minus(discount, ofFood), weights(sold, LineKind.DELIVERY));
    return IntStream.range(0, sold.size())
        .mapToObj(line -> onFood.get(line).plus(onFee.get(line)))
        .toList();
  }

  private static List<Money> weights(List<Sold> sold, LineKind kind) {
    return sold.stream().map(line -> line.kind() == kind ? line.gross() : Money.ZERO).toList();
  }

  private static Receipt.Line line(Sold sold, Money discount, Money gross, Money net) {
    return new Receipt.Line(
        sold.kind(),
        sold.quantity(),
        sold.name(),
        sold.details(),
        discount,
        gross,
        net,
        minus(gross, net));
  }

  static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }

  static Money minus(Money amount, Money taken) {
    return new Money(Math.subtractExact(amount.halalas(), taken.halalas()));
  }
}
