package com.crmres.bench.orders;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// SQL in named steps, run one after the other on one connection.
final class Script {

  private static final String STEP = "-- step: ";

  private final List<Step> steps;

  private Script(List<Step> steps) {
    this.steps = steps;
  }

  /// Some statements with a name.
  private record Step(String name, String sql) {}

  /// Reads it from beside this class.
  ///
  /// @param values what stands for each `${name}`
  static Script read(String file, Map<String, String> values) {
    String text = text(file);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return new Script(Arrays.stream(text.split(STEP, -1)).skip(1).map(Script::step).toList());
  }

  private static String text(String file) {
    try (InputStream stream = Script.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalArgumentException("missing: " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static Step step(String text) {
    int end = text.indexOf('\n');
    return new Step(text.substring(0, end), text.substring(end + 1));
  }

  /// Runs all of it.
  ///
  /// @param done told of each step, and how long it took
  void run(Connection connection, BiConsumer<String, Duration> done) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Step step : steps) {
        long start = System.nanoTime();
        for (String sql : statements(step)) {
          statement.execute(sql);
        }
        done.accept(step.name(), Duration.ofNanos(System.nanoTime() - start));
      }
    }
  }

  /// A statement ends where a line ends with a semicolon.
  private static List<String> statements(Step step) {
    return Arrays.stream(step.sql().split(";\n", -1)).filter(sql -> !sql.isBlank()).toList();
  }
}
