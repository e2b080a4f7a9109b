package com.crmres.server.kitchen.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An order as the kitchen knows it: a ticket for each station, and those that were left behind at
/// other branches. Immutable.
public record KitchenOrder(Head head, List<Ticket> tickets) {

  public KitchenOrder {
    tickets = List.copyOf(tickets);
  }

  public Optional<Ticket> ticket(UUID ticketId) {
    return tickets.stream().filter(ticket -> ticket.id().equals(ticketId)).findFirst();
  }

  /// The tickets at the branch that makes it.
  public Stream<Ticket> present() {
    return tickets.stream().filter(ticket -> !ticket.isLeft());
  }

  Stream<Line> lines() {
    return present().flatMap(ticket -> ticket.lines().stream());
  }

  /// Whether every line of every station is done.
  public boolean isEverythingDone() {
    return lines().anyMatch(Line::isWanted)
        && lines().filter(Line::isWanted).allMatch(Line::isDone);
  }

  public boolean isUnderWay() {
    return lines().filter(Line::isWanted).anyMatch(Line::isUnderWay);
  }

  public KitchenOrder all(LineCommand command, Instant at) {
    return each(ticket -> ticket.all(command, at));
  }

  public KitchenOrder each(UnaryOperator<Ticket> change) {
    return new KitchenOrder(head, tickets.stream().map(change).toList()).timed();
  }

  public KitchenOrder with(Head head) {
    return new KitchenOrder(head, tickets);
  }

  /// With the ticket in the place of the one of the same id, or added.
  public KitchenOrder with(Ticket changed) {
    List<Ticket> all = new ArrayList<>(tickets);
    all.removeIf(ticket -> ticket.id().equals(changed.id()));
    all.add(changed);
    return new KitchenOrder(head, all).timed();
  }

  private KitchenOrder timed() {
    return with(head.timed(first(), isEverythingDone() ? last() : null));
  }

  private @Nullable Instant first() {
    return lines()
        .map(Line::startedAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private @Nullable Instant last() {
    return lines()
        .filter(Line::isWanted)
        .map(Line::doneAt)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }
}
