package com.crmres.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Two servers on one database share the work, and neither doubles what the other does.
class TwoNodesTest {

  @Test
  void twoServersShareTheWorkWithoutDoublingAnything() throws Exception {
    Verdict verdict = new Trial(new TrialPlan(7, 24, 0, 2), IO::println).run();

    IO.println(verdict.line());
    assertThat(verdict.faults()).as("%s %s", verdict.line(), verdict.faults()).isEmpty();
    assertThat(verdict.senders()).isEqualTo(2);
  }
}
