package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;

/// Plays the language model: reads a request for a completion and says what to answer.
@FunctionalInterface
public interface Model {

  Reply reply(JsonNode request);

  /// A model that nobody is behind: its provider is down.
  static Model silent() {
    return request -> Reply.failure(503, "provider_overloaded");
  }
}
