package com.crmres.server.whatsapp.number;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Picks from an event what managers are shown of it. Pure.
final class EventFacts {

  private static final int LONGEST_FACT = 500;

  private EventFacts() {}

  /// What the event says at its first level and one below, by its own names.
  static Map<String, String> of(JsonNode value) {
    Map<String, String> facts = new HashMap<>();
    value.properties().forEach(member -> add(facts, member.getKey(), member.getValue()));
    return facts;
  }

  private static void add(Map<String, String> facts, String name, JsonNode value) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(inner -> {
            if (inner.getValue().isValueNode()) {
              add(facts, inner.getKey(), inner.getValue());
            }
          });
    } else if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
      String text = value.asText();
      facts.put(
          name.toLowerCase(Locale.ROOT),
          text.length() > LONGEST_FACT ? text.substring(0, LONGEST_FACT) : text);
    }
  }
}
