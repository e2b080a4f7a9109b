package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The order that keys act on, and how arrows move it over the board.
final class BoardSelection {

  private final Function<BoardColumn, ObservableList<OrderSummary>> columns;
  private final BooleanSupplier open;
  private final ObjectProperty<@Nullable OrderSummary> selected = new SimpleObjectProperty<>();

  /// @param open which side of the board is shown
  BoardSelection(
      Function<BoardColumn, ObservableList<OrderSummary>> columns, BooleanSupplier open) {
    this.columns = columns;
    this.open = open;
  }

  ObjectProperty<@Nullable OrderSummary> selected() {
    return selected;
  }

  /// Moves the selection within its column.
  void beside(int step) {
    selectedColumn()
        .map(columns)
        .ifPresentOrElse(orders -> select(orders, selectedRow() + step), this::selectFirst);
  }

  /// Moves the selection to the nearest column in that direction that has an order.
  ///
  /// @param step 1 onwards, -1 back
  void across(int step) {
    Optional<BoardColumn> from = selectedColumn();
    if (from.isEmpty()) {
      selectFirst();
      return;
    }
    Optional<BoardColumn> to = from.get().neighbour(step);
    while (to.isPresent() && columns.apply(to.get()).isEmpty()) {
      to = to.get().neighbour(step);
    }
    to.map(columns).ifPresent(orders -> select(orders, selectedRow()));
  }

  private Optional<BoardColumn> selectedColumn() {
    return Optional.ofNullable(selected.get())
        .map(OrderSummary::status)
        .map(BoardColumn::of)
        .filter(column -> column.isOpen() == open.getAsBoolean());
  }

  private int selectedRow() {
    OrderSummary present = selected.get();
    return present == null
        ? 0
        : selectedColumn().map(column -> indexOf(columns.apply(column), present)).orElse(0);
  }

  private void select(List<OrderSummary> orders, int row) {
    selected.set(orders.get(Math.clamp(row, 0, orders.size() - 1)));
  }

  private void selectFirst() {
    BoardColumn.side(open.getAsBoolean()).stream()
        .map(columns)
        .filter(orders -> !orders.isEmpty())
        .findFirst()
        .ifPresent(orders -> selected.set(orders.getFirst()));
  }

  private static int indexOf(List<OrderSummary> orders, OrderSummary order) {
    for (int i = 0; i < orders.size(); i++) {
      if (orders.get(i).id().equals(order.id())) {
        return i;
      }
    }
    return 0;
  }
}
