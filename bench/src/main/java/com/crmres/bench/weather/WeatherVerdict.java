package com.crmres.bench.weather;

import java.util.List;
import java.util.Locale;

/// How an evening in the worst weather ended.
///
/// @param said messages of customers
/// @param stored those of them that the server has
/// @param posts deliveries made, with repetitions
/// @param overtaken messages that arrived after a later one of the same customer
/// @param sent messages of ours that reached customers
/// @param refused how often a send was refused
/// @param unanswered sends that arrived and whose answer did not
/// @param seconds how long it took until nothing was under way
/// @param faults everything lost, doubled, left undone or out of order; empty if all is well
public record WeatherVerdict(
    WeatherPlan plan,
    int said,
    int stored,
    long posts,
    int overtaken,
    int sent,
    int refused,
    int unanswered,
    long seconds,
    List<String> faults) {

  public WeatherVerdict {
    faults = List.copyOf(faults);
  }

  public boolean isClean() {
    return faults.isEmpty();
  }

  /// The one line for people.
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s seed=%d customers=%d said=%d stored=%d posts=%d overtaken=%d sent=%d refused=%d"
            + " unanswered=%d seconds=%d faults=%d",
        isClean() ? "CLEAN" : "BROKEN",
        plan.seed(),
        plan.customers(),
        said,
        stored,
        posts,
        overtaken,
        sent,
        refused,
        unanswered,
        seconds,
        faults.size());
  }
}
