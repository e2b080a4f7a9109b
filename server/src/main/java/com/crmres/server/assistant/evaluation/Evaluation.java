package com.crmres.server.assistant.evaluation;

import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Turn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The bench's one door.
public final class Evaluation {

  private final Mind mind;
  private final Consumer<String> out;

  public Evaluation(Mind mind, Consumer<String> out) {
    this.mind = mind;
    this.out = out;
  }

  /// Replays what a folder holds.
  public int run(List<String> arguments) {
    try {
      int suite = arguments.indexOf("--suite");
      if (suite >= 0) {
        orders(Suite.read(Path.of(arguments.get(suite + 1))));
      }
      for (String kind : List.of("--intent", "--sentiment")) {
        int file = arguments.indexOf(kind);
        if (file >= 0) {
          labels(kind, Path.of(arguments.get(file + 1)));
        }
      }
      return 0;
    } catch (BadInput e) {
      e.faults().forEach(out);
      return 2;
    }
  }

  private void orders(Suite suite) {
    Map<String, int[]> by = new TreeMap<>();
    Player player = new Player(mind);
    List<Long> times = new ArrayList<>();
    for (Suite.Case one : suite.orders()) {
      SuiteMenu menu = suite.menu(one);
      Got got;
      Verdict verdict;
      try {
        Turn turn = new Scene(menu, one.about()).turn();
        got = player.play(menu, turn);
        verdict = Verdict.of(menu, one.about(), got);
      } catch (BadInput e) {
        throw new BadInput(one.at().fault(e.getMessage()));
      }
      times.add(got.nanoseconds());
      List<String> groups = new ArrayList<>(List.of("all", "dialect " + one.about().dialect()));
      groups.addAll(one.about().tags().stream().map(t -> "tag " + t).toList());
      groups.add("menu " + one.about().menu());
      for (String group : groups) {
        int[] n = by.computeIfAbsent(group, _ -> new int[2]);
        n[0]++;
        n[1] += verdict.exact() ? 1 : 0;
      }
      if (!verdict.exact()) {
        out.accept(
            one.about().id()
                + " "
                + verdict.faults()
                + "\n  said     "
                + one.about().said()
                + "\n  expected "
                + (one.about().expect().lines() == null
                    ? "-"
                    : Servings.of(menu, one.about().expect().lines()))
                + " ask="
                + one.about().expect().ask()
                + " unknown="
                + one.about().expect().unknown()
                + " proposes="
                + one.about().expect().proposes()
                + "\n  got      "
                + got.cart()
                + " ask="
                + got.asked()
                + " unknown="
                + got.unknown()
                + " proposes="
                + got.proposes()
                + (got.refused().isEmpty() ? "" : " refused=" + got.refused()));
      }
    }
    by.forEach((group, n) ->
        out.accept(
            String.format(
                "%-20s %4d of %4d exact  %5.1f %%", group, n[1], n[0], 100.0 * n[1] / n[0])));
    times.sort(null);
    if (!times.isEmpty()) {
      out.accept(
          String.format(
              "median %.2f ms, slowest %.2f ms",
              times.get(times.size() / 2) / 1e6, times.getLast() / 1e6));
    }
  }

  private void labels(String kind, Path file) {
    SuiteMenu menu =
        new SuiteMenu(
            new com.crmres.common.restaurant.LocalizedText("", ""),
            new com.crmres.server.menu.Menu(Scene.id("r"), Scene.id("b"), List.of()),
            Map.of());
    Map<String, int[]> by = new TreeMap<>();
    for (TextFile.Line line : TextFile.lines(file)) {
      String[] parts = line.text().split("\t", -1);
      if (parts.length < 2) {
        throw new BadInput(line.fault("no tab"));
      }
      Turn turn =
          Scene.turn(
              menu,
              List.of(parts[0].split(" *\\\\n *")),
              Scene.emptyCart(),
              null,
              com.crmres.server.assistant.Past.NONE);
      var reading = mind.read(turn);
      String got =
          kind.equals("--intent") ? reading.intent().wireName() : reading.sentiment().wireName();
      boolean right = got.equals(parts[1]);
      for (String group :
          List.of("all", "label " + parts[1], "dialect " + (parts.length > 2 ? parts[2] : "-"))) {
        int[] n = by.computeIfAbsent(group, _ -> new int[2]);
        n[0]++;
        n[1] += right ? 1 : 0;
      }
      if (!right) {
        out.accept(line.number() + " " + parts[0] + "\n  expected " + parts[1] + " got " + got);
      }
    }
    by.forEach((group, n) ->
        out.accept(
            String.format(
                "%-20s %4d of %4d right  %5.1f %%", group, n[1], n[0], 100.0 * n[1] / n[0])));
  }
}
