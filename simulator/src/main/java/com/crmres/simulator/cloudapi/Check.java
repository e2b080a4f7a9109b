package com.crmres.simulator.cloudapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/// The questions that the rules for every kind of message ask of a request.
final class Check {

  private Check() {}

  static JsonNode required(JsonNode parent, String field) {
    JsonNode value = parent.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw GraphException.of(131008, "Parameter of '" + field + "' is missing.");
    }
    return value;
  }

  static String text(JsonNode parent, String field, int longest, String name) {
    JsonNode value = required(parent, field);
    if (!value.isTextual()) {
      throw GraphException.of(100, "Param " + name + " must be a string.");
    }
    length(value.asText(), longest, name);
    return value.asText();
  }

  static void optionalText(JsonNode parent, String field, int longest, String name) {
    if (parent.has(field)) {
      text(parent, field, longest, name);
    }
  }

  static void length(String text, int longest, String name) {
    if (text.isEmpty() || text.length() > longest) {
      throw GraphException.of(
          131009, name + " length invalid. Min length: 1, Max length: " + longest);
    }
  }

  static JsonNode list(JsonNode parent, String field, int least, int most, String name) {
    JsonNode value = required(parent, field);
    if (!value.isArray() || value.size() < least || value.size() > most) {
      throw GraphException.of(
          131009, name + " count invalid. Min: " + least + ", Max: " + most + ".");
    }
    return value;
  }

  static void unique(Set<String> seen, String value, String name) {
    if (!seen.add(value)) {
      throw GraphException.of(131009, name + " must be unique: " + value);
    }
  }

  /// Meta refuses a misspelt member by name.
  static void onlyKnown(JsonNode object, String param, Set<String> known) {
    Set<String> unknown = new HashSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    for (String name : unknown) {
      throw GraphException.of(100, "Unexpected key \"" + name + "\" on param \"" + param + "\".");
    }
  }
}
