package com.crmres.desktop.queue;

import com.crmres.common.identity.Colleague;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderAxis;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What becomes of a kept move of an order that went on without it.
final class OrderRules {

  private static final Set<OrderStatus> OVER =
      EnumSet.of(OrderStatus.REJECTED, OrderStatus.EXPIRED, OrderStatus.CANCELLED);

  /// The order stands where the move did not expect it; anything else is no matter of ours.
  private static final Set<String> MOVED_ON =
      Set.of("CHANGED_MEANWHILE", "MOVE_NOT_ALLOWED", "NOT_FOUND");

  /// An order that others keep moving is left to them in the end.
  private static final int ATTEMPTS = 4;

  private final ServerApi api;

  OrderRules(ServerApi api) {
    this.api = api;
  }

  Verdict settle(Deed.OrderMove move) {
    var request = move.request();
    ServerFailure last = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        OrderSummary after = api.changeOrder(move.orderId(), request);
        return new Verdict.Over(Outcome.of(Outcome.Kind.DONE).about(after.number()));
      } catch (ServerFailure refused) {
        if (refused.kind() != ServerFailure.Kind.REFUSED || !MOVED_ON.contains(refused.code())) {
          throw refused;
        }
        last = refused;
      }
      @Nullable OrderSummary now = now(move.orderId());
      if (now == null || !now.branchId().equals(move.branchId())) {
        return elsewhere(now);
      }
      if (!isStillMeant(request.action(), now)) {
        return new Verdict.Over(without(request.action(), now, last).about(now.number()));
      }
      request = SafeDeeds.again(request, now.version());
    }
    return new Verdict.Over(Outcome.refused(last == null ? "" : last.words()));
  }

  /// An order of a branch that the person does not see is none.
  private @Nullable OrderSummary now(UUID orderId) {
    try {
      return api.aftermath().order(orderId);
    } catch (ServerFailure failure) {
      if (failure.code().equals("NOT_FOUND")) {
        return null;
      }
      throw failure;
    }
  }

  private static Verdict elsewhere(@Nullable OrderSummary now) {
    Outcome gone = Outcome.of(Outcome.Kind.ELSEWHERE);
    return new Verdict.Over(now == null ? gone : gone.about(now.number()));
  }

  /// Only its version is another one, and the move fits as before.
  private static boolean isStillMeant(OrderAction action, OrderSummary now) {
    return now.allowed().contains(action)
        && switch (action) {
          case ACKNOWLEDGE, ACCEPT -> now.status() == OrderStatus.PENDING;
          case START_PREPARING -> now.status() == OrderStatus.CONFIRMED;
          case MARK_READY ->
              now.status() == OrderStatus.CONFIRMED || now.status() == OrderStatus.PREPARING;
          default -> false;
        };
  }

  /// How the order stands without our move.
  private Outcome without(OrderAction action, OrderSummary now, ServerFailure refused) {
    boolean over = OVER.contains(now.status());
    return switch (action) {
      case ACKNOWLEDGE -> Outcome.of(Outcome.Kind.WAS_SO);
      case ACCEPT ->
          over
              ? Outcome.of(Outcome.Kind.TOO_LATE).at(now.statusSince())
              : acceptedBefore(now, refused);
      case START_PREPARING ->
          over
              ? Outcome.of(Outcome.Kind.TOO_LATE).at(now.statusSince())
              : Outcome.of(Outcome.Kind.WAS_SO);
      default -> ready(now, over, refused);
    };
  }

  private static Outcome ready(OrderSummary now, boolean over, ServerFailure refused) {
    if (over) {
      return Outcome.of(Outcome.Kind.FOOD_MADE).at(now.statusSince());
    }
    return switch (now.status()) {
      case READY, OUT_FOR_DELIVERY, DELIVERED, DELIVERY_FAILED -> Outcome.of(Outcome.Kind.WAS_SO);
      default -> Outcome.refused(refused.words());
    };
  }

  private Outcome acceptedBefore(OrderSummary now, ServerFailure refused) {
    return now.status() == OrderStatus.PENDING
        ? Outcome.refused(refused.words())
        : accepting(now.id());
  }

  /// Who accepted it, and when.
  private Outcome accepting(UUID orderId) {
    Outcome before = Outcome.of(Outcome.Kind.ACCEPTED_BEFORE);
    return api.aftermath().steps(orderId).stream()
        .filter(OrderRules::accepts)
        .findFirst()
        .map(step -> before.at(step.at()).by(name(step.staffId())))
        .orElse(before);
  }

  private static boolean accepts(OrderEvent step) {
    return step.axis() == OrderAxis.ORDER && step.to().equals(OrderStatus.CONFIRMED.wireName());
  }

  /// Null where no person did it, or none that is known here.
  private @Nullable String name(@Nullable UUID staffId) {
    return api.handling().colleagues().items().stream()
        .filter(colleague -> colleague.id().equals(staffId))
        .map(Colleague::name)
        .findFirst()
        .orElse(null);
  }
}
