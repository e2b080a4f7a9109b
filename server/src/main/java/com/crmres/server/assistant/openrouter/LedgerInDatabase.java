package com.crmres.server.assistant.openrouter;

import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.ToLongFunction;

/// The ledger of the house: one row for each call, and one sum for each restaurant and day, which
/// is raised and compared in the same statement, whoever else calls at that moment.
public final class LedgerInDatabase implements Ledger {

  private final Database database;
  private final Ids ids;
  private final ToLongFunction<UUID> microDollarsPerDay;

  /// Opens the ledger.
  ///
  /// @param microDollarsPerDay what a restaurant allows itself; the smaller of this and the
  ///   server's own limit holds
  public LedgerInDatabase(Database database, Ids ids, ToLongFunction<UUID> microDollarsPerDay) {
    this.database = database;
    this.ids = ids;
    this.microDollarsPerDay = microDollarsPerDay;
  }

  @Override
  public Admission open(
      UUID restaurantId,
      UUID conversationId,
      long guess,
      RouterSettings.Budget budget,
      Instant now) {
    long perDay =
        Math.min(budget.microDollarsPerDay(), microDollarsPerDay.applyAsLong(restaurantId));
    return database.inRestaurant(
        restaurantId,
        transaction -> {
          Spent spent = spent(transaction, restaurantId, conversationId, now);
          if (spent.calls() >= budget.callsPerHour()) {
            return new Refused("rate");
          }
          if (spent.microDollars() + guess > budget.microDollarsPerConversation()) {
            return new Refused("budget_conversation");
          }
          if (guess > perDay || !add(transaction, restaurantId, day(now), guess, perDay)) {
            return new Refused("budget_day");
          }
          UUID id = ids.next();
          insert(transaction, restaurantId, id, conversationId, guess, now);
          return new Booking(restaurantId, id, now, guess);
        });
  }

  private record Spent(long microDollars, long calls) {}

  private static Spent spent(
      Transaction transaction, UUID restaurantId, UUID conversationId, Instant now) {
    Instant midnight = day(now).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant hourAgo = now.minus(Duration.ofHours(1));
    return transaction
        .sql(
            """
            select cast(coalesce(sum(micro_dollars) filter (where called_at >= :midnight), 0) as bigint) as spent,
                   count(*) filter (where called_at > :hour) as calls
              from model_call
             where restaurant_id = :restaurant and conversation_id = :conversation
               and called_at >= :since
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("midnight", midnight)
        .with("hour", hourAgo)
        .with("since", midnight.isBefore(hourAgo) ? midnight : hourAgo)
        .one(row -> new Spent(row.number("spent"), row.number("calls")));
  }

  private static boolean add(
      Transaction transaction, UUID restaurantId, LocalDate day, long guess, long most) {
    return transaction
            .sql(
                """
                insert into model_spend (restaurant_id, day, micro_dollars, calls)
                values (:restaurant, cast(:day as date), :guess, 1)
                on conflict (restaurant_id, day) do update
                   set micro_dollars = model_spend.micro_dollars + excluded.micro_dollars,
                       calls = model_spend.calls + 1
                 where model_spend.micro_dollars + excluded.micro_dollars <= :most
                """)
            .with("restaurant", restaurantId)
            .with("day", day.toString())
            .with("guess", guess)
            .with("most", most)
            .update()
        == 1;
  }

  private static void insert(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      UUID conversationId,
      long guess,
      Instant now) {
    transaction
        .sql(
            """
            insert into model_call (restaurant_id, id, conversation_id, called_at, kind, micro_dollars, estimated)
            values (:restaurant, :id, :conversation, :now, 'open', :guess, true)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("conversation", conversationId)
        .with("now", now)
        .with("guess", guess)
        .update();
  }

  @Override
  public void settle(Booking booking, Bill bill) {
    database.changeRestaurant(
        booking.restaurantId(),
        transaction -> {
          write(transaction, booking, bill);
          correct(transaction, booking, bill.microDollars() - booking.guessedMicroDollars());
        });
  }

  private static void write(Transaction transaction, Booking booking, Bill bill) {
    transaction
        .sql(
            """
            update model_call
               set kind = :kind, model = :model, generation_id = :generation,
                   prompt_tokens = :prompt, completion_tokens = :completion,
                   cached_tokens = :cached, micro_dollars = :cost, estimated = :estimated
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", booking.restaurantId())
        .with("id", booking.callId())
        .with("kind", bill.kind())
        .with("model", bill.model())
        .with("generation", bill.generationId())
        .with("prompt", bill.promptTokens())
        .with("completion", bill.completionTokens())
        .with("cached", bill.cachedTokens())
        .with("cost", bill.microDollars())
        .with("estimated", bill.estimated())
        .update();
  }

  private static void correct(Transaction transaction, Booking booking, long difference) {
    transaction
        .sql(
            """
            update model_spend set micro_dollars = micro_dollars + :difference
             where restaurant_id = :restaurant and day = cast(:day as date)
            """)
        .with("restaurant", booking.restaurantId())
        .with("day", day(booking.at()).toString())
        .with("difference", difference)
        .update();
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
