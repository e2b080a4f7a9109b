package com.crmres.server.whatsapp.template;

import com.crmres.common.wire.Json;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The templates of an account on loopback as the Graph API shows them: two to a page, created as
/// pending, refused when the test says so.
final class LoopbackTemplates implements AutoCloseable {

  private static final int PAGE = 2;
  private static final String APP = "4711";
  private static final Pattern AFTER = Pattern.compile("after=([0-9]+)");
  private static final Pattern NAME = Pattern.compile("name=([a-z0-9_]+)");

  private final List<ObjectNode> templates = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final List<JsonNode> created = new ArrayList<>();
  private final Deque<Integer> refusals = new ArrayDeque<>();
  private final List<byte[]> samples = new ArrayList<>();
  private final HttpServer server;
  private boolean takesSamples = true;

  LoopbackTemplates() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  TemplateCalls calls() {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new TemplateCalls(new GraphApi(url, "v26.0"), account -> "token of " + account);
  }

  /// Adds a template with a body, as one made in WhatsApp's own pages.
  synchronized ObjectNode add(String name, String language, String category, String body) {
    ObjectNode template = Json.MAPPER.createObjectNode();
    template
        .put("id", Integer.toString(1000 + templates.size()))
        .put("name", name)
        .put("language", language)
        .put("category", category)
        .put("status", "APPROVED")
        .put("parameter_format", "POSITIONAL")
        .putArray("components")
        .addObject()
        .put("type", "BODY")
        .put("text", body);
    templates.add(template);
    return template;
  }

  synchronized void remove(ObjectNode template) {
    templates.remove(template);
  }

  /// WhatsApp's reviewers like everything.
  synchronized void approveAll() {
    templates.forEach(template -> template.put("status", "APPROVED"));
  }

  /// The next calls are refused with these codes.
  synchronized void refuse(Integer... codes) {
    refusals.addAll(List.of(codes));
  }

  /// Sample files end nowhere.
  synchronized void loseSamples() {
    takesSamples = false;
  }

  /// The sample files that were handed over.
  synchronized List<byte[]> samples() {
    return List.copyOf(samples);
  }

  /// The calls as `METHOD path?query`.
  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  synchronized List<JsonNode> created() {
    return List.copyOf(created);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    heard.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    Integer refusal = refusals.poll();
    if (refusal != null) {
      answer(
          exchange,
          400,
          Map.of("error", Map.of("code", refusal, "message", "(#" + refusal + ") no thanks")));
      return;
    }
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/debug_token")) {
      answer(exchange, 200, Map.of("data", Map.of("app_id", APP)));
      return;
    }
    if (path.endsWith("/" + APP + "/uploads")) {
      answer(exchange, 200, Map.of("id", "upload:MTph?sig=ARZ"));
      return;
    }
    if (path.endsWith("/upload:MTph")) {
      samples.add(exchange.getRequestBody().readAllBytes());
      boolean whole = "0".equals(exchange.getRequestHeaders().getFirst("file_offset"));
      answer(exchange, 200, whole && takesSamples ? Map.of("h", "4::aW") : Map.of());
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "GET" -> list(exchange);
      case "POST" -> create(exchange);
      default -> delete(exchange);
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    Matcher after = AFTER.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
    int from = after.find() ? Integer.parseInt(after.group(1)) : 0;
    int to = Math.min(from + PAGE, templates.size());
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode data = body.putArray("data");
    templates.subList(from, to).forEach(data::add);
    ObjectNode paging = body.putObject("paging");
    paging.putObject("cursors").put("after", Integer.toString(to));
    if (to < templates.size()) {
      paging.put("next", "https://graph.example/next");
    }
    answer(exchange, 200, body);
  }

  private void create(HttpExchange exchange) throws IOException {
    JsonNode template =
        Json.read(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            JsonNode.class);
    created.add(template);
    ObjectNode kept = template.deepCopy();
    kept.put("id", Integer.toString(2000 + created.size())).put("status", "PENDING");
    templates.add(kept);
    answer(
        exchange,
        200,
        Map.of(
            "id", kept.path("id").asText(),
            "status", "PENDING",
            "category", template.path("category").asText()));
  }

  private void delete(HttpExchange exchange) throws IOException {
    Matcher name = NAME.matcher(exchange.getRequestURI().getQuery());
    if (name.find()) {
      templates.removeIf(template -> template.path("name").asText().equals(name.group(1)));
    }
    answer(exchange, 200, Map.of("success", true));
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] json = Json.write(body).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
