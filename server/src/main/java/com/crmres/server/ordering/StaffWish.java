package com.crmres.server.ordering;

import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;

/// Reads the command out of what staff ask for, and names every fault of it.
final class StaffWish {

  private static final int LONGEST_REASON = 200;
  private static final int MOST_MINUTES = 240;

  private StaffWish() {}

  /// The command.
  ///
  /// @throws com.crmres.server.http.ApiException naming every fault
  static OrderCommand command(ChangeOrderRequest wish) {
    refuseFaults(wish);
    String reason = wish.reason() == null ? "" : wish.reason().strip();
    return switch (wish.action()) {
      case ACCEPT -> new OrderCommand.Accept(wish.minutes());
      case REJECT -> new OrderCommand.Reject(reason);
      case START_PREPARING -> new OrderCommand.StartPreparing();
      case MARK_READY -> new OrderCommand.MarkReady();
      case DISPATCH -> new OrderCommand.Dispatch();
      case HAND_OVER -> new OrderCommand.HandOver();
      case FAIL_DELIVERY -> new OrderCommand.FailDelivery(reason.isEmpty() ? null : reason);
      case CANCEL -> new OrderCommand.Cancel(reason);
      case REFUSE_CANCEL -> new OrderCommand.RefuseCancel();
    };
  }

  private static void refuseFaults(ChangeOrderRequest wish) {
    Faults faults = new Faults();
    boolean explains = wish.action() == OrderAction.REJECT || wish.action() == OrderAction.CANCEL;
    faults.length("reason", wish.reason(), explains ? 1 : 0, LONGEST_REASON);
    if (wish.minutes() != null && wish.action() == OrderAction.ACCEPT) {
      faults.range("minutes", wish.minutes(), 1, MOST_MINUTES);
    } else if (wish.minutes() != null) {
      faults.add("minutes", Rule.UNEXPECTED);
    }
    faults.throwIfAny();
  }
}
