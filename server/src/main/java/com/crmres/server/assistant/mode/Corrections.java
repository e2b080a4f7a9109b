package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.AssistantCorrection;
import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people changed in suggestions, and why they refused some: to learn from.
public final class Corrections {

  private final Clock clock;
  private final Ids ids;
  private final CorrectionStore store = new CorrectionStore();

  public Corrections(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /// Keeps what a person made of a suggestion.
  void add(
      Transaction transaction,
      UUID restaurantId,
      Kept kept,
      Dialogue.Question question,
      Speaker person,
      DecideSuggestionRequest request) {
    List<String> said =
        question.turn().said().stream().map(each -> each.content().preview()).toList();
    store.add(transaction, restaurantId, ids.next(), kept, said, person, request, clock.instant());
  }

  /// The newest first.
  ///
  /// @param after what is older than this one; null for the newest
  /// @param language of the changes, `ar` or `en`
  List<AssistantCorrection> list(
      Transaction transaction,
      UUID restaurantId,
      @Nullable UUID after,
      int limit,
      String language) {
    return store.list(transaction, restaurantId, after, limit, language);
  }
}
