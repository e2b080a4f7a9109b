package com.crmres.desktop.pickup;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.connection.ListState;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Sorts the orders of the board into what the counter shows.
public final class PickupModel {

  private static final Set<OrderStatus> MAKING =
      Set.of(OrderStatus.CONFIRMED, OrderStatus.PREPARING);
  private static final Set<OrderStatus> ON_ITS_WAY =
      Set.of(OrderStatus.READY, OrderStatus.OUT_FOR_DELIVERY);

  private final ObservableList<PickupEntry> making = FXCollections.observableArrayList();
  private final ObservableList<PickupEntry> readableMaking =
      FXCollections.unmodifiableObservableList(making);
  private final ObservableList<PickupEntry> ready = FXCollections.observableArrayList();
  private final ObservableList<PickupEntry> readableReady =
      FXCollections.unmodifiableObservableList(ready);
  private final ObservableList<PickupEntry> drivers = FXCollections.observableArrayList();
  private final ObservableList<PickupEntry> readableDrivers =
      FXCollections.unmodifiableObservableList(drivers);
  private final ObservableValue<ListState> state;
  private final Runnable reload;

  /// @param orders of the branch, kept up to date by their board
  public PickupModel(
      ObservableList<OrderSummary> orders, ObservableValue<ListState> board, Runnable reload) {
    this.reload = reload;
    this.state =
        Bindings.createObjectBinding(() -> state(board.getValue()), board, making, ready, drivers);
    orders.subscribe(() -> sort(orders));
    sort(orders);
  }

  private ListState state(ListState board) {
    boolean nothing = making.isEmpty() && ready.isEmpty() && drivers.isEmpty();
    return board == ListState.READY && nothing ? ListState.EMPTY : board;
  }

  private void sort(List<OrderSummary> orders) {
    show(making, orders, order -> isPickup(order) && MAKING.contains(order.status()));
    show(ready, orders, order -> isPickup(order) && order.status() == OrderStatus.READY);
    show(drivers, orders, order -> !isPickup(order) && ON_ITS_WAY.contains(order.status()));
  }

  private static boolean isPickup(OrderSummary order) {
    return order.fulfilment() == Fulfilment.PICKUP;
  }

  /// The longest waiting first.
  private static void show(
      ObservableList<PickupEntry> list, List<OrderSummary> orders, Predicate<OrderSummary> which) {
    List<PickupEntry> wanted =
        orders.stream()
            .filter(which)
            .map(PickupEntry::of)
            .sorted(Comparator.comparing(PickupEntry::since))
            .toList();
    if (!list.equals(wanted)) {
      list.setAll(wanted);
    }
  }

  ObservableList<PickupEntry> making() {
    return readableMaking;
  }

  ObservableList<PickupEntry> ready() {
    return readableReady;
  }

  /// Deliveries that are ready or with a driver.
  ObservableList<PickupEntry> drivers() {
    return readableDrivers;
  }

  ObservableValue<ListState> state() {
    return state;
  }

  void reload() {
    reload.run();
  }
}
