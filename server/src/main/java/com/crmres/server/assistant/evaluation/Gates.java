package com.crmres.server.assistant.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a prompt and its models must reach before they may answer customers.
final class Gates {

  /// A model that did not answer was not measured.
  private static final double MOST_FALLEN_BACK = 0.05;

  private static final Map<String, Double> LEAST =
      Map.of("orders", 0.90, "intents", 0.90, "sentiments", 0.85, "handover", 0.95);

  private Gates() {}

  /// What was reached, and which gates were missed.
  static Registrar.Result of(Report report) {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    List<String> missed = new ArrayList<>();
    for (Section section : report.sections()) {
      section
          .weightiest()
          .ifPresent(reached -> figures.put(section.name(), Figures.rounded(reached)));
    }
    LEAST.keySet().stream()
        .sorted()
        .forEach(name -> {
          BigDecimal reached = figures.get(name);
          if (reached == null) {
            missed.add(name + " not measured");
          } else if (reached.doubleValue() < LEAST.get(name)) {
            missed.add(compared(name, reached.doubleValue(), "<", LEAST.get(name)));
          }
        });
    double fellBack = report.meter().fellBackPart();
    figures.put("fellBack", Figures.rounded(fellBack));
    figures.put("usdPerTurn", report.meter().dollarsPerTurn());
    if (fellBack > MOST_FALLEN_BACK) {
      missed.add(compared("fellBack", fellBack, ">", MOST_FALLEN_BACK));
    }
    return new Registrar.Result(figures, missed);
  }

  private static String compared(String name, double reached, String sign, double gate) {
    return String.format(Locale.ROOT, "%s %.4f %s %.2f", name, reached, sign, gate);
  }
}
