package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.Feedback;
import com.crmres.common.assistant.Sentiment;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of what customers think of the house.
final class FeedbackStore {

  /// Which feedback is asked for.
  ///
  /// @param branchIds of these branches, and of none
  /// @param sentiments empty for all
  /// @param openOnly only what needs somebody to follow up
  /// @param after what stands behind this one
  record Filter(
      Set<UUID> branchIds,
      Set<Sentiment> sentiments,
      boolean openOnly,
      @Nullable UUID after,
      int limit) {
    Filter {
      branchIds = Set.copyOf(branchIds);
      sentiments = Set.copyOf(sentiments);
    }
  }

  /// Keeps it, with the branch of the conversation and the order placed since `orderedSince`. What
  /// was said in one message is kept once.
  void add(Transaction transaction, UUID restaurantId, Feedback feedback, Instant orderedSince) {
    transaction
        .sql(
            """
            insert into feedback (restaurant_id, id, conversation_id, branch_id, order_id, message_id,
                                  rating, sentiment, categories, item_ids, words, needs_follow_up,
                                  given_at)
            select c.restaurant_id, :id, c.id, coalesce(o.branch_id, c.branch_id), o.id, :message,
                   cast(:rating as integer), :sentiment, cast(:categories as text[]),
                   cast(:items as uuid[]), :words, :followUp, :now
              from conversation c
              left join lateral (
                     select id, branch_id from orders n
                      where n.restaurant_id = c.restaurant_id and n.conversation_id = c.id
                        and n.placed_at >= :since
                        and n.status not in ('rejected', 'expired', 'cancelled')
                      order by placed_at desc limit 1) o on true
             where c.restaurant_id = :restaurant and c.id = :conversation
            on conflict (restaurant_id, message_id) do nothing
            """)
        .with("restaurant", restaurantId)
        .with("id", feedback.id())
        .with("conversation", feedback.conversationId())
        .with("message", feedback.messageId())
        .with("rating", feedback.rating())
        .with("sentiment", feedback.sentiment())
        .with("categories", feedback.categories().toArray(String[]::new))
        .with("items", feedback.itemIds().toArray(UUID[]::new))
        .with("words", feedback.words())
        .with("followUp", feedback.needsFollowUp())
        .with("now", feedback.givenAt())
        .with("since", orderedSince)
        .update();
  }

  /// The newest first.
  List<Feedback> list(Transaction transaction, UUID restaurantId, Filter filter) {
    return transaction
        .sql(
            """
            select * from feedback
             where restaurant_id = :restaurant
               and (branch_id is null or branch_id = any(cast(:branches as uuid[])))
               and (cast(:sentiments as text[]) = '{}' or sentiment = any(cast(:sentiments as text[])))
               and (needs_follow_up or not :openOnly)
               and (cast(:after as uuid) is null
                    or (given_at, id) < (select a.given_at, a.id from feedback a
                                          where a.restaurant_id = :restaurant and a.id = :after))
             order by given_at desc, id desc
             limit :limit
            """)
        .with("restaurant", restaurantId)
        .with("branches", filter.branchIds().toArray(UUID[]::new))
        .with(
            "sentiments",
            filter.sentiments().stream().map(Sentiment::wireName).toArray(String[]::new))
        .with("openOnly", filter.openOnly())
        .with("after", filter.after())
        .with("limit", filter.limit())
        .list(FeedbackStore::feedback);
  }

  private static Feedback feedback(Row row) {
    return new Feedback(
        row.uuid("id"),
        row.uuid("conversation_id"),
        row.uuidOrNull("branch_id"),
        row.uuidOrNull("order_id"),
        row.uuid("message_id"),
        row.integerOrNull("rating"),
        row.named("sentiment", Sentiment.class),
        row.texts("categories"),
        row.uuids("item_ids"),
        row.text("words"),
        row.flag("needs_follow_up"),
        row.instant("given_at"));
  }
}
