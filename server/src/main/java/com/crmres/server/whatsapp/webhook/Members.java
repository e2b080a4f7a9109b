package com.crmres.server.whatsapp.webhook;

import com.crmres.server.whatsapp.UnreadableUnit;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads members of WhatsApp's JSON, any of which may be missing or of another kind than agreed.
final class Members {

  private Members() {}

  /// A member's words; null where there are none.
  static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
        ? clean(value.asText())
        : null;
  }

  static String text(JsonNode node, String name, String otherwise) {
    return Objects.requireNonNullElse(text(node, name), otherwise);
  }

  /// A member that nothing goes without.
  ///
  /// @throws UnreadableUnit if it is missing
  static String required(JsonNode node, String name) {
    String value = text(node, name);
    if (value == null) {
      throw new UnreadableUnit("a message without " + name);
    }
    return value;
  }

  /// The words of one member in each element of a list.
  static List<String> texts(JsonNode list, String name) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(element -> text(element, name))
        .filter(Objects::nonNull)
        .toList();
  }

  /// A decimal number, never by way of a binary one; null if it is none.
  static @Nullable BigDecimal decimal(JsonNode node, String name) {
    String value = text(node, name);
    try {
      return value == null ? null : new BigDecimal(value);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }

  /// PostgreSQL keeps no NUL, written out or escaped; legal JSON may hold both.
  static String clean(String text) {
    return text.replace("\0", "").replace("\\u0000", "");
  }
}
