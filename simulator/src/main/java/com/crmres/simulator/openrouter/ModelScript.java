package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;

/// Plays the language model: reads a request for a completion and says what to answer.
@FunctionalInterface
public interface ModelScript {

  ModelAnswer answer(JsonNode request);

  /// A model that nobody scripted is a provider that is down.
  static ModelScript silent() {
    return request -> ModelAnswer.Failure.of(503, "provider_overloaded");
  }
}
