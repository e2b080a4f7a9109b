package com.crmres.server.assistant.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which label was read for which.
final class Confusion {

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

  void add(String expected, String got) {
    counts.computeIfAbsent(expected, _ -> new TreeMap<>()).merge(got, 1, Integer::sum);
  }

  int cases() {
    return counts.values().stream().flatMap(row -> row.values().stream()).mapToInt(n -> n).sum();
  }

  private int right() {
    return counts.keySet().stream().mapToInt(label -> count(label, label)).sum();
  }

  int count(String expected, String got) {
    return counts.getOrDefault(expected, Map.of()).getOrDefault(got, 0);
  }

  double accuracy() {
    return Figures.part(right(), cases());
  }

  /// The labels that were expected at all.
  Set<String> expected() {
    return counts.keySet();
  }

  private Set<String> labels() {
    Set<String> labels = new TreeSet<>(counts.keySet());
    counts.values().forEach(row -> labels.addAll(row.keySet()));
    return labels;
  }

  Tally tally(String label) {
    Tally tally = new Tally();
    counts.forEach((expected, row) ->
        row.forEach((got, count) -> {
          tally.found(expected.equals(label) && got.equals(label) ? count : 0);
          tally.missed(expected.equals(label) && !got.equals(label) ? count : 0);
          tally.wrong(!expected.equals(label) && got.equals(label) ? count : 0);
        }));
    return tally;
  }

  /// The mean F1 of the labels that were expected.
  double macroF1() {
    return expected().stream().mapToDouble(label -> tally(label).f1()).average().orElse(0);
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "accuracy %s   macro-F1 %s   of %d",
        Figures.percent(accuracy()),
        Figures.percent(macroF1()),
        cases());
  }

  /// Precision, recall and F1 of each label.
  List<String> labelLines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT, "  %-18s %6s %9s %9s %9s", "label", "cases", "precision", "recall", "F1"));
    for (String label : expected()) {
      Tally tally = tally(label);
      lines.add(
          String.format(Locale.ROOT, "  %-18s %6d %s", label, tally.expected(), tally.columns()));
    }
    return lines;
  }

  /// What was taken for what, the most frequent first.
  List<String> confusedLines() {
    record Mistake(String expected, String got, int count) {}
    return counts.entrySet().stream()
        .flatMap(row ->
            row.getValue().entrySet().stream()
                .map(cell -> new Mistake(row.getKey(), cell.getKey(), cell.getValue())))
        .filter(mistake -> !mistake.expected().equals(mistake.got()))
        .sorted((a, b) -> Integer.compare(b.count(), a.count()))
        .map(m ->
            String.format(Locale.ROOT, "  %4d × %s read as %s", m.count(), m.expected(), m.got()))
        .toList();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cases", cases());
    json.put("accuracy", Figures.rounded(accuracy()));
    json.put("macroF1", Figures.rounded(macroF1()));
    Map<String, Object> labels = new LinkedHashMap<>();
    labels().forEach(label -> labels.put(label, tally(label).json()));
    json.put("labels", labels);
    json.put("confusion", counts);
    return json;
  }
}
