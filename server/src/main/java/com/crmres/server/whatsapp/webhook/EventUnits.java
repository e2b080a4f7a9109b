package com.crmres.server.whatsapp.webhook;

import com.crmres.server.database.Database;
import com.crmres.server.whatsapp.ChannelEvent;
import com.crmres.server.whatsapp.EventHandler;
import com.crmres.server.whatsapp.UnreadableUnit;
import com.crmres.server.whatsapp.number.Numbers;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Brings the units that are neither message nor status to whoever handles their field, for every
/// restaurant they concern.
final class EventUnits {

  private final Database database;
  private final Numbers numbers;
  private final Map<String, EventHandler> handlers = new HashMap<>();

  EventUnits(Database database, Numbers numbers, List<EventHandler> handlers) {
    this.database = database;
    this.numbers = numbers;
    for (EventHandler handler : handlers) {
      handler.fields().forEach(field -> this.handlers.put(field, handler));
    }
  }

  /// Carries an event out for each restaurant; the last one's transaction takes the unit away.
  ///
  /// @throws UnreadableUnit if nobody handles it or it concerns nobody here
  void carryOut(UnitLanes.Unit unit, JsonNode payload) {
    ChannelEvent event = event(unit, payload);
    EventHandler handler =
        handlers.getOrDefault(event.field(), handlers.get(EventHandler.ANY_OTHER));
    if (handler == null) {
      throw new UnreadableUnit("an event nobody handles: " + event.field());
    }
    List<UUID> restaurants = restaurantsOf(event);
    for (UUID restaurantId : restaurants.subList(0, restaurants.size() - 1)) {
      database.changeRestaurant(
          restaurantId, transaction -> handler.handle(transaction, restaurantId, event));
    }
    UUID last = restaurants.getLast();
    database.changeRestaurant(
        last,
        transaction -> {
          if (UnitLanes.take(transaction, unit)) {
            handler.handle(transaction, last, event);
          }
        });
  }

  private List<UUID> restaurantsOf(ChannelEvent event) {
    String number = event.phoneNumberId();
    List<UUID> restaurants =
        number == null
            ? numbers.restaurantsOfAccount(event.accountId())
            : numbers.restaurantOf(number).map(List::of).orElse(List.of());
    if (restaurants.isEmpty()) {
      throw new UnreadableUnit("an event of no restaurant here: " + event.field());
    }
    return restaurants;
  }

  private static ChannelEvent event(UnitLanes.Unit unit, JsonNode payload) {
    JsonNode change = payload.path("change");
    long time = payload.path("time").asLong(0);
    return new ChannelEvent(
        unit.accountId() == null ? "" : unit.accountId(),
        unit.phoneNumberId(),
        change.path("field").asText(""),
        change.path("value"),
        time == 0 ? unit.receivedAt() : Instant.ofEpochSecond(time));
  }
}
