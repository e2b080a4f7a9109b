package com.crmres.desktop.orders;

import com.crmres.common.identity.Role;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which moves of an order a person is offered, and which of them is the next step.
final class OrderMoves {

  private static final List<OrderAction> STEPS =
      List.of(
          OrderAction.ACCEPT,
          OrderAction.START_PREPARING,
          OrderAction.FIRE,
          OrderAction.MARK_READY,
          OrderAction.DISPATCH,
          OrderAction.HAND_OVER);

  private static final Set<OrderAction> KITCHEN =
      Set.of(
          OrderAction.FIRE,
          OrderAction.START_PREPARING,
          OrderAction.MARK_READY,
          OrderAction.UNDO_READY);

  private static final Set<OrderAction> OF_MANAGERS =
      Set.of(OrderAction.RESTORE, OrderAction.REFUND, OrderAction.SETTLE_REFUND);

  /// The card has its own buttons for accepting, one for each number of minutes; what an order
  /// holds is changed by its lines.
  private static final Set<OrderAction> ASKED_ELSEWHERE =
      Set.of(OrderAction.ACCEPT, OrderAction.ALTER);

  private final Role role;

  OrderMoves(Role role) {
    this.role = role;
  }

  boolean may(OrderSummary order, OrderAction action) {
    return order.allowed().contains(action) && roleMay(action);
  }

  private boolean roleMay(OrderAction action) {
    return switch (role) {
      case OWNER, MANAGER -> true;
      case AGENT -> !OF_MANAGERS.contains(action);
      case KITCHEN -> KITCHEN.contains(action);
      case AUDITOR, PLATFORM_OPERATOR -> false;
    };
  }

  /// What Enter does.
  Optional<OrderAction> next(OrderSummary order) {
    return STEPS.stream()
        .filter(action -> may(order, action))
        .filter(action -> fits(order, action))
        .findFirst();
  }

  private static boolean fits(OrderSummary order, OrderAction action) {
    boolean canDispatch = order.allowed().contains(OrderAction.DISPATCH);
    return switch (action) {
      case DISPATCH -> order.fulfilment() == Fulfilment.DELIVERY;
      case HAND_OVER -> order.fulfilment() == Fulfilment.PICKUP || !canDispatch;
      default -> true;
    };
  }

  /// The other moves, in the order of their menu.
  List<OrderAction> others(OrderSummary order) {
    Optional<OrderAction> next = next(order);
    return order.allowed().stream()
        .filter(this::roleMay)
        .filter(action -> !ASKED_ELSEWHERE.contains(action))
        .filter(action -> next.filter(action::equals).isEmpty())
        .toList();
  }
}
