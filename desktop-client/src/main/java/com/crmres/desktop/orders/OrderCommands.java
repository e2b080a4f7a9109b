package com.crmres.desktop.orders;

import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// Sends moves to the server: one at a time for an order, and the same one again where its answer
/// was lost.
final class OrderCommands {

  private final ServerApi api;
  private final Calls calls;
  private final Supplier<UUID> ids;
  private final Consumer<OrderSummary> moved;
  private final Runnable refused;
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ObservableSet<UUID> moving = FXCollections.observableSet();

  /// Commands without an answer: asked again, they are the same command.
  private final Map<UUID, ChangeOrderRequest> unanswered = new HashMap<>();

  /// @param refused the server knows the order otherwise than we do
  OrderCommands(
      ServerApi api,
      Calls calls,
      Supplier<UUID> ids,
      Consumer<OrderSummary> moved,
      Runnable refused) {
    this.api = api;
    this.calls = calls;
    this.ids = ids;
    this.moved = moved;
    this.refused = refused;
  }

  ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  ObservableSet<UUID> moving() {
    return moving;
  }

  void ask(OrderSummary order, Wish wish) {
    if (!moving.add(order.id())) {
      return;
    }
    failure.set(null);
    ChangeOrderRequest request = command(order, wish);
    calls.ask(
        () -> api.changeOrder(order.id(), request),
        after -> moved(request, after),
        why -> notMoved(order, request, why));
  }

  private ChangeOrderRequest command(OrderSummary order, Wish wish) {
    ChangeOrderRequest last = unanswered.get(order.id());
    UUID id = last == null ? ids.get() : last.commandId();
    ChangeOrderRequest same = wish.request(id, order.version());
    ChangeOrderRequest command =
        last == null || last.equals(same) ? same : wish.request(ids.get(), order.version());
    unanswered.put(order.id(), command);
    return command;
  }

  private void moved(ChangeOrderRequest request, OrderSummary after) {
    moving.remove(after.id());
    unanswered.remove(after.id(), request);
    moved.accept(after);
  }

  private void notMoved(OrderSummary order, ChangeOrderRequest request, ServerFailure why) {
    moving.remove(order.id());
    if (why.kind() == ServerFailure.Kind.KEPT) {
      unanswered.remove(order.id());
      moved.accept(OrderAhead.of(order, request, why.keptAt()));
      return;
    }
    failure.set(why);
    if (why.kind() == ServerFailure.Kind.REFUSED) {
      // Somebody was faster, or the state is another one: show it as it is.
      unanswered.remove(order.id());
      refused.run();
    }
  }
}
