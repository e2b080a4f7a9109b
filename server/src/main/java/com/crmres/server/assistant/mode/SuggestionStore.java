package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of suggestions.
final class SuggestionStore {

  private static final String SUGGESTION =
      "select * from suggestion where restaurant_id = :restaurant ";

  void add(Transaction transaction, UUID restaurantId, Kept kept) {
    transaction
        .sql(
            """
            insert into suggestion
              (restaurant_id, id, conversation_id, branch_id, through, reading, intent, sentiment,
               confidence, mind, answers, changes, made_at, sends_at)
            values (:restaurant, :id, :conversation, :branch, :through, :reading, :intent, :sentiment,
                    :confidence, :mind, :answers, :changes, :made, :sends)
            """)
        .with("restaurant", restaurantId)
        .with("id", kept.id())
        .with("conversation", kept.conversationId())
        .with("branch", kept.branchId())
        .with("through", kept.through())
        .with("reading", kept.reading())
        .with("intent", kept.intent())
        .with("sentiment", kept.sentiment())
        .with("confidence", kept.confidence())
        .with("mind", kept.mind())
        .with("answers", contents(kept.answers()))
        .with("changes", Json.write(kept.changes()))
        .with("made", kept.madeAt())
        .with("sends", kept.sendsAt())
        .update();
    if (kept.sendsAt() != null) {
      transaction
          .sql(
              """
              insert into suggestion_due (restaurant_id, suggestion_id, sends_at)
              values (:restaurant, :id, :sends)
              """)
          .with("restaurant", restaurantId)
          .with("id", kept.id())
          .with("sends", kept.sendsAt())
          .update();
    }
  }

  Optional<Kept> find(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql(SUGGESTION + "and id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(SuggestionStore::kept);
  }

  Optional<Kept> waiting(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return transaction
        .sql(SUGGESTION + "and conversation_id = :conversation and state = 'waiting'")
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .first(SuggestionStore::kept);
  }

  Optional<Kept> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql(SUGGESTION + "and command_id = :command")
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(SuggestionStore::kept);
  }

  /// How often an answer up to a place has been overtaken.
  long overtaken(Transaction transaction, UUID restaurantId, UUID conversationId, long through) {
    return transaction
        .sql(
            """
            select count(*) as n from suggestion
             where restaurant_id = :restaurant and conversation_id = :conversation
               and through = :through and state = 'overtaken'
            """)
        .with("restaurant", restaurantId)
        .with("conversation", conversationId)
        .with("through", through)
        .one(row -> row.number("n"));
  }

  /// It waits no more.
  void close(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      SuggestionState state,
      @Nullable Speaker person,
      @Nullable DecideSuggestionRequest request,
      Instant now) {
    transaction
        .sql(
            """
            update suggestion
               set state = :state, decided_at = :now, decided_by = :staff, decided_by_name = :name,
                   command_id = :command, decision = :decision, words = :words, why = :why
             where restaurant_id = :restaurant and id = :id and state = 'waiting'
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("state", state)
        .with("now", now)
        .with("staff", person == null ? null : person.staffId())
        .with("name", person == null ? null : person.name())
        .with("command", request == null ? null : request.commandId())
        .with("decision", request == null ? null : request.decision())
        .with("words", request == null ? null : request.text())
        .with("why", request == null ? null : request.why())
        .update();
    transaction
        .sql("delete from suggestion_due where restaurant_id = :restaurant and suggestion_id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .update();
  }

  /// A suggestion whose time has come.
  record Due(UUID restaurantId, UUID id) {}

  /// Takes one whose time has come, in the scope of the system; should its worker die, it is found
  /// again at `again`.
  Optional<Due> take(Transaction transaction, Instant now, Instant again) {
    return transaction
        .sql(
            """
            update suggestion_due set sends_at = :again
             where (restaurant_id, suggestion_id) in (
               select restaurant_id, suggestion_id from suggestion_due
                where sends_at <= :now
                order by sends_at
                limit 1
                  for update skip locked)
            returning restaurant_id, suggestion_id
            """)
        .with("now", now)
        .with("again", again)
        .first(row -> new Due(row.uuid("restaurant_id"), row.uuid("suggestion_id")));
  }

  /// A list of contents; each has to say of which kind it is, which a bare list would leave out.
  static String contents(List<MessageContent> contents) {
    return Json.write(contents.toArray(MessageContent[]::new));
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.uuid("id"),
        row.uuid("conversation_id"),
        row.uuidOrNull("branch_id"),
        row.number("through"),
        row.text("reading"),
        row.named("intent", Intent.class),
        row.named("sentiment", Sentiment.class),
        row.decimal("confidence"),
        row.text("mind"),
        List.of(row.json("answers", MessageContent[].class)),
        List.of(row.json("changes", Change[].class)),
        row.named("state", SuggestionState.class),
        row.instant("made_at"),
        row.instantOrNull("sends_at"),
        row.textOrNull("decided_by_name"),
        row.namedOrNull("decision", Decision.class),
        row.textOrNull("words"));
  }
}
