package com.crmres.desktop.connection;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.Handover;
import com.crmres.common.assistant.Preference;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.TurnRecord;
import com.crmres.common.assistant.WritePreferenceRequest;
import com.crmres.common.wire.Page;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the assistant tells staff of one conversation and its customer, over HTTP.
final class HttpAdvice implements AdviceApi {

  private final SignedExchange exchange;

  HttpAdvice(SignedExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public Optional<Suggestion> suggestion(UUID conversationId) {
    return ifAny("/v1/conversations/%s/suggestion".formatted(conversationId), Suggestion.class);
  }

  @Override
  public Suggestion decide(UUID suggestionId, DecideSuggestionRequest request) {
    return exchange.post(
        "/v1/suggestions/%s/decision".formatted(suggestionId), request, Suggestion.class);
  }

  @Override
  public Optional<Handover> handover(UUID conversationId) {
    return ifAny("/v1/conversations/%s/handover".formatted(conversationId), Handover.class);
  }

  /// Nothing there is an answer, not a failure.
  private <T> Optional<T> ifAny(String path, Class<T> type) {
    try {
      return Optional.of(exchange.get(path, SignedExchange.type(type)));
    } catch (ServerFailure failure) {
      if (failure.code().equals("NOT_FOUND")) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  @Override
  public Page<TurnRecord> turns(UUID conversationId, @Nullable String after) {
    return exchange.get(
        "/v1/conversations/%s/turns?limit=50".formatted(conversationId)
            + (after == null ? "" : "&after=" + after),
        new TypeReference<>() {});
  }

  @Override
  public Page<Preference> preferences(UUID customerId) {
    return exchange.get(
        "/v1/customers/%s/preferences".formatted(customerId), new TypeReference<>() {});
  }

  @Override
  public Preference remember(UUID customerId, WritePreferenceRequest request) {
    return exchange.post(
        "/v1/customers/%s/preferences".formatted(customerId), request, Preference.class);
  }

  @Override
  public void forget(UUID customerId, UUID preferenceId) {
    exchange.delete("/v1/customers/%s/preferences/%s".formatted(customerId, preferenceId));
  }
}
