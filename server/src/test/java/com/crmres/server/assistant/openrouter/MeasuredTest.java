package com.crmres.server.assistant.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredTest {

  private static final List<String> CHAIN = List.of("google/a", "openai/b");

  @TempDir Path folder;

  private Path register() {
    return folder.resolve("assistant/measured.json");
  }

  private void enter(String prompt, List<String> models, boolean passed) {
    Measured.enter(
        register(),
        new Measured.Run(
            prompt,
            models,
            Instant.parse("2026-11-23T10:00:00Z"),
            passed,
            Map.of("orders", new BigDecimal("0.9412")),
            passed ? List.of() : List.of("orders 0.9412 < 0.95")));
  }

  @Test
  void knowsThePromptAndTheModelsThatPassed() {
    enter("desk-1-a", CHAIN, true);
    enter("desk-2-b", CHAIN, false);

    Measured measured = Measured.load(register());

    assertThat(measured.knows("desk-1-a", CHAIN)).isTrue();
    assertThat(measured.knows("desk-1-a", CHAIN.reversed())).isFalse();
    assertThat(measured.knows("desk-2-b", CHAIN)).isFalse();
    assertThat(measured.knows("desk-3-c", CHAIN)).isFalse();
  }

  @Test
  void theLatestMeasurementCounts() {
    enter("desk-1-a", CHAIN, true);
    enter("desk-1-a", CHAIN, false);
    assertThat(Measured.load(register()).knows("desk-1-a", CHAIN)).isFalse();

    enter("desk-1-a", CHAIN, true);
    assertThat(Measured.load(register()).knows("desk-1-a", CHAIN)).isTrue();
  }

  @Test
  void withoutARegisterOnlyWhatIsShippedIsKnown() {
    assertThat(Measured.load(register()).knows("desk-1-a", CHAIN)).isFalse();
  }
}
