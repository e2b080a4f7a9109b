package com.crmres.server.language.classifier;

import java.util.List;

/// Makes probabilities tell the truth about themselves, on texts that the model did not learn.
final class Calibration {

  private static final int BINS = 10;

  private Calibration() {}

  /// The temperature under which the right labels are likeliest.
  static double temperature(LinearModel model, List<Features> read, List<String> right) {
    double best = 1;
    double least = Double.MAX_VALUE;
    for (double temperature = 0.2; temperature < 4; temperature *= 1.04) {
      double loss = loss(model, read, right, temperature);
      if (loss < least) {
        least = loss;
        best = temperature;
      }
    }
    return best;
  }

  private static double loss(
      LinearModel model, List<Features> read, List<String> right, double temperature) {
    double loss = 0;
    for (int i = 0; i < read.size(); i++) {
      double[] likely = LinearModel.probabilities(model.sums(read.get(i)), temperature);
      loss -= Math.log(Math.max(1e-9, likely[model.labels().indexOf(right.get(i))]));
    }
    return loss;
  }

  /// How far confidence and the share of right judgements lie apart on average.
  static double expectedError(List<Judgement> judgements, List<String> right) {
    double[] confidence = new double[BINS];
    double[] hits = new double[BINS];
    for (int i = 0; i < right.size(); i++) {
      Judgement judgement = judgements.get(i);
      int bin = Math.min(BINS - 1, (int) (judgement.confidence() * BINS));
      confidence[bin] += judgement.confidence();
      hits[bin] += judgement.label().equals(right.get(i)) ? 1 : 0;
    }
    double apart = 0;
    for (int bin = 0; bin < BINS; bin++) {
      apart += Math.abs(confidence[bin] - hits[bin]);
    }
    return apart / right.size();
  }
}
