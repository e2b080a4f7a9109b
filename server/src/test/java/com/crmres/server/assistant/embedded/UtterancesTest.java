package com.crmres.server.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.assistant.Turn;
import com.crmres.server.language.Lexicon;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What customers say and how it is read: one line of `utterances.tsv` each.
class UtterancesTest {

  private static final EmbeddedMind MIND = new EmbeddedMind(Lexicon.load());

  @TestFactory
  Stream<DynamicTest> utterancesAreReadAsTheTableSays() throws IOException {
    return table()
        .map(line -> DynamicTest.dynamicTest(String.join(" | ", line), () -> check(line)));
  }

  private static void check(List<String> line) {
    assertThat(read(line.get(0), line.get(2))).isEqualTo(line.get(1));
  }

  static String read(String said, String situation) {
    Turn turn = turn(said, situation);
    return new Shown(turn.cart()).of(MIND.read(turn));
  }

  static Stream<List<String>> table() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(UtterancesTest.class.getResourceAsStream("utterances.tsv")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> (line + "\t\t").split("\t", -1))
          .map(parts -> List.of(parts[0], parts[1], parts[2]))
          .toList()
          .stream();
    }
  }

  static Turn turn(String said, String situation) {
    List<Turn.Said> messages =
        Stream.of(said.split("\\\\n"))
            .map(text ->
                new Turn.Said(TestMenu.id(text), (MessageContent) new MessageContent.Text(text)))
            .toList();
    return new Turn(
        TestMenu.id("conversation"),
        messages,
        TestMenu.menu(),
        cart(situation),
        pending(situation),
        null,
        0,
        List.of(
            new Turn.BranchName(TestMenu.OLAYA, List.of("فرع العليا", "Olaya branch")),
            new Turn.BranchName(TestMenu.YASMIN, List.of("فرع الياسمين", "Yasmin branch"))),
        TestMenu.HOUSE,
        past(situation));
  }

  /// A beef shawarma and two teas, in the order placed last and always; or nothing.
  private static Past past(String situation) {
    if (!situation.equals("past")) {
      return Past.NONE;
    }
    Past.PastOrder order =
        new Past.PastOrder(
            TestMenu.id("past order"),
            Instant.parse("2026-11-20T18:00:00Z"),
            List.of(
                new Past.PastOrder.Line(TestMenu.id("Beef shawarma"), 1, List.of()),
                new Past.PastOrder.Line(TestMenu.id("Tea"), 2, List.of())));
    return new Past(List.of(), null, List.of(order), order, List.of(), Past.FormOfAddress.UNKNOWN);
  }

  /// A chicken shawarma, two pepsi and a beef burger; or fries whose size is open.
  static Cart cart(String situation) {
    List<CartLine> lines =
        switch (situation) {
          case "confirm", "cart", "get", "branch", "place" ->
              List.of(line("Chicken shawarma", 1), line("Pepsi", 2), line("Beef burger", 1));
          case "size" -> List.of(line("Fries", 1));
          default -> List.of();
        };
    return new Cart(
        TestMenu.id("cart"), lines.isEmpty() ? 0 : 3, null, null, null, null, null, lines, null);
  }

  private static CartLine line(String english, int quantity) {
    return new CartLine(TestMenu.id("line " + english), TestMenu.id(english), quantity, List.of());
  }

  private static @Nullable PendingQuestion pending(String situation) {
    return switch (situation) {
      case "confirm" -> new PendingQuestion.ConfirmCart(TestMenu.id("cart"), 3);
      case "get" -> new PendingQuestion.HowToGet();
      case "branch" -> new PendingQuestion.WhichBranch();
      case "place" -> new PendingQuestion.WhereTo();
      case "size" ->
          new PendingQuestion.ChooseOption(
              TestMenu.id("line Fries"), TestMenu.id("Fries"), sizes("Fries"));
      case "which" ->
          new PendingQuestion.WhichItem(
              List.of(TestMenu.id("Chicken shawarma"), TestMenu.id("Beef shawarma")), 3, List.of());
      default -> null;
    };
  }

  private static UUID sizes(String english) {
    MenuItem item = TestMenu.named(english);
    return item.sizes().orElseThrow().id();
  }
}
