package com.crmres.desktop.connection;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.Handover;
import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.assistant.WritePreferenceRequest;
import com.crmres.common.wire.Page;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the assistant tells staff of one conversation and its customer. Each call blocks and throws
/// [ServerFailure].
public interface AdviceApi {

  /// The answer that waits for a person or for its time.
  Optional<Suggestion> suggestion(UUID conversationId);

  /// As it is then; the same command twice is one decision.
  Suggestion decide(UUID suggestionId, DecideSuggestionRequest request);

  Optional<Handover> handover(UUID conversationId);

  /// The newest turns first.
  ///
  /// @param after what the previous page named as next
  Page<TurnRecord> turns(UUID conversationId, @Nullable String after);

  Page<Preference> preferences(UUID customerId);

  Preference remember(UUID customerId, WritePreferenceRequest request);

  void forget(UUID customerId, UUID preferenceId);
}
