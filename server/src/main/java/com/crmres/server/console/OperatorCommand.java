package com.crmres.server.console;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// `inbox` and `sends`: lists what is set aside or stuck, and has it done again.
public final class OperatorCommand {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int BAD_ARGUMENTS = 2;
  private static final Map<String, String> STATES =
      new TreeMap<>(Map.of("--failed", "failed", "--held", "held", "--in-doubt", "in_doubt"));

  private final AdminPort server;
  private final Words words;
  private final Clock clock;
  private final String operator;
  private final Consumer<String> out;

  /// Makes the command.
  ///
  /// @param words those of `console.operator`
  /// @param operator under which name actions are kept
  /// @param out gets every line for the operator
  public OperatorCommand(
      AdminPort server, Words words, Clock clock, String operator, Consumer<String> out) {
    this.server = server;
    this.words = words;
    this.clock = clock;
    this.operator = operator;
    this.out = out;
  }

  /// Does what the arguments say.
  ///
  /// @return the exit code: 0 done, 1 refused or not reached, 2 not understood
  public int run(List<String> given) throws InterruptedException {
    try {
      return run(Arguments.parse(given));
    } catch (IllegalArgumentException e) {
      out.accept(words.say("not.understood", String.valueOf(e.getMessage())));
      out.accept(words.say("usage"));
      return BAD_ARGUMENTS;
    } catch (IOException e) {
      out.accept(words.say("not.reached", server.base().toString()));
      return REFUSED;
    }
  }

  private int run(Arguments arguments) throws IOException, InterruptedException {
    String command = arguments.words().stream().limit(2).collect(Collectors.joining(" "));
    return switch (command) {
      case "inbox list" -> list("inbox", arguments);
      case "sends list" -> list("sends", arguments);
      case "inbox replay" -> act("inbox/replay", arguments);
      case "sends retry" -> act("sends/retry", arguments);
      default -> throw new IllegalArgumentException(command);
    };
  }

  private int list(String what, Arguments arguments) throws IOException, InterruptedException {
    Map<String, String> query = new TreeMap<>();
    arguments.moment("--since", clock).ifPresent(at -> query.put("since", at.toString()));
    arguments.moment("--until", clock).ifPresent(at -> query.put("until", at.toString()));
    arguments.value("--field").ifPresent(field -> query.put("field", field));
    String states = String.join(",", states(arguments));
    if (!states.isEmpty()) {
      query.put("state", states);
    }
    String asked =
        query.entrySet().stream()
            .map(pair -> pair.getKey() + "=" + escaped(pair.getValue()))
            .collect(Collectors.joining("&"));
    return show(server.get("/operator/" + what + "?" + asked), arguments, what + ".item");
  }

  private int act(String path, Arguments arguments) throws IOException, InterruptedException {
    List<String> ids = arguments.words().stream().skip(2).toList();
    if (ids.isEmpty() && arguments.value("--since").isEmpty()) {
      throw new IllegalArgumentException(words.say("which"));
    }
    ObjectNode asked = JsonNodeFactory.instance.objectNode();
    ArrayNode chosen = asked.putArray("ids");
    ids.forEach(chosen::add);
    arguments.moment("--since", clock).ifPresent(at -> asked.put("since", at.toString()));
    arguments.moment("--until", clock).ifPresent(at -> asked.put("until", at.toString()));
    arguments.value("--field").ifPresent(field -> asked.put("field", field));
    ArrayNode states = asked.putArray("states");
    states(arguments).forEach(states::add);
    asked.put("dryRun", arguments.has("--dry-run")).put("operator", operator);
    if (arguments.has("--dry-run") && !arguments.has("--json")) {
      out.accept(words.say("dry"));
    }
    return show(server.post("/operator/" + path, Json.write(asked)), arguments, "outcome");
  }

  private int show(HttpResponse<String> answer, Arguments arguments, String line) {
    JsonNode body = Json.read(answer.body(), JsonNode.class);
    if (answer.statusCode() != 200) {
      out.accept(words.say("refused", body.path("error").path("message").asText("")));
      return REFUSED;
    }
    if (arguments.has("--json")) {
      out.accept(body.toPrettyString());
      return DONE;
    }
    body.path("items").forEach(item -> out.accept(line(line, item)));
    out.accept(words.say("total", body.path("items").size()));
    return DONE;
  }

  private String line(String kind, JsonNode item) {
    return switch (kind) {
      case "inbox.item" ->
          words.say(
              kind,
              item.path("id").asText(),
              item.path("receivedAt").asText(),
              item.path("field").asText(),
              item.path("attempts").asText(),
              item.path("reason").asText());
      case "sends.item" ->
          words.say(
              kind,
              item.path("id").asText(),
              item.path("createdAt").asText(),
              words.say("state." + item.path("state").asText()),
              item.path("attempts").asText(),
              item.path("errorCode").asText("–"));
      default ->
          words.say(
              kind,
              item.path("id").asText(),
              words.say("verdict." + item.path("verdict").asText()));
    };
  }

  private static List<String> states(Arguments arguments) {
    return STATES.entrySet().stream()
        .filter(state -> arguments.has(state.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static String escaped(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
