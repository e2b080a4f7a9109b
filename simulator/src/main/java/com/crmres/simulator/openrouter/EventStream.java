package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells a whole completion piece by piece, as server-sent events.
final class EventStream {

  static final String CONTENT_TYPE = "text/event-stream";
  static final byte[] COMMENT = bytes(": OPENROUTER PROCESSING\n\n");

  private static final int MOST_DELTAS = 40;

  private final Exchange exchange;
  private final ObjectNode whole;

  EventStream(Exchange exchange, ObjectNode whole) {
    this.exchange = exchange;
    this.whole = whole;
  }

  /// @param usageWithChoice whether the chunk with the usage repeats the last choice
  /// @param done whether the stream says that it is over
  void tell(boolean usageWithChoice, boolean done) throws IOException {
    JsonNode choice = whole.at("/choices/0");
    JsonNode message = choice.path("message");
    for (String part : parts(message.path("content").asText(""))) {
      send(chunk(delta(part), null));
    }
    for (JsonNode call : message.path("tool_calls")) {
      tellCall(call);
    }
    if (message.has("reasoning_details")) {
      ObjectNode signed = delta("");
      signed.set("reasoning_details", message.path("reasoning_details"));
      send(chunk(signed, null));
    }
    if (!choice.isMissingNode()) {
      send(chunk(delta(""), choice));
    }
    ObjectNode last =
        usageWithChoice && !choice.isMissingNode()
            ? chunk(delta(""), choice)
            : head().set("choices", JsonNodeFactory.instance.arrayNode());
    last.set("usage", whole.path("usage"));
    send(last);
    if (done) {
      write("[DONE]");
    }
    exchange.end();
  }

  /// The stream ends with the error, and nothing says that it is over.
  void breakOff(String partial, ObjectNode error) throws IOException {
    for (String part : parts(partial)) {
      send(chunk(delta(part), null));
    }
    ObjectNode last = head();
    last.set("error", error);
    ObjectNode choice = last.putArray("choices").addObject().put("index", 0);
    choice.putObject("delta").put("content", "");
    choice.put("finish_reason", "error");
    send(last);
    exchange.end();
  }

  private void tellCall(JsonNode call) throws IOException {
    ObjectNode first = callDelta(call.path("index").asInt());
    ObjectNode opened = (ObjectNode) first.at("/tool_calls/0");
    opened.put("id", call.path("id").asText()).put("type", "function");
    ObjectNode function = opened.putObject("function");
    function.put("name", call.at("/function/name").asText()).put("arguments", "");
    send(chunk(first, null));
    for (String part : parts(call.at("/function/arguments").asText())) {
      ObjectNode next = callDelta(call.path("index").asInt());
      ((ObjectNode) next.at("/tool_calls/0")).putObject("function").put("arguments", part);
      send(chunk(next, null));
    }
  }

  private static ObjectNode callDelta(int index) {
    ObjectNode delta = JsonNodeFactory.instance.objectNode();
    delta.putNull("content").put("role", "assistant");
    delta.putArray("tool_calls").addObject().put("index", index);
    return delta;
  }

  private static ObjectNode delta(String content) {
    return JsonNodeFactory.instance.objectNode().put("content", content).put("role", "assistant");
  }

  private ObjectNode chunk(ObjectNode delta, @Nullable JsonNode ended) {
    ObjectNode chunk = head();
    ObjectNode choice = chunk.putArray("choices").addObject().put("index", 0);
    choice.set("delta", delta);
    JsonNode nothing = JsonNodeFactory.instance.nullNode();
    choice.set("finish_reason", ended == null ? nothing : ended.path("finish_reason"));
    choice.set(
        "native_finish_reason", ended == null ? nothing : ended.path("native_finish_reason"));
    return chunk;
  }

  private ObjectNode head() {
    ObjectNode head = JsonNodeFactory.instance.objectNode();
    head.set("id", whole.path("id"));
    head.put("object", "chat.completion.chunk");
    for (String field : List.of("created", "model", "provider")) {
      head.set(field, whole.path(field));
    }
    return head;
  }

  private void send(JsonNode event) throws IOException {
    write(event.toString());
  }

  /// The first letter of more than one byte falls apart between two chunks.
  private void write(String data) throws IOException {
    byte[] event = bytes("data: " + data + "\n\n");
    int cut = 0;
    while (cut < event.length && event[cut] >= 0) {
      cut++;
    }
    int middle = Math.min(event.length, cut + 1);
    exchange.piece(event, 0, middle);
    exchange.piece(event, middle, event.length);
  }

  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int letters = text.codePointCount(0, text.length());
    int size = Math.max(3, letters / MOST_DELTAS);
    for (int from = 0; from < text.length(); ) {
      int left = text.codePointCount(from, text.length());
      int to = text.offsetByCodePoints(from, Math.min(size, left));
      parts.add(text.substring(from, to));
      from = to;
    }
    return parts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
