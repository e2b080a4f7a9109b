package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why the house speaks, so that a template can say it where free words may not.
///
/// @param name for example `order.confirmed`
/// @param facts what a template's placeholders may name
/// @param file what a template with a file above its words may carry; null for none
public record Occasion(
    String name, Map<String, String> facts, MessageContent.@Nullable HeaderParameter file) {
  public Occasion {
    facts = Map.copyOf(facts);
  }

  /// Of which there is nothing but words.
  public Occasion(String name, Map<String, String> facts) {
    this(name, facts, null);
  }
}
