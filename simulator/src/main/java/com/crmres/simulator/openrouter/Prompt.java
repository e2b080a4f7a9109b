package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a model can see in a request, whoever wrote the prompt.
final class Prompt {

  private static final Pattern MENU_LINE =
      Pattern.compile("^[-*\\s]*([\\p{L}\\p{N}_:.-]+)\\s*\\|(.+)$");
  private static final Pattern TAGGED =
      Pattern.compile("<([a-zA-Z_-]+)([^>]*)>(.*?)</\\1>", Pattern.DOTALL);
  private static final Pattern FENCED =
      Pattern.compile("(?:\"\"\"|```|<<<)\\s*(.+?)\\s*(?:\"\"\"|```|>>>)", Pattern.DOTALL);
  private static final Set<String> SEEN = Set.of("system", "developer", "user");
  private static final Pattern CUSTOMER =
      Pattern.compile("customer|message|said|user|words", Pattern.CASE_INSENSITIVE);
  private static final Set<String> SPOKEN =
      Set.of("message", "messages", "said", "text", "words", "customer", "content");
  private static final int SHORTEST_NAME = 3;

  private final JsonNode request;

  Prompt(JsonNode request) {
    this.request = request;
  }

  /// Whether the model is told what its calls led to.
  boolean isFollowUp() {
    return last().path("role").asText().equals("tool");
  }

  /// The schemas of the tools that may be called now, by their names.
  Map<String, JsonNode> tools() {
    Map<String, JsonNode> tools = new LinkedHashMap<>();
    JsonNode choice = request.path("tool_choice");
    String only = choice.at("/function/name").asText();
    for (JsonNode tool : request.path("tools")) {
      String name = tool.at("/function/name").asText();
      if (!choice.asText().equals("none") && (only.isEmpty() || only.equals(name))) {
        tools.put(name, tool.at("/function/parameters"));
      }
    }
    return tools;
  }

  Optional<JsonNode> answerSchema() {
    JsonNode schema = request.at("/response_format/json_schema/schema");
    return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
  }

  boolean mustCall() {
    JsonNode choice = request.path("tool_choice");
    return choice.isObject() || choice.asText().equals("required");
  }

  boolean mayCallSeveral() {
    return request.path("parallel_tool_calls").asBoolean(true);
  }

  /// All instructions.
  String system() {
    return texts(Set.of("system", "developer"));
  }

  /// The customer's last words, taken out of whatever they are wrapped in.
  String words() {
    String text = lastOfUser();
    Optional<JsonNode> json = Json.parse(text).filter(JsonNode::isObject);
    if (json.isPresent()) {
      return spoken(json.get());
    }
    List<String> tagged = new ArrayList<>();
    for (Matcher tag = TAGGED.matcher(text); tag.find(); ) {
      if (CUSTOMER.matcher(tag.group(1)).find()) {
        tagged.add(tag.group(3).strip());
      }
    }
    return tagged.isEmpty() ? fenced(text) : String.join("\n", tagged);
  }

  /// The id that the prompt gives to the message with these words, if it gives any.
  Optional<String> messageOf(String quote) {
    Pattern id = Pattern.compile("id=[\"']?([^\"'\\s>]+)");
    for (Matcher tag = TAGGED.matcher(lastOfUser()); tag.find(); ) {
      Matcher given = id.matcher(tag.group(2));
      if (tag.group(3).contains(quote) && given.find()) {
        return Optional.of(given.group(1));
      }
    }
    return Optional.empty();
  }

  /// The names of each dish that a tool accepts or a line of the menu names, folded. A name that
  /// several dishes share names none of them.
  Map<String, Set<String>> menu() {
    Set<String> accepted = accepted("item");
    Map<String, Set<String>> menu = new LinkedHashMap<>();
    accepted.forEach(id -> menu.put(id, names(id.replace('_', ' '))));
    for (String line : texts(SEEN).split("\n", -1)) {
      Matcher row = MENU_LINE.matcher(line);
      if (row.matches() && (accepted.isEmpty() || accepted.contains(row.group(1)))) {
        menu.computeIfAbsent(row.group(1), id -> names(id.replace('_', ' ')))
            .addAll(names(row.group(2)));
      }
    }
    dropShared(menu);
    return menu;
  }

  private static void dropShared(Map<String, Set<String>> menu) {
    Map<String, Integer> owners = new HashMap<>();
    menu.values().forEach(names -> names.forEach(name -> owners.merge(name, 1, Integer::sum)));
    menu.values().forEach(names -> names.removeIf(name -> owners.getOrDefault(name, 0) > 1));
  }

  /// What the prompt says of each line of the cart; all lines that a tool accepts if it says
  /// nothing.
  Map<String, String> cart() {
    Map<String, String> all = new LinkedHashMap<>();
    Map<String, String> told = new LinkedHashMap<>();
    for (String id : accepted("line")) {
      Pattern named =
          Pattern.compile(
              "(?m)^.*(?<![\\p{L}\\p{N}])" + Pattern.quote(id) + "(?![\\p{L}\\p{N}]).*$");
      Matcher line = named.matcher(texts(SEEN));
      all.put(id, "");
      if (line.find()) {
        told.put(id, Folded.of(line.group()));
      }
    }
    return told.isEmpty() ? all : told;
  }

  private Set<String> accepted(String word) {
    Set<String> values = new LinkedHashSet<>();
    for (JsonNode parameters : tools().values()) {
      for (var property : parameters.path("properties").properties()) {
        if (property.getKey().startsWith(word)) {
          property.getValue().path("enum").forEach(value -> values.add(value.asText()));
        }
      }
    }
    return values;
  }

  /// The names stand in the first two cells and the last; between them are sizes and choices.
  private static Set<String> names(String row) {
    List<String> cells = List.of(row.split("\\|", -1));
    Set<String> names = new LinkedHashSet<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      if (cell < 2 || cell == cells.size() - 1) {
        addNames(names, cells.get(cell));
      }
    }
    return names;
  }

  private static void addNames(Set<String> names, String cell) {
    for (String name : cell.split("[,،;/=:]", -1)) {
      String folded = Folded.of(name.strip());
      if (folded.length() >= SHORTEST_NAME) {
        names.add(folded);
      }
    }
  }

  private JsonNode last() {
    JsonNode messages = request.path("messages");
    return messages.path(messages.size() - 1);
  }

  private String lastOfUser() {
    String text = "";
    for (JsonNode message : request.path("messages")) {
      if (message.path("role").asText().equals("user")) {
        text = text(message);
      }
    }
    return text;
  }

  private String texts(Set<String> roles) {
    StringBuilder all = new StringBuilder();
    for (JsonNode message : request.path("messages")) {
      if (roles.contains(message.path("role").asText())) {
        all.append(text(message)).append('\n');
      }
    }
    return all.toString();
  }

  /// Content is a string, or parts of which some are text.
  private static String text(JsonNode message) {
    JsonNode content = message.path("content");
    if (content.isTextual()) {
      return content.asText();
    }
    StringBuilder parts = new StringBuilder();
    content.forEach(part -> parts.append(part.path("text").asText()).append('\n'));
    return parts.toString();
  }

  private static String spoken(JsonNode json) {
    List<String> words = new ArrayList<>();
    for (var field : json.properties()) {
      if (SPOKEN.contains(field.getKey())) {
        JsonNode value = field.getValue();
        (value.isArray() ? value : List.of(value))
            .forEach(one -> words.add(one.isObject() ? spoken(one) : one.asText()));
      }
    }
    return String.join("\n", words);
  }

  private static String fenced(String text) {
    String last = "";
    for (Matcher fence = FENCED.matcher(text); fence.find(); ) {
      last = fence.group(1);
    }
    return last.isEmpty() ? withoutTables(text) : last;
  }

  private static String withoutTables(String text) {
    return text.lines()
        .filter(line -> !line.contains("|") && !line.startsWith("#"))
        .collect(Collectors.joining("\n"))
        .strip();
  }
}
