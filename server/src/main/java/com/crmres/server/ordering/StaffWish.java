package com.crmres.server.ordering;

import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.DeliveryState;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderReason;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the command out of what staff ask for, and names every fault of it.
final class StaffWish {

  private static final int LONGEST_REASON = 200;
  private static final int MOST_MINUTES = 240;
  private static final int LONGEST_DRIVER = 80;
  private static final int LONGEST_DEVICE = 64;
  private static final int MOST_ITEMS = 40;

  private static final Set<OrderAction> EXPLAINED =
      EnumSet.of(OrderAction.REJECT, OrderAction.CANCEL, OrderAction.UNDO_READY, OrderAction.MOVE);
  private static final Set<OrderAction> BROUGHT =
      EnumSet.of(OrderAction.ASSIGN_DRIVER, OrderAction.DISPATCH);
  private static final Set<OrderAction> OF_MONEY =
      EnumSet.of(OrderAction.COLLECT_CASH, OrderAction.REFUND);

  private StaffWish() {}

  /// The command.
  ///
  /// @throws com.crmres.server.http.ApiException naming every fault
  static OrderCommand command(ChangeOrderRequest wish) {
    refuseFaults(wish);
    Why why = why(wish);
    return switch (wish.action()) {
      case ACKNOWLEDGE -> new OrderCommand.Acknowledge();
      case ACCEPT -> new OrderCommand.Accept(wish.minutes());
      case REJECT ->
          new OrderCommand.Reject(why, wish.itemIds() == null ? List.of() : wish.itemIds());
      case FIRE -> new OrderCommand.Fire();
      case START_PREPARING -> new OrderCommand.StartPreparing();
      case DELAY -> new OrderCommand.Delay(Objects.requireNonNull(wish.minutes()));
      case RESCHEDULE -> new OrderCommand.Reschedule(Objects.requireNonNull(wish.scheduledFor()));
      case ALTER -> throw new IllegalStateException("lines are changed by a path of their own");
      case MOVE -> new OrderCommand.MoveTo(Objects.requireNonNull(wish.branchId()), why);
      case MARK_READY -> new OrderCommand.MarkReady();
      case UNDO_READY -> new OrderCommand.UndoReady(why);
      case ASSIGN_DRIVER -> new OrderCommand.MoveDelivery(DeliveryState.ASSIGNED, wish.driver());
      case DISPATCH -> new OrderCommand.Dispatch(wish.driver());
      case HAND_OVER -> new OrderCommand.HandOver();
      case FAIL_DELIVERY -> new OrderCommand.FailDelivery(why);
      case CANCEL -> new OrderCommand.Cancel(why);
      case REFUSE_CANCEL -> new OrderCommand.RefuseCancel();
      case RESTORE -> new OrderCommand.Restore(why);
      case COLLECT_CASH -> new OrderCommand.CollectCash(wish.amount());
      case REFUND -> new OrderCommand.Refund(why, wish.amount());
      case SETTLE_REFUND -> new OrderCommand.SettleRefund();
    };
  }

  /// The device it was asked on, if the request names one.
  static Actor.@Nullable Device device(ChangeOrderRequest wish) {
    return wish.deviceId() == null
        ? null
        : new Actor.Device(wish.deviceId().strip(), wish.deviceTime());
  }

  private static Why why(ChangeOrderRequest wish) {
    String words = wish.reason() == null ? "" : wish.reason().strip();
    OrderReason code = wish.reasonCode();
    if (code == null) {
      return Why.said(words.isEmpty() ? null : words);
    }
    return new Why(code, words.isEmpty() ? null : words);
  }

  private static void refuseFaults(ChangeOrderRequest wish) {
    Faults faults = new Faults();
    if (wish.action() == OrderAction.ALTER) {
      faults.add("action", Rule.UNEXPECTED);
    }
    boolean wordless = wish.reasonCode() != null && wish.reasonCode() != OrderReason.OTHER;
    boolean explains = EXPLAINED.contains(wish.action()) || wish.reasonCode() != null;
    faults.length("reason", wish.reason(), explains && !wordless ? 1 : 0, LONGEST_REASON);
    minutes(wish, faults);
    boolean soldOut =
        wish.action() == OrderAction.REJECT && wish.reasonCode() == OrderReason.ITEM_UNAVAILABLE;
    if (wish.itemIds() != null && (!soldOut || wish.itemIds().isEmpty())) {
      faults.add("itemIds", Rule.UNEXPECTED);
    } else if (wish.itemIds() != null && wish.itemIds().size() > MOST_ITEMS) {
      faults.add("itemIds", Rule.COUNT, 1, MOST_ITEMS);
    }
    if (wish.amount() != null && !OF_MONEY.contains(wish.action())) {
      faults.add("amount", Rule.UNEXPECTED);
    } else if (wish.amount() != null && wish.amount().halalas() < 1) {
      faults.range("amount", wish.amount().halalas(), 1, Integer.MAX_VALUE);
    }
    time(wish, faults);
    boolean moves = wish.action() == OrderAction.MOVE;
    if (moves != (wish.branchId() != null)) {
      faults.add("branchId", moves ? Rule.REQUIRED : Rule.UNEXPECTED);
    }
    people(wish, faults);
    faults.throwIfAny();
  }

  private static void minutes(ChangeOrderRequest wish, Faults faults) {
    boolean takes = wish.action() == OrderAction.ACCEPT || wish.action() == OrderAction.DELAY;
    if (wish.minutes() != null && takes) {
      faults.range("minutes", wish.minutes(), 1, MOST_MINUTES);
    } else if (wish.minutes() != null) {
      faults.add("minutes", Rule.UNEXPECTED);
    } else if (wish.action() == OrderAction.DELAY) {
      faults.add("minutes", Rule.REQUIRED);
    }
  }

  private static void time(ChangeOrderRequest wish, Faults faults) {
    boolean takes = wish.action() == OrderAction.RESCHEDULE;
    if (takes != (wish.scheduledFor() != null)) {
      faults.add("scheduledFor", takes ? Rule.REQUIRED : Rule.UNEXPECTED);
    }
  }

  private static void people(ChangeOrderRequest wish, Faults faults) {
    if (wish.driver() != null && !BROUGHT.contains(wish.action())) {
      faults.add("driver", Rule.UNEXPECTED);
    } else {
      faults.length("driver", wish.driver(), 0, LONGEST_DRIVER);
    }
    if (wish.deviceId() != null) {
      faults.length("deviceId", wish.deviceId(), 1, LONGEST_DEVICE);
    } else if (wish.deviceTime() != null) {
      faults.add("deviceId", Rule.REQUIRED);
    }
  }
}
