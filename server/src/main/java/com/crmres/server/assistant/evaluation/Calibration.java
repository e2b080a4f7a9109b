package com.crmres.server.assistant.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whether a mind is right as often as it says it is.
final class Calibration {

  private static final int BINS = 10;

  private final int[] counts = new int[BINS];
  private final int[] right = new int[BINS];
  private final double[] sums = new double[BINS];

  /// @param confidence 0 to 1; what lies outside counts as the end it lies beyond
  void add(double confidence, boolean isRight) {
    double bounded = Math.clamp(confidence, 0, 1);
    int bin = Math.min(BINS - 1, (int) (bounded * BINS));
    counts[bin]++;
    sums[bin] += bounded;
    right[bin] += isRight ? 1 : 0;
  }

  int count() {
    int all = 0;
    for (int count : counts) {
      all += count;
    }
    return all;
  }

  /// The expected calibration error: how far confidence and accuracy are apart, weighted by bins.
  double error() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      error += Math.abs(right[bin] - sums[bin]);
    }
    return count() == 0 ? 0 : error / count();
  }

  /// The bins that hold something.
  List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        bins.add(
            new Bin(
                (double) bin / BINS,
                (double) (bin + 1) / BINS,
                counts[bin],
                sums[bin] / counts[bin],
                Figures.part(right[bin], counts[bin])));
      }
    }
    return bins;
  }

  List<String> lines(String of) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "Calibration of %s: ECE %.3f", of, error()));
    lines.add(
        String.format(Locale.ROOT, "  %-12s %6s %12s %10s", "said", "cases", "mean said", "right"));
    bins()
        .forEach(bin ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "  %.1f to %.1f %8d %12.3f %10.3f",
                    bin.from(),
                    bin.to(),
                    bin.cases(),
                    bin.confidence(),
                    bin.accuracy())));
    return lines;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ece", Figures.rounded(error()));
    json.put("bins", bins().stream().map(Bin::json).toList());
    return json;
  }

  /// Cases of like confidence.
  record Bin(double from, double to, int cases, double confidence, double accuracy) {
    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("from", Figures.rounded(from));
      json.put("to", Figures.rounded(to));
      json.put("cases", cases);
      json.put("confidence", Figures.rounded(confidence));
      json.put("accuracy", Figures.rounded(accuracy));
      return json;
    }
  }
}
