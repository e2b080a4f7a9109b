package com.crmres.bench.mind;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import com.crmres.common.wire.Json;
import com.crmres.server.assistant.House;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Turn;
import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.language.Lexicon;
import com.crmres.server.menu.Menu;
import com.crmres.server.ordering.cart.Cart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Measures how long a turn is read on menus of a hundred, three hundred and a thousand dishes in
/// one run, and compares them.
public final class MindBench {

  private static final List<Integer> KINDS = List.of(1, 3, 10);
  private static final int ROUNDS = 60;
  private static final int WARM_UPS = 15;

  static final List<String> SAID =
      List.of(
          "two large Napoli chicken pizzas without onion and a Tokyo beef burger",
          "ابغى ٢ بيتزا دجاج نابولي كبير بدون بصل و برجر لحم طوكيو",
          "can i get a mediun beirut chiken sandwhich with no pickels and three cairo mango juices",
          "السلام عليكم ممكن شوربة فطر مدريد وسلطة خضار اثينا لو سمحت",
          "abi 2 burger la7am tokyo w 3aseer mango",
          "what time do you close today?",
          "شكرا ما قصرتوا",
          "one quattro formaggi something and fries please",
          "بيتزاا روبياان حار جده بدون طماطم وزود جبن",
          "give me 5 jeddah spicy shrimp wraps, 2 with no tomato and 3 with no onion");

  private final boolean json;

  public MindBench(boolean json) {
    this.json = json;
  }

  /// What was measured on one menu, in milliseconds.
  ///
  /// @param first the first turn, in which the menu is got ready
  /// @param ratio of the median to the smallest menu's
  private record Figures(
      int dishes, double first, double median, double p95, double slowest, double ratio) {}

  /// Measures and prints.
  public void run() {
    List<Figures> all = new ArrayList<>();
    for (int kinds : KINDS) {
      all.add(measure(kinds, all));
    }
    if (json) {
      IO.println(Json.write(all));
      return;
    }
    all.forEach(figures ->
        IO.println(
            String.format(
                Locale.ROOT,
                "%,6d dishes: median %.2f ms, p95 %.2f ms, slowest %.1f ms; first turn %.0f ms;"
                    + " %.1f times the smallest menu's median",
                figures.dishes(),
                figures.median(),
                figures.p95(),
                figures.slowest(),
                figures.first(),
                figures.ratio())));
  }

  private static Figures measure(int kinds, List<Figures> before) {
    EmbeddedMind mind = new EmbeddedMind(Lexicon.load());
    Menu menu = LargeMenu.of(kinds);
    double first = milliseconds(mind, turn(menu, SAID.getFirst()));
    List<Double> times = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (String said : SAID) {
        // Another word each time, so that nothing is remembered word for word.
        double time = milliseconds(mind, turn(menu, said + " q" + round + "zx"));
        if (round >= WARM_UPS) {
          times.add(time);
        }
      }
    }
    Collections.sort(times);
    double median = times.get(times.size() / 2);
    double smallest = before.isEmpty() ? median : before.getFirst().median();
    return new Figures(
        (int) menu.items().count(),
        first,
        median,
        times.get(times.size() * 95 / 100),
        times.getLast(),
        median / smallest);
  }

  private static double milliseconds(EmbeddedMind mind, Turn turn) {
    long start = System.nanoTime();
    mind.read(turn);
    return (System.nanoTime() - start) / 1e6;
  }

  static Turn turn(Menu menu, String said) {
    return new Turn(
        id("conversation"),
        List.of(new Turn.Said(id(said), new MessageContent.Text(said))),
        menu,
        new Cart(id("cart"), 0, null, null, null, null, null, List.of(), null),
        null,
        null,
        0,
        List.of(),
        new House(new LocalizedText("النور", "Noor"), Personality.CASUAL, List.of()),
        Past.NONE);
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
