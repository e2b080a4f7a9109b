package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;

/// A request for a completion as it came, whether it was answered well or refused.
///
/// @param headers with names in lower case, without the key
public record Recorded(Instant at, Map<String, String> headers, JsonNode body) {

  public Recorded {
    headers = Map.copyOf(headers);
  }

  /// Everything that left the house in this request.
  public String text() {
    return body.toString();
  }
}
