package com.crmres.server.conversation;

import java.util.Map;

/// Why the house speaks, so that a template can say it where free words may not.
///
/// @param name for example `order.accepted`
/// @param facts what a template's placeholders may name
public record Occasion(String name, Map<String, String> facts) {
  public Occasion {
    facts = Map.copyOf(facts);
  }
}
