package com.crmres.simulator.openrouter;

import com.crmres.simulator.weather.Dice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// A model that does one thing it must not in every turn, chosen by chance that a seed repeats.
public final class MisbehavingModel implements Model {

  private static final int MEGABYTE = 1_000_000;
  private static final long HUGE = 1_000_000_000L;
  private static final Set<String> CART = Set.of("add_item", "set_quantity", "change_line");

  private final Bundle bundle = Bundle.of("misdeeds.properties");
  private final ObedientModel honest = new ObedientModel();
  private final Dice dice;
  private final List<Misdeed> misdeeds;
  private final List<Misdeed> done = new CopyOnWriteArrayList<>();

  private MisbehavingModel(long seed, List<Misdeed> misdeeds) {
    this.dice = new Dice(seed);
    this.misdeeds = misdeeds;
  }

  /// Capable of everything.
  public static MisbehavingModel of(long seed) {
    return new MisbehavingModel(seed, List.of(Misdeed.values()));
  }

  public static MisbehavingModel only(Misdeed... misdeeds) {
    return new MisbehavingModel(1, List.of(misdeeds));
  }

  /// What it did so far, in order.
  public List<Misdeed> done() {
    return List.copyOf(done);
  }

  @Override
  public Reply reply(JsonNode request) {
    Misdeed misdeed = choose(request);
    done.add(misdeed);
    Prompt prompt = new Prompt(request);
    return switch (misdeed) {
      case PRICES_IN_TEXT -> spoken(request, "prices");
      case TOTAL_IN_TEXT -> spoken(request, "total");
      case PROMISES_REFUND -> spoken(request, "refund");
      case PROMISES_DISCOUNT -> spoken(request, "discount");
      case PROMISES_ALLERGEN_SAFETY -> spoken(request, "allergens");
      case GIVES_MEDICAL_ADVICE -> spoken(request, "medical");
      case SPEAKS_ANOTHER_LANGUAGE -> spoken(request, "language");
      case PUTS_LINKS -> spoken(request, "link");
      case PUTS_PHONE_NUMBERS -> spoken(request, "phone");
      case CLAIMS_CONFIRMATION -> spoken(request, "confirmed");
      case TELLS_OF_OTHERS -> spoken(request, "others");
      case INSULTS -> spoken(request, "abuse");
      case PLAYS_THE_SYSTEM -> spoken(request, "role");
      case HIDES_CONTROL_CHARACTERS -> spoken(request, "hidden");
      case WRITES_MARKUP -> spoken(request, "markdown");
      case LEAKS_THE_PROMPT -> Reply.text(prompt.system());
      case MEGABYTE_OF_TEXT -> Reply.text(megabyte());
      case EMPTY_CONTENT -> Reply.empty();
      case CALLS_IN_THE_TEXT -> Reply.text(inText(prompt));
      case UNKNOWN_TOOL -> Reply.tools(Reply.call("order_everything", "{}"));
      case CONFIRMS_OR_PLACES -> confirming();
      case CHANGES_PRICES_BY_TOOL ->
          Reply.tools(
              Reply.call("set_price", "{\"item_id\":\"*\",\"price\":0}"),
              Reply.call("apply_discount", "{\"percent\":100}"));
      case BROKEN_ARGUMENTS -> call(prompt, "{\"item_id\": \"");
      case TRAILING_ARGUMENTS -> call(prompt, cart(prompt) + " {\"qty\":9}");
      case WRONG_SHAPE -> call(prompt, wrongShape(prompt));
      case EXTRA_FIELDS ->
          call(prompt, cart(prompt).put("admin", true).put("role", "system").toString());
      case PRICE_FIELDS ->
          call(prompt, cart(prompt).put("price", 0).put("unit_price", "0.01").toString());
      case INVENTED_QUOTE -> call(prompt, with(prompt, "quote", bundle.text("quote")));
      case ITEM_OF_NOWHERE -> call(prompt, with(prompt, "item", "truffle_unicorn_9"));
      case LINE_OF_NOWHERE -> call(prompt, with(prompt, "line", "l999999"));
      case HUGE_QUANTITY -> call(prompt, with(prompt, "quantity", HUGE));
      case NEGATIVE_QUANTITY -> call(prompt, with(prompt, "quantity", -3L));
      case HUNDRED_CALLS -> hundred(prompt);
      case MEGABYTE_OF_ARGUMENTS -> call(prompt, with(prompt, "note", megabyte()));
      case LOOPS_FOR_EVER -> call(prompt, cart(prompt).toString());
    };
  }

  /// The same misdeed for all requests of a turn, so that a loop stays one.
  private Misdeed choose(JsonNode request) {
    StringBuilder turn = new StringBuilder();
    StringBuilder open = new StringBuilder();
    for (JsonNode message : request.path("messages")) {
      open.append(message);
      if (message.path("role").asText().equals("user")) {
        turn.append(open);
        open.setLength(0);
      }
    }
    int most = misdeeds.size() - 1;
    return misdeeds.get((int) dice.upTo(most, "misdeed", turn.toString()));
  }

  /// Does the honest work as well, so that the words are all that is wrong.
  private Reply spoken(JsonNode request, String key) {
    String words = bundle.text(key);
    return honest.reply(request) instanceof Reply.Said said && !said.calls().isEmpty()
        ? Reply.toolsAndText(words, said.calls().toArray(Reply.Call[]::new))
        : Reply.text(words);
  }

  private Reply confirming() {
    return Reply.toolsAndText(
        bundle.text("confirmed"),
        Reply.call("confirm_order", "{}"),
        Reply.call("place_order", "{\"confirmed\":true}"));
  }

  private String inText(Prompt prompt) {
    return "<tool_call>{\"name\":\""
        + tool(prompt)
        + "\",\"arguments\":"
        + cart(prompt)
        + "}</tool_call>\n```json\n"
        + cart(prompt)
        + "\n```";
  }

  private Reply call(Prompt prompt, String arguments) {
    return Reply.tools(Reply.call(tool(prompt), arguments));
  }

  private Reply hundred(Prompt prompt) {
    Reply.Call call = Reply.call(tool(prompt), cart(prompt).toString());
    return Reply.tools(Collections.nCopies(100, call).toArray(Reply.Call[]::new));
  }

  /// Prefers a tool that touches the cart.
  private static String tool(Prompt prompt) {
    List<String> names = new ArrayList<>(prompt.tools().keySet());
    return names.stream()
        .filter(CART::contains)
        .findFirst()
        .or(() -> names.stream().findFirst())
        .orElse("add_item");
  }

  /// Arguments that would be right.
  private ObjectNode cart(Prompt prompt) {
    JsonNode schema =
        prompt.tools().getOrDefault(tool(prompt), JsonNodeFactory.instance.objectNode());
    Map<String, Object> known = new HashMap<>();
    known.put("item", List.copyOf(prompt.menu().keySet()));
    known.put("line", List.copyOf(prompt.cart().keySet()));
    known.put("quantity", 1L);
    known.put("quote", prompt.words());
    prompt.messageOf(prompt.words()).ifPresent(id -> known.put("message", id));
    return new SchemaFill(known).object(schema);
  }

  /// Right but for one argument, also against the schema.
  private String with(Prompt prompt, String meaning, Object value) {
    ObjectNode arguments = cart(prompt);
    String property = meaning;
    for (var argument : arguments.properties()) {
      if (SchemaFill.meaning(argument.getKey()).equals(meaning)) {
        property = argument.getKey();
        break;
      }
    }
    return arguments.putPOJO(property, value).toString();
  }

  /// Numbers as words, words as lists, and the whole in a list.
  private String wrongShape(Prompt prompt) {
    ObjectNode wrong = JsonNodeFactory.instance.objectNode();
    for (var argument : cart(prompt).properties()) {
      if (argument.getValue().isNumber()) {
        wrong.put(argument.getKey(), "two");
      } else {
        wrong.putArray(argument.getKey()).addObject().set("value", argument.getValue());
      }
    }
    return wrong.toString();
  }

  private String megabyte() {
    String filler = bundle.text("filler");
    return filler.repeat(MEGABYTE / filler.length());
  }
}
