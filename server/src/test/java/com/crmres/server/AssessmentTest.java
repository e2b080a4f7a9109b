package com.crmres.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The bench as the launcher starts it: a program of its own, with the shipped menus.
class AssessmentTest {

  @TempDir Path folder;

  @Test
  void utterancesGoInAndCartsComeOut() throws IOException, InterruptedException {
    Path menu = folder.resolve("menu.json");
    try (InputStream shipped =
        AssessmentTest.class.getResourceAsStream("/suites/menus/shawarma.json")) {
      Files.copy(Objects.requireNonNull(shipped), menu);
    }
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Assessment.class.getName(),
                "--parse",
                "--menu",
                menu.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var input = program.outputWriter(StandardCharsets.UTF_8)) {
      input.write("ابغى ثنتين شاورما دجاج بدون ثوم\n\n");
    }

    List<String> lines = program.inputReader(StandardCharsets.UTF_8).lines().toList();

    assertThat(program.waitFor()).isZero();
    assertThat(lines).hasSize(2);
    JsonNode line = Json.MAPPER.readTree(lines.getFirst()).at("/cart/0");
    assertThat(line.path("item").asText()).isEqualTo("chicken_shawarma");
    assertThat(line.path("quantity").asInt()).isEqualTo(2);
    assertThat(line.at("/without/0").asText()).isEqualTo("garlic");
    assertThat(line.path("words").asText()).contains("شاورما دجاج");
  }
}
