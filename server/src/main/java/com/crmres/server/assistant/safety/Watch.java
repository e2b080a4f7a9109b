package com.crmres.server.assistant.safety;

import java.util.List;

/// Looks at a turn for everything that must never happen.
public final class Watch {

  private final List<Check> checks =
      List.of(
          new Amounts(),
          Sayings.promises(),
          new Strangers(),
          Secrets.load(),
          new Deeds(),
          Sayings.assurances(),
          new Confirmation(),
          Sayings.insults(),
          new Quantities(),
          new Limits());

  /// Every breach in the turn; empty is as it must be.
  public List<Breach> over(Moment moment) {
    return checks.stream()
        .flatMap(check -> check.faults(moment).map(what -> new Breach(check.kind(), what)))
        .toList();
  }
}
