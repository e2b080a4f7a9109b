package com.crmres.server.http;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns a JSON body into a record and names every member that is missing or of the wrong type.
final class BodyReader {

  private static final ObjectReader STRICT =
      Json.MAPPER
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // One and a half is no number of anything.
          .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  private BodyReader() {}

  /// Reads `body` as a record.
  ///
  /// @throws ApiException naming every fault
  static <T extends Record> T read(byte[] body, Class<T> type) {
    JsonNode tree = object(body);
    Faults faults = new Faults();
    for (RecordComponent member : type.getRecordComponents()) {
      check(member, tree.get(member.getName()), faults);
    }
    faults.throwIfAny();
    return convert(tree, type);
  }

  private static JsonNode object(byte[] body) {
    try {
      JsonNode tree = STRICT.readTree(body);
      if (tree.isObject()) {
        return tree;
      }
    } catch (IOException _) {
      // What the parser says may repeat what the caller wrote; the rule says enough.
    }
    throw refused(Rule.JSON_OBJECT);
  }

  private static void check(RecordComponent member, @Nullable JsonNode value, Faults faults) {
    if (value == null || value.isNull()) {
      if (!member.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        faults.add(member.getName(), Rule.REQUIRED);
      }
    } else if (!fits(member, value)) {
      faults.add(member.getName(), Rule.SHAPE);
    } else if (hasNul(value)) {
      faults.add(member.getName(), Rule.CHARACTERS);
    }
  }

  private static boolean fits(RecordComponent member, JsonNode value) {
    try {
      STRICT.treeToValue(value, Json.MAPPER.constructType(member.getGenericType()));
      return true;
    } catch (JsonProcessingException | IllegalArgumentException _) {
      return false;
    }
  }

  /// JSON may carry U+0000, PostgreSQL's text may not.
  private static boolean hasNul(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue().indexOf('\0') >= 0;
    }
    for (JsonNode child : value) {
      if (hasNul(child)) {
        return true;
      }
    }
    return false;
  }

  private static <T> T convert(JsonNode tree, Class<T> type) {
    try {
      return STRICT.treeToValue(tree, type);
    } catch (JsonProcessingException | IllegalArgumentException _) {
      throw refused(Rule.SHAPE);
    }
  }

  private static ApiException refused(Rule rule) {
    return new ApiException(ErrorCode.INVALID_INPUT, List.of(new Fault("", rule, List.of())));
  }
}
