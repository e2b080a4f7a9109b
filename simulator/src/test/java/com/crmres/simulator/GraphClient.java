package com.crmres.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Calls the simulated APIs as a business does.
public final class GraphClient {

  public static final String NUMBER = "109876543210987";
  public static final String ACCOUNT = "104857600123456";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final String token;

  public GraphClient(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  public static GraphClient of(Simulator simulator) {
    return new GraphClient(simulator.url(), "test-access-token");
  }

  public record Answer(int status, String text, JsonNode json) {}

  public Answer post(String path, JsonNode body) throws IOException, InterruptedException {
    return call(request(path).POST(BodyPublishers.ofString(body.toString())).build());
  }

  public Answer send(JsonNode body) throws IOException, InterruptedException {
    return post("/v24.0/" + NUMBER + "/messages", body);
  }

  public Answer text(String to, String text, String callback)
      throws IOException, InterruptedException {
    var body = JSON.createObjectNode().put("messaging_product", "whatsapp").put("to", to);
    body.put("type", "text").put("biz_opaque_callback_data", callback);
    body.putObject("text").put("body", text);
    return send(body);
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return call(request(path).GET().build());
  }

  public Answer delete(String path) throws IOException, InterruptedException {
    return call(request(path).DELETE().build());
  }

  public Answer call(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    boolean isJson =
        answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
    JsonNode json = isJson ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    return new Answer(answer.statusCode(), answer.body(), json);
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
  }
}
