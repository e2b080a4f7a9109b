package com.crmres.server.assistant.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a prompt and its models must reach before they may answer customers.
final class Gates {

  /// A model that did not answer was not measured.
  private static final double MOST_FALLEN_BACK = 0.05;

  private static final Map<String, Double> LEAST =
      Map.of("orders", 0.90, "intents", 0.95, "sentiments", 0.90, "handover", 0.95);

  private Gates() {}

  /// The gated parts that a report lacks: what was measured in part says nothing of the whole.
  static List<String> lacking(Report report) {
    Set<String> measured = reached(report).keySet();
    return LEAST.keySet().stream().filter(name -> !measured.contains(name)).sorted().toList();
  }

  /// What was reached, and which gates were missed.
  static Registrar.Result of(Report report) {
    Map<String, BigDecimal> figures = reached(report);
    List<String> missed = new ArrayList<>();
    figures.forEach((name, reached) -> {
      double least = LEAST.getOrDefault(name, 0.0);
      if (reached.doubleValue() < least) {
        missed.add(compared(name, reached.doubleValue(), "<", least));
      }
    });
    double fellBack = report.meter().fellBackPart();
    if (fellBack > MOST_FALLEN_BACK) {
      missed.add(compared("fellBack", fellBack, ">", MOST_FALLEN_BACK));
    }
    figures.put("fellBack", Figures.rounded(fellBack));
    figures.put("usdPerTurn", report.meter().dollarsPerTurn());
    return new Registrar.Result(figures, missed);
  }

  private static Map<String, BigDecimal> reached(Report report) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    for (Section section : report.sections()) {
      section
          .weightiest()
          .ifPresent(reached -> figures.put(section.name(), Figures.rounded(reached)));
    }
    return figures;
  }

  private static String compared(String name, double reached, String sign, double gate) {
    return String.format(Locale.ROOT, "%s %.4f %s %.2f", name, reached, sign, gate);
  }
}
