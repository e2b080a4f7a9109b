package com.crmres.desktop.orders;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What must be asked before a move can be made, and what there is to choose from.
///
/// @param field what can be written instead of choosing
/// @param branch to which an order is moved, once that is chosen
record OrderQuestion(
    OrderSummary order,
    OrderAction action,
    List<Choice> choices,
    Field field,
    @Nullable BranchSummary branch) {

  OrderQuestion {
    choices = List.copyOf(choices);
  }

  OrderQuestion(OrderSummary order, OrderAction action, List<Choice> choices, Field field) {
    this(order, action, choices, field, null);
  }

  /// One press answers the question.
  sealed interface Choice {}

  record Because(OrderReason reason) implements Choice {}

  record Minutes(int minutes) implements Choice {}

  record At(Instant time) implements Choice {}

  record By(String driver) implements Choice {}

  /// All that is open.
  record Whole(Money amount) implements Choice {}

  /// Another branch makes it; why is asked next.
  record To(BranchSummary branch) implements Choice {}

  /// Nothing needs to be said.
  record Simply() implements Choice {}

  /// What is written in words.
  enum Field {
    NONE,
    REASON,
    DRIVER,
    AMOUNT
  }

  private static final List<Integer> DELAYS = List.of(5, 10, 15, 20, 30);
  private static final int TIMES = 12;
  private static final Duration STEP = Duration.ofMinutes(30);

  private static final List<OrderReason> REJECTION =
      List.of(
          OrderReason.ITEM_UNAVAILABLE,
          OrderReason.KITCHEN_TOO_BUSY,
          OrderReason.CLOSING,
          OrderReason.OUTSIDE_ZONE,
          OrderReason.FRAUD_SUSPECTED,
          OrderReason.BRANCH_OUTAGE,
          OrderReason.DUPLICATE,
          OrderReason.TEST);
  private static final List<OrderReason> CANCELLATION =
      List.of(
          OrderReason.CUSTOMER_CHANGED_MIND,
          OrderReason.ITEM_UNAVAILABLE,
          OrderReason.TOO_LATE,
          OrderReason.WRONG_ADDRESS,
          OrderReason.DUPLICATE,
          OrderReason.NO_SHOW,
          OrderReason.PAYMENT_FAILED,
          OrderReason.FRAUD_SUSPECTED,
          OrderReason.BRANCH_OUTAGE,
          OrderReason.STAFF_ERROR,
          OrderReason.TEST);
  private static final List<OrderReason> NOT_BROUGHT =
      List.of(OrderReason.NO_SHOW, OrderReason.WRONG_ADDRESS, OrderReason.CUSTOMER_CHANGED_MIND);
  private static final List<OrderReason> NOT_READY =
      List.of(OrderReason.STAFF_ERROR, OrderReason.ITEM_UNAVAILABLE);

  private static final List<OrderReason> ELSEWHERE =
      List.of(
          OrderReason.KITCHEN_TOO_BUSY,
          OrderReason.ITEM_UNAVAILABLE,
          OrderReason.CLOSING,
          OrderReason.OUTSIDE_ZONE,
          OrderReason.BRANCH_OUTAGE,
          OrderReason.CUSTOMER_CHANGED_MIND);

  /// Whether the move needs more than a press.
  static boolean needed(OrderAction action) {
    return switch (action) {
      case REJECT,
          CANCEL,
          FAIL_DELIVERY,
          UNDO_READY,
          DELAY,
          RESCHEDULE,
          MOVE,
          ASSIGN_DRIVER,
          REFUND,
          COLLECT_CASH ->
          true;
      case ACKNOWLEDGE,
          ACCEPT,
          FIRE,
          START_PREPARING,
          MARK_READY,
          DISPATCH,
          HAND_OVER,
          REFUSE_CANCEL,
          RESTORE,
          ALTER,
          SETTLE_REFUND ->
          false;
    };
  }

  /// @param drivers who brought orders lately
  /// @param branches that could make it instead
  static OrderQuestion about(
      OrderSummary order,
      OrderAction action,
      Instant now,
      List<String> drivers,
      List<BranchSummary> branches) {
    return switch (action) {
      case MOVE ->
          new OrderQuestion(
              order, action, branches.stream().<Choice>map(To::new).toList(), Field.NONE);
      case REJECT -> because(order, action, REJECTION);
      case CANCEL -> because(order, action, CANCELLATION);
      case FAIL_DELIVERY -> because(order, action, NOT_BROUGHT);
      case UNDO_READY -> because(order, action, NOT_READY);
      case DELAY ->
          new OrderQuestion(
              order, action, DELAYS.stream().<Choice>map(Minutes::new).toList(), Field.NONE);
      case RESCHEDULE -> new OrderQuestion(order, action, times(now), Field.NONE);
      case ASSIGN_DRIVER, DISPATCH ->
          new OrderQuestion(
              order, action, drivers.stream().<Choice>map(By::new).toList(), Field.DRIVER);
      case REFUND, COLLECT_CASH ->
          new OrderQuestion(order, action, List.of(new Whole(order.total())), Field.AMOUNT);
      case ACKNOWLEDGE,
          ACCEPT,
          FIRE,
          START_PREPARING,
          MARK_READY,
          HAND_OVER,
          REFUSE_CANCEL,
          RESTORE,
          ALTER,
          SETTLE_REFUND ->
          new OrderQuestion(order, action, List.of(new Simply()), Field.NONE);
    };
  }

  private static OrderQuestion because(
      OrderSummary order, OrderAction action, List<OrderReason> reasons) {
    return new OrderQuestion(
        order, action, reasons.stream().<Choice>map(Because::new).toList(), Field.REASON);
  }

  /// Why it shall go to the branch that was chosen.
  OrderQuestion towards(BranchSummary chosen) {
    return new OrderQuestion(
        order, action, ELSEWHERE.stream().<Choice>map(Because::new).toList(), Field.REASON, chosen);
  }

  /// The coming half hours, none sooner than a kitchen could keep.
  private static List<Choice> times(Instant now) {
    long step = STEP.toMillis();
    Instant first = Instant.ofEpochMilli((now.toEpochMilli() / step + 2) * step);
    return Stream.iterate(first, time -> time.plus(STEP))
        .limit(TIMES)
        .<Choice>map(At::new)
        .toList();
  }

  /// What the press asks for.
  Wish wish(Choice choice) {
    return asked(
        switch (choice) {
          case Because(OrderReason reason) -> Wish.because(action, reason, null, List.of());
          case Minutes(int minutes) -> Wish.minutes(action, minutes);
          case At(Instant time) -> Wish.at(action, time);
          case By(String driver) -> Wish.by(action, driver);
          case To(BranchSummary to) -> Wish.plain(action).towards(to.id());
          case Whole(Money _), Simply() -> Wish.plain(action);
        });
  }

  /// The wish with what was chosen before.
  Wish asked(Wish wish) {
    return branch == null ? wish : wish.towards(branch.id());
  }
}
