package com.crmres.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The recorded shapes of WhatsApp's payloads, and a way to compare shapes instead of values.
public final class Samples {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Samples() {}

  public static JsonNode json(String name) {
    try {
      return JSON.readTree(bytes(name));
    } catch (IOException broken) {
      throw new IllegalStateException(name, broken);
    }
  }

  public static byte[] bytes(String name) {
    try (InputStream file = Samples.class.getResourceAsStream("/samples/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new IllegalStateException(name, unreadable);
    }
  }

  /// Every path in a payload with the JSON type that stands there.
  public static Map<String, String> shape(JsonNode json) {
    Map<String, String> shape = new TreeMap<>();
    walk("", json, shape);
    return shape;
  }

  private static void walk(String path, JsonNode json, Map<String, String> shape) {
    shape.put(path, json.getNodeType().toString());
    for (var property : json.properties()) {
      walk(path + "." + property.getKey(), property.getValue(), shape);
    }
    for (JsonNode element : json) {
      if (json.isArray()) {
        walk(path + "[]", element, shape);
      }
    }
  }
}
