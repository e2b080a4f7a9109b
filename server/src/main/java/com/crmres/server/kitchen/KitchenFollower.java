package com.crmres.server.kitchen;

import com.crmres.common.kitchen.LineChange;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.kitchen.book.DueStore;
import com.crmres.server.kitchen.book.TicketBook;
import com.crmres.server.kitchen.station.Stations;
import com.crmres.server.kitchen.ticket.DishReader;
import com.crmres.server.kitchen.ticket.Head;
import com.crmres.server.kitchen.ticket.KitchenOrder;
import com.crmres.server.kitchen.ticket.LineCommand;
import com.crmres.server.kitchen.ticket.LineDelta;
import com.crmres.server.kitchen.ticket.Ticket;
import com.crmres.server.kitchen.ticket.Wanted;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.OrderLine;
import com.crmres.server.ordering.OrderStep;
import com.crmres.server.restaurant.Restaurants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Brings the kitchen's tickets along with their order, in the transaction that moves it.
public final class KitchenFollower implements OrderFollower {

  /// What is to be given out so soon need not wait first.
  private static final Duration SOON = Duration.ofMinutes(1);

  private final TicketBook book;
  private final Stations stations;
  private final Menus menus;
  private final Restaurants restaurants;
  private final Allergies allergies;
  private final Schedule schedule;
  private final Ids ids;
  private final DueStore due = new DueStore();

  public KitchenFollower(
      TicketBook book,
      Stations stations,
      Menus menus,
      Restaurants restaurants,
      Allergies allergies,
      Schedule schedule,
      Ids ids) {
    this.book = book;
    this.stations = stations;
    this.menus = menus;
    this.restaurants = restaurants;
    this.allergies = allergies;
    this.schedule = schedule;
    this.ids = ids;
  }

  @Override
  public void follow(Transaction transaction, UUID restaurantId, OrderStep step) {
    Optional<KitchenOrder> known = book.lock(transaction, restaurantId, step.order().id());
    if (known.isPresent()) {
      KitchenOrder after = after(transaction, restaurantId, known.get(), step);
      book.save(transaction, restaurantId, known.get(), after, step.at());
      lookAgainIfDone(transaction, restaurantId, after, step);
    } else if (isForTheKitchen(step.order().status())) {
      book.save(transaction, restaurantId, null, first(transaction, restaurantId, step), step.at());
    }
  }

  /// Where it was its tickets are struck out, and stay to be acknowledged; where it is now they are
  /// new.
  @Override
  public void followBranch(
      Transaction transaction, UUID restaurantId, OrderStep step, UUID before) {
    UUID orderId = step.order().id();
    Optional<KitchenOrder> known = book.lock(transaction, restaurantId, orderId);
    if (known.isEmpty()) {
      return;
    }
    KitchenOrder struck = known.get().each(ticket -> struck(ticket, step.at()));
    book.leave(transaction, restaurantId, known.get(), struck, step.at());
    KitchenOrder here = book.lock(transaction, restaurantId, orderId).orElseThrow();
    KitchenOrder there = first(transaction, restaurantId, step);
    List<Ticket> all =
        Stream.concat(
                here.tickets().stream().map(ticket -> ticket.leftAt(here.head())),
                there.tickets().stream())
            .toList();
    KitchenOrder both = new KitchenOrder(there.head(), all);
    book.save(transaction, restaurantId, here, both, step.at());
  }

  private static Ticket struck(Ticket ticket, Instant at) {
    return ticket.each(line -> line.isWanted() ? line.removed(at) : line).settled(at);
  }

  /// The kitchen sees what was added and what was struck out, before it begins.
  @Override
  public void followAltering(Transaction transaction, UUID restaurantId, OrderStep step) {
    Optional<KitchenOrder> known = book.lock(transaction, restaurantId, step.order().id());
    if (known.isEmpty()) {
      return;
    }
    OrderSummary order = step.order();
    Instant wanted = schedule.scheduledFor(order);
    Instant fireAt = fireAt(transaction, restaurantId, order, wanted, step.at());
    Head head =
        known
            .get()
            .head()
            .altered(order, warnings(transaction, restaurantId, step), wanted, fireAt, step.at());
    LineDelta delta = new LineDelta(ids, fresh(head.status(), head.fireAt()), step.at());
    KitchenOrder changed =
        delta.compare(known.get().with(head), wanted(transaction, restaurantId, step));
    KitchenOrder after =
        changed.all(head.fireAt() == null ? LineCommand.RELEASE : LineCommand.HOLD, step.at());
    book.save(transaction, restaurantId, known.get(), after, step.at());
  }

  private static boolean isForTheKitchen(OrderStatus status) {
    return status == OrderStatus.CONFIRMED || status == OrderStatus.PREPARING;
  }

  private KitchenOrder first(Transaction transaction, UUID restaurantId, OrderStep step) {
    OrderSummary order = step.order();
    Instant wanted = schedule.scheduledFor(order);
    Instant fireAt = fireAt(transaction, restaurantId, order, wanted, step.at());
    Head head =
        Head.of(order, warnings(transaction, restaurantId, step), wanted, fireAt, step.at());
    LineDelta delta = new LineDelta(ids, fresh(order.status(), fireAt), step.at());
    return delta.first(head, wanted(transaction, restaurantId, step));
  }

  /// The order's tickets after its step.
  private KitchenOrder after(
      Transaction transaction, UUID restaurantId, KitchenOrder known, OrderStep step) {
    KitchenOrder followed =
        moved(known.with(known.head().following(step.order(), step.at())), known, step);
    Head head = followed.head();
    if (head.isVoid()) {
      return followed;
    }
    LineDelta delta = new LineDelta(ids, fresh(head.status(), head.fireAt()), step.at());
    return delta.compare(followed, wanted(transaction, restaurantId, step));
  }

  private static KitchenOrder moved(KitchenOrder order, KitchenOrder known, OrderStep step) {
    Instant at = step.at();
    return switch (step.order().status()) {
      case CONFIRMED ->
          known.head().isVoid() ? restored(order, at) : order.all(LineCommand.RELEASE, at);
      case PREPARING -> prepared(order, step);
      case READY, OUT_FOR_DELIVERY, DELIVERED ->
          order.all(LineCommand.RELEASE, at).all(LineCommand.FINISH, at);
      case CANCEL_REQUESTED -> order.all(LineCommand.HOLD, at);
      case CANCELLED, REJECTED, EXPIRED ->
          order.with(order.head().givenOut(at)).all(LineCommand.VOID, at);
      case PENDING, DELIVERY_FAILED -> order;
    };
  }

  /// What an edit took out stays out.
  private static KitchenOrder restored(KitchenOrder order, Instant at) {
    return order.each(ticket ->
        ticket
            .each(line ->
                line.change() == LineChange.REMOVED
                    ? line
                    : line.afterIfAllowed(LineCommand.RESTORE, at))
            .settled(at));
  }

  /// Somebody at the desk says that it is not ready: every ticket comes back with its lines to be
  /// looked at. Where the kitchen itself has taken a step back, its tickets are right already.
  private static KitchenOrder prepared(KitchenOrder order, OrderStep step) {
    Instant at = step.at();
    if (step.from() == OrderStatus.READY && order.isEverythingDone()) {
      return order.all(LineCommand.UNDO, at).all(LineCommand.FIRE, at);
    }
    return order
        .with(order.head().givenOut(at))
        .all(LineCommand.RELEASE, at)
        .all(LineCommand.FIRE, at);
  }

  /// A refused cancellation may find everything done meanwhile: the order is moved on from outside,
  /// since a follower never does it.
  private void lookAgainIfDone(
      Transaction transaction, UUID restaurantId, KitchenOrder order, OrderStep step) {
    if (step.from() == OrderStatus.CANCEL_REQUESTED && order.isEverythingDone()) {
      due.at(transaction, restaurantId, order.head().orderId(), step.at());
    }
  }

  private static KitchenState fresh(OrderStatus status, @Nullable Instant fireAt) {
    if (fireAt != null || status == OrderStatus.CANCEL_REQUESTED) {
      return KitchenState.HELD;
    }
    return status == OrderStatus.CONFIRMED ? KitchenState.PENDING : KitchenState.FIRED;
  }

  private @Nullable Instant fireAt(
      Transaction transaction,
      UUID restaurantId,
      OrderSummary order,
      @Nullable Instant wanted,
      Instant now) {
    if (wanted == null || order.status() != OrderStatus.CONFIRMED) {
      return null;
    }
    int minutes =
        restaurants
            .branch(transaction, restaurantId, order.branchId())
            .orElseThrow()
            .preparationMinutes();
    Instant fireAt = wanted.minus(Duration.ofMinutes(minutes));
    return fireAt.isAfter(now.plus(SOON)) ? fireAt : null;
  }

  private List<Wanted> wanted(Transaction transaction, UUID restaurantId, OrderStep step) {
    UUID branchId = step.order().branchId();
    DishReader reader =
        new DishReader(
            menus.of(transaction, restaurantId, branchId),
            stations.routing(transaction, restaurantId, branchId));
    return reader.read(step.order().id(), step.lines());
  }

  private List<String> warnings(Transaction transaction, UUID restaurantId, OrderStep step) {
    Stream<String> notes =
        Stream.concat(
                Stream.of(step.order()).map(OrderSummary::note),
                step.lines().stream().map(OrderLine::sold).map(OrderSummary.Line::note))
            .flatMap(Stream::ofNullable)
            .filter(AllergyWords::warns);
    UUID customerId = step.order().customer().id();
    return Stream.concat(allergies.of(transaction, restaurantId, customerId).stream(), notes)
        .map(String::strip)
        .distinct()
        .toList();
  }
}
