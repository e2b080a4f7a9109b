package com.crmres.server.language.classifier;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much each feature counts while learning: more where it tells labels apart, more where it is
/// rare.
///
/// What stands in the texts of all labels alike then needs much more evidence to gain a weight than
/// what stands in those of one label only, so that a model leans less on chance.
final class Contrast {

  private final double onesided;
  private final double rare;

  /// @param onesided how much more features of one label count; 0 for not at all
  /// @param rare how much more rare features count; 0 for not at all
  Contrast(double onesided, double rare) {
    this.onesided = onesided;
    this.rare = rare;
  }

  /// The factors of the features named `keys`, on average 1 for a feature of a text.
  double[] of(List<Features> read, List<String> given, int[] keys) {
    Map<String, double[]> counts = counts(read, given, keys);
    Map<String, Integer> texts = new HashMap<>();
    given.forEach(label -> texts.merge(label, 1, Integer::sum));
    double[] all = new double[keys.length];
    counts.values().forEach(found -> Arrays.setAll(all, i -> all[i] + found[i]));
    double[] factors = new double[keys.length];
    double sum = 0;
    for (int i = 0; i < keys.length; i++) {
      factors[i] =
          Math.pow(unevenness(counts, texts, all[i], given.size(), i), onesided)
              * Math.pow(Math.log(1 + given.size() / (all[i] + 1)), rare);
      sum += factors[i] * all[i];
    }
    double mean = sum / Arrays.stream(all).sum();
    Arrays.setAll(factors, i -> factors[i] / mean);
    return factors;
  }

  private static Map<String, double[]> counts(List<Features> read, List<String> given, int[] keys) {
    Map<String, double[]> counts = new HashMap<>();
    for (int i = 0; i < read.size(); i++) {
      double[] found = counts.computeIfAbsent(given.get(i), _ -> new double[keys.length]);
      Features features = read.get(i);
      for (int j = 0; j < features.size(); j++) {
        int at = Arrays.binarySearch(keys, features.key(j));
        if (at >= 0) {
          found[at]++;
        }
      }
    }
    return counts;
  }

  /// The largest difference, as a logarithm, between how often a feature stands in the texts of a
  /// label and in those of the others.
  private static double unevenness(
      Map<String, double[]> counts, Map<String, Integer> texts, double all, int size, int at) {
    double most = 0;
    for (Map.Entry<String, double[]> label : counts.entrySet()) {
      int count = texts.getOrDefault(label.getKey(), 0);
      double found = label.getValue()[at];
      double share = (double) count / size;
      double here = (found + share) / (count + 2 * share);
      double there = (all - found + 1 - share) / (size - count + 2 * (1 - share));
      most = Math.max(most, Math.abs(Math.log(here / there)));
    }
    return most;
  }
}
