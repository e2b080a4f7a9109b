package com.crmres.desktop.kitchen;

import com.crmres.common.kitchen.ExpediterOrder;
import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.kitchen.KitchenModifier;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.LineChange;
import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands on one place of the display: a station's ticket, or an order with all its tickets.
///
/// @param id of the ticket, or of the order
/// @param ticketIds whose lines stand on it
/// @param done whether every line is done: the expediter may hand it out
record Card(
    UUID id,
    String number,
    Fulfilment fulfilment,
    String customer,
    List<TicketMark> marks,
    List<Dish> dishes,
    @Nullable String note,
    List<String> allergies,
    Instant queueAt,
    @Nullable Instant promisedAt,
    @Nullable Instant scheduledFor,
    boolean done,
    List<UUID> ticketIds) {

  Card {
    marks = List.copyOf(marks);
    dishes = List.copyOf(dishes);
    allergies = List.copyOf(allergies);
    ticketIds = List.copyOf(ticketIds);
  }

  /// One line of it.
  ///
  /// @param state the least that any station has reached
  /// @param parts what the stations make of it
  record Dish(
      int quantity,
      LocalizedText name,
      @Nullable LocalizedText size,
      List<KitchenModifier> modifiers,
      @Nullable String note,
      @Nullable String person,
      KitchenState state,
      @Nullable LineChange change,
      boolean acknowledged,
      List<Part> parts) {
    Dish {
      modifiers = List.copyOf(modifiers);
      parts = List.copyOf(parts);
    }

    boolean isDone() {
      return state == KitchenState.DONE;
    }

    boolean isVoid() {
      return state == KitchenState.VOIDED || change == LineChange.REMOVED;
    }
  }

  /// What one station makes of a line.
  record Part(UUID ticketId, UUID lineId, UUID stationId, KitchenState state) {}

  static Card of(KitchenTicket ticket) {
    return new Card(
        ticket.id(),
        ticket.number(),
        ticket.fulfilment(),
        ticket.customer(),
        ticket.marks(),
        ticket.lines().stream().map(line -> dish(ticket, line)).toList(),
        ticket.note(),
        ticket.allergies(),
        ticket.queueAt(),
        ticket.promisedAt(),
        ticket.scheduledFor(),
        ticket.doneAt() != null,
        List.of(ticket.id()));
  }

  private static Dish dish(KitchenTicket ticket, KitchenLine line) {
    return new Dish(
        line.quantity(),
        line.name(),
        line.size(),
        line.modifiers(),
        line.note(),
        line.person(),
        line.state(),
        line.change(),
        line.acknowledged(),
        List.of(new Part(ticket.id(), line.id(), ticket.stationId(), line.state())));
  }

  static Card of(ExpediterOrder order) {
    return new Card(
        order.orderId(),
        order.number(),
        order.fulfilment(),
        order.customer(),
        order.marks(),
        order.lines().stream().map(Card::dish).toList(),
        order.note(),
        order.allergies(),
        order.queueAt(),
        order.promisedAt(),
        order.scheduledFor(),
        order.done(),
        order.ticketIds());
  }

  private static Dish dish(ExpediterOrder.Line line) {
    List<Part> parts =
        line.ticks().stream()
            .map(tick -> new Part(tick.ticketId(), tick.lineId(), tick.stationId(), tick.state()))
            .toList();
    return new Dish(
        line.quantity(),
        line.name(),
        line.size(),
        line.modifiers(),
        line.note(),
        line.person(),
        least(parts),
        line.change(),
        false,
        parts);
  }

  private static KitchenState least(List<Part> parts) {
    return parts.stream().map(Part::state).min(Enum::compareTo).orElse(KitchenState.PENDING);
  }

  boolean has(TicketMark mark) {
    return marks.contains(mark);
  }

  /// Whether somebody must say that he has seen what is not wanted any more.
  boolean needsAcknowledging() {
    return has(TicketMark.VOIDED)
        || dishes.stream().anyMatch(dish -> dish.isVoid() && !dish.acknowledged());
  }
}
