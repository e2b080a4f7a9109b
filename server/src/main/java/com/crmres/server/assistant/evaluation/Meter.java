package com.crmres.server.assistant.evaluation;

import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.assistant.Work;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Measures how long a mind takes for each turn, and what that costs.
final class Meter implements Mind {

  private static final double NANOSECONDS = 1e6;
  private static final double MICRO = 1e6;
  private static final int DOLLAR_PLACES = 6;

  private final Mind mind;
  private final Set<String> names = new TreeSet<>();
  private final List<Long> times = new ArrayList<>();
  private long microDollars;
  private long promptTokens;
  private long completionTokens;
  private int fellBack;
  private boolean estimated;

  Meter(Mind mind) {
    this.mind = mind;
  }

  @Override
  public Reading read(Turn turn) {
    long began = System.nanoTime();
    Reading reading = mind.read(turn);
    times.add(System.nanoTime() - began);
    Work work = reading.work();
    names.add(work.mind());
    microDollars += work.microDollars();
    promptTokens += work.promptTokens();
    completionTokens += work.completionTokens();
    fellBack += work.fellBack() == null ? 0 : 1;
    estimated |= work.estimated();
    return reading;
  }

  /// Who read, by the names that minds give themselves.
  String names() {
    return String.join(", ", names);
  }

  int turns() {
    return times.size();
  }

  /// Of how many turns a model was to read, and did not.
  double fellBackPart() {
    return Figures.part(fellBack, turns());
  }

  BigDecimal dollarsPerTurn() {
    return BigDecimal.valueOf(microDollars, DOLLAR_PLACES)
        .divide(BigDecimal.valueOf(turns()), DOLLAR_PLACES, RoundingMode.HALF_UP);
  }

  /// How long the last turn took.
  double lastMilliseconds() {
    return times.getLast() / NANOSECONDS;
  }

  /// The time within which this part of the turns was read, by the nearest rank.
  double milliseconds(double part) {
    List<Long> sorted = times.stream().sorted().toList();
    int rank = Math.max(1, (int) Math.ceil(part * sorted.size()));
    return sorted.get(rank - 1) / NANOSECONDS;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d turns: median %.2f ms, p95 %.2f ms, p99 %.2f ms, slowest %.1f ms",
            turns(),
            milliseconds(0.5),
            milliseconds(0.95),
            milliseconds(0.99),
            milliseconds(1)));
    lines.add(
        String.format(
            Locale.ROOT,
            "Cost: %.6f USD%s, %.6f a turn; %d + %d tokens; %d turns fell back to the embedded mind",
            microDollars / MICRO,
            estimated ? " (partly estimated)" : "",
            microDollars / MICRO / turns(),
            promptTokens,
            completionTokens,
            fellBack));
    return lines;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("turns", turns());
    json.put("medianMilliseconds", Figures.rounded(milliseconds(0.5)));
    json.put("p95Milliseconds", Figures.rounded(milliseconds(0.95)));
    json.put("p99Milliseconds", Figures.rounded(milliseconds(0.99)));
    json.put("slowestMilliseconds", Figures.rounded(milliseconds(1)));
    json.put("microDollars", microDollars);
    json.put("microDollarsPerTurn", Figures.rounded((double) microDollars / turns()));
    json.put("promptTokens", promptTokens);
    json.put("completionTokens", completionTokens);
    json.put("fellBack", fellBack);
    json.put("costEstimated", estimated);
    return json;
  }
}
