package com.crmres.server.assistant.openrouter;

import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.wire.WireName;
import com.crmres.server.assistant.Proposal;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.Evidence;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks the tools that a model calls in one turn, and keeps what stands the check.
final class Calls {

  private static final int MOST_CALLS = 8;

  private final Turn turn;
  private final Map<String, Tool> tools;
  private final Handles handles;
  private final Masking masking;
  private final Quotes quotes;
  private final Wanted wanted;
  private final Set<Proposal> accepted = new LinkedHashSet<>();
  private @Nullable Judged judged;
  private @Nullable Sentiment felt;
  private int rejections;
  private boolean unclear;

  /// How the model reads the customer.
  record Judged(Intent intent, Sentiment sentiment, Dialect dialect) {}

  Calls(Turn turn, Toolbox toolbox, Handles handles, Masking masking) {
    this.turn = turn;
    this.tools = toolbox.tools();
    this.handles = handles;
    this.masking = masking;
    this.quotes = new Quotes(turn);
    this.wanted = new Wanted(handles, quotes, masking);
  }

  /// Checks the calls of one answer, in their order; those beyond the eighth count for nothing.
  List<Verdict> check(List<Outcome.ToolCall> calls) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Outcome.ToolCall call : calls) {
      Verdict verdict = verdicts.size() < MOST_CALLS ? check(call) : rule("TOO_MANY_CALLS");
      switch (verdict) {
        case Verdict.Accepted(List<Proposal> proposals) -> accepted.addAll(proposals);
        case Verdict.Rejected _ -> rejections++;
      }
      verdicts.add(verdict);
    }
    return verdicts;
  }

  private Verdict check(Outcome.ToolCall call) {
    Tool tool = tools.get(call.name());
    if (tool == null) {
      return new Verdict.Rejected(Verdict.Bucket.UNKNOWN_NAME, "NO_SUCH_TOOL");
    }
    Optional<JsonNode> arguments = Tool.parsed(call.arguments());
    if (arguments.isEmpty()) {
      return new Verdict.Rejected(Verdict.Bucket.INVALID_JSON, "NOT_ONE_OBJECT");
    }
    if (!tool.fits(arguments.get())) {
      return new Verdict.Rejected(Verdict.Bucket.SCHEMA_MISMATCH, "ARGUMENTS");
    }
    return quoted(tool, arguments.get());
  }

  /// What changes anything must be grounded in words of this turn.
  private Verdict quoted(Tool tool, JsonNode arguments) {
    Evidence evidence = null;
    if (arguments.path("quote").isTextual()) {
      evidence = quotes.find(masking.unmask(arguments.path("quote").asText())).orElse(null);
      if (evidence == null) {
        return rule("QUOTE_NOT_SAID");
      }
    }
    return evidence == null ? told(tool, arguments) : grounded(tool, arguments, evidence);
  }

  private Verdict told(Tool tool, JsonNode arguments) {
    return switch (tool.name()) {
      case "judge_turn" -> judge(arguments);
      case "request_summary" -> ok(new Proposal.ReadBack());
      case "order_status" -> ok(new Proposal.TellOrderStatus());
      case "answer_from" -> fact(arguments);
      default -> throw new IllegalStateException("no quote for " + tool.name());
    };
  }

  private Verdict grounded(Tool tool, JsonNode arguments, Evidence evidence) {
    return switch (tool.name()) {
      case "add_item" -> wanted.add(arguments, evidence);
      case "set_quantity" -> line(arguments, line -> setQuantity(line, arguments));
      case "change_line" -> line(arguments, line -> wanted.change(line, arguments));
      case "remove_line" -> line(arguments, line -> change(new CartCommand.Remove(line.id())));
      case "clear_cart" -> change(new CartCommand.Clear());
      case "set_fulfilment" ->
          change(new CartCommand.ChooseFulfilment(named(Fulfilment.class, arguments, "way")));
      case "repeat_order" -> repeat(arguments);
      case "cancel_order" -> ok(new Proposal.Cancel());
      case "change_placed_order" -> ok(new Proposal.ChangeOrder());
      case "record_feedback" -> feedback(arguments, evidence);
      case "handoff" ->
          ok(new Proposal.HandOver(named(EscalationReason.class, arguments, "reason")));
      case "clarify" -> clarify(arguments);
      case "say_not_on_menu" -> ok(new Proposal.NotOnMenu(evidence.words()));
      default -> throw new IllegalStateException("a quote for " + tool.name());
    };
  }

  private Verdict judge(JsonNode arguments) {
    judged =
        new Judged(
            named(Intent.class, arguments, "intent"),
            named(Sentiment.class, arguments, "sentiment"),
            named(Dialect.class, arguments, "dialect"));
    return new Verdict.Accepted(List.of());
  }

  private Verdict line(JsonNode arguments, java.util.function.Function<CartLine, Verdict> work) {
    return handles
        .line(arguments.path("line_id").asText())
        .map(work)
        .orElseGet(() -> rule("NO_SUCH_LINE"));
  }

  private static Verdict setQuantity(CartLine line, JsonNode arguments) {
    int quantity = arguments.path("qty").asInt();
    return change(
        quantity == 0
            ? new CartCommand.Remove(line.id())
            : new CartCommand.ChangeQuantity(line.id(), quantity));
  }

  private Verdict fact(JsonNode arguments) {
    String key = arguments.path("fact_key").asText();
    return switch (key) {
      case "menu" -> ok(new Proposal.ShowMenu(List.of(), 0));
      case "price" -> price(arguments.path("item_id"));
      // What is in the food is for people to say, never for a model.
      case "allergens" -> ok(new Proposal.HandOver(EscalationReason.HEALTH_OR_SAFETY));
      default -> ok(new Proposal.Tell(named(key)));
    };
  }

  private static Proposal.Fact named(String key) {
    return Proposal.Fact.valueOf(key.toUpperCase(java.util.Locale.ROOT));
  }

  private Verdict price(JsonNode item) {
    return handles
        .item(item.asText(""))
        .<Verdict>map(found -> ok(new Proposal.TellPrice(List.of(found.id()))))
        .orElseGet(() -> ok(new Proposal.ShowMenu(List.of(), 0)));
  }

  /// What is repeated twice is in the cart twice.
  private Verdict repeat(JsonNode arguments) {
    return accepted.stream().anyMatch(Proposal.Repeat.class::isInstance)
        ? rule("REPEATED_ALREADY")
        : new Repeating(handles, wanted, turn.past()).check(arguments);
  }

  /// Written down in any case; a complaint is for people besides.
  private Verdict feedback(JsonNode arguments, Evidence evidence) {
    Sentiment sentiment = named(Sentiment.class, arguments, "sentiment");
    felt = sentiment;
    List<String> categories = new ArrayList<>();
    arguments.path("categories").forEach(category -> categories.add(category.asText()));
    JsonNode rating = arguments.path("rating");
    Proposal noted =
        new Proposal.RecordFeedback(
            rating.isInt() ? rating.asInt() : null,
            sentiment,
            categories,
            List.of(),
            evidence.words());
    return new Verdict.Accepted(
        sentiment == Sentiment.NEGATIVE
            ? List.of(noted, new Proposal.HandOver(EscalationReason.COMPLAINT))
            : List.of(noted));
  }

  private Verdict clarify(JsonNode arguments) {
    List<UUID> meant = new ArrayList<>();
    for (JsonNode option : arguments.path("options")) {
      handles.item(option.asText()).map(MenuItem::id).ifPresent(meant::add);
    }
    unclear = true;
    return ok(new Proposal.AskWhich(meant, arguments.path("qty").asInt(), List.of()));
  }

  private static <E extends Enum<E> & WireName> E named(
      Class<E> type, JsonNode arguments, String member) {
    return WireName.parse(type, arguments.path(member).asText());
  }

  static Verdict change(CartCommand command) {
    return ok(new Proposal.ChangeCart(command));
  }

  static Verdict ok(Proposal proposal) {
    return new Verdict.Accepted(List.of(proposal));
  }

  static Verdict rule(String code) {
    return new Verdict.Rejected(Verdict.Bucket.RULE, code);
  }

  /// What stood the check, without repetitions.
  List<Proposal> accepted() {
    return List.copyOf(accepted);
  }

  Optional<Judged> judged() {
    return Optional.ofNullable(judged);
  }

  /// How the customer feels about what he praised or complained of.
  Optional<Sentiment> felt() {
    return Optional.ofNullable(felt);
  }

  int rejections() {
    return rejections;
  }

  /// Whether the model itself finds the customer unclear.
  boolean unclear() {
    return unclear;
  }

  double coverage() {
    return quotes.coverage();
  }
}
