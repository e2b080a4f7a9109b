package com.crmres.server.assistant.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How well orders were read: as a whole, part by part, and by split, dialect, menu and tag.
final class OrderSection implements Section {

  private final OrderScores all = new OrderScores();
  private final Map<String, Map<String, OrderScores>> groups = new LinkedHashMap<>();
  private final Calibration calibration = new Calibration();
  private final List<Failure> failures = new ArrayList<>();

  OrderSection() {
    List.of("split", "dialect", "menu", "tag").forEach(by -> groups.put(by, new TreeMap<>()));
  }

  void add(Suite.Case<OrderCase> one, Got got) {
    SuiteMenu menu = one.menu();
    OrderCase about = one.about();
    Verdict verdict = Verdict.of(menu, about, got);
    all.add(menu, about, got, verdict);
    scores("split", one.split().folder()).add(menu, about, got, verdict);
    scores("dialect", about.dialect()).add(menu, about, got, verdict);
    scores("menu", about.menu()).add(menu, about, got, verdict);
    about.tags().forEach(tag -> scores("tag", tag).add(menu, about, got, verdict));
    calibration.add(got.reading().confidence(), verdict.exact());
    if (!verdict.exact()) {
      failures.add(Failure.of(menu, about, got, verdict));
    }
  }

  private OrderScores scores(String by, String group) {
    return groups.getOrDefault(by, Map.of()).computeIfAbsent(group, _ -> new OrderScores());
  }

  boolean isEmpty() {
    return all.cases() == 0;
  }

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public String title() {
    return String.format(
        Locale.ROOT,
        "Orders: exact match %s   (%d of %d)   cart alone %s",
        Figures.percent(all.exactPart()),
        all.exact(),
        all.cases(),
        Figures.percent(all.cartPart()));
  }

  @Override
  public Optional<Double> weightiest() {
    return Optional.of(all.exactPart());
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "  %-10s %9s %9s %9s %9s",
            "slot",
            "expected",
            "precision",
            "recall",
            "F1"));
    for (Slot slot : Slot.values()) {
      Tally tally = all.slot(slot);
      lines.add(
          String.format(
              Locale.ROOT, "  %-10s %9d %s", slot.label(), tally.expected(), tally.columns()));
    }
    groups.forEach((by, scores) -> lines.addAll(table(by, scores)));
    lines.add("");
    lines.addAll(calibration.lines("orders (right = exact match)"));
    return lines;
  }

  /// A line a group: how many are exact, and the F1 of each slot that occurs in it.
  private static List<String> table(String by, Map<String, OrderScores> scores) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    StringBuilder head =
        new StringBuilder(String.format(Locale.ROOT, "  %-14s %5s %8s", by, "cases", "exact"));
    for (Slot slot : Slot.values()) {
      head.append(String.format(Locale.ROOT, " %8s", slot.label()));
    }
    lines.add(head.toString());
    scores.forEach((group, score) -> lines.add(row(group, score)));
    return lines;
  }

  private static String row(String group, OrderScores score) {
    StringBuilder row =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "  %-14s %5d %8s",
                group,
                score.cases(),
                Figures.percent(score.exactPart())));
    for (Slot slot : Slot.values()) {
      Tally tally = score.slot(slot);
      row.append(tally.isEmpty() ? "        ·" : " " + " " + Figures.percent(tally.f1()));
    }
    return row.toString();
  }

  @Override
  public List<String> failures() {
    return failures.stream().map(Failure::text).toList();
  }

  @Override
  public Object json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("all", all.json());
    groups.forEach((by, scores) -> {
      Map<String, Object> table = new LinkedHashMap<>();
      scores.forEach((group, score) -> table.put(group, score.json()));
      json.put("by" + Character.toUpperCase(by.charAt(0)) + by.substring(1), table);
    });
    json.put("calibration", calibration.json());
    json.put("failures", failures);
    return json;
  }

  /// A case that was not read as it must be.
  ///
  /// @param wrong which parts of it
  record Failure(
      String id,
      String dialect,
      List<String> tags,
      List<String> wrong,
      List<String> said,
      String before,
      String expected,
      String got) {
    Failure {
      tags = List.copyOf(tags);
      wrong = List.copyOf(wrong);
      said = List.copyOf(said);
    }

    static Failure of(SuiteMenu menu, OrderCase about, Got got, Verdict verdict) {
      return new Failure(
          about.id(),
          about.dialect(),
          about.tags(),
          verdict.faults(),
          about.said(),
          Outcome.before(menu, about),
          Outcome.expected(menu, about),
          Outcome.of(got));
    }

    String text() {
      return id
          + "  wrong: "
          + String.join(", ", wrong)
          + (before.isEmpty() ? "" : "\n    before    " + before)
          + "\n    said      "
          + String.join(" ⏎ ", said).replace("\n", " ⏎ ")
          + "\n    expected  "
          + expected
          + "\n    got       "
          + got;
    }
  }
}
