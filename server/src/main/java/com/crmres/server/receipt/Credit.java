package com.crmres.server.receipt;

import com.crmres.common.money.Money;
import com.crmres.common.receipt.Receipt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What a credit note takes back of an invoice.
///
/// The net of a line is given back along one straight way from nothing to all of it, so that
/// however many notes it takes, all of them together are the invoice to the halala.
final class Credit {

  private Credit() {}

  /// Takes an amount back, from every line in proportion to what is left of it.
  ///
  /// @param before gross that earlier notes took back, per line of the invoice
  /// @param amount at most what is left
  static Bill of(List<Receipt.Line> invoice, List<Money> before, Money amount) {
    List<Money> left =
        IntStream.range(0, invoice.size())
            .mapToObj(line -> Bill.minus(invoice.get(line).gross(), before.get(line)))
            .toList();
    if (amount.compareTo(Bill.sum(left)) > 0) {
      throw new IllegalArgumentException("more than is left of the invoice: " + amount.text());
    }
    List<Money> taken = Shares.of(amount, left);
    List<Receipt.Line> lines = new ArrayList<>();
    for (int line = 0; line < invoice.size(); line++) {
      lines.add(line(invoice.get(line), before.get(line), taken.get(line)));
    }
    Money net = Bill.sum(lines.stream().map(Receipt.Line::net).toList());
    return new Bill(lines, amount, net, Bill.minus(amount, net));
  }

  private static Receipt.Line line(Receipt.Line invoiced, Money before, Money taken) {
    Money net = Bill.minus(netOf(invoiced, before.plus(taken)), netOf(invoiced, before));
    return new Receipt.Line(
        invoiced.kind(),
        invoiced.quantity(),
        invoiced.name(),
        invoiced.details(),
        Money.ZERO,
        taken,
        net,
        Bill.minus(taken, net));
  }

  /// The net of the first halalas of a line.
  private static Money netOf(Receipt.Line line, Money gross) {
    if (gross.halalas() == 0) {
      return Money.ZERO;
    }
    return new Money(
        BigDecimal.valueOf(line.net().halalas())
            .multiply(BigDecimal.valueOf(gross.halalas()))
            .divide(BigDecimal.valueOf(line.gross().halalas()), 0, RoundingMode.HALF_UP)
            .longValueExact());
  }
}
