package com.crmres.server.assistant.openrouter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the money: every call is booked with a guess before it is made, so that many turns at once
/// cannot overspend and a crash forgets nothing, and settled when its bill is known.
public interface Ledger {

  /// Books a call, if the budgets leave room for the guess.
  Admission open(
      UUID restaurantId,
      UUID conversationId,
      long guessedMicroDollars,
      RouterSettings.Budget budget,
      Instant now);

  /// Writes down what the call really took.
  void settle(Booking booking, Bill bill);

  /// Whether a call may be made.
  sealed interface Admission {}

  /// It may, and stands in the books.
  record Booking(UUID restaurantId, UUID callId, Instant at, long guessedMicroDollars)
      implements Admission {}

  /// It may not.
  ///
  /// @param why `budget_day`, `budget_conversation` or `rate`
  record Refused(String why) implements Admission {}

  /// What a call took.
  ///
  /// @param kind `answered`, or why there was no answer
  /// @param model by the name it gave itself; null if none answered
  record Bill(
      String kind,
      @Nullable String model,
      @Nullable String generationId,
      long promptTokens,
      long completionTokens,
      long cachedTokens,
      long microDollars,
      boolean estimated) {}
}
