package com.crmres.server.assistant.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("expected", expected());
    json.put("found", found);
    json.put("wrong", wrong);
    json.put("missed", missed);
    json.put("precision", Figures.rounded(precision()));
    json.put("recall", Figures.rounded(recall()));
    json.put("f1", Figures.rounded(f1()));
    return json;
  }
}
