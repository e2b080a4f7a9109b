package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.common.wire.WireName;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Outgoing;
import com.crmres.server.database.Database;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Messages of ours that did not get through: lists them, and sends again by hand those that
/// WhatsApp certainly does not have.
public final class StuckSends {

  private static final String STUCK =
      """
      select restaurant_id, message_id, conversation_id, phone_number_id, state, error_code, attempts,
             created_at
        from outbox
       where (state in ('failed', 'held', 'in_doubt')
              or message_id = any(cast(:ids as uuid[])))
         and (cast(:ids as uuid[]) is null or message_id = any(cast(:ids as uuid[])))
         and (cast(:states as text[]) is null or state = any(cast(:states as text[])))
         and (cast(:since as timestamptz) is null or created_at >= cast(:since as timestamptz))
         and (cast(:until as timestamptz) is null or created_at < cast(:until as timestamptz))
       order by created_at, message_id
       limit :limit
      """;

  private final Database database;
  private final Conversations conversations;
  private final Clock clock;
  private final Runnable wakeSender;

  /// Makes the door.
  ///
  /// @param wakeSender told when something is to go out again
  public StuckSends(
      Database database, Conversations conversations, Clock clock, Runnable wakeSender) {
    this.database = database;
    this.conversations = conversations;
    this.clock = clock;
    this.wakeSender = wakeSender;
  }

  /// How a message is stuck.
  public enum State implements WireName {
    /// WhatsApp refused it for good.
    FAILED,
    /// Nobody knows whether WhatsApp has it, and it must not be sent twice unasked.
    HELD,
    /// Nobody knows yet; it settles by itself.
    IN_DOUBT
  }

  /// Which of them are meant.
  ///
  /// @param ids those with these ids; empty for all
  /// @param states those stuck in one of these ways; empty for all
  public record Selection(
      Set<UUID> ids,
      Set<State> states,
      @Nullable Instant since,
      @Nullable Instant until,
      int limit) {
    public Selection {
      ids = Set.copyOf(ids);
      states = Set.copyOf(states);
    }
  }

  /// A message that is stuck, without a word of it.
  ///
  /// @param errorCode WhatsApp's code for its last refusal
  public record Item(
      UUID id,
      UUID restaurantId,
      UUID conversationId,
      String phoneNumberId,
      String state,
      @Nullable Integer errorCode,
      int attempts,
      Instant createdAt) {}

  /// What comes of sending a message again.
  public enum Verdict implements WireName {
    GOES_OUT_AGAIN(true),
    /// It goes out again; if WhatsApp has it after all, the customer gets it twice.
    MAY_ARRIVE_TWICE(true),
    /// The customer's 24 hours are over: WhatsApp would refuse it.
    WINDOW_CLOSED(false),
    /// It is not known yet whether it arrived, and will be.
    SETTLES_BY_ITSELF(false),
    /// It arrived, is on its way, or never was.
    NOT_STUCK(false);

    private final boolean goes;

    Verdict(boolean goes) {
      this.goes = goes;
    }
  }

  /// A message asked for and what comes of it.
  public record Outcome(UUID id, Verdict verdict) {}

  public List<Item> list(Selection selection) {
    return database.inSystem(transaction -> list(transaction, selection));
  }

  /// What would come of sending them again, without doing it.
  public List<Outcome> foresee(Selection selection) {
    return each(selection, true);
  }

  /// Sends again what may be.
  public List<Outcome> retry(Selection selection) {
    List<Outcome> outcomes = each(selection, false);
    wakeSender.run();
    return outcomes;
  }

  private List<Outcome> each(Selection selection, boolean dry) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Item item : list(selection)) {
      Verdict verdict =
          database.inRestaurant(item.restaurantId(), transaction -> one(transaction, item, dry));
      outcomes.add(new Outcome(item.id(), verdict));
    }
    Set<UUID> missing = new TreeSet<>(selection.ids());
    outcomes.forEach(outcome -> missing.remove(outcome.id()));
    missing.forEach(id -> outcomes.add(new Outcome(id, Verdict.NOT_STUCK)));
    return outcomes;
  }

  private Verdict one(Transaction transaction, Item item, boolean dry) {
    Verdict verdict = verdict(transaction, item);
    if (verdict.goes && !dry) {
      queue(transaction, item);
      conversations.channelNews().queuedAgain(transaction, item.restaurantId(), item.id());
    }
    return verdict;
  }

  private Verdict verdict(Transaction transaction, Item item) {
    String state = lockedState(transaction, item);
    return switch (state) {
      case "failed" ->
          isAllowed(transaction, item) ? Verdict.GOES_OUT_AGAIN : Verdict.WINDOW_CLOSED;
      case "held" ->
          isAllowed(transaction, item) ? Verdict.MAY_ARRIVE_TWICE : Verdict.WINDOW_CLOSED;
      case "in_doubt" -> Verdict.SETTLES_BY_ITSELF;
      default -> Verdict.NOT_STUCK;
    };
  }

  /// A message that has WhatsApp's id was accepted once, whatever its state says.
  private static String lockedState(Transaction transaction, Item item) {
    return transaction
        .sql(
            """
            select case when wamid is null then state else 'accepted' end as state
              from outbox
             where restaurant_id = :restaurant and message_id = :message
               for update
            """)
        .with("restaurant", item.restaurantId())
        .with("message", item.id())
        .first(row -> row.text("state"))
        .orElse("accepted");
  }

  private boolean isAllowed(Transaction transaction, Item item) {
    return isTemplate(
            conversations.transcript().outgoing(transaction, item.restaurantId(), item.id()))
        || conversations
                .summary(transaction, item.restaurantId(), item.conversationId())
                .channel()
                .window(clock.instant())
            != ServiceWindow.CLOSED;
  }

  private static boolean isTemplate(Outgoing outgoing) {
    return outgoing instanceof Outgoing.Said said
        && said.content() instanceof MessageContent.Template;
  }

  private static void queue(Transaction transaction, Item item) {
    transaction
        .sql(
            """
            update outbox
               set state = 'pending', refusals = 0, doubts = 0, error_code = null, next_at = now(),
                   leased_until = null, doubt_since = null, doubt_listened = null
             where restaurant_id = :restaurant and message_id = :message
            """)
        .with("restaurant", item.restaurantId())
        .with("message", item.id())
        .update();
  }

  private static List<Item> list(Transaction transaction, Selection selection) {
    return transaction
        .sql(STUCK)
        .with("ids", array(selection.ids().stream().map(UUID::toString).toList()))
        .with("states", array(selection.states().stream().map(State::wireName).toList()))
        .with("since", selection.since())
        .with("until", selection.until())
        .with("limit", selection.limit())
        .list(StuckSends::item);
  }

  /// No choice at all is SQL's null.
  private static String @Nullable [] array(Collection<String> values) {
    return values.isEmpty() ? null : values.toArray(String[]::new);
  }

  private static Item item(Row row) {
    return new Item(
        row.uuid("message_id"),
        row.uuid("restaurant_id"),
        row.uuid("conversation_id"),
        row.text("phone_number_id"),
        row.text("state"),
        row.integerOrNull("error_code"),
        row.integer("attempts"),
        row.instant("created_at"));
  }
}
