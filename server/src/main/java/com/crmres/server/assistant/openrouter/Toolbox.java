package com.crmres.server.assistant.openrouter;

import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.wire.WireName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// All that a model can propose. Nothing here places an order, sets a price, grants a discount or a
/// refund, or speaks to anybody but this customer: what does not exist cannot be abused.
final class Toolbox {

  /// What the house sorts feedback by.
  static final List<String> CATEGORIES =
      List.of(
          "taste",
          "cooked",
          "cold",
          "hygiene",
          "delay",
          "wrong_order",
          "missing",
          "portion",
          "price",
          "service",
          "packaging",
          "courier",
          "payment",
          "place",
          "speed");

  static final List<String> HANDOFFS =
      List.of(
          "asked_for_person",
          "anger",
          "health_or_safety",
          "payment",
          "legal",
          "complaint",
          "policy");

  static final List<String> FACTS =
      List.of("hours", "location", "delivery", "payment", "offers", "menu", "price", "allergens");

  /// As many lines as the model can tell apart; the names are always the same, so that the tools
  /// read alike in every turn.
  private static final List<String> LINES =
      IntStream.rangeClosed(1, 20).mapToObj(place -> "l" + place).toList();

  private static final int LONGEST_QUOTE = 300;
  private static final int MOST_CHANGES = 8;

  private final Map<String, Tool> tools = new LinkedHashMap<>();

  /// Makes the tools.
  ///
  /// @param items the handles that may be named
  Toolbox(List<String> items) {
    Field quote = Field.text("quote", LONGEST_QUOTE);
    add(
        Tool.of(
            "judge_turn",
            "Always call this exactly once: what the customer's newest messages are about, how the"
                + " customer feels, and how the customer writes.",
            Field.oneOf("intent", names(Intent.values())),
            Field.oneOf("sentiment", names(Sentiment.values())),
            Field.oneOf("dialect", names(Dialect.values()))));
    if (!items.isEmpty()) {
      addOrdering(items, quote);
    }
    add(
        Tool.of(
            "say_not_on_menu",
            "The customer asks for a dish or drink that the menu does not have.",
            quote));
    add(Tool.of("clear_cart", "Empty the cart.", quote));
    add(
        Tool.of(
            "set_fulfilment",
            "How the customer gets the order.",
            Field.oneOf("way", List.of("pickup", "delivery")),
            quote));
    add(Tool.of("request_summary", "The customer is done: the house reads the order back."));
    addRepeating(items, quote);
    addTalking(items, quote);
  }

  private void addOrdering(List<String> items, Field quote) {
    Field size = Field.text("size_id", 12).orNull();
    Field options = Field.texts("options", 12);
    Field without = Field.texts("without", 8);
    add(
        Tool.of(
            "add_item",
            "Propose one new line. Only what the newest messages ask for; quote their exact words.",
            Field.oneOf("item_id", items),
            Field.number("qty", 1, 50),
            size,
            options,
            without,
            Field.text("note", 120).orNull(),
            Field.text("person", 40).orNull(),
            quote));
    add(
        Tool.of(
            "set_quantity",
            "Change how many of a line of the cart; 0 takes it out.",
            Field.oneOf("line_id", LINES),
            Field.number("qty", 0, 50),
            quote));
    add(
        Tool.of(
            "change_line",
            "Change the options of a line of the cart.",
            Field.oneOf("line_id", LINES),
            size,
            options,
            without,
            Field.texts("take_out", 8),
            quote));
    add(
        Tool.of(
            "remove_line", "Take a line out of the cart.", Field.oneOf("line_id", LINES), quote));
    add(
        Tool.of(
            "clarify",
            "It is unclear which of several items is meant: the house asks with buttons.",
            Field.someOf("options", items, 1, 10),
            Field.number("qty", 1, 50),
            quote));
  }

  private void addRepeating(List<String> items, Field quote) {
    Field which = Field.oneOf("which", List.of("last", "usual"));
    if (items.isEmpty()) {
      add(Tool.of("repeat_order", "The same as an earlier order.", which, quote));
      return;
    }
    add(
        Tool.of(
            "repeat_order",
            "The same as an earlier order, with the changes that the customer asks for: of one dish"
                + " of it, or of all with item_id null; qty 0 leaves a dish out. What it did not"
                + " have is an add_item beside it.",
            which,
            Field.objects(
                "changes",
                MOST_CHANGES,
                Field.oneOf("item_id", items).orNull(),
                Field.number("qty", 0, 50).orNull(),
                Field.texts("options", 12),
                Field.texts("without", 8),
                Field.texts("take_out", 8)),
            quote));
  }

  private void addTalking(List<String> items, Field quote) {
    Field item =
        items.isEmpty()
            ? Field.text("item_id", 12).orNull()
            : Field.oneOf("item_id", items).orNull();
    add(
        Tool.of(
            "answer_from",
            "The house answers a question from its own facts; item_id for price only.",
            Field.oneOf("fact_key", FACTS),
            item));
    add(Tool.of("order_status", "The customer asks where the placed order is."));
    add(Tool.of("cancel_order", "The customer wants to give up the order.", quote));
    add(
        Tool.of(
            "change_placed_order",
            "The customer wants to change what he ordered and confirmed already. Call it first; the"
                + " house puts that order into the cart.",
            quote));
    add(
        Tool.of(
            "record_feedback",
            "The customer praises or complains; rating only if the customer gave a number.",
            Field.number("rating", 1, 5).orNull(),
            Field.oneOf("sentiment", names(Sentiment.values())),
            Field.someOf("categories", CATEGORIES, 0, 8),
            quote));
    add(Tool.of("handoff", "People must take over.", Field.oneOf("reason", HANDOFFS), quote));
  }

  private void add(Tool tool) {
    tools.put(tool.name(), tool);
  }

  Map<String, Tool> tools() {
    return tools;
  }

  private static List<String> names(WireName... values) {
    return Arrays.stream(values).map(WireName::wireName).toList();
  }
}
