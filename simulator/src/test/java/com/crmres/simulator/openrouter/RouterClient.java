package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Calls OpenRouter as a restaurant's server does, over real HTTP.
final class RouterClient {

  static final String KEY = "sk-or-v1-test";
  static final ObjectMapper JSON = new ObjectMapper();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI base;
  private final String key;

  RouterClient(URI base, String key) {
    this.base = base;
    this.key = key;
  }

  static RouterClient of(OpenRouterSimulator router) {
    return new RouterClient(router.baseUrl(), KEY);
  }

  record Answer(int status, HttpHeaders headers, String text) {
    JsonNode json() throws IOException {
      return JSON.readTree(text);
    }

    String at(String pointer) throws IOException {
      return json().at(pointer).asText();
    }
  }

  Answer ask(String body) throws IOException, InterruptedException {
    return call(completion(body));
  }

  Answer ask(JsonNode body) throws IOException, InterruptedException {
    return ask(body.toString());
  }

  HttpRequest completion(String body) {
    return request("/chat/completions")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  Answer get(String path) throws IOException, InterruptedException {
    return call(request(path).GET().build());
  }

  Answer call(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + key);
  }

  static ObjectNode question(String words) {
    ObjectNode body = JSON.createObjectNode().put("model", "google/gemini-3.1-flash-lite");
    body.putArray("messages").addObject().put("role", "user").put("content", words);
    return body;
  }

  /// With a tool that adds to the cart.
  static ObjectNode order(String words) throws IOException {
    ObjectNode body = question(words);
    body.putArray("tools")
        .add(
            JSON.readTree(
                """
                {"type":"function","function":{"name":"add_item","strict":true,
                 "parameters":{"type":"object","additionalProperties":false,
                  "properties":{"item_id":{"type":"string","enum":["shw_ch","cola"]},"qty":{"type":"integer"}},
                  "required":["item_id","qty"]}}}
                """));
    return body;
  }

  /// The request that tells the model what its calls led to.
  static ObjectNode followUp(ObjectNode order, JsonNode message) {
    ObjectNode next = order.deepCopy();
    ArrayNode messages = (ArrayNode) next.path("messages");
    messages.add(message);
    for (JsonNode call : message.path("tool_calls")) {
      messages
          .addObject()
          .put("role", "tool")
          .put("tool_call_id", call.path("id").asText())
          .put("content", "{\"ok\":true}");
    }
    return next;
  }
}
