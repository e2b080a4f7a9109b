package com.crmres.server.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.money.Money;
import com.crmres.common.receipt.LineKind;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.restaurant.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BillTest {

  private static final LocalizedText NAME = new LocalizedText("صنف", "Item");

  @Test
  void everyTotalUpToFiveHundredRiyalsAddsUp() {
    Random cuts = new Random(7);
    for (int total = 1; total <= 50_000; total++) {
      Money gross = new Money(total);
      Money net = Vat.STANDARD.net(gross);
      // 2 × |net × 1.15 − gross| ≤ 1.15: no other net is nearer.
      assertThat(Math.abs(net.halalas() * 230 - total * 200L)).as(gross.text()).isLessThan(116);
      assertThat(Vat.STANDARD.tax(gross)).isEqualTo(gross.vatInside());
      Bill bill = Bill.of(Vat.STANDARD, sold(cut(total, cuts)), Money.ZERO);
      holds(bill, gross, net);
      holds(takenBackInThree(bill, cuts), gross, net);
    }
  }

  @Test
  void linesAreNotRoundedOneByOne() {
    Bill bill = Bill.of(Vat.STANDARD, sold(List.of(1200L, 1200L, 1200L, 900L, 700L)), Money.ZERO);

    assertThat(bill.net()).isEqualTo(new Money(4522));
    assertThat(bill.vat()).isEqualTo(new Money(678));
    assertThat(halalas(bill, Receipt.Line::net)).containsExactly(1044L, 1043L, 1043L, 783L, 609L);
  }

  @Test
  void aDiscountIsOfTheFoodFirst() {
    List<Bill.Sold> sold = new ArrayList<>(sold(List.of(3000L, 1000L)));
    sold.add(new Bill.Sold(LineKind.DELIVERY, 1, NAME, List.of(), new Money(1500)));

    Bill some = Bill.of(Vat.STANDARD, sold, new Money(501));
    Bill more = Bill.of(Vat.STANDARD, sold, new Money(4100));

    assertThat(halalas(some, Receipt.Line::discount)).containsExactly(376L, 125L, 0L);
    assertThat(some.gross()).isEqualTo(new Money(4999));
    assertThat(halalas(more, Receipt.Line::gross)).containsExactly(0L, 0L, 1400L);
    assertThatThrownBy(() -> Bill.of(Vat.STANDARD, sold, new Money(5501)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void discountsAndFeesKeepEverySum(
      @ForAll("prices") List<Long> prices,
      @ForAll @IntRange(max = 5000) int fee,
      @ForAll @IntRange(max = 100) int percentOff) {
    List<Bill.Sold> sold = new ArrayList<>(sold(prices));
    sold.add(new Bill.Sold(LineKind.DELIVERY, 1, NAME, List.of(), new Money(fee)));
    long before = prices.stream().mapToLong(Long::longValue).sum() + fee;
    long off = before * percentOff / 100;

    Bill bill = Bill.of(Vat.STANDARD, sold, new Money(off));

    holds(bill, new Money(before - off), Vat.STANDARD.net(new Money(before - off)));
    assertThat(halalas(bill, Receipt.Line::discount).stream().mapToLong(Long::longValue).sum())
        .isEqualTo(off);
  }

  @Property
  void howeverItIsTakenBackNothingIsLeft(
      @ForAll("prices") List<Long> prices, @ForAll("parts") List<Integer> parts) {
    Bill bill = Bill.of(Vat.STANDARD, sold(prices), Money.ZERO);
    List<Bill> notes = new ArrayList<>();
    long left = bill.gross().halalas();
    for (int part : parts) {
      long amount = left * part / 100;
      notes.add(Credit.of(bill.lines(), before(bill, notes), new Money(amount)));
      left -= amount;
    }
    notes.add(Credit.of(bill.lines(), before(bill, notes), new Money(left)));

    assertThat(notes.stream().mapToLong(note -> note.gross().halalas()).sum())
        .isEqualTo(bill.gross().halalas());
    assertThat(notes.stream().mapToLong(note -> note.net().halalas()).sum())
        .isEqualTo(bill.net().halalas());
    assertThat(notes)
        .allSatisfy(note ->
            assertThat(note.lines())
                .allSatisfy(line -> {
                  assertThat(line.gross().halalas()).isNotNegative();
                  assertThat(line.net().halalas()).isNotNegative();
                  assertThat(line.vat().halalas()).isNotNegative();
                }));
    for (int line = 0; line < prices.size(); line++) {
      int at = line;
      assertThat(notes.stream().mapToLong(note -> note.lines().get(at).net().halalas()).sum())
          .isEqualTo(bill.lines().get(at).net().halalas());
    }
    assertThatThrownBy(() -> Credit.of(bill.lines(), before(bill, notes), new Money(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<List<Long>> prices() {
    return Arbitraries.longs().between(0, 30_000).list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Integer>> parts() {
    return Arbitraries.integers().between(0, 100).list().ofMaxSize(4);
  }

  private static void holds(Bill bill, Money gross, Money net) {
    assertThat(bill.gross()).isEqualTo(gross);
    assertThat(bill.net()).isEqualTo(net);
    assertThat(bill.net().plus(bill.vat())).isEqualTo(gross);
    assertThat(Bill.sum(bill.lines().stream().map(Receipt.Line::gross).toList())).isEqualTo(gross);
    assertThat(Bill.sum(bill.lines().stream().map(Receipt.Line::net).toList())).isEqualTo(net);
    for (Receipt.Line line : bill.lines()) {
      assertThat(line.net().plus(line.vat())).isEqualTo(line.gross());
      assertThat(line.vat().halalas()).isNotNegative();
    }
  }

  /// All notes of a bill that is taken back in three, as one.
  private static Bill takenBackInThree(Bill bill, Random cuts) {
    List<Bill> notes = new ArrayList<>();
    long left = bill.gross().halalas();
    for (int note = 0; note < 3; note++) {
      long amount = note == 2 ? left : cuts.nextLong(left + 1);
      notes.add(Credit.of(bill.lines(), before(bill, notes), new Money(amount)));
      left -= amount;
    }
    List<Receipt.Line> lines = new ArrayList<>();
    for (int line = 0; line < bill.lines().size(); line++) {
      int at = line;
      List<Receipt.Line> same = notes.stream().map(note -> note.lines().get(at)).toList();
      lines.add(
          new Receipt.Line(
              LineKind.ITEM,
              1,
              NAME,
              List.of(),
              Money.ZERO,
              Bill.sum(same.stream().map(Receipt.Line::gross).toList()),
              Bill.sum(same.stream().map(Receipt.Line::net).toList()),
              Bill.sum(same.stream().map(Receipt.Line::vat).toList())));
    }
    return new Bill(
        lines,
        Bill.sum(notes.stream().map(Bill::gross).toList()),
        Bill.sum(notes.stream().map(Bill::net).toList()),
        Bill.sum(notes.stream().map(Bill::vat).toList()));
  }

  private static List<Money> before(Bill bill, List<Bill> notes) {
    return Stream.iterate(0, line -> line + 1)
        .limit(bill.lines().size())
        .map(line -> Bill.sum(notes.stream().map(note -> note.lines().get(line).gross()).toList()))
        .toList();
  }

  private static List<Long> cut(int total, Random cuts) {
    List<Long> parts = new ArrayList<>();
    long left = total;
    for (int part = 0; part < 4 && left > 0; part++) {
      long piece = cuts.nextLong(left + 1);
      parts.add(piece);
      left -= piece;
    }
    parts.add(left);
    return parts;
  }

  private static List<Bill.Sold> sold(List<Long> prices) {
    return prices.stream()
        .map(price -> new Bill.Sold(LineKind.ITEM, 1, NAME, List.of(), new Money(price)))
        .toList();
  }

  private static List<Long> halalas(Bill bill, Function<Receipt.Line, Money> part) {
    return bill.lines().stream().map(part).map(Money::halalas).toList();
  }
}
