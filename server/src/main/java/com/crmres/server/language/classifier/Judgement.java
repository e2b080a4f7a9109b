package com.crmres.server.language.classifier;

import java.util.List;

/// What a classifier holds a text to be, and how sure it is.
///
/// @param confidence of the label, calibrated: of the judgements of 0.8, four in five are right
/// @param ranking all labels, the likeliest first
public record Judgement(String label, double confidence, List<Ranked> ranking) {

  public Judgement {
    ranking = List.copyOf(ranking);
  }

  /// A label with the probability that it is the right one.
  public record Ranked(String label, double probability) {}

  static Judgement of(List<Ranked> ranking) {
    Ranked first = ranking.getFirst();
    return new Judgement(first.label(), first.probability(), ranking);
  }

  /// The probability of a label; zero if the classifier does not know it.
  public double probability(String wanted) {
    return ranking.stream()
        .filter(ranked -> ranked.label().equals(wanted))
        .mapToDouble(Ranked::probability)
        .findFirst()
        .orElse(0);
  }
}
