package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A model that reads the menu and the customer's words plainly and calls the tools that it is
/// offered, whatever their schemas, and nothing else.
public final class ObedientModel implements Model {

  private static final List<String> TOPICS =
      List.of("price", "hours", "location", "delivery", "payment", "menu");
  private static final List<String> KINDS =
      List.of(
          "safety",
          "human",
          "status",
          "cancel",
          "remove",
          "change",
          "price",
          "hours",
          "location",
          "delivery",
          "payment",
          "menu",
          "pickup",
          "bad",
          "good",
          "done",
          "thanks");
  private static final int LONGEST_SUMMARY = 200;

  private final Bundle bundle = Bundle.of("obedient.properties");

  @Override
  public Reply reply(JsonNode request) {
    Prompt prompt = new Prompt(request);
    String words = prompt.words();
    if (prompt.isFollowUp()) {
      return Reply.text(say("done", words));
    }
    List<Step> steps = steps(prompt, words);
    Optional<JsonNode> schema = prompt.answerSchema();
    if (schema.isPresent()) {
      return Reply.text(structured(schema.get(), steps, words).toString());
    }
    return called(prompt, steps, words);
  }

  /// One thing to do, with what is known about it.
  private record Step(String tool, Map<String, Object> known) {}

  private List<Step> steps(Prompt prompt, String words) {
    String kind = kind(words);
    Order order = new Order(prompt.menu(), bundle);
    List<Order.Wanted> wanted = order.wanted(words);
    return switch (kind) {
      case "safety", "human" -> List.of(step("handoff", kind, words));
      case "remove" -> List.of(onLine("remove_line", prompt, wanted, words));
      case "change" -> changes(prompt, order, wanted, words);
      case "status" -> List.of(step("order_status", kind, words));
      case "cancel" -> List.of(step("cancel_order", kind, words));
      case "pickup" -> List.of(fulfilled("pickup", words));
      case "bad", "good" -> List.of(step("record_feedback", kind, words));
      case "price" -> List.of(question(kind, wanted, words));
      case String asked when TOPICS.contains(asked) && wanted.isEmpty() ->
          List.of(asksOrChooses(prompt, asked, words));
      case String other when !wanted.isEmpty() -> wanted.stream().map(this::added).toList();
      case "done" -> List.of(step("request_summary", kind, words));
      case "thanks" -> List.of();
      case String unclear -> unclear(order, unclear, words);
    };
  }

  private List<Step> changes(Prompt prompt, Order order, List<Order.Wanted> wanted, String words) {
    int number = order.number(words);
    Step line = onLine(number > 0 ? "set_quantity" : "change_line", prompt, wanted, words);
    if (number > 0) {
      line.known().put("quantity", number);
    }
    return List.of(line);
  }

  /// The line that names the dish, else the last one.
  private Step onLine(String tool, Prompt prompt, List<Order.Wanted> wanted, String words) {
    Step step = step(tool, "change", words);
    Map<String, String> cart = prompt.cart();
    cart.keySet().forEach(line -> step.known().put("line", line));
    cart.entrySet().stream()
        .filter(line -> wanted.stream().anyMatch(dish -> names(line.getValue(), dish, prompt)))
        .findFirst()
        .ifPresent(line -> step.known().put("line", line.getKey()));
    return step;
  }

  private static boolean names(String line, Order.Wanted dish, Prompt prompt) {
    return List.of(line.split("[^\\p{L}\\p{N}_]+", -1)).contains(Folded.of(dish.item()))
        || prompt.menu().getOrDefault(dish.item(), Set.of()).stream().anyMatch(line::contains);
  }

  private Step question(String topic, List<Order.Wanted> wanted, String words) {
    Step step = step("answer_from", topic, words);
    step.known().put("fact", bundle.list("fact." + topic));
    if (!wanted.isEmpty()) {
      step.known().put("item", wanted.getFirst().item());
    }
    return step;
  }

  /// "Delivery?" asks, "delivery" chooses.
  private Step asksOrChooses(Prompt prompt, String topic, String words) {
    boolean chooses =
        topic.equals("delivery")
            && prompt.tools().containsKey("set_fulfilment")
            && words.chars().noneMatch(letter -> letter == '?' || letter == '؟');
    return chooses ? fulfilled(topic, words) : question(topic, List.of(), words);
  }

  private Step fulfilled(String way, String words) {
    Step step = step("set_fulfilment", "order", words);
    step.known().put("way", way);
    step.known().put("fulfilment", way);
    return step;
  }

  private Step added(Order.Wanted dish) {
    Step step = step("add_item", "order", dish.quote());
    step.known().put("item", dish.item());
    step.known().put("quantity", Math.max(1, dish.number()));
    return step;
  }

  private List<Step> unclear(Order order, String kind, String words) {
    List<String> meant = order.meant(words);
    if (meant.isEmpty()) {
      return List.of();
    }
    Step step = step(meant.size() == 1 ? "add_item" : "clarify", kind, words);
    step.known().put("item", meant.getFirst());
    step.known().put("quantity", Math.max(1, order.number(words)));
    step.known().put("about", List.of("item", "dish", "which_item"));
    if (meant.size() > 1) {
      step.known().put("options", meant);
    }
    return List.of(step);
  }

  private Step step(String tool, String kind, String quote) {
    Map<String, Object> known = new HashMap<>(read(kind, quote));
    known.put("quote", quote);
    if (kind.equals("safety") || kind.equals("human")) {
      known.put("reason", bundle.list("reason." + kind));
    }
    return new Step(tool, known);
  }

  /// What is known of any message.
  private Map<String, Object> read(String kind, String words) {
    String summary = words.substring(0, Math.min(words.length(), LONGEST_SUMMARY));
    return Map.of(
        "intent",
        bundle.list("intent." + kind),
        "sentiment",
        switch (kind) {
          case "bad", "safety" -> "negative";
          case "good", "thanks" -> "positive";
          default -> "neutral";
        },
        "language",
        isArabic(words) ? "ar" : "en",
        "dialect",
        isArabic(words) ? List.of("sa", "gulf", "saudi") : List.of("en"),
        "summary",
        summary);
  }

  private Reply called(Prompt prompt, List<Step> steps, String words) {
    List<Reply.Call> calls = new ArrayList<>();
    Map<String, JsonNode> tools = prompt.tools();
    tools.forEach((name, schema) -> {
      if (schema.path("properties").has("intent")) {
        calls.add(call(prompt, name, schema, new Step(name, read(readKind(steps, words), words))));
      }
    });
    for (Step step : steps) {
      if (tools.containsKey(step.tool())) {
        calls.add(call(prompt, step.tool(), tools.get(step.tool()), step));
      }
    }
    if (calls.isEmpty() && prompt.mustCall()) {
      forced(prompt, words).ifPresent(calls::add);
    }
    if (calls.isEmpty()) {
      return Reply.text(say(kind(words).equals("thanks") ? "thanks" : "greet", words));
    }
    int several = prompt.mayCallSeveral() ? calls.size() : 1;
    return Reply.tools(calls.subList(0, several).toArray(Reply.Call[]::new));
  }

  /// Where a call is due and nothing fits, a question does the least harm.
  private Optional<Reply.Call> forced(Prompt prompt, String words) {
    Map<String, JsonNode> tools = prompt.tools();
    return tools.entrySet().stream()
        .filter(tool -> tool.getKey().equals("clarify"))
        .findFirst()
        .or(() -> tools.entrySet().stream().findFirst())
        .map(tool ->
            call(prompt, tool.getKey(), tool.getValue(), step(tool.getKey(), "other", words)));
  }

  private static Reply.Call call(Prompt prompt, String name, JsonNode schema, Step step) {
    Map<String, Object> known = new HashMap<>(step.known());
    prompt
        .messageOf(String.valueOf(known.getOrDefault("quote", "")))
        .ifPresent(id -> known.put("message", id));
    return Reply.call(name, new SchemaFill(known).object(schema).toString());
  }

  /// One object with everything, for a prompt that wants no tools.
  private JsonNode structured(JsonNode schema, List<Step> steps, String words) {
    Map<String, Object> known = new HashMap<>(read(readKind(steps, words), words));
    List<Object> operations = new ArrayList<>();
    for (Step step : steps) {
      step.known().put("op", step.tool());
      operations.add(step.known());
    }
    known.put("operations", operations);
    known.put("reply", say(steps.isEmpty() ? "greet" : "done", words));
    return new SchemaFill(known).object(schema);
  }

  private String readKind(List<Step> steps, String words) {
    boolean adds = steps.stream().anyMatch(step -> step.tool().equals("add_item"));
    return adds ? "order" : kind(words);
  }

  private String kind(String words) {
    String folded = Folded.of(words);
    return KINDS.stream()
        .filter(kind -> bundle.pattern(kind).matcher(folded).find())
        .findFirst()
        .orElse("other");
  }

  private String say(String what, String words) {
    return bundle.text("say." + what + (isArabic(words) ? ".ar" : ".en"));
  }

  private static boolean isArabic(String words) {
    return words.codePoints().anyMatch(letter -> letter >= 0x0600 && letter <= 0x06FF);
  }
}
