package com.crmres.desktop.kitchen;

import com.crmres.common.identity.Role;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.kitchen.ExpediterOrder;
import com.crmres.common.kitchen.HelpRequest;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.ReprintRequest;
import com.crmres.common.kitchen.StationPlan;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.KitchenState;
import com.crmres.desktop.alert.AlertsModel;
import com.crmres.desktop.alert.Sound;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.KitchenApi;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/// What the kitchen makes now, at one station or over all of them, and what it does with it.
public final class KitchenModel {

  private static final Set<Role> MAY = Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.KITCHEN);

  private final KitchenApi api;
  private final Calls calls;
  private final UUID branchId;
  private final StaffMember me;
  private final Supplier<UUID> ids;
  private final AlertsModel alerts;
  private final BooleanSupplier heard;
  private final TicketShelf shelf;
  private final KitchenCommands commands;
  private final KitchenPanels panels;

  private final ObservableList<StationPlan.Station> stations = FXCollections.observableArrayList();
  private final ObservableList<StationPlan.Station> readableStations =
      FXCollections.unmodifiableObservableList(stations);
  private final ObservableList<Card> cards = FXCollections.observableArrayList();
  private final ObservableList<Card> readableCards =
      FXCollections.unmodifiableObservableList(cards);
  private final ObjectProperty<@Nullable UUID> station = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<ListState> state =
      new ReadOnlyObjectWrapper<>(ListState.LOADING);
  private final ReadOnlyObjectWrapper<@Nullable KitchenAnswer> wasted =
      new ReadOnlyObjectWrapper<>();
  private final CardSelection selection = new CardSelection(cards);
  private final ObjectProperty<GridShape> shape = new SimpleObjectProperty<>(GridShape.USUAL);

  /// What was bumped here, the last first.
  private final Deque<UUID> bumped = new ArrayDeque<>();

  /// What was late a second ago; null before the first look, when nothing is news.
  private @Nullable Set<UUID> lateBefore;

  private boolean loaded;
  private int question;
  private List<Card> whole = List.of();

  /// @param heard whether news of tickets shall be heard where this person is now
  public KitchenModel(
      KitchenApi api,
      Calls calls,
      UUID branchId,
      StaffMember me,
      Supplier<UUID> ids,
      AlertsModel alerts,
      BooleanSupplier heard) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
    this.me = me;
    this.ids = ids;
    this.alerts = alerts;
    this.heard = heard;
    this.shelf = new TicketShelf(branchId);
    this.commands = new KitchenCommands(api, calls, ids, this::answered, this::ahead, this::reload);
    this.panels = new KitchenPanels(api, calls, branchId, station);
    station.subscribe(chosen -> show());
    shape.subscribe(wanted -> selection.fits(wanted.places()));
  }

  public boolean mayMove() {
    return MAY.contains(me.role());
  }

  ObservableList<StationPlan.Station> stations() {
    return readableStations;
  }

  /// Whose tickets are shown; null for the expediter, who sees whole orders.
  public ObjectProperty<@Nullable UUID> station() {
    return station;
  }

  /// How many tickets a page shows.
  public ObjectProperty<GridShape> shape() {
    return shape;
  }

  /// From one station to the next, and back to whole orders.
  void nextStation() {
    List<UUID> order = stations.stream().map(StationPlan.Station::id).toList();
    UUID now = station.get();
    int at = now == null ? 0 : order.indexOf(now) + 1;
    station.set(at < order.size() ? order.get(at) : null);
  }

  /// In the order of the queue.
  public ObservableList<Card> shown() {
    return readableCards;
  }

  public ReadOnlyObjectProperty<ListState> state() {
    return state.getReadOnlyProperty();
  }

  /// Why the last command was not carried out.
  public ReadOnlyObjectProperty<@Nullable ServerFailure> failure() {
    return commands.failure();
  }

  /// Tickets whose command is under way.
  public ObservableSet<UUID> moving() {
    return commands.moving();
  }

  /// The last food that was made for nobody: its order had been cancelled.
  public ReadOnlyObjectProperty<@Nullable KitchenAnswer> wasted() {
    return wasted.getReadOnlyProperty();
  }

  CardSelection selection() {
    return selection;
  }

  KitchenPanels panels() {
    return panels;
  }

  public void reload() {
    int mine = ++question;
    shelf.listAsked();
    calls.ask(
        () ->
            new Answer(
                api.stations(branchId).stations(),
                api.tickets(branchId, null).items(),
                wholeOrders()),
        answer -> loaded(mine, answer),
        why -> failed(mine));
    panels.reload();
  }

  private record Answer(
      List<StationPlan.Station> stations, List<KitchenTicket> tickets, List<Card> whole) {}

  private List<Card> wholeOrders() {
    return api.orders(branchId).items().stream()
        .filter(order -> !waits(order))
        .map(Card::of)
        .toList();
  }

  /// Whether it has its time still before it, and nothing of it was given out.
  private static boolean waits(ExpediterOrder order) {
    return order.fireAt() != null
        && order.lines().stream()
            .flatMap(line -> line.ticks().stream())
            .allMatch(tick -> tick.state().compareTo(KitchenState.HELD) <= 0);
  }

  private void loaded(int mine, Answer answer) {
    if (mine != question) {
      return;
    }
    loaded = true;
    if (!stations.equals(answer.stations())) {
      stations.setAll(answer.stations());
    }
    shelf.replaceBy(answer.tickets());
    whole = answer.whole();
    show();
  }

  private void failed(int mine) {
    if (mine == question && !loaded) {
      state.set(ListState.FAILED);
    }
  }

  public void happened(List<LiveEvent> events) {
    boolean any = false;
    for (LiveEvent event : events) {
      if (event instanceof LiveEvent.TicketChanged(KitchenTicket ticket)
          && ticket.branchId().equals(branchId)) {
        sound(shelf.heard(ticket), ticket);
        any = true;
      }
    }
    if (any) {
      show();
      panels.reload();
      reloadWhole();
    }
  }

  private void sound(@Nullable KitchenTicket before, KitchenTicket after) {
    UUID mine = station.get();
    if (heard.getAsBoolean() && (mine == null || mine.equals(after.stationId()))) {
      KitchenSounds.of(before, after).ifPresent(sound -> alerts.sound(sound, AlertsModel.LOUD));
    }
  }

  /// Once a second: a ticket that has just become late is heard.
  public void tick(Instant now) {
    Set<UUID> late =
        cards.stream()
            .filter(card -> TicketAge.of(card, now).left().isNegative())
            .map(Card::id)
            .collect(Collectors.toSet());
    boolean any = lateBefore != null && !lateBefore.containsAll(late);
    lateBefore = late;
    if (any && heard.getAsBoolean()) {
      alerts.sound(Sound.LATE, AlertsModel.LOUD);
    }
  }

  /// Whole orders are put together by the server; a ticket alone does not tell of its others.
  private void reloadWhole() {
    int mine = question;
    calls.ask(
        this::wholeOrders,
        answer -> {
          if (mine == question) {
            whole = answer;
            show();
          }
        },
        why -> {});
  }

  private void show() {
    List<Card> wanted =
        station.get() == null ? whole : shelf.queue(station.get()).stream().map(Card::of).toList();
    if (!cards.equals(wanted)) {
      cards.setAll(wanted);
    }
    if (loaded) {
      state.set(cards.isEmpty() ? ListState.EMPTY : ListState.READY);
    }
    selection.keep();
  }

  /// How people call a ticket that is known here.
  public Optional<String> number(UUID ticketId) {
    return shelf.find(ticketId).map(KitchenTicket::number);
  }

  /// All of it is done; what must be acknowledged first is.
  public void bump(Card card) {
    if (card.needsAcknowledging()) {
      each(card, KitchenAction.ACKNOWLEDGE_VOID);
      return;
    }
    each(card, KitchenAction.BUMP);
  }

  private void each(Card card, KitchenAction action) {
    card.ticketIds().forEach(id -> shelf.find(id).ifPresent(ticket -> ask(ticket, action, null)));
  }

  /// The line is done; the same again takes it back.
  public void toggle(Card.Dish dish) {
    dish.parts()
        .forEach(part ->
            shelf
                .find(part.ticketId())
                .ifPresent(ticket -> ask(ticket, KitchenAction.LINE_DONE, part.lineId())));
  }

  public void prioritise(Card card) {
    boolean before = card.has(TicketMark.PRIORITY);
    each(card, before ? KitchenAction.UNPRIORITISE : KitchenAction.PRIORITISE);
  }

  /// Gives out before its time.
  void fire(KitchenTicket ticket) {
    ask(ticket, KitchenAction.FIRE, null);
  }

  /// It was not done after all: it returns to its place.
  void recall(KitchenTicket ticket) {
    ask(ticket, KitchenAction.UNDO_BUMP, null);
  }

  /// Takes back the last bump made here.
  public void undo() {
    UUID last = bumped.poll();
    if (last != null) {
      shelf.find(last).ifPresent(this::recall);
    }
  }

  private void ask(KitchenTicket ticket, KitchenAction action, @Nullable UUID lineId) {
    if (mayMove()) {
      commands.ask(ticket, action, lineId);
    }
  }

  /// Without network: whole orders are not told by the server then.
  private void ahead(KitchenTicket ticket) {
    var _ = shelf.heard(ticket);
    whole = whole.stream().filter(card -> !isAhead(card)).toList();
    show();
  }

  private boolean isAhead(Card card) {
    return card.ticketIds().stream()
        .allMatch(id -> shelf.find(id).filter(ticket -> !ticket.open()).isPresent());
  }

  private void answered(KitchenAnswer answer) {
    KitchenTicket after = answer.ticket();
    KitchenTicket before = shelf.heard(after);
    boolean wasOpen = before == null || before.doneAt() == null;
    if (wasOpen && after.doneAt() != null) {
      bumped.push(after.id());
    }
    if (answer.outcome() == KitchenAnswer.Outcome.FOOD_MADE) {
      wasted.set(answer);
      alerts.sound(Sound.VOIDED, AlertsModel.LOUD);
    }
    show();
    reloadWhole();
    panels.reload();
  }

  /// Prints its papers once more.
  public void print(Card card) {
    asked(() -> card.ticketIds().forEach(id -> api.print(id, new ReprintRequest(ids.get(), null))));
  }

  /// Calls the expediter to this station.
  public void help(@Nullable Card card) {
    UUID place = station.get();
    if (place != null) {
      UUID about = card == null ? null : card.ticketIds().getFirst();
      asked(() -> api.help(new HelpRequest(ids.get(), branchId, place, about)));
    }
  }

  private void asked(Runnable question) {
    Consumer<Boolean> nothing = done -> {};
    calls.ask(
        () -> {
          question.run();
          return true;
        },
        nothing,
        why -> reload());
  }
}
