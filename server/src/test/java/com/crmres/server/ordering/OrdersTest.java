package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.conversation.Language;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.ordering.cart.Noor;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OrdersTest {

  private static final UUID SAMI = UUID.fromString("01980000-0000-7000-8000-00000000000a");
  private static final UUID HUDA = UUID.fromString("01980000-0000-7000-8000-00000000000b");
  private static final World WORLD = new World();

  @Test
  void acceptingPromisesATimeAndTellsTheCustomer() {
    OrderSummary order = WORLD.placed(Fulfilment.PICKUP);

    OrderSummary accepted = moved(WORLD.apply(order.id(), new OrderCommand.Accept(15)));

    assertThat(accepted.status()).isEqualTo(OrderStatus.CONFIRMED);
    assertThat(accepted.promisedAt()).isEqualTo(WORLD.clock.instant().plus(Duration.ofMinutes(15)));
    assertThat(accepted.version()).isEqualTo(2);
    assertThat(WORLD.told(order.conversationId()))
        .containsExactly("تم قبول طلبك " + order.number() + " ✅ ويكون جاهز خلال 15 دقيقة تقريباً.");
    assertThat(WORLD.events()).contains(new LiveEvent.OrderChanged(accepted));
  }

  @Test
  void theCustomerIsToldInHisLanguage() {
    OrderSummary order = WORLD.placed(Fulfilment.PICKUP);
    WORLD.database.changeRestaurant(
        Noor.ID,
        tx -> WORLD.conversations.speaks(tx, Noor.ID, order.conversationId(), Language.ENGLISH));

    WORLD.apply(order.id(), new OrderCommand.Reject("The grill is broken."));

    assertThat(WORLD.told(order.conversationId()))
        .containsExactly(
            "We are sorry, we could not take your order "
                + order.number()
                + ": The grill is broken.");
  }

  @Test
  void twoStaffAcceptAtOnceAndOneIsTooLate() throws Exception {
    OrderSummary order = WORLD.placed(Fulfilment.PICKUP);
    Callable<OrderResult> sami = () -> accept(order, SAMI, UUID.randomUUID());
    Callable<OrderResult> huda = () -> accept(order, HUDA, UUID.randomUUID());

    List<OrderResult> results;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      results =
          threads.invokeAll(List.of(sami, huda)).stream().map(done -> done.resultNow()).toList();
    }

    assertThat(results).filteredOn(OrderResult.Moved.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(OrderResult.ChangedMeanwhile.class::isInstance).hasSize(1);
    assertThat(WORLD.told(order.conversationId())).hasSize(1);
  }

  @Test
  void theSameCommandTwiceIsOneMove() {
    OrderSummary order = WORLD.placed(Fulfilment.PICKUP);
    UUID command = UUID.randomUUID();

    OrderResult first = accept(order, SAMI, command);
    OrderResult second = accept(order, SAMI, command);

    assertThat(second).isEqualTo(first).isInstanceOf(OrderResult.Moved.class);
    assertThat(WORLD.told(order.conversationId())).hasSize(1);
  }

  @Test
  void aCommandIdIsNotForTwoThings() {
    OrderSummary order = WORLD.placed(Fulfilment.PICKUP);
    OrderSummary other = WORLD.placed(Fulfilment.PICKUP);
    UUID command = UUID.randomUUID();
    accept(order, SAMI, command);

    assertThat(accept(other, SAMI, command)).isEqualTo(new OrderResult.CommandReused());
    assertThat(apply(order, new OrderCommand.StartPreparing(), SAMI, new Once(command, 2)))
        .isEqualTo(new OrderResult.CommandReused());
    assertThat(WORLD.order(other.id()).status()).isEqualTo(OrderStatus.PENDING);
  }

  @Test
  void theHistorySaysWhoMovedItFromWhereToWhereAndWhy() {
    OrderSummary order = WORLD.placed(Fulfilment.PICKUP);
    apply(order, new OrderCommand.Reject("مشغولين"), SAMI, new Once(UUID.randomUUID(), 1));

    List<String> history =
        WORLD.in(tx ->
            tx.sql(
                    """
                    select concat_ws(' ', version, actor, staff_id, from_status, to_status, reason) as step
                      from order_event where order_id = :order order by version
                    """)
                .with("order", order.id())
                .list(row -> row.text("step")));

    assertThat(history)
        .containsExactly("1 customer pending", "2 staff " + SAMI + " pending rejected مشغولين");
  }

  @Test
  void aCustomerWithdrawsWhatNobodyAccepted() {
    OrderSummary order = WORLD.placed(Fulfilment.PICKUP);

    OrderSummary withdrawn = moved(WORLD.apply(order.id(), new OrderCommand.AskToCancel()));

    assertThat(withdrawn.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(WORLD.told(order.conversationId())).isEmpty();
  }

  @Test
  void laterTheBranchDecidesAndMayGoOnWhereItWas() {
    OrderSummary order = WORLD.placed(Fulfilment.PICKUP);
    WORLD.apply(order.id(), new OrderCommand.Accept(null));
    WORLD.apply(order.id(), new OrderCommand.StartPreparing());

    OrderSummary asked =
        moved(WORLD.apply(order.id(), new OrderCommand.AskToCancel(Why.said("تأخرت"))));
    assertThat(asked.status()).isEqualTo(OrderStatus.CANCEL_REQUESTED);
    assertThat(asked.reason()).isEqualTo("تأخرت");

    OrderSummary back = moved(WORLD.apply(order.id(), new OrderCommand.RefuseCancel()));
    assertThat(back.status()).isEqualTo(OrderStatus.PREPARING);
    assertThat(back.reason()).isNull();
  }

  @Test
  void whatNobodyAnswersInTenMinutesExpiresOnce() {
    try (World world = new World()) {
      OrderSummary order = world.placed(Fulfilment.PICKUP);
      OrderSummary answered = world.placed(Fulfilment.PICKUP);
      world.apply(answered.id(), new OrderCommand.Accept(null));
      OverdueOrders overdue = new OverdueOrders(world.database, world.orders, world.clock);

      world.clock.forward(Duration.ofMinutes(10).minusMillis(1));
      assertThat(overdue.expireOverdue(100)).isZero();
      world.clock.forward(Duration.ofMillis(1));
      assertThat(overdue.expireOverdue(100)).isEqualTo(1);
      assertThat(overdue.expireOverdue(100)).isZero();

      assertThat(world.order(order.id()).status()).isEqualTo(OrderStatus.EXPIRED);
      assertThat(world.order(answered.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
      assertThat(world.told(order.conversationId())).hasSize(1);
    }
  }

  @Test
  void theDatabaseRefusesAMoveTheTableDoesNotKnow() {
    OrderSummary order = WORLD.placed(Fulfilment.PICKUP);

    assertThatThrownBy(() ->
            WORLD.database.changeRestaurant(
                Noor.ID,
                tx ->
                    tx.sql("update orders set status = 'delivered' where id = :id")
                        .with("id", order.id())
                        .update()))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  void aBoardShowsWhatIsOpenAndForTwoHoursWhatIsOver() {
    try (World world = new World()) {
      OrderSummary first = world.placed(Fulfilment.PICKUP);
      OrderSummary second = world.placed(Fulfilment.PICKUP);
      world.apply(first.id(), new OrderCommand.Reject("مشغولين"));

      assertThat(board(world, Set.of())).containsExactly(first.id(), second.id());
      assertThat(board(world, EnumSet.of(OrderStatus.REJECTED))).containsExactly(first.id());
      world.clock.forward(Duration.ofHours(2).plusSeconds(1));
      assertThat(board(world, Set.of())).containsExactly(second.id());
    }
  }

  @Property(tries = 60)
  void whateverIsAskedTheHistoryIsTheOrdersLife(
      @ForAll("commands") List<OrderCommand> commands, @ForAll Fulfilment fulfilment) {
    OrderSummary order = WORLD.placed(fulfilment);
    int moves = 0;
    for (OrderCommand command : commands) {
      OrderSummary before = WORLD.order(order.id());
      switch (WORLD.apply(order.id(), command)) {
        case OrderResult.Moved(OrderSummary after) -> {
          moves++;
          assertThat(after.version()).isEqualTo(before.version() + 1);
        }
        case OrderResult.NotAllowed(OrderStatus status, _) -> {
          assertThat(status).isEqualTo(before.status());
          assertThat(WORLD.order(order.id())).isEqualTo(before);
        }
        case OrderResult.ChangedMeanwhile _, OrderResult.CommandReused _, OrderResult.NotFound _ ->
            throw new AssertionError("nobody else moves this order");
      }
    }
    OrderSummary now = WORLD.order(order.id());
    assertThat(now.version()).isEqualTo(1 + moves);
    assertThat(now.total()).isEqualTo(order.total());
    assertThat(now.lines()).isEqualTo(order.lines());
    assertThat(versions(order)).containsExactlyElementsOf(upTo(1 + moves));
    assertThat(chain(order)).isTrue();
    assertThat(WORLD.told(order.conversationId())).hasSize(moves - silent(order));
  }

  @Provide
  Arbitrary<List<OrderCommand>> commands() {
    return Arbitraries.of(MachineTest.COMMANDS).list().ofMinSize(1).ofMaxSize(25);
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static List<Long> versions(OrderSummary order) {
    return WORLD.in(tx ->
        tx.sql("select version from order_event where order_id = :order order by version")
            .with("order", order.id())
            .list(row -> row.number("version")));
  }

  /// Whether each step begins where the one before it ended, up to the order as it is.
  private static boolean chain(OrderSummary order) {
    long breaks =
        WORLD.in(tx ->
            tx.sql(
                    """
                    select count(*) as n
                      from order_event e
                      left join lateral (select from_status from order_event n
                                          where n.order_id = e.order_id and n.version > e.version and n.axis = 'order'
                                          order by n.version limit 1) f on true
                      join orders o on o.id = e.order_id
                     where e.order_id = :order and e.axis = 'order'
                       and e.to_status <> coalesce(f.from_status, o.status)
                    """)
                .with("order", order.id())
                .one(row -> row.number("n")));
    return breaks == 0;
  }

  /// How many moves have no words, by the table.
  private static int silent(OrderSummary order) {
    return (int)
        WORLD.in(tx -> WORLD.orders.events(tx, Noor.ID, order.id())).stream()
            .skip(1)
            .filter(event -> !MachineTest.isTold(event))
            .count();
  }

  private static List<UUID> board(World world, Set<OrderStatus> statuses) {
    return world.in(tx ->
        world.orders.list(tx, Noor.ID, Set.of(Noor.OLAYA.id()), statuses, null, 50).stream()
            .map(OrderSummary::id)
            .toList());
  }

  private static OrderResult accept(OrderSummary order, UUID staff, UUID command) {
    return apply(order, new OrderCommand.Accept(10), staff, new Once(command, 1));
  }

  private static OrderResult apply(
      OrderSummary order, OrderCommand command, UUID staff, Once once) {
    return WORLD.in(
        tx -> WORLD.orders.apply(tx, Noor.ID, order.id(), command, Actor.staff(staff), once));
  }

  private static OrderSummary moved(OrderResult result) {
    assertThat(result).isInstanceOf(OrderResult.Moved.class);
    return ((OrderResult.Moved) result).order();
  }
}
