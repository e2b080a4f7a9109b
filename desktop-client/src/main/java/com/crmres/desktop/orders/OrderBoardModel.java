package com.crmres.desktop.orders;

import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
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
  private final OrderCommands commands;
  private final OrderShelf shelf;

  private final Map<BoardColumn, ObservableList<OrderSummary>> columns =
      new EnumMap<>(BoardColumn.class);
  private final ObservableList<OrderSummary> all = FXCollections.observableArrayList();
  private final ObservableList<OrderSummary> readableAll =
      FXCollections.unmodifiableObservableList(all);
  private final ObservableSet<UUID> kept = FXCollections.observableSet();
  private final ReadOnlyIntegerWrapper finished = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private final ObjectProperty<BoardFilter> filter = new SimpleObjectProperty<>(BoardFilter.ALL);
  private final BooleanProperty openSide = new SimpleBooleanProperty(true);
  private final BoardSelection selection = new BoardSelection(this::column, openSide::get);
  private final TicketPrinting printing;
  private final ReceiptPrinting receipts;
  private List<MenuDetails.Item> menu = List.of();
  private List<BranchSummary> otherBranches = List.of();

  private boolean loaded;
  private int question;

  public OrderBoardModel(
      ServerApi api, Calls calls, UUID branchId, StaffMember me, Supplier<UUID> commandIds) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
    this.moves = new OrderMoves(me.role());
    this.commands = new OrderCommands(api, calls, commandIds, this::moved, this::reload);
    this.printing = new TicketPrinting(api, calls, commandIds, branchId);
    this.receipts = new ReceiptPrinting(api.receipts(), calls);
    this.shelf = new OrderShelf(branchId);
    for (BoardColumn column : BoardColumn.values()) {
      columns.put(column, FXCollections.observableArrayList());
    }
    filter.subscribe(wanted -> show());
  }

  public ObservableList<OrderSummary> column(BoardColumn column) {
    ObservableList<OrderSummary> orders = columns.get(column);
    return orders == null ? FXCollections.emptyObservableList() : orders;
  }

  /// Every order known, oldest first.
  public ObservableList<OrderSummary> all() {
    return readableAll;
  }

  /// How many were finished lately.
  public ReadOnlyIntegerProperty finished() {
    return finished.getReadOnlyProperty();
  }

  /// How many wait for a decision.
  public ReadOnlyIntegerProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  /// How many are not finished.
  public int underWay() {
    return (int) all.stream().filter(order -> !isFinished(order)).count();
  }

  /// How many of those should be further by now.
  public int late(Instant now) {
    return (int)
        all.stream()
            .filter(order -> !isFinished(order))
            .filter(order -> OrderAge.of(order, now).level() == OrderAge.Level.LATE)
            .count();
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  public ObjectProperty<@Nullable OrderSummary> selected() {
    return selection.selected();
  }

  /// Chooses an order, on whichever side of the board it is.
  public void select(UUID orderId) {
    shelf
        .find(orderId)
        .ifPresent(order -> {
          openSide.set(!isFinished(order));
          selected().set(order);
        });
  }

  /// Moves over the board by keys.
  BoardSelection selection() {
    return selection;
  }

  public ObjectProperty<BoardFilter> filter() {
    return filter;
  }

  /// Whether the board shows what is under way, or what has ended lately.
  public BooleanProperty openSide() {
    return openSide;
  }

  /// Why the last move was not made; absent after the next one that was.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return commands.failure();
  }

  /// Orders whose move is under way.
  public ObservableSet<UUID> moving() {
    return commands.moving();
  }

  /// Orders with moves that wait for the network.
  public ObservableSet<UUID> kept() {
    return kept;
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
    waiting.set((int) orders.stream().filter(OrderBoardModel::isNew).count());
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

  private List<OrderSummary> in(BoardColumn column, List<OrderSummary> orders) {
    return orders.stream()
        .filter(order -> BoardColumn.of(order.status()) == column)
        .filter(filter.get()::shows)
        .toList();
  }

  private static boolean isNew(OrderSummary order) {
    return BoardColumn.of(order.status()) == BoardColumn.NEW;
  }

  private static boolean isFinished(OrderSummary order) {
    return !BoardColumn.of(order.status()).isOpen();
  }

  /// What the branch sells, as another screen has loaded it.
  public void menuIs(List<MenuDetails.Item> items) {
    menu = List.copyOf(items);
  }

  /// The branches that the person works in, as another screen has loaded them.
  public void branchesAre(List<BranchSummary> branches) {
    otherBranches = branches.stream().filter(branch -> !branch.id().equals(branchId)).toList();
  }

  List<MenuDetails.Item> menu() {
    return menu;
  }

  /// Brings receipts to be printed.
  ReceiptPrinting receipts() {
    return receipts;
  }

  /// Prints the kitchen's tickets of an order once more.
  TicketPrinting printing() {
    return printing;
  }

  /// Who brought orders lately, for whoever names the next driver.
  List<String> drivers() {
    return all.stream()
        .map(order -> order.standing().driver())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct()
        .sorted()
        .toList();
  }

  /// What must be asked before a move.
  OrderQuestion question(OrderSummary order, OrderAction action, Instant now) {
    return OrderQuestion.about(order, action, now, drivers(), otherBranches);
  }

  public Optional<OrderAction> nextStep(OrderSummary order) {
    return moves.next(order);
  }

  public List<OrderAction> otherMoves(OrderSummary order) {
    return moves.others(order).stream().filter(this::leadsSomewhere).toList();
  }

  public boolean may(OrderSummary order, OrderAction action) {
    return moves.may(order, action) && leadsSomewhere(action);
  }

  /// An order cannot go to another branch where the person knows of none.
  private boolean leadsSomewhere(OrderAction action) {
    return action != OrderAction.MOVE || !otherBranches.isEmpty();
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
    ask(order, Wish.minutes(OrderAction.ACCEPT, minutes));
  }

  /// Rejects, cancels, takes back or reports a failed delivery, with the reason.
  ///
  /// @param words for what the list does not name
  public void refuse(
      OrderSummary order, OrderAction action, OrderReason reason, @Nullable String words) {
    ask(order, Wish.because(action, reason, words, List.of()));
  }

  public void move(OrderSummary order, OrderAction action) {
    ask(order, Wish.plain(action));
  }

  void ask(OrderSummary order, Wish wish) {
    if (moves.may(order, wish.action())) {
      commands.ask(order, wish);
    }
  }

  private void moved(OrderSummary after) {
    shelf.heard(after);
    show();
    // The hand stays where the work is: the card moved on, its selection with it.
    selected()
        .set(
            shelf
                .find(after.id())
                .filter(order -> isFinished(order) != openSide.get())
                .orElse(null));
  }
}
