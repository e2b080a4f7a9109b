package com.crmres.server.ordering;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderFlag;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a command makes of an order, by the tables of its axes. Pure.
final class Machine {

  private static final Duration UNDONE_WITHIN = Duration.ofMinutes(10);
  private static final Duration RESTORED_WITHIN = Duration.ofMinutes(15);

  /// How staff ask for a command; the others are not theirs.
  private static final Map<Class<? extends OrderCommand>, OrderAction> ACTIONS =
      Map.ofEntries(
          Map.entry(OrderCommand.Acknowledge.class, OrderAction.ACKNOWLEDGE),
          Map.entry(OrderCommand.Accept.class, OrderAction.ACCEPT),
          Map.entry(OrderCommand.Reject.class, OrderAction.REJECT),
          Map.entry(OrderCommand.Fire.class, OrderAction.FIRE),
          Map.entry(OrderCommand.StartPreparing.class, OrderAction.START_PREPARING),
          Map.entry(OrderCommand.Delay.class, OrderAction.DELAY),
          Map.entry(OrderCommand.Reschedule.class, OrderAction.RESCHEDULE),
          Map.entry(OrderCommand.Revise.class, OrderAction.ALTER),
          Map.entry(OrderCommand.MoveTo.class, OrderAction.MOVE),
          Map.entry(OrderCommand.MarkReady.class, OrderAction.MARK_READY),
          Map.entry(OrderCommand.UndoReady.class, OrderAction.UNDO_READY),
          Map.entry(OrderCommand.Dispatch.class, OrderAction.DISPATCH),
          Map.entry(OrderCommand.HandOver.class, OrderAction.HAND_OVER),
          Map.entry(OrderCommand.FailDelivery.class, OrderAction.FAIL_DELIVERY),
          Map.entry(OrderCommand.Cancel.class, OrderAction.CANCEL),
          Map.entry(OrderCommand.RefuseCancel.class, OrderAction.REFUSE_CANCEL),
          Map.entry(OrderCommand.Restore.class, OrderAction.RESTORE));

  private static final Map<OrderAction, Class<? extends OrderCommand.Payment>> OF_MONEY =
      Map.of(
          OrderAction.COLLECT_CASH, OrderCommand.CollectCash.class,
          OrderAction.REFUND, OrderCommand.Refund.class,
          OrderAction.SETTLE_REFUND, OrderCommand.SettleRefund.class);

  /// While it stands here, a driver can be looked for.
  private static final Set<OrderStatus> ON_ITS_WAY =
      EnumSet.of(OrderStatus.CONFIRMED, OrderStatus.PREPARING, OrderStatus.READY);

  private Machine() {}

  /// What came of a command.
  sealed interface Outcome {}

  /// It was allowed.
  ///
  /// @param order the next version
  record Done(Order order, Move move) implements Outcome {}

  /// It was not; nothing changes.
  record Refused(Refusal refusal) implements Outcome {}

  /// Lets an order make a move.
  ///
  /// @param minutes that its branch usually needs
  static Outcome apply(Order order, OrderCommand command, int minutes, Instant now) {
    return switch (command) {
      case OrderCommand.Step step -> step(order, step, minutes, now);
      case OrderCommand.Payment payment -> pay(order, payment);
      case OrderCommand.Count(OrderMoney money) -> count(order, money);
      case OrderCommand.MoveDelivery delivery -> bring(order, delivery);
    };
  }

  /// What staff may ask for now, as far as it does not depend on the time.
  static List<OrderAction> allowed(Order order) {
    Set<OrderAction> actions = EnumSet.noneOf(OrderAction.class);
    Transition.possible(order)
        .filter(move -> !isSpent(order, move))
        .map(move -> Optional.ofNullable(ACTIONS.get(move.asked())))
        .flatMap(Optional::stream)
        .forEach(actions::add);
    OF_MONEY.forEach((action, asked) -> {
      if (PaymentTransition.knows(order.payment().state(), asked) && isMeant(order, action)) {
        actions.add(action);
      }
    });
    if (isOnItsWay(order)) {
      actions.add(OrderAction.ASSIGN_DRIVER);
    }
    return List.copyOf(actions);
  }

  private static boolean isSpent(Order order, Transition move) {
    return refusal(order, move, null, Instant.MIN) == Refusal.ALREADY_DONE
        || (move == Transition.RESTORED && order.times().acceptedAt() == null);
  }

  /// Nobody collects money for what the customer does not get.
  private static boolean isMeant(Order order, OrderAction action) {
    return action != OrderAction.COLLECT_CASH
        || (!order.isDropped() && order.status() != OrderStatus.PENDING);
  }

  private static Outcome step(Order order, OrderCommand.Step command, int minutes, Instant now) {
    Optional<Transition> found = Transition.of(order, command);
    if (found.isEmpty()) {
      return new Refused(Refusal.WRONG_STATE);
    }
    Transition move = found.get();
    Refusal refusal = refusal(order, move, command, now);
    return refusal == null
        ? new Done(stepped(order, move, command, minutes, now), Move.of(move))
        : new Refused(refusal);
  }

  /// Why a move of the table is not made all the same.
  ///
  /// @param command null to ask what does not depend on it
  private static @Nullable Refusal refusal(
      Order order, Transition move, OrderCommand.@Nullable Step command, Instant now) {
    return switch (move.extra().guard()) {
      case NOTHING -> null;
      case ONCE ->
          order.has(Objects.requireNonNull(move.extra().flag())) ? Refusal.ALREADY_DONE : null;
      case OFFERED -> order.has(OrderFlag.RESCUE_OFFERED) ? null : Refusal.NOT_OFFERED;
      case IN_TIME ->
          command instanceof OrderCommand.Reschedule(Instant to) && !to.isAfter(now)
              ? Refusal.IN_THE_PAST
              : null;
      case TEN_MINUTES -> isOlder(order, UNDONE_WITHIN, now) ? Refusal.TOO_LATE : null;
      case LATELY_CANCELLED ->
          order.times().acceptedAt() == null
              ? Refusal.NEVER_ACCEPTED
              : isOlder(order, RESTORED_WITHIN, now) ? Refusal.TOO_LATE : null;
    };
  }

  private static boolean isOlder(Order order, Duration than, Instant now) {
    return now.isAfter(order.times().since().plus(than));
  }

  private static Order stepped(
      Order order, Transition move, OrderCommand.Step command, int minutes, Instant now) {
    boolean held = move.target() == OrderStatus.CANCEL_REQUESTED;
    boolean stays = move.target() == move.source();
    OrderStatus before = !held ? null : stays ? order.before() : order.status();
    Order moved =
        flagged(order, move)
            .moved(move.target(), before, reason(order, command))
            .withTimes(times(order, move, command, minutes, now))
            .withDelivery(delivery(order, move, command));
    return settled(moved, move).nextVersion();
  }

  private static Order flagged(Order order, Transition move) {
    OrderFlag flag = move.extra().flag();
    Order cleared =
        switch (move) {
          case ASKED_BEFORE_KITCHEN, ASKED_IN_KITCHEN, ASKED_AFTER_KITCHEN ->
              order.without(OrderFlag.CANCEL_LATE);
          case MADE_ELSEWHERE, TO_ANOTHER_BRANCH_NEW -> order.without(OrderFlag.ACKNOWLEDGED);
          default -> order;
        };
    return flag == null ? cleared : cleared.with(flag);
  }

  /// The reason of where it stands; what is taken back takes its reason along.
  private static Why reason(Order order, OrderCommand.Step command) {
    if (command.why().isGiven()) {
      return command.why();
    }
    boolean back =
        command instanceof OrderCommand.RefuseCancel || command instanceof OrderCommand.Restore;
    return back ? Why.NONE : order.why();
  }

  private static Order.Times times(
      Order order, Transition move, OrderCommand.Step command, int minutes, Instant now) {
    Order.Times times = move.target() == move.source() ? order.times() : order.times().since(now);
    return switch (command) {
      case OrderCommand.Accept(Integer said) ->
          times.accepted(now, promise(order, said == null ? minutes : said, now));
      case OrderCommand.AcceptByRule _, OrderCommand.Restore _ ->
          times.accepted(now, promise(order, minutes, now));
      case OrderCommand.MoveTo _ ->
          move != Transition.TO_ANOTHER_BRANCH_NEW
              ? times.promised(later(times.promisedAt(), promise(order, minutes, now)))
              : times;
      case OrderCommand.Reschedule(Instant to) -> times.scheduled(to);
      case OrderCommand.Alter(Instant to) -> altered(times, to, now, minutes);
      case OrderCommand.Delay(int more) -> {
        Instant promised = times.promisedAt();
        yield times.promised((promised == null ? now : promised).plus(Duration.ofMinutes(more)));
      }
      default -> times;
    };
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? other : one;
  }

  /// The promise stands as long as the wished time does.
  private static Order.Times altered(
      Order.Times times, @Nullable Instant to, Instant now, int minutes) {
    if (Objects.equals(to, times.scheduledFor())) {
      return times;
    }
    return to == null ? times.soon(now.plus(Duration.ofMinutes(minutes))) : times.scheduled(to);
  }

  private static Instant promise(Order order, int minutes, Instant now) {
    Instant soonest = now.plus(Duration.ofMinutes(minutes));
    Instant wanted = order.times().scheduledFor();
    return wanted == null || wanted.isBefore(soonest) ? soonest : wanted;
  }

  private static Order.Delivery delivery(Order order, Transition move, OrderCommand.Step command) {
    var to = move.extra().delivery();
    if (to == null) {
      return order.delivery();
    }
    String driver = command instanceof OrderCommand.Dispatch(String name) ? name : null;
    return order.delivery().moved(DeliveryTransition.along(order.delivery().state(), to), driver);
  }

  /// What a move means for the money.
  private static Order settled(Order order, Transition move) {
    if (move == Transition.RESTORED) {
      return settled(order, new OrderCommand.Resume());
    }
    if (order.isDropped()) {
      return settled(order, new OrderCommand.Release());
    }
    // Who hands it over takes the money, unless staff have said how much they took.
    boolean due = order.payment().state() == OrderPaymentState.COD_DUE;
    return due && move.target() == OrderStatus.DELIVERED
        ? settled(order, new OrderCommand.CollectCash(null))
        : order;
  }

  private static Order settled(Order order, OrderCommand.Payment command) {
    return order.payment().apply(command, order.isDropped())
            instanceof Payment.Moved(Payment changed, _, _)
        ? order.withPayment(changed)
        : order;
  }

  private static Outcome pay(Order order, OrderCommand.Payment command) {
    boolean forNothing =
        command instanceof OrderCommand.CollectCash && !isMeant(order, OrderAction.COLLECT_CASH);
    if (forNothing || (isDueTo(command) && order.isDropped())) {
      return new Refused(Refusal.WRONG_STATE);
    }
    return switch (order.payment().apply(command, order.isDropped())) {
      case Payment.Moved(Payment changed, PaymentTransition made, var amount) ->
          new Done(order.withPayment(changed).nextVersion(), Move.of(made, amount));
      case Payment.Refused(Refusal refusal) -> new Refused(refusal);
    };
  }

  private static Outcome count(Order order, OrderMoney money) {
    Payment before = order.payment();
    Payment after = before.counted(money);
    if (after.equals(before)) {
      return new Refused(Refusal.ALREADY_DONE);
    }
    return PaymentTransition.isCounted(before.state(), after.state())
        ? new Done(order.withPayment(after).nextVersion(), Move.counted(before, after))
        : new Refused(Refusal.WRONG_STATE);
  }

  /// Whether it would ask the customer for money.
  private static boolean isDueTo(OrderCommand.Payment command) {
    return command instanceof OrderCommand.OweCash
        || command instanceof OrderCommand.AskPayment
        || command instanceof OrderCommand.Resume;
  }

  private static Outcome bring(Order order, OrderCommand.MoveDelivery command) {
    boolean open = isOnItsWay(order) || order.status() == OrderStatus.OUT_FOR_DELIVERY;
    Optional<DeliveryTransition> found =
        DeliveryTransition.asked(order.delivery().state(), command.to()).filter(_ -> open);
    return found
        .<Outcome>map(move ->
            new Done(
                order
                    .withDelivery(order.delivery().moved(command.to(), command.driver()))
                    .nextVersion(),
                Move.of(move)))
        .orElseGet(() -> new Refused(Refusal.WRONG_STATE));
  }

  private static boolean isOnItsWay(Order order) {
    return order.fulfilment() == Fulfilment.DELIVERY && ON_ITS_WAY.contains(order.status());
  }
}
