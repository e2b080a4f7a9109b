package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.Feedback;
import com.crmres.common.assistant.Sentiment;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What customers think of the house, and who of them somebody must go after.
public final class Feedbacks {

  static final Set<String> CATEGORIES =
      Set.of(
          "taste",
          "cooked",
          "cold",
          "hygiene",
          "delay",
          "wrong_order",
          "missing",
          "portion",
          "price",
          "service",
          "packaging",
          "courier",
          "payment",
          "place",
          "speed");

  /// An order longer ago is not what he speaks of.
  private static final Duration RECENT = Duration.ofDays(3);

  private static final int LONGEST_WORDS = 1_000;
  private static final int HIGHEST_RATING = 5;
  private static final int POOR = 2;

  private final Clock clock;
  private final Ids ids;
  private final FeedbackStore store = new FeedbackStore();

  public Feedbacks(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /// Notes what a mind read in a message; categories that nobody knows and impossible ratings are
  /// left out.
  void note(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      UUID messageId,
      Proposal.RecordFeedback read) {
    Instant now = clock.instant();
    Integer rating = possible(read.rating());
    store.add(
        transaction,
        restaurantId,
        new Feedback(
            ids.next(),
            conversationId,
            null,
            null,
            messageId,
            rating,
            read.sentiment(),
            read.categories().stream().filter(CATEGORIES::contains).distinct().sorted().toList(),
            read.itemIds(),
            BriefLines.shortened(read.words(), LONGEST_WORDS),
            read.sentiment() == Sentiment.NEGATIVE || (rating != null && rating <= POOR),
            now),
        now.minus(RECENT));
  }

  private static @Nullable Integer possible(@Nullable Integer rating) {
    return rating == null || rating < 1 || rating > HIGHEST_RATING ? null : rating;
  }

  List<Feedback> list(Transaction transaction, UUID restaurantId, FeedbackStore.Filter filter) {
    return store.list(transaction, restaurantId, filter);
  }
}
