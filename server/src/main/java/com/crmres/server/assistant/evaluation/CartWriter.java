package com.crmres.server.assistant.evaluation;

import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.wire.Json;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.menu.ModifierGroup.Kind;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.Evidence;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Reads utterances, one a line, and writes the cart that comes of each as one line of JSON.
final class CartWriter {

  private static final String INPUT = "standard input";

  private final SuiteMenu menu;
  private final OrderCase context;
  private final Meter meter;
  private final Player player;

  /// @param context what is in the cart and was asked before every utterance
  CartWriter(Mind mind, SuiteMenu menu, Optional<Path> context) {
    this.meter = new Meter(mind);
    this.player = new Player(meter);
    this.menu = menu;
    this.context = context.map(CartWriter::read).orElseGet(() -> parsed("{}", INPUT));
  }

  private static OrderCase read(Path file) {
    return parsed(TextFile.read(file), file.toString());
  }

  private static OrderCase parsed(String json, String source) {
    try {
      JsonNode node = Json.MAPPER.readTree(json);
      if (!(node instanceof ObjectNode object)) {
        throw new BadInput(source + ": not a JSON object with cart, pending, last_order or usual");
      }
      object.putObject("expect");
      return Json.MAPPER.treeToValue(object, OrderCase.class);
    } catch (JsonProcessingException e) {
      throw new BadInput(source + ": " + e.getOriginalMessage());
    }
  }

  /// @throws BadInput at the first line that is not UTF-8
  void write(InputStream utterances, Consumer<String> out) throws IOException {
    new Scene(menu, context).turn();
    InputStream input = new BufferedInputStream(utterances);
    int number = 0;
    for (Optional<byte[]> line = next(input); line.isPresent(); line = next(input)) {
      number++;
      out.accept(Json.write(answer(text(line.get(), number))));
    }
  }

  private static Optional<byte[]> next(InputStream input) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = input.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = input.read();
    }
    return Optional.of(line.toByteArray());
  }

  private static String text(byte[] bytes, int number) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return (number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text).stripTrailing();
    } catch (CharacterCodingException _) {
      throw new BadInput(INPUT + ":" + number + ": not UTF-8");
    }
  }

  private Map<String, Object> answer(String utterance) {
    if (utterance.isBlank()) {
      return nothing(utterance);
    }
    List<String> said = LabelledText.messages(utterance);
    Turn turn = new Scene(menu, context).turn(said);
    Got got = player.play(menu, turn);
    Reading reading = got.reading();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("utterance", utterance);
    answer.put("cart", lines(got.after()));
    answer.put("ask", new TreeSet<>(got.asked()));
    answer.put("askQuantity", got.askedQuantity());
    answer.put("unknown", got.unknown());
    answer.put("proposals", new TreeSet<>(got.proposes()));
    answer.put("intent", reading.intent());
    answer.put("sentiment", reading.sentiment());
    answer.put("confidence", Figures.rounded(reading.confidence()));
    answer.put("language", reading.language());
    answer.put("dialect", reading.dialect());
    answer.put("milliseconds", Figures.rounded(meter.lastMilliseconds()));
    return answer;
  }

  private static Map<String, Object> nothing(String utterance) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("utterance", utterance);
    for (String list : List.of("cart", "ask", "unknown", "proposals")) {
      answer.put(list, List.of());
    }
    answer.put("askQuantity", false);
    answer.put("intent", Intent.UNKNOWN);
    answer.put("sentiment", Sentiment.NEUTRAL);
    answer.put("confidence", 0);
    answer.put("language", null);
    answer.put("dialect", null);
    answer.put("milliseconds", 0);
    return answer;
  }

  private List<Map<String, Object>> lines(Cart cart) {
    return cart.lines().stream().map(this::line).toList();
  }

  private Map<String, Object> line(CartLine line) {
    List<SuiteMenu.Choice> choices =
        menu.menu()
            .item(line.itemId())
            .map(item -> menu.choices(item, line.optionIds()))
            .orElse(List.of());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("item", menu.key(line.itemId()));
    json.put("quantity", line.quantity());
    json.put("options", written(choices, false));
    json.put(
        "without",
        written(choices, true).stream()
            .map(name -> name.substring(name.indexOf(':') + 1))
            .toList());
    json.put("person", line.person());
    json.put("note", line.note());
    Evidence evidence = line.evidence();
    json.put("words", evidence == null ? null : evidence.words());
    json.put("from", evidence == null ? null : evidence.from());
    json.put("to", evidence == null ? null : evidence.to());
    return json;
  }

  private static List<String> written(List<SuiteMenu.Choice> choices, boolean without) {
    return choices.stream()
        .filter(choice -> (choice.kind() == Kind.REMOVE) == without)
        .map(SuiteMenu.Choice::written)
        .toList();
  }
}
