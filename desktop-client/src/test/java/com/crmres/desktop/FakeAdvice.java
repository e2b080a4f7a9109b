package com.crmres.desktop;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.Handover;
import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.assistant.WritePreferenceRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a restaurant's assistant says to staff, and what they decided.
public final class FakeAdvice {

  private final Map<UUID, Suggestion> suggestions = new LinkedHashMap<>();
  private final Map<UUID, Suggestion> decided = new HashMap<>();
  private final List<DecideSuggestionRequest> decisionsAsked = new ArrayList<>();
  private final Map<UUID, Handover> handovers = new HashMap<>();
  private final Map<UUID, List<TurnRecord>> turns = new HashMap<>();
  private final Map<UUID, List<Preference>> preferences = new HashMap<>();
  private final List<WritePreferenceRequest> preferencesAsked = new ArrayList<>();

  public synchronized FakeAdvice has(Suggestion suggestion) {
    suggestions.put(suggestion.id(), suggestion);
    return this;
  }

  public synchronized FakeAdvice has(Handover handover) {
    handovers.put(handover.conversationId(), handover);
    return this;
  }

  public synchronized FakeAdvice has(UUID conversationId, TurnRecord... newestFirst) {
    turns.put(conversationId, List.of(newestFirst));
    return this;
  }

  public synchronized FakeAdvice remembers(UUID customerId, Preference... all) {
    preferences.put(customerId, new ArrayList<>(List.of(all)));
    return this;
  }

  public synchronized List<DecideSuggestionRequest> decisionsAsked() {
    return List.copyOf(decisionsAsked);
  }

  public synchronized List<WritePreferenceRequest> preferencesAsked() {
    return List.copyOf(preferencesAsked);
  }

  public synchronized Optional<Suggestion> suggestion(UUID conversationId) {
    return suggestions.values().stream()
        .filter(one -> one.conversationId().equals(conversationId))
        .filter(one -> one.state() == SuggestionState.WAITING)
        .findFirst();
  }

  /// The same command twice is one decision.
  public synchronized Suggestion decide(UUID id, DecideSuggestionRequest request, String who) {
    decisionsAsked.add(request);
    Suggestion known = decided.get(request.commandId());
    if (known != null) {
      return known;
    }
    Suggestion present = suggestions.get(id);
    if (present == null) {
      throw Restaurant.refusal("NOT_FOUND", "غير موجود");
    }
    if (present.state() == SuggestionState.OVERTAKEN) {
      throw Restaurant.refusal("SUGGESTION_OVERTAKEN", "كتب العميل رسالة جديدة.");
    }
    if (present.state() != SuggestionState.WAITING) {
      throw Restaurant.refusal("SUGGESTION_DECIDED", "سبقك موظف آخر إلى القرار.");
    }
    Suggestion after = World.became(present, state(request.decision()), who);
    suggestions.put(id, after);
    decided.put(request.commandId(), after);
    return after;
  }

  private static SuggestionState state(DecideSuggestionRequest.Decision decision) {
    return switch (decision) {
      case APPROVE -> SuggestionState.APPROVED;
      case EDIT -> SuggestionState.EDITED;
      case REFUSE -> SuggestionState.REFUSED;
    };
  }

  public synchronized Optional<Handover> handover(UUID conversationId) {
    return Optional.ofNullable(handovers.get(conversationId));
  }

  public synchronized List<TurnRecord> turns(UUID conversationId) {
    return turns.getOrDefault(conversationId, List.of());
  }

  public synchronized List<Preference> preferences(UUID customerId) {
    return List.copyOf(preferences.getOrDefault(customerId, List.of()));
  }

  /// The same words are the same preference.
  public synchronized Preference remember(UUID customerId, WritePreferenceRequest request) {
    preferencesAsked.add(request);
    var made =
        new Preference(
            World.id(customerId + request.value()),
            request.kind(),
            request.value(),
            null,
            World.NOW.plus(Duration.ofDays(180)));
    List<Preference> all = preferences.computeIfAbsent(customerId, id -> new ArrayList<>());
    if (all.stream().noneMatch(one -> one.id().equals(made.id()))) {
      all.add(made);
    }
    return made;
  }

  /// Answers without words.
  public synchronized String forget(UUID customerId, UUID id) {
    preferences.getOrDefault(customerId, new ArrayList<>()).removeIf(one -> one.id().equals(id));
    return "";
  }
}
