package com.crmres.server.assistant.openrouter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A ledger for measurements and tests, which forgets everything with the process.
public final class LedgerInMemory implements Ledger {

  private final Map<UUID, Entry> entries = new HashMap<>();

  /// A call in the books.
  ///
  /// @param bill null until it is settled
  public record Entry(
      UUID restaurantId, UUID conversationId, Instant at, long guess, @Nullable Bill bill) {

    long microDollars() {
      return bill == null ? guess : bill.microDollars();
    }

    LocalDate day() {
      return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
  }

  @Override
  public synchronized Admission open(
      UUID restaurantId,
      UUID conversationId,
      long guess,
      RouterSettings.Budget budget,
      Instant now) {
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    long day = 0;
    long conversation = 0;
    int calls = 0;
    for (Entry entry : entries.values()) {
      boolean same = entry.conversationId().equals(conversationId);
      boolean isToday = entry.day().equals(today);
      day += isToday && entry.restaurantId().equals(restaurantId) ? entry.microDollars() : 0;
      conversation += isToday && same ? entry.microDollars() : 0;
      calls += same && entry.at().isAfter(now.minus(Duration.ofHours(1))) ? 1 : 0;
    }
    if (calls >= budget.callsPerHour()) {
      return new Refused("rate");
    }
    if (conversation + guess > budget.microDollarsPerConversation()) {
      return new Refused("budget_conversation");
    }
    if (day + guess > budget.microDollarsPerDay()) {
      return new Refused("budget_day");
    }
    UUID id = UUID.randomUUID();
    entries.put(id, new Entry(restaurantId, conversationId, now, guess, null));
    return new Booking(restaurantId, id, now, guess);
  }

  @Override
  public synchronized void settle(Booking booking, Bill bill) {
    entries.computeIfPresent(
        booking.callId(),
        (_, entry) ->
            new Entry(
                entry.restaurantId(), entry.conversationId(), entry.at(), entry.guess(), bill));
  }

  /// All calls, in no order.
  public synchronized List<Entry> entries() {
    return new ArrayList<>(entries.values());
  }
}
