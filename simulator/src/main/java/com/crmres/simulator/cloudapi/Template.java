package com.crmres.simulator.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A message template in one language and the moment at which its review ends.
///
/// @param verdict what was decided about it since, such as `PAUSED`; absent while the review counts
record Template(
    String accountId,
    String id,
    String name,
    String language,
    String category,
    JsonNode components,
    Instant approved,
    @Nullable String verdict) {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*\\w+\\s*}}");

  boolean isApproved(Instant now) {
    return status(now).equals("APPROVED");
  }

  String status(Instant now) {
    if (verdict != null) {
      return verdict;
    }
    return now.isBefore(approved) ? "PENDING" : "APPROVED";
  }

  Template with(String newVerdict) {
    return new Template(accountId, id, name, language, category, components, approved, newVerdict);
  }

  String body() {
    for (JsonNode component : components) {
      if (component.path("type").asText().equalsIgnoreCase("BODY")) {
        return component.path("text").asText();
      }
    }
    return "";
  }

  long variables() {
    return VARIABLE.matcher(body()).results().map(match -> match.group()).distinct().count();
  }

  /// The body as the customer reads it.
  String filledWith(JsonNode sentComponents) {
    String text = body();
    for (JsonNode parameter : bodyParameters(sentComponents)) {
      String value = Matcher.quoteReplacement(parameter.path("text").asText());
      text = VARIABLE.matcher(text).replaceFirst(value);
    }
    return text;
  }

  static JsonNode bodyParameters(JsonNode sentComponents) {
    for (JsonNode component : sentComponents) {
      if (component.path("type").asText().equalsIgnoreCase("body")) {
        return component.path("parameters");
      }
    }
    return MissingNode.getInstance();
  }

  void describe(ObjectNode into, Instant now) {
    into.put("name", name)
        .put("parameter_format", "POSITIONAL")
        .put("language", language)
        .put("status", status(now))
        .put("category", category)
        .put("id", id)
        .set("components", components);
  }
}
