package com.crmres.desktop.orders;

import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// The orders of a branch in their columns, and the moves staff make with them.
public final class OrderBoardModel {

  /// What "accept" without a choice promises.
  public static final int USUAL_MINUTES = 15;

  public static final List<Integer> MINUTES = List.of(10, 15, 20, 30);

  private final ServerApi api;
  private final Calls calls;
  private final UUID branchId;
  private final OrderMoves moves;
  private final Supplier<UUID> commandIds;
  private final OrderShelf shelf;

  private final Map<BoardColumn, ObservableList<OrderSummary>> columns =
      new EnumMap<>(BoardColumn.class);
  private final ObservableList<OrderSummary> all = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper finished = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private final BoardSelection selection = new BoardSelection(this::column);
  private final ReadOnlyObjectWrapper<@Nullable ServerFailure> failure =
      new ReadOnlyObjectWrapper<>();
  private final ObservableSet<UUID> moving = FXCollections.observableSet();

  /// Commands without an answer: asked again, they are the same command.
  private final Map<UUID, ChangeOrderRequest> unanswered = new HashMap<>();

  private boolean loaded;
  private int question;

  public OrderBoardModel(
      ServerApi api, Calls calls, UUID branchId, StaffMember me, Supplier<UUID> commandIds) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
    this.moves = new OrderMoves(me.role());
    this.commandIds = commandIds;
    this.shelf = new OrderShelf(branchId);
    for (BoardColumn column : BoardColumn.values()) {
      columns.put(column, FXCollections.observableArrayList());
    }
  }

  public ObservableList<OrderSummary> column(BoardColumn column) {
    ObservableList<OrderSummary> orders = columns.get(column);
    return orders == null ? FXCollections.emptyObservableList() : orders;
  }

  /// Every order known, oldest first.
  public ObservableList<OrderSummary> all() {
    return FXCollections.unmodifiableObservableList(all);
  }

  /// How many were finished lately.
  public ReadOnlyIntegerProperty finished() {
    return finished.getReadOnlyProperty();
  }

  /// How many wait for a decision.
  public ReadOnlyIntegerProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  public ObjectProperty<@Nullable OrderSummary> selected() {
    return selection.selected();
  }

  /// Moves over the board by keys.
  BoardSelection selection() {
    return selection;
  }

  /// Why the last move was not made; absent after the next one that was.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return failure.getReadOnlyProperty();
  }

  /// Orders whose move is under way.
  public ObservableSet<UUID> moving() {
    return moving;
  }

  public void reload() {
    int mine = ++question;
    shelf.listAsked();
    calls.ask(this::everyPage, orders -> answered(mine, orders), why -> failed(mine));
  }

  private List<OrderSummary> everyPage() {
    List<OrderSummary> orders = new ArrayList<>();
    String after = null;
    do {
      Page<OrderSummary> page = api.orders(branchId, after);
      orders.addAll(page.items());
      after = page.next();
    } while (after != null);
    return orders;
  }

  private void answered(int mine, List<OrderSummary> orders) {
    if (mine == question) {
      loaded = true;
      shelf.replaceBy(orders);
      show();
    }
  }

  private void failed(int mine) {
    if (mine == question && !loaded) {
      state.set(ListState.FAILED);
    }
  }

  public void happened(List<LiveEvent> events) {
    boolean any = false;
    for (LiveEvent event : events) {
      if (event instanceof LiveEvent.OrderChanged changed) {
        shelf.heard(changed.order());
        any = true;
      }
    }
    if (any) {
      show();
    }
  }

  private void show() {
    List<OrderSummary> orders = shelf.oldestFirst();
    update(all, orders);
    columns.forEach((column, shown) -> update(shown, in(column, orders)));
    finished.set((int) orders.stream().filter(OrderBoardModel::isFinished).count());
    waiting.set(column(BoardColumn.NEW).size());
    if (loaded) {
      state.set(ListState.READY);
    }
    OrderSummary before = selected().get();
    if (before != null) {
      selected().set(shelf.find(before.id()).orElse(null));
    }
  }

  private static void update(ObservableList<OrderSummary> shown, List<OrderSummary> wanted) {
    if (!shown.equals(wanted)) {
      shown.setAll(wanted);
    }
  }

  private static List<OrderSummary> in(BoardColumn column, List<OrderSummary> orders) {
    return orders.stream()
        .filter(order -> BoardColumn.of(order.status()).filter(column::equals).isPresent())
        .toList();
  }

  private static boolean isFinished(OrderSummary order) {
    return BoardColumn.of(order.status()).isEmpty();
  }

  public Optional<OrderAction> nextStep(OrderSummary order) {
    return moves.next(order);
  }

  public List<OrderAction> otherMoves(OrderSummary order) {
    return moves.others(order);
  }

  public boolean may(OrderSummary order, OrderAction action) {
    return moves.may(order, action);
  }

  /// The one-key move: whatever comes next for the order.
  public void advance(OrderSummary order) {
    moves
        .next(order)
        .ifPresent(action -> {
          if (action == OrderAction.ACCEPT) {
            accept(order, USUAL_MINUTES);
          } else {
            move(order, action);
          }
        });
  }

  public void accept(OrderSummary order, int minutes) {
    change(order, OrderAction.ACCEPT, null, minutes);
  }

  /// Rejects, cancels or reports a failed delivery, with the reason.
  public void refuse(OrderSummary order, OrderAction action, String reason) {
    change(order, action, reason, null);
  }

  public void move(OrderSummary order, OrderAction action) {
    change(order, action, null, null);
  }

  private void change(
      OrderSummary order, OrderAction action, @Nullable String reason, @Nullable Integer minutes) {
    if (!moves.may(order, action) || !moving.add(order.id())) {
      return;
    }
    failure.set(null);
    ChangeOrderRequest request = command(order, action, reason, minutes);
    calls.ask(
        () -> api.changeOrder(order.id(), request),
        after -> moved(request, after),
        why -> notMoved(order, why));
  }

  private ChangeOrderRequest command(
      OrderSummary order, OrderAction action, @Nullable String reason, @Nullable Integer minutes) {
    ChangeOrderRequest last = unanswered.get(order.id());
    UUID id = last == null ? commandIds.get() : last.commandId();
    var same = new ChangeOrderRequest(id, action, order.version(), reason, minutes);
    ChangeOrderRequest command =
        last == null || last.equals(same)
            ? same
            : new ChangeOrderRequest(commandIds.get(), action, order.version(), reason, minutes);
    unanswered.put(order.id(), command);
    return command;
  }

  private void moved(ChangeOrderRequest request, OrderSummary after) {
    moving.remove(after.id());
    unanswered.remove(after.id(), request);
    shelf.heard(after);
    show();
    // The hand stays where the work is: the card moved on, its selection with it.
    selected().set(shelf.find(after.id()).filter(order -> !isFinished(order)).orElse(null));
  }

  private void notMoved(OrderSummary order, ServerFailure why) {
    moving.remove(order.id());
    failure.set(why);
    if (why.kind() == ServerFailure.Kind.REFUSED) {
      // Somebody was faster, or the state is another one: show it as it is.
      unanswered.remove(order.id());
      reload();
    }
  }
}
