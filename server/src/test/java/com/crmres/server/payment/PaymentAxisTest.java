package com.crmres.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentMethod;
import com.crmres.common.payment.PaymentState;
import com.crmres.common.payment.PaymentSummary;
import com.crmres.common.payment.PaymentTask;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.Why;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.payment.ProviderAnswer.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How an order stands with its money is what its payments say, whatever happens in whatever order.
@SuppressWarnings("NullAway.Init") // JUnit opens first
class PaymentAxisTest {

  private static final int SEQUENCES = 60;
  private static final int STEPS = 25;

  private static MoneyHouse house;

  @BeforeAll
  static void open() {
    house = new MoneyHouse();
  }

  /// What others lost is none of the next one's.
  @BeforeEach
  void answersComeThrough() {
    house.provider.losesNothing();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void orderAndPaymentsNeverMoveApart() throws Exception {
    for (int seed = 1; seed <= SEQUENCES; seed++) {
      Random random = new Random(seed);
      Fulfilment fulfilment = random.nextBoolean() ? Fulfilment.PICKUP : Fulfilment.DELIVERY;
      UUID order = house.orderTomorrow(fulfilment).id();
      List<String> history = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        history.add(happens(order, random));
        assertThat(house.stands(order))
            .as("seed %s: %s", seed, history)
            .isEqualTo(house.comesTo(order));
      }
      settle(order);
      assertThat(house.stands(order))
          .as("seed %s: %s", seed, history)
          .isEqualTo(house.comesTo(order));
      addsUp(order, seed + ": " + history);
    }
  }

  private static String happens(UUID order, Random random) throws InterruptedException {
    return switch (random.nextInt(14)) {
      case 12, 13 -> altered(order, random);
      case 0, 1 -> "begin " + house.begin(order, any(random, List.of(PaymentMethod.values())));
      case 2, 3, 4 -> told(order, random);
      case 5 -> {
        house.work();
        yield "work";
      }
      case 6 -> {
        house.world.clock.forward(Duration.ofSeconds(random.nextInt(12) == 0 ? 1300 : 65));
        house.work();
        yield "time";
      }
      case 7 -> {
        house.provider.loses(
            random.nextBoolean()
                ? new ProviderAnswer.InDoubt("the line broke")
                : new ProviderAnswer.Refused("too many", true));
        yield "lost";
      }
      case 8 -> refunded(order, random);
      default -> commanded(order, random);
    };
  }

  /// The provider tells of a link, once or several times.
  private static String told(UUID order, Random random) throws InterruptedException {
    List<ProviderAnswer.Known> links = house.links(order);
    if (links.isEmpty()) {
      return "nothing told";
    }
    ProviderAnswer.Known link = any(random, links);
    Standing standing =
        any(random, List.of(Standing.PAID, Standing.PAID, Standing.FAILED, Standing.EXPIRED));
    if (link.standing() == Standing.OPEN
        || (standing == Standing.PAID && link.standing() != Standing.PAID)) {
      house.provider.stands(link.providerId(), standing);
    }
    for (int times = random.nextInt(3); times >= 0; times--) {
      house.hint(link.providerId());
      if (random.nextBoolean()) {
        house.work();
      }
    }
    return "told " + standing;
  }

  /// Its customer, or staff, make it more or less.
  private static String altered(UUID order, Random random) {
    int pieces = 1 + random.nextInt(4);
    boolean byStaff = random.nextBoolean();
    return "altered to " + pieces + " " + house.world.alter(order, pieces, byStaff);
  }

  /// Staff want money back, have given it back, or somebody gave it in the provider's own program.
  private static String refunded(UUID order, Random random) {
    List<PaymentTask> tasks =
        house.tasks().stream()
            .filter(task -> task.orderId().equals(order))
            .filter(task -> task.state() == PaymentTask.State.FOR_PEOPLE)
            .toList();
    if (!tasks.isEmpty() && random.nextBoolean()) {
      house.done(any(random, tasks).id());
      return "done by people";
    }
    List<ProviderAnswer.Known> paid =
        house.links(order).stream().filter(link -> link.standing() == Standing.PAID).toList();
    if (!paid.isEmpty() && random.nextInt(3) == 0) {
      ProviderAnswer.Known link = any(random, paid);
      house.provider.refund("sk", link.providerId(), some(link.amount(), random));
      house.hint(link.providerId());
      return "given back past us";
    }
    PaymentSummary payment = any(random, house.payments(order));
    long amount = some(payment.amount(), random).halalas();
    return "refund " + house.refund(payment.id(), UUID.randomUUID(), amount);
  }

  private static String commanded(UUID order, Random random) {
    Money some = some(new Money(4800), random);
    OrderCommand command =
        any(
            random,
            List.of(
                new OrderCommand.Accept(15),
                new OrderCommand.StartPreparing(),
                new OrderCommand.MarkReady(),
                new OrderCommand.Dispatch(),
                new OrderCommand.HandOver(),
                new OrderCommand.Reject("مشغولين"),
                new OrderCommand.AskToCancel(),
                new OrderCommand.Cancel("غلط"),
                new OrderCommand.Restore(Why.NONE),
                new OrderCommand.CollectCash(null),
                new OrderCommand.CollectCash(some),
                new OrderCommand.Refund(Why.said("ناقص"), some),
                new OrderCommand.Refund(Why.NONE, null),
                new OrderCommand.SettleRefund()));
    return command
        + " "
        + house
            .world
            .in(tx ->
                house.world.orders.apply(
                    tx, Noor.ID, order, command, Actor.staff(MoneyHouse.OWNER)))
            .getClass()
            .getSimpleName();
  }

  /// All that is under way comes to its end.
  private static void settle(UUID order) throws InterruptedException {
    for (int round = 0; round < 12; round++) {
      house.world.clock.forward(Duration.ofSeconds(130));
      house.links(order).forEach(link -> house.hint(link.providerId()));
      house.work();
    }
  }

  /// Nothing went back that did not come, and nothing is kept for what the customer does not get.
  private static void addsUp(UUID order, String what) {
    List<PaymentSummary> all = house.payments(order);
    assertThat(all)
        .as(what)
        .allSatisfy(
            payment -> assertThat(payment.refunded()).isLessThanOrEqualTo(payment.amount()));
    assertThat(all)
        .as(what)
        .filteredOn(payment -> PaymentMove.isOpen(payment.state()))
        .hasSizeLessThan(2);
    long missing = house.due(order);
    assertThat(missing >= 0 || house.nothingLeft(order)).as(what).isTrue();
    if (Payments.isOver(house.world.order(order).status())) {
      List<UUID> promised = house.tasks().stream().map(PaymentTask::paymentId).toList();
      assertThat(all)
          .as(what)
          .noneMatch(payment -> PaymentMove.isOpen(payment.state()))
          .allMatch(
              payment -> !PaymentMove.isPaid(payment.state()) || promised.contains(payment.id()));
    }
  }

  private static final OrderCommand ACCEPT = new OrderCommand.Accept(15);
  private static final OrderCommand PREPARE = new OrderCommand.StartPreparing();
  private static final OrderCommand READY = new OrderCommand.MarkReady();

  /// How an order comes to each of its states.
  private static final Map<OrderStatus, List<OrderCommand>> WAYS =
      Map.ofEntries(
          Map.entry(OrderStatus.PENDING, List.of()),
          Map.entry(OrderStatus.CONFIRMED, List.of(ACCEPT)),
          Map.entry(OrderStatus.PREPARING, List.of(ACCEPT, PREPARE)),
          Map.entry(OrderStatus.READY, List.of(ACCEPT, PREPARE, READY)),
          Map.entry(
              OrderStatus.OUT_FOR_DELIVERY,
              List.of(ACCEPT, PREPARE, READY, new OrderCommand.Dispatch())),
          Map.entry(
              OrderStatus.DELIVERY_FAILED,
              List.of(
                  ACCEPT,
                  PREPARE,
                  READY,
                  new OrderCommand.Dispatch(),
                  new OrderCommand.FailDelivery(Why.NONE))),
          Map.entry(
              OrderStatus.DELIVERED,
              List.of(
                  ACCEPT,
                  PREPARE,
                  READY,
                  new OrderCommand.Dispatch(),
                  new OrderCommand.HandOver())),
          Map.entry(OrderStatus.CANCEL_REQUESTED, List.of(ACCEPT, new OrderCommand.AskToCancel())),
          Map.entry(OrderStatus.REJECTED, List.of(new OrderCommand.Reject("مشغولين"))),
          Map.entry(OrderStatus.EXPIRED, List.of(new OrderCommand.Expire())),
          Map.entry(OrderStatus.CANCELLED, List.of(new OrderCommand.AskToCancel())));

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void moneyThatIsToldLateAndOftenCountsOnceInEveryStateOfTheOrder(OrderStatus status)
      throws Exception {
    OrderSummary order = linkedIn(status);
    String link = house.links(order.id()).getFirst().providerId();
    boolean dropped = Payments.isOver(status);

    house.provider.stands(link, Standing.PAID);
    tellOften(link);

    assertThat(house.world.order(order.id()).status()).isEqualTo(status);
    assertThat(house.payments(order.id()).getLast().state())
        .isEqualTo(dropped ? PaymentState.REFUNDED : PaymentState.PAID);
    assertThat(house.stands(order.id()).state())
        .isEqualTo(dropped ? OrderPaymentState.REFUNDED : OrderPaymentState.PAID);
    assertThat(house.links(order.id()).getFirst().refunded())
        .isEqualTo(dropped ? order.total() : Money.ZERO);
    assertThat(house.world.said(order.conversationId()))
        .filteredOn(told -> told.preview().contains(dropped ? "رجعنا لك" : "وصلنا المبلغ"))
        .hasSize(1);
    assertThat(house.tasks()).noneMatch(task -> task.orderId().equals(order.id()));
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void aLinkThatFailsOrExpiresLateTakesNothingBackInAnyStateOfTheOrder(OrderStatus status)
      throws Exception {
    for (Standing end : List.of(Standing.FAILED, Standing.EXPIRED)) {
      OrderSummary order = linkedIn(status);
      String link = house.links(order.id()).getFirst().providerId();
      house.provider.stands(link, end);
      tellOften(link);

      OrderPaymentState expected =
          Payments.isOver(status)
              ? OrderPaymentState.VOIDED
              : end == Standing.FAILED ? OrderPaymentState.FAILED : OrderPaymentState.EXPIRED;
      assertThat(house.stands(order.id()).state()).isEqualTo(expected);

      house.provider.stands(link, Standing.PAID);
      tellOften(link);
      house.provider.stands(link, end);
      tellOften(link);
      assertThat(house.stands(order.id()).state())
          .isEqualTo(Payments.isOver(status) ? OrderPaymentState.REFUNDED : OrderPaymentState.PAID);
      assertThat(house.world.order(order.id()).status()).isEqualTo(status);
    }
  }

  private static OrderSummary linkedIn(OrderStatus status) throws InterruptedException {
    OrderSummary order = house.orderTomorrow(Fulfilment.DELIVERY);
    house.begin(order.id(), PaymentMethod.LINK);
    house.work();
    assertThat(house.stands(order.id()).state()).isEqualTo(OrderPaymentState.PENDING);
    WAYS.getOrDefault(status, List.of()).forEach(command -> house.world.apply(order.id(), command));
    assertThat(house.world.order(order.id()).status()).isEqualTo(status);
    return order;
  }

  private static void tellOften(String link) throws InterruptedException {
    for (int told = 0; told < 4; told++) {
      house.hint(link);
      house.hint(link);
      house.work();
    }
  }

  private static Money some(Money most, Random random) {
    return new Money(1 + random.nextLong(most.halalas()));
  }

  private static <T> T any(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
