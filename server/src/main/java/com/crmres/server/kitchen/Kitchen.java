package com.crmres.server.kitchen;

import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.kitchen.book.TicketBook;
import com.crmres.server.kitchen.ticket.Head;
import com.crmres.server.kitchen.ticket.KitchenOrder;
import com.crmres.server.kitchen.ticket.Line;
import com.crmres.server.kitchen.ticket.LineCommand;
import com.crmres.server.kitchen.ticket.Ticket;
import com.crmres.server.kitchen.ticket.TicketChange;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.Refusal;
import com.crmres.server.ordering.Why;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the kitchen does with its tickets; the order follows.
public final class Kitchen {

  /// A command that took so long was not simply slow: its device had no network.
  private static final Duration LATE = Duration.ofSeconds(15);

  private final TicketBook book;
  private final Orders orders;
  private final Conversations conversations;
  private final Clock clock;
  private final CommandLog commands = new CommandLog();

  public Kitchen(TicketBook book, Orders orders, Conversations conversations, Clock clock) {
    this.book = book;
    this.orders = orders;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// A ticket as it stands.
  public Optional<KitchenTicket> ticket(Transaction transaction, UUID restaurantId, UUID ticketId) {
    return book.orderOf(transaction, restaurantId, ticketId)
        .flatMap(orderId -> book.find(transaction, restaurantId, orderId))
        .flatMap(order ->
            order
                .ticket(ticketId)
                .map(ticket -> book.shown(transaction, restaurantId, order.head(), ticket)));
  }

  /// Does something with a ticket as its sender saw it; the same command again gets the same
  /// answer.
  KitchenResult apply(
      Transaction transaction,
      UUID restaurantId,
      UUID ticketId,
      KitchenCommandRequest request,
      UUID staffId) {
    Optional<KitchenOrder> locked =
        book.orderOf(transaction, restaurantId, ticketId)
            .flatMap(orderId -> lock(transaction, restaurantId, orderId));
    Optional<Ticket> ticket = locked.flatMap(order -> order.ticket(ticketId));
    if (locked.isEmpty() || ticket.isEmpty()) {
      return new KitchenResult.NotFound();
    }
    String asked = ticketId + " " + request.action() + " " + request.lineId();
    Optional<CommandLog.Answered> before =
        commands.answered(transaction, restaurantId, request.commandId());
    if (before.isPresent()) {
      return before.get().asked().equals(asked)
          ? new KitchenResult.Answered(before.get().kitchenAnswer())
          : new KitchenResult.CommandReused();
    }
    UUID lineId = request.lineId();
    if (lineId != null && ticket.get().line(lineId).isEmpty()) {
      return new KitchenResult.NotFound();
    }
    TicketChange change = change(request, locked.get().head(), ticket.get());
    if (change.stale() && !mayBeStale(change)) {
      return new KitchenResult.ChangedMeanwhile();
    }
    KitchenResult result =
        done(transaction, restaurantId, locked.get(), ticket.get(), change, Actor.staff(staffId));
    return result instanceof KitchenResult.Answered(KitchenAnswer answer)
        ? logged(transaction, restaurantId, answer, request, asked, staffId, change.late())
        : result;
  }

  /// Looks at an order by itself: gives out what has waited for its time, and moves the order on
  /// where the kitchen was done with it before.
  void lookAt(Transaction transaction, UUID restaurantId, UUID orderId) {
    lock(transaction, restaurantId, orderId)
        .ifPresent(order -> {
          Instant now = clock.instant();
          Instant fireAt = order.head().fireAt();
          if (fireAt != null && !fireAt.isAfter(now)) {
            KitchenOrder given = order.with(order.head().givenOut(now)).all(LineCommand.FIRE, now);
            book.save(transaction, restaurantId, order, given, now);
          } else {
            advance(transaction, restaurantId, order, Actor.system());
          }
        });
  }

  /// Conversation before order and tickets, as [Orders] does it: no deadlock.
  private Optional<KitchenOrder> lock(Transaction transaction, UUID restaurantId, UUID orderId) {
    orders
        .find(transaction, restaurantId, orderId)
        .ifPresent(order -> conversations.lock(transaction, restaurantId, order.conversationId()));
    return book.lock(transaction, restaurantId, orderId);
  }

  private TicketChange change(KitchenCommandRequest request, Head head, Ticket ticket) {
    Instant now = clock.instant();
    Instant told = request.deviceTime();
    boolean late = told != null && told.isBefore(now.minus(LATE));
    Instant earliest = head.queueAt().isBefore(now) ? head.queueAt() : now;
    Instant at = told == null || !late ? now : told.isBefore(earliest) ? earliest : told;
    boolean stale = request.expectedVersion() != ticket.version();
    return new TicketChange(request.action(), request.lineId(), at, late, stale, why(request));
  }

  /// Whoever recalls a dish without a word has let it go too early.
  private static Why why(KitchenCommandRequest request) {
    String words = request.reason() == null ? "" : request.reason().strip();
    return words.isEmpty() ? Why.of(OrderReason.STAFF_ERROR) : Why.said(words);
  }

  /// What a device did before it came back holds, whatever it had not heard by then.
  private static boolean mayBeStale(TicketChange change) {
    return change.late()
        && switch (change.action()) {
          case START_LINE, LINE_DONE, BUMP -> true;
          default -> false;
        };
  }

  private KitchenResult done(
      Transaction transaction,
      UUID restaurantId,
      KitchenOrder order,
      Ticket ticket,
      TicketChange change,
      Actor actor) {
    boolean unwanted = order.head().isVoid() || ticket.isLeft();
    if (unwanted && change.late() && change.saysMade()) {
      return madeForNothing(transaction, restaurantId, order, ticket, change);
    }
    Optional<OrderCommand> recall = recall(order.head().status(), ticket, change);
    Optional<Refusal> refusal =
        recall.flatMap(
            back -> orders.refusal(transaction, restaurantId, order.head().orderId(), back));
    Optional<KitchenOrder> after =
        refusal.isPresent() ? Optional.empty() : change.on(order, ticket);
    if (after.isEmpty()) {
      return new KitchenResult.NotAllowed(refusal.orElse(null));
    }
    book.save(transaction, restaurantId, order, after.get(), clock.instant());
    recall.ifPresent(back -> move(transaction, restaurantId, after.get(), back, actor));
    advance(transaction, restaurantId, after.get(), actor);
    KitchenAnswer.Outcome outcome =
        change.late() ? KitchenAnswer.Outcome.DONE_OFFLINE : KitchenAnswer.Outcome.DONE;
    return answer(transaction, restaurantId, ticket.id(), outcome, null);
  }

  /// The order stays cancelled, or at the branch that makes it now; whoever made it here has been
  /// told by this answer.
  private KitchenResult madeForNothing(
      Transaction transaction,
      UUID restaurantId,
      KitchenOrder order,
      Ticket ticket,
      TicketChange change) {
    Instant now = clock.instant();
    ticket.lines().stream()
        .filter(line -> change.lineId() == null || line.id().equals(change.lineId()))
        .filter(line -> mayHaveBeenMade(ticket, line))
        .forEach(line ->
            book.wasMade(transaction, restaurantId, order.head(), ticket, line, change.at(), now));
    Ticket told = ticket.each(line -> line.acknowledged(now)).marked(true);
    book.save(transaction, restaurantId, order, order.with(told), now);
    return answer(
        transaction,
        restaurantId,
        ticket.id(),
        KitchenAnswer.Outcome.FOOD_MADE,
        order.head().cancelledAt());
  }

  /// What an edit took out was not made; where the whole ticket was struck out, only what somebody
  /// has seen to be struck out was not.
  private static boolean mayHaveBeenMade(Ticket ticket, Line line) {
    return ticket.isLeft()
        ? line.acknowledgedAt() == null
        : line.change() == null || line.isUnderWay();
  }

  /// What must become of the order before something is taken back; nothing while it is made.
  private static Optional<OrderCommand> recall(
      OrderStatus status, Ticket ticket, TicketChange change) {
    boolean underWay = status == OrderStatus.CONFIRMED || status == OrderStatus.PREPARING;
    return underWay || !change.goesBack(ticket)
        ? Optional.empty()
        : Optional.of(new OrderCommand.UndoReady(change.why()));
  }

  /// Moves the order to where its lines are by now.
  private void advance(
      Transaction transaction, UUID restaurantId, KitchenOrder order, Actor actor) {
    OrderStatus status = order.head().status();
    boolean begun = order.isUnderWay() || order.isEverythingDone();
    if (status == OrderStatus.CONFIRMED && begun) {
      move(transaction, restaurantId, order, new OrderCommand.StartPreparing(), actor);
      status = OrderStatus.PREPARING;
    }
    if (status == OrderStatus.PREPARING && order.isEverythingDone()) {
      move(transaction, restaurantId, order, new OrderCommand.MarkReady(), actor);
    }
  }

  private void move(
      Transaction transaction,
      UUID restaurantId,
      KitchenOrder order,
      OrderCommand command,
      Actor actor) {
    orders.apply(transaction, restaurantId, order.head().orderId(), command, actor);
  }

  private KitchenResult answer(
      Transaction transaction,
      UUID restaurantId,
      UUID ticketId,
      KitchenAnswer.Outcome outcome,
      @Nullable Instant cancelledAt) {
    KitchenTicket shown = ticket(transaction, restaurantId, ticketId).orElseThrow();
    return new KitchenResult.Answered(new KitchenAnswer(outcome, shown, cancelledAt, null));
  }

  private KitchenResult logged(
      Transaction transaction,
      UUID restaurantId,
      KitchenAnswer answer,
      KitchenCommandRequest request,
      String asked,
      UUID staffId,
      boolean late) {
    CommandLog.Entry entry =
        new CommandLog.Entry(
            request.commandId(),
            asked,
            Json.write(answer),
            answer.ticket().orderId(),
            answer.ticket().id(),
            request.lineId(),
            request.action().wireName(),
            staffId,
            request.deviceId(),
            request.deviceTime(),
            late);
    if (!commands.add(transaction, restaurantId, entry, clock.instant())) {
      throw new IllegalStateException("a command's id was used twice at once");
    }
    return new KitchenResult.Answered(answer);
  }
}
