package com.crmres.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The promise that nothing is lost and nothing doubled, whatever is killed when.
class KillTrialTest {

  private static final long SEED = Long.getLong("crm.trial.seed", 20261123);

  @Test
  void nothingIsLostOrDoubledWhenTheServerIsKilledTwentyTimes() throws Exception {
    Verdict verdict = new Trial(new TrialPlan(SEED, 44, 20, 1), IO::println).run();

    IO.println(verdict.line());
    assertThat(verdict.faults()).as("%s %s", verdict.line(), verdict.faults()).isEmpty();
    assertThat(verdict.kills()).isGreaterThanOrEqualTo(20);
    assertThat(verdict.customers()).isGreaterThanOrEqualTo(40);
    assertThat(verdict.orders()).isGreaterThanOrEqualTo(20);
  }
}
