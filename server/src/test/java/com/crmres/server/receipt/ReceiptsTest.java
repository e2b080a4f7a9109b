package com.crmres.server.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptForm;
import com.crmres.common.receipt.ReceiptIssuer;
import com.crmres.common.receipt.ReceiptKind;
import com.crmres.common.receipt.ReceiptSettings;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.database.Transaction;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.Why;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.payment.MoneyWorld;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

  private static final UUID OWNER = UUID.fromString("01980000-0000-7000-8000-00000000000a");

  private final MoneyWorld world = new MoneyWorld();
  private final Receipts receipts = world.receipts;

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aBranchThatIssuesNothingGivesASlipOnceTheCustomerHasHisOrder() {
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    assertThat(papers(order)).isEmpty();

    world.handOver(order);

    assertThat(papers(order))
        .singleElement()
        .satisfies(slip -> {
          assertThat(slip.kind()).isEqualTo(ReceiptKind.SLIP);
          assertThat(slip.number()).isEqualTo(order.number());
          assertThat(slip.qr()).isNull();
          assertThat(slip.vatNumber()).isNull();
          assertThat(slip.gross()).isEqualTo(order.total());
        });
  }

  @Test
  void aBranchThatIssuesGivesATaxInvoiceWithTheSquareCode() {
    issues(ReceiptIssuer.HOUSE);

    OrderSummary order = world.handOver(world.placed(Fulfilment.PICKUP));

    Receipt invoice = papers(order).getFirst();
    assertThat(invoice.kind()).isEqualTo(ReceiptKind.TAX_INVOICE);
    assertThat(invoice.number()).isEqualTo("INV-000001");
    assertThat(invoice.vat()).isEqualTo(order.vat());
    assertThat(invoice.qr())
        .isEqualTo(
            TaxCode.of(
                "شركة نور", "310122393500003", invoice.issuedAt(), invoice.gross(), invoice.vat()));
  }

  @Test
  void numbersHaveNoGapsWhoeverIssuesAtOnceAndWhateverFails() throws Exception {
    issues(ReceiptIssuer.HOUSE);
    List<OrderSummary> orders =
        Stream.generate(() -> world.placed(Fulfilment.PICKUP)).limit(12).toList();
    List<Callable<Optional<Receipt>>> issuing =
        orders.stream()
            .<Callable<Optional<Receipt>>>map(
                order -> () -> issueOrFail(order, orders.indexOf(order) % 4 == 1))
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(issuing);
      threads.invokeAll(issuing);
    }

    List<String> numbers =
        world.in(tx ->
            tx.sql("select number from receipt order by serial").list(row -> row.text("number")));
    assertThat(numbers)
        .isEqualTo(IntStream.rangeClosed(1, 9).mapToObj("INV-%06d"::formatted).toList());
  }

  private Optional<Receipt> issueOrFail(OrderSummary order, boolean fail) {
    return world.in(tx -> {
      Optional<Receipt> issued = receipts.issue(tx, Noor.ID, order);
      if (fail) {
        throw new IllegalStateException("the node died");
      }
      return issued;
    });
  }

  @Test
  void anIssuedPaperCannotBeChangedOrRemoved() {
    issues(ReceiptIssuer.HOUSE);
    world.handOver(world.placed(Fulfilment.PICKUP));

    for (String sql :
        List.of(
            "update receipt set number = 'X'",
            "update receipt set gross = 0",
            "delete from receipt")) {
      assertThatThrownBy(() -> world.in(tx -> tx.sql(sql).update()))
          .isInstanceOf(DatabaseException.class);
      assertThatThrownBy(() -> world.asOwner(sql)).hasMessageContaining("stays as it is");
    }
  }

  @Test
  void notesTakeTheInvoiceBackToTheHalalaAndNoFurther() {
    issues(ReceiptIssuer.HOUSE);
    OrderSummary order = world.handOver(world.placed(Fulfilment.PICKUP));
    Receipt invoice = papers(order).getFirst();
    UUID command = UUID.randomUUID();

    Optional<Receipt> first = credit(order, command, 1001);
    Optional<Receipt> again = credit(order, command, 1001);
    Optional<Receipt> rest = credit(order, UUID.randomUUID(), 1_000_000);
    Optional<Receipt> none = credit(order, UUID.randomUUID(), 1);

    assertThat(again).isEqualTo(first);
    assertThat(none).isEmpty();
    assertThat(List.of(first.orElseThrow(), rest.orElseThrow()))
        .extracting(Receipt::number, Receipt::refersTo)
        .containsExactly(tuple("CN-000001", "INV-000001"), tuple("CN-000002", "INV-000001"));
    assertThat(first.get().net().plus(rest.get().net())).isEqualTo(invoice.net());
    assertThat(first.get().vat().plus(rest.get().vat())).isEqualTo(invoice.vat());
    assertThat(papers(order).getFirst()).isEqualTo(invoice);
  }

  @Test
  void anInvoiceOfAnOrderThatIsCancelledIsTakenBack() {
    issues(ReceiptIssuer.HOUSE);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.in(tx -> receipts.issue(tx, Noor.ID, order));

    world.apply(order.id(), new OrderCommand.AskToCancel(Why.said("غيرت رأيي")));

    assertThat(papers(order))
        .extracting(Receipt::kind)
        .containsExactly(ReceiptKind.TAX_INVOICE, ReceiptKind.CREDIT_NOTE);
    assertThat(world.<Money>in(tx -> receipts.left(tx, Noor.ID, order.id()))).isEqualTo(Money.ZERO);
  }

  @Test
  void whereTheTillIssuesOnlyItsNumberIsShown() {
    issues(ReceiptIssuer.TILL);
    OrderSummary order = world.handOver(world.placed(Fulfilment.PICKUP));
    assertThat(papers(order)).isEmpty();

    Receipt told = told(order, "POS-1");
    Receipt again = told(order, "POS-2");

    assertThat(again).isEqualTo(told);
    assertThat(told.kind()).isEqualTo(ReceiptKind.TILL_INVOICE);
    assertThat(told.number()).isEqualTo("POS-1");
    assertThat(told.qr()).isNull();
  }

  @Test
  void whatAChangeAddsHasAnInvoiceOfItsOwnAndAllOfThemAreTakenBack() {
    issues(ReceiptIssuer.HOUSE);
    OrderSummary order = world.placed(Fulfilment.PICKUP);
    world.in(tx -> receipts.issue(tx, Noor.ID, order));
    assertThat(world.alter(order.id(), 3, false)).isEqualTo("Altered");
    OrderSummary dearer = world.order(order.id());
    UUID payment = UUID.randomUUID();

    for (int told = 0; told < 2; told++) {
      world.database.changeRestaurant(
          Noor.ID, tx -> receipts.add(tx, Noor.ID, dearer, payment, new Money(2_400)));
    }

    List<Receipt> invoices = papers(order);
    assertThat(invoices).extracting(Receipt::number).containsExactly("INV-000001", "INV-000002");
    Receipt more = invoices.getLast();
    assertThat(more.gross()).isEqualTo(new Money(2_400));
    assertThat(more.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.name()).isEqualTo(Noor.BURGER.name());
          assertThat(line.quantity()).isEqualTo(1);
        });
    assertThat(more.net().plus(more.vat())).isEqualTo(more.gross());
    assertThat(world.<Money>in(tx -> receipts.left(tx, Noor.ID, order.id())))
        .isEqualTo(dearer.total());

    credit(dearer, UUID.randomUUID(), dearer.total().halalas());

    List<Receipt> notes =
        papers(order).stream().filter(paper -> paper.kind() == ReceiptKind.CREDIT_NOTE).toList();
    assertThat(notes)
        .extracting(Receipt::refersTo)
        .containsExactlyInAnyOrder("INV-000001", "INV-000002");
    assertThat(world.<Money>in(tx -> receipts.left(tx, Noor.ID, order.id()))).isEqualTo(Money.ZERO);
    assertThat(Bill.sum(notes.stream().map(Receipt::vat).toList()))
        .isEqualTo(Bill.sum(invoices.stream().map(Receipt::vat).toList()));
  }

  private Receipt told(OrderSummary order, String number) {
    return world.in(tx -> receipts.issuedByTill(tx, Noor.ID, order, number, null));
  }

  private Optional<Receipt> credit(OrderSummary order, UUID command, long halalas) {
    return world.in(
        tx -> receipts.takeBack(tx, Noor.ID, order.id(), command, new Money(halalas), "ناقص"));
  }

  private List<Receipt> papers(OrderSummary order) {
    Function<Transaction, List<Receipt>> all = tx -> receipts.ofOrder(tx, Noor.ID, order.id());
    return world.in(all);
  }

  private void issues(ReceiptIssuer issuer) {
    ReceiptSettings settings =
        new ReceiptSettings(
            issuer,
            new LocalizedText("شركة نور", "Noor Co."),
            "310122393500003",
            ReceiptForm.NONE,
            0);
    assertThat(
            world.<Boolean>in(tx -> receipts.change(tx, Noor.ID, Noor.OLAYA.id(), settings, OWNER)))
        .isTrue();
  }
}
