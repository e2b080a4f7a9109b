package com.crmres.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.AccountRequest;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentSettings;
import com.crmres.common.payment.PaymentSummary;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.ordering.OrderMoney;
import com.crmres.server.ordering.cart.Noor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Restaurant Noor, taking money with a provider in memory.
final class MoneyHouse implements AutoCloseable {

  static final UUID OWNER = UUID.fromString("01980000-0000-7000-8000-00000000000a");

  final PretendProvider provider = new PretendProvider();
  private @Nullable Cashier made;
  final MoneyWorld world =
      new MoneyWorld(house -> List.of(cashier(house).follower()), house -> cashier(house).purse());
  final Cashier cashier = cashier(world);
  final Payments payments = cashier.payments();
  final CallWorker worker = cashier.worker(world.orders);

  /// It takes everything, by links as well.
  MoneyHouse() {
    world.database.changeRestaurant(
        Noor.ID,
        tx ->
            cashier
                .accounts()
                .replace(tx, Noor.ID, "pretend", new AccountRequest("sk", "x".repeat(16)), OWNER));
    offers(new PaymentSettings(List.of(PaymentMethod.values()), null, 20, 0));
  }

  void offers(PaymentSettings settings) {
    assertThat(
            world.<Boolean>in(tx -> payments.change(tx, Noor.ID, Noor.OLAYA.id(), settings, OWNER)))
        .isTrue();
  }

  /// A new order, on the evening of the next day.
  OrderSummary orderTomorrow(Fulfilment fulfilment) {
    long days = Duration.between(Noor.EVENING, world.clock.instant()).toDays() + 1;
    Instant tomorrow = Noor.EVENING.plus(Duration.ofDays(days));
    world.clock.forward(Duration.between(world.clock.instant(), tomorrow));
    return world.placed(fulfilment);
  }

  PayResult begin(UUID order, PaymentMethod method) {
    return world.in(
        tx -> payments.begin(tx, Noor.ID, world.orders, order, method, UUID.randomUUID()));
  }

  RefundResult refund(UUID payment, UUID command, long halalas) {
    return world.in(tx ->
        payments.refund(tx, Noor.ID, world.orders, payment, command, new Money(halalas), "ناقص"));
  }

  void done(UUID task) {
    world.in(tx -> payments.done(tx, Noor.ID, world.orders, task, Set.of(Noor.OLAYA.id()), OWNER));
  }

  void hint(String link) {
    world.in(tx -> payments.hinted(tx, Noor.ID, "pretend", link));
  }

  void work() throws InterruptedException {
    worker.work(500);
  }

  List<PaymentSummary> payments(UUID order) {
    return world.in(tx -> payments.ofOrder(tx, Noor.ID, order));
  }

  List<PaymentTask> tasks() {
    return world.in(tx -> payments.openTasks(tx, Noor.ID, Set.of(Noor.OLAYA.id())));
  }

  /// The links of an order, as the provider has them.
  List<ProviderAnswer.Known> links(UUID order) {
    return provider.links().stream().filter(link -> order.equals(link.orderId())).toList();
  }

  /// What an order costs more than was paid for it, in halalas.
  long due(UUID order) {
    OrderSummary now = world.order(order);
    return world.<Long>in(tx -> payments.due(tx, Noor.ID, now));
  }

  /// Whether nothing of its money could go back any more.
  boolean nothingLeft(UUID order) {
    return world.<Boolean>in(tx ->
        new PaymentStore()
            .ofOrder(tx, Noor.ID, order).stream()
                .filter(payment -> PaymentMove.isPaid(payment.state()))
                .allMatch(payment -> payments.left(tx, Noor.ID, payment).halalas() == 0));
  }

  /// How the order itself stands with its money.
  OrderMoney stands(UUID order) {
    return world.in(tx ->
        tx.sql("select payment, paid, refunded, refund_asked from orders where id = :id")
            .with("id", order)
            .one(row ->
                new OrderMoney(
                    row.named("payment", OrderPaymentState.class),
                    row.money("paid"),
                    row.money("refunded"),
                    row.money("refund_asked"))));
  }

  /// What its payments come to.
  OrderMoney comesTo(UUID order) {
    Money total = world.order(order).total();
    return world.in(tx -> cashier.purse().of(tx, Noor.ID, order, total)).orElseThrow();
  }

  @Override
  public void close() {
    world.close();
  }

  private Cashier cashier(MoneyWorld house) {
    Cashier before = made;
    if (before != null) {
      return before;
    }
    Cashier now =
        new Cashier(
            house.database,
            house.events,
            house.conversations,
            house.receipts,
            provider,
            new OpenSealing(),
            house.clock,
            house.ids,
            () -> {});
    made = now;
    return now;
  }

  /// Hides nothing.
  private static final class OpenSealing implements Accounts.Sealing {
    @Override
    public byte[] seal(String secret, String owner) {
      return secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String open(byte[] sealed, String owner) {
      return new String(sealed, StandardCharsets.UTF_8);
    }
  }
}
