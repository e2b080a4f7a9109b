package com.crmres.server.assistant.evaluation;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes down what a measurement of one prompt and its models came to.
@FunctionalInterface
public interface Registrar {

  /// Writes the result into a register.
  ///
  /// @param file the register that was named; null for the usual one
  /// @return where it stands now
  Path enter(@Nullable Path file, Result result);

  /// What a measurement came to.
  ///
  /// @param figures by their names, in the report's order
  /// @param missed the gates that were missed, in words; none if all were passed
  record Result(Map<String, BigDecimal> figures, List<String> missed) {
    public Result {
      figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
      missed = List.copyOf(missed);
    }

    public boolean passed() {
      return missed.isEmpty();
    }
  }
}
