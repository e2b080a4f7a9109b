package com.crmres.bench.trial;

import java.util.List;
import java.util.Locale;

/// How a trial ended.
///
/// @param senders how many nodes sent anything
/// @param said messages of customers
/// @param stored those of them that the server has
/// @param answers messages that reached customers
/// @param held notices that the server would not send again because nobody knows whether they
///   arrived; it shows them to people
/// @param faults everything that was lost, doubled or left undone; empty if all is well
public record Verdict(
    TrialPlan plan,
    int kills,
    int senders,
    int customers,
    int said,
    int stored,
    int turns,
    int answers,
    int orders,
    int accepted,
    int held,
    List<String> faults) {

  public Verdict {
    faults = List.copyOf(faults);
  }

  public boolean isClean() {
    return faults.isEmpty();
  }

  /// The one line for people.
  public String line() {
    return String.format(
        Locale.ROOT,
        "%s seed=%d nodes=%d kills=%d customers=%d said=%d stored=%d turns=%d answers=%d orders=%d"
            + " accepted=%d held=%d faults=%d",
        isClean() ? "CLEAN" : "BROKEN",
        plan.seed(),
        plan.nodes(),
        kills,
        customers,
        said,
        stored,
        turns,
        answers,
        orders,
        accepted,
        held,
        faults.size());
  }
}
