package com.crmres.desktop.orders;

import com.crmres.common.kitchen.ExpediterOrder;
import com.crmres.common.kitchen.ReprintRequest;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.KitchenApi;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Has the kitchen's tickets of an order printed once more, and says what came of it.
final class TicketPrinting {

  /// What came of the last wish.
  ///
  /// @param papers how many are on their way
  record Outcome(String number, int papers, @Nullable ServerFailure failure) {}

  private final ServerApi api;
  private final Calls calls;
  private final Supplier<UUID> ids;
  private final UUID branchId;
  private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();

  TicketPrinting(ServerApi api, Calls calls, Supplier<UUID> ids, UUID branchId) {
    this.api = api;
    this.calls = calls;
    this.ids = ids;
    this.branchId = branchId;
  }

  ReadOnlyObjectProperty<@Nullable Outcome> outcome() {
    return outcome.getReadOnlyProperty();
  }

  void print(OrderSummary order) {
    outcome.set(null);
    calls.ask(
        () -> printed(order.id()),
        papers -> outcome.set(new Outcome(order.number(), papers, null)),
        why -> outcome.set(new Outcome(order.number(), 0, why)));
  }

  private int printed(UUID orderId) {
    KitchenApi kitchen = api.kitchen();
    return kitchen.orders(branchId).items().stream()
        .filter(order -> order.orderId().equals(orderId))
        .map(ExpediterOrder::ticketIds)
        .flatMap(tickets -> tickets.stream())
        .mapToInt(ticket -> kitchen.print(ticket, new ReprintRequest(ids.get(), null)))
        .sum();
  }
}
