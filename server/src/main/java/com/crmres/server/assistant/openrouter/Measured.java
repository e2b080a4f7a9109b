package com.crmres.server.assistant.openrouter;

import com.crmres.common.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  /// @param at when, for people
  /// @param note what came of it, for people
  public record Run(
      String prompt, List<String> models, @Nullable String at, @Nullable String note) {
    public Run {
      models = List.copyOf(models);
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

  boolean knows(String prompt, List<String> models) {
    return runs.stream()
        .anyMatch(run -> run.prompt().equals(prompt) && run.models().equals(models));
  }
}
