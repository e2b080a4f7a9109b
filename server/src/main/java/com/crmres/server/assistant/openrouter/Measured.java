package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which prompts and models the bench has measured: those that ship with the server, and those that
/// were measured here.
public final class Measured {

  private static final String SHIPPED = "/assistant/prompts/measured.json";

  private final List<Run> runs = new ArrayList<>();

  /// A file of measurements.
  public record Register(List<Run> measured) {
    public Register {
      measured = List.copyOf(measured);
    }
  }

  /// One measurement.
  ///
  /// @param prompt its version
  /// @param models the chain, in its order
  /// @param at when
  /// @param passed whether it reached what must be reached
  /// @param figures what it reached, by name
  /// @param missed what it did not reach, in words
  public record Run(
      String prompt,
      List<String> models,
      Instant at,
      boolean passed,
      Map<String, BigDecimal> figures,
      List<String> missed) {
    public Run {
      models = List.copyOf(models);
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
      missed = List.copyOf(missed);
    }

    boolean isOf(String version, List<String> chain) {
      return prompt.equals(version) && models.equals(chain);
    }
  }

  private Measured() {}

  /// Reads the registers.
  ///
  /// @param here the register of this installation; it need not exist
  public static Measured load(@Nullable Path here) {
    Measured measured = new Measured();
    try (InputStream in =
        Objects.requireNonNull(Measured.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      measured.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      if (here != null && Files.isRegularFile(here)) {
        measured.add(Files.readString(here));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read what was measured", e);
    }
    return measured;
  }

  private void add(String json) {
    runs.addAll(Json.read(json, Register.class).measured());
  }

  /// Writes one more measurement into a register, which begins with it if there is none.
  public static void enter(Path file, Run run) {
    try {
      List<Run> all = new ArrayList<>();
      if (Files.isRegularFile(file)) {
        all.addAll(Json.read(Files.readString(file), Register.class).measured());
      }
      all.add(run);
      Path whole = file.toAbsolutePath();
      Files.createDirectories(whole.getParent());
      Path draft = whole.resolveSibling(whole.getFileName() + ".new");
      Files.writeString(
          draft,
          Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(new Register(all))
              + "\n");
      Files.move(draft, whole, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  /// Whether the latest measurement of this prompt with these models was passed.
  boolean knows(String prompt, List<String> models) {
    return runs.stream()
        .filter(run -> run.isOf(prompt, models))
        .reduce((_, later) -> later)
        .map(Run::passed)
        .orElse(false);
  }
}
