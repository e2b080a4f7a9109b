package com.crmres.desktop.customer;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.CustomerFigures;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.connection.Branches;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.CustomerApi;
import com.crmres.desktop.connection.ListState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What the open conversation's customer has ordered so far.
public final class CustomerModel {

  private static final int SHOWN = 5;

  private final CustomerApi api;
  private final Calls calls;
  private final Branches branches;
  private final ObservableList<OrderSummary> orders = FXCollections.observableArrayList();
  private final ObservableList<OrderSummary> readableOrders =
      FXCollections.unmodifiableObservableList(orders);
  private final ReadOnlyObjectWrapper<@Nullable CustomerFigures> figures =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.EMPTY);
  private @Nullable UUID customerId;
  private int question;

  public CustomerModel(CustomerApi api, Calls calls, Branches branches) {
    this.api = api;
    this.calls = calls;
    this.branches = branches;
  }

  /// His newest orders, newest first.
  public ObservableList<OrderSummary> orders() {
    return readableOrders;
  }

  public ReadOnlyObjectProperty<@Nullable CustomerFigures> figures() {
    return figures.getReadOnlyProperty();
  }

  /// Empty for somebody who never ordered.
  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  Optional<BranchSummary> branch(UUID id) {
    return branches.find(id);
  }

  /// Shows another customer.
  public void open(@Nullable ConversationSummary conversation) {
    UUID wanted = conversation == null ? null : conversation.customer().id();
    if (!Objects.equals(wanted, customerId)) {
      customerId = wanted;
      question++;
      orders.clear();
      figures.set(null);
      state.set(ListState.EMPTY);
      reload();
    }
  }

  /// What he has ordered, with its figures.
  private record Known(CustomerFigures figures, List<OrderSummary> orders) {}

  public void reload() {
    UUID open = customerId;
    if (open == null) {
      return;
    }
    int mine = ++question;
    if (figures.get() == null) {
      state.set(ListState.LOADING);
    }
    calls.ask(
        () -> new Known(api.figures(open), api.orders(open, SHOWN).items()),
        known -> {
          if (mine == question) {
            show(known);
          }
        },
        why -> {
          if (mine == question && figures.get() == null) {
            state.set(ListState.FAILED);
          }
        });
  }

  private void show(Known known) {
    orders.setAll(known.orders());
    figures.set(known.figures());
    state.set(known.orders().isEmpty() ? ListState.EMPTY : ListState.READY);
  }

  /// An order of his was placed, or moved.
  public void happened(List<LiveEvent> events) {
    for (LiveEvent event : events) {
      if (event instanceof LiveEvent.OrderChanged(OrderSummary order)
          && order.customer().id().equals(customerId)) {
        reload();
        return;
      }
    }
  }
}
