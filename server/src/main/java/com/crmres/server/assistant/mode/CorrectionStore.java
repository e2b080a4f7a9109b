package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of corrections.
final class CorrectionStore {

  void add(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      Kept kept,
      List<String> said,
      Speaker person,
      DecideSuggestionRequest request,
      Instant now) {
    transaction
        .sql(
            """
            insert into assistant_correction
              (restaurant_id, id, suggestion_id, conversation_id, decision, said, words, why, staff_id,
               staff_name, made_at)
            values (:restaurant, :id, :suggestion, :conversation, :decision, :said, :words, :why, :staff,
                    :name, :now)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("suggestion", kept.id())
        .with("conversation", kept.conversationId())
        .with("decision", request.decision())
        .with("said", Json.write(said))
        .with("words", request.text())
        .with("why", request.why())
        .with("staff", person.staffId())
        .with("name", person.name())
        .with("now", now)
        .update();
  }

  List<AssistantCorrection> list(
      Transaction transaction,
      UUID restaurantId,
      @Nullable UUID after,
      int limit,
      String language) {
    return transaction
        .sql(
            """
            select c.id, c.conversation_id, c.suggestion_id, c.decision, s.intent, s.sentiment, s.confidence,
                   s.mind, c.said, s.answers, s.changes, c.words, c.why, c.staff_name, c.made_at
              from assistant_correction c
              join suggestion s on s.restaurant_id = c.restaurant_id and s.id = c.suggestion_id
             where c.restaurant_id = :restaurant
               and (cast(:after as uuid) is null or c.id < cast(:after as uuid))
             order by c.id desc
             limit :limit
            """)
        .with("restaurant", restaurantId)
        .with("after", after)
        .with("limit", limit)
        .list(row -> correction(row, language));
  }

  private static AssistantCorrection correction(Row row, String language) {
    return new AssistantCorrection(
        row.uuid("id"),
        row.uuid("conversation_id"),
        row.uuid("suggestion_id"),
        row.named("decision", Decision.class),
        row.named("intent", Intent.class),
        row.named("sentiment", Sentiment.class),
        row.decimal("confidence"),
        row.text("mind"),
        List.of(row.json("said", String[].class)),
        List.of(row.json("answers", MessageContent[].class)),
        ChangeTexts.lines(List.of(row.json("changes", Change[].class)), language),
        row.textOrNull("words"),
        row.textOrNull("why"),
        row.text("staff_name"),
        row.instant("made_at"));
  }
}
