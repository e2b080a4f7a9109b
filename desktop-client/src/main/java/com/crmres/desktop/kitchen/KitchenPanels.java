package com.crmres.desktop.kitchen;

import com.crmres.common.kitchen.AllDayCount;
import com.crmres.common.kitchen.KitchenStats;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.KitchenApi;
import com.crmres.desktop.connection.ListState;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What stands beside the tickets: how many of each dish, what was done, what waits for its time,
/// and how the day goes.
final class KitchenPanels {

  /// Which of them is open.
  enum Panel {
    NONE,
    ALL_DAY,
    RECALL,
    SCHEDULED
  }

  private final KitchenApi api;
  private final Calls calls;
  private final UUID branchId;
  private final ObservableValue<@Nullable UUID> station;
  private final ObjectProperty<Panel> open = new SimpleObjectProperty<>(Panel.NONE);
  private final ObservableList<AllDayCount> counts = FXCollections.observableArrayList();
  private final ObservableList<AllDayCount> readableCounts =
      FXCollections.unmodifiableObservableList(counts);
  private final ObservableList<KitchenTicket> tickets = FXCollections.observableArrayList();
  private final ObservableList<KitchenTicket> readableTickets =
      FXCollections.unmodifiableObservableList(tickets);
  private final ReadOnlyObjectWrapper<@Nullable KitchenStats> stats = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private int question;

  KitchenPanels(
      KitchenApi api, Calls calls, UUID branchId, ObservableValue<@Nullable UUID> station) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
    this.station = station;
  }

  ObjectProperty<Panel> open() {
    return open;
  }

  ObservableList<AllDayCount> counts() {
    return readableCounts;
  }

  /// What was done, or what waits, as the panel that is open says.
  ObservableList<KitchenTicket> tickets() {
    return readableTickets;
  }

  ReadOnlyObjectProperty<@Nullable KitchenStats> stats() {
    return stats.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// Opens a panel, or closes it if it is open.
  void toggle(Panel panel) {
    open.set(open.get() == panel ? Panel.NONE : panel);
    state.set(ListState.LOADING);
    reload();
  }

  void reload() {
    calls.ask(() -> api.stats(branchId), stats::set, why -> {});
    int mine = ++question;
    switch (open.get()) {
      case NONE -> {}
      case ALL_DAY ->
          calls.ask(
              () -> api.allDay(branchId, station.getValue()).items(),
              items -> show(mine, counts, items),
              why -> failed(mine));
      case RECALL ->
          calls.ask(
              () -> api.recall(branchId, station.getValue()).items(),
              items -> show(mine, tickets, items),
              why -> failed(mine));
      case SCHEDULED ->
          calls.ask(
              () -> api.scheduled(branchId, station.getValue()).items(),
              items -> show(mine, tickets, items),
              why -> failed(mine));
    }
  }

  private <T> void show(int mine, ObservableList<T> list, List<T> items) {
    if (mine == question) {
      list.setAll(items);
      state.set(items.isEmpty() ? ListState.EMPTY : ListState.READY);
    }
  }

  private void failed(int mine) {
    if (mine == question && state.get() == ListState.LOADING) {
      state.set(ListState.FAILED);
    }
  }
}
