package com.crmres.server.assistant.evaluation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Counts what was found, what was found wrongly and what was missed.
final class Tally {

  private int found;
  private int wrong;
  private int missed;

  void found(int count) {
    found += count;
  }

  void wrong(int count) {
    wrong += count;
  }

  void missed(int count) {
    missed += count;
  }

  /// Compares two sets.
  void compare(Set<String> expected, Set<String> got) {
    int both = (int) expected.stream().filter(got::contains).count();
    found(both);
    missed(expected.size() - both);
    wrong(got.size() - both);
  }

  /// Whether there was anything to find, or anything was said to be found.
  boolean isEmpty() {
    return found + wrong + missed == 0;
  }

  int expected() {
    return found + missed;
  }

  int found() {
    return found;
  }

  int wrong() {
    return wrong;
  }

  int missed() {
    return missed;
  }

  /// Of what was said to be found, the part that was there; 1 if nothing was said.
  double precision() {
    return found + wrong == 0 ? 1 : (double) found / (found + wrong);
  }

  /// Of what was there, the part that was found; 1 if there was nothing.
  double recall() {
    return found + missed == 0 ? 1 : (double) found / (found + missed);
  }

  /// The harmonic mean of both; 0 if nothing right was found.
  double f1() {
    int all = 2 * found + wrong + missed;
    return all == 0 ? 1 : 2.0 * found / all;
  }

  /// Precision, recall and F1 as columns; what cannot be said is a dot.
  String columns() {
    return String.format(
        Locale.ROOT,
        "%9s %9s %9s",
        found + wrong == 0 ? "·" : Figures.percent(precision()),
        found + missed == 0 ? "·" : Figures.percent(recall()),
        isEmpty() ? "·" : Figures.percent(f1()));
  }

  /// What cannot be said is null.
  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("expected", expected());
    json.put("found", found);
    json.put("wrong", wrong);
    json.put("missed", missed);
    json.put("precision", found + wrong == 0 ? null : Figures.rounded(precision()));
    json.put("recall", found + missed == 0 ? null : Figures.rounded(recall()));
    json.put("f1", isEmpty() ? null : Figures.rounded(f1()));
    return json;
  }
}
