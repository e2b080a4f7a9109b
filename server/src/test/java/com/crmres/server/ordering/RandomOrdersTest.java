package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.ordering.cart.Noor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Whatever staff, customers, tills, banks and the clock ask, in whatever order and however often:
/// the books stay right.
class RandomOrdersTest {

  private static final int ORDERS = 60;
  private static final int COMMANDS = 2_000;
  private static final UUID SAMI = Noor.id("sami");

  private final Random random = new Random(11);

  @Test
  void thousandsOfCommandsOnTheDatabaseKeepEveryInvariant() {
    try (World world = new World()) {
      DueOrders due = new DueOrders(world.database, world.orders, world.clock);
      OverdueOrders overdue = new OverdueOrders(world.database, world.orders, world.clock);
      List<UUID> orders = new ArrayList<>();
      for (int i = 0; i < ORDERS; i++) {
        orders.add(
            world.placed(random.nextInt(3) == 0 ? Fulfilment.DELIVERY : Fulfilment.PICKUP).id());
      }
      for (int i = 0; i < COMMANDS; i++) {
        ask(world, orders.get(random.nextInt(ORDERS)));
        if (i % 20 == 0) {
          world.clock.forward(Duration.ofSeconds(random.nextInt(40)));
          due.strike(50);
          overdue.expireOverdue(50);
        }
      }
      orders.forEach(order -> holds(world, order));
      assertThat(numbers(world)).doesNotHaveDuplicates();
    }
  }

  @Test
  void everybodyAtOnceMovesAnOrderOneStepAfterTheOther() throws Exception {
    try (World world = new World()) {
      DueOrders due = new DueOrders(world.database, world.orders, world.clock);
      OverdueOrders overdue = new OverdueOrders(world.database, world.orders, world.clock);
      List<UUID> orders = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        orders.add(world.placed(Fulfilment.PICKUP).id());
      }
      world.clock.forward(Duration.ofMinutes(5));
      due.strike(100);
      List<Callable<Integer>> everybody = new ArrayList<>();
      for (UUID order : orders) {
        everybody.add(() -> moved(world.apply(order, new OrderCommand.Accept(10))));
        everybody.add(() -> moved(world.apply(order, new OrderCommand.Acknowledge())));
        everybody.add(() -> moved(world.apply(order, new OrderCommand.AskToCancel())));
        everybody.add(() -> moved(world.apply(order, elsewhere())));
        everybody.add(() -> due.strike(100));
        everybody.add(() -> overdue.expireOverdue(100));
      }
      Collections.shuffle(everybody, random);
      try (var threads = Executors.newFixedThreadPool(8)) {
        for (Future<Integer> done : threads.invokeAll(everybody)) {
          assertThat(done.get()).isNotNegative();
        }
      }
      orders.forEach(order -> holds(world, order));
      assertThat(numbers(world)).doesNotHaveDuplicates();
    }
  }

  private static OrderCommand elsewhere() {
    return new OrderCommand.MakeElsewhere(Noor.MALAZ.id(), new Money(4_800));
  }

  private static int moved(OrderResult result) {
    return result instanceof OrderResult.Moved ? 1 : 0;
  }

  /// One command; now and then it comes twice, or from somebody who saw an older version.
  private void ask(World world, UUID orderId) {
    OrderSummary before = world.order(orderId);
    OrderCommand command = MachineTest.COMMANDS.get(random.nextInt(MachineTest.COMMANDS.size()));
    boolean late = random.nextInt(20) == 0;
    Once once = new Once(UUID.randomUUID(), late ? before.version() - 1 : before.version());
    OrderResult result = apply(world, orderId, command, once);
    OrderSummary after = world.order(orderId);
    switch (result) {
      case OrderResult.Moved(OrderSummary moved) -> {
        assertThat(late).isFalse();
        assertThat(moved).isEqualTo(after);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(apply(world, orderId, command, once)).isEqualTo(result);
        assertThat(world.order(orderId)).isEqualTo(after);
      }
      case OrderResult.ChangedMeanwhile(OrderSummary now) -> {
        assertThat(late).isTrue();
        assertThat(now).isEqualTo(before);
      }
      case OrderResult.NotAllowed(var status, Refusal refusal) -> {
        assertThat(refusal).isNotNull();
        assertThat(status).isEqualTo(before.status());
        assertThat(after).isEqualTo(before);
      }
      case OrderResult.CommandReused _, OrderResult.NotFound _ ->
          throw new AssertionError("its id was new, and the order is there");
    }
  }

  private static OrderResult apply(World world, UUID orderId, OrderCommand command, Once once) {
    return world.in(
        tx -> world.orders.apply(tx, Noor.ID, orderId, command, Actor.staff(SAMI), once));
  }

  private static void holds(World world, UUID orderId) {
    OrderSummary order = world.order(orderId);
    List<OrderEvent> events = world.in(tx -> world.orders.events(tx, Noor.ID, orderId));
    assertThat(events).extracting(OrderEvent::version).doesNotHaveDuplicates().isSorted();
    assertThat(events).hasSize((int) order.version());
    long told = events.stream().skip(1).filter(MachineTest::isTold).count();
    int asked = order.standing().flags().contains(OrderFlag.RESCUE_OFFERED) ? 1 : 0;
    assertThat((long) world.told(order.conversationId()).size()).isBetween(told, told + asked);
    if (!order.standing().flags().contains(OrderFlag.MOVED)) {
      assertThat(order.total()).isEqualTo(new Money(4_800));
    }
    assertThat(sum(order)).isEqualTo(order.total().halalas());
    assertThat(refundedAtMostPaid(world, orderId)).isTrue();
  }

  private static long sum(OrderSummary order) {
    return order.lines().stream().mapToLong(line -> line.total().halalas()).sum();
  }

  private static boolean refundedAtMostPaid(World world, UUID orderId) {
    return world.in(tx ->
        tx.sql("select refunded + refund_asked <= paid as fine from orders where id = :id")
            .with("id", orderId)
            .one(row -> row.flag("fine")));
  }

  private static List<String> numbers(World world) {
    return world.in(tx -> tx.sql("select number from orders").list(row -> row.text("number")));
  }
}
