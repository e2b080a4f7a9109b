package com.crmres.common.kitchen;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A whole order as the expediter sees it: every line with a tick of each station.
///
/// @param done whether every line of every station is done
/// @param tickets what each station makes of it
public record ExpediterOrder(
    UUID orderId,
    UUID branchId,
    String number,
    Fulfilment fulfilment,
    String customer,
    OrderStatus status,
    List<TicketMark> marks,
    List<Line> lines,
    @Nullable String note,
    List<String> allergies,
    @Nullable Instant scheduledFor,
    Instant queueAt,
    @Nullable Instant fireAt,
    @Nullable Instant promisedAt,
    boolean done,
    List<Part> tickets) {

  public ExpediterOrder {
    marks = List.copyOf(marks);
    lines = List.copyOf(lines);
    allergies = List.copyOf(allergies);
    tickets = List.copyOf(tickets);
  }

  /// The tickets of all its stations.
  public List<UUID> ticketIds() {
    return tickets.stream().map(Part::ticketId).toList();
  }

  /// The ticket of one station.
  ///
  /// @param firedAt when it was given out; null while it waits
  /// @param version expected by the next command
  public record Part(UUID ticketId, UUID stationId, @Nullable Instant firedAt, long version) {}

  /// A dish with the stations that make it.
  public record Line(
      UUID orderLineId,
      int quantity,
      LocalizedText name,
      @Nullable LocalizedText size,
      List<KitchenModifier> modifiers,
      @Nullable String note,
      @Nullable String person,
      @Nullable LineChange change,
      List<Tick> ticks) {
    public Line {
      modifiers = List.copyOf(modifiers);
      ticks = List.copyOf(ticks);
    }
  }

  /// How far a station is with a dish.
  public record Tick(UUID ticketId, UUID lineId, UUID stationId, KitchenState state) {}
}
