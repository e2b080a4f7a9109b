package com.crmres.server.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.assistant.Past.FormOfAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTest {

  private static final Instant THEN = Instant.parse("2026-11-22T18:00:00Z");

  @Test
  void tellsOnlyWhatHappenedBeforeAMoment() {
    Running running =
        Running.EMPTY
            .with(THEN, FormOfAddress.UNKNOWN, List.of("asked about hours"))
            .with(THEN.plusSeconds(60), FormOfAddress.UNKNOWN, List.of("confirmed the order"));

    assertThat(running.before(THEN.plusSeconds(30))).contains("asked about hours");
    assertThat(running.before(THEN.plusSeconds(90)))
        .contains("asked about hours; confirmed the order");
    assertThat(running.before(THEN)).isEmpty();
  }

  @Test
  void theSameAgainIsCountedAndNotRepeated() {
    Running running = Running.EMPTY;
    for (int i = 0; i < 3; i++) {
      running = running.with(THEN, FormOfAddress.UNKNOWN, List.of("asked for prices"));
    }

    assertThat(running.before(THEN.plusSeconds(1))).contains("asked for prices (3 times)");
  }

  @Test
  void neverGrowsBeyondItsLengthAndKeepsTheNewest() {
    Running running = Running.EMPTY;
    for (int i = 0; i < 200; i++) {
      running =
          running.with(THEN, FormOfAddress.UNKNOWN, List.of("asked for what we do not sell: " + i));
    }

    assertThat(running.events()).hasSize(40);
    assertThat(running.before(THEN.plusSeconds(1)).orElseThrow())
        .hasSizeLessThanOrEqualTo(600)
        .endsWith("199");
  }

  @Test
  void howHeSpeaksOfHimselfOutlastsTheWordsThatShowedIt() {
    Running running =
        Running.EMPTY
            .with(THEN, FormOfAddress.FEMININE, List.of())
            .with(THEN, FormOfAddress.UNKNOWN, List.of("looked at the menu"));

    assertThat(running.address()).isEqualTo(FormOfAddress.FEMININE);
  }
}
