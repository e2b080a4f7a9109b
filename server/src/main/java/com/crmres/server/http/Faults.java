package com.crmres.server.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with an input, so that all of it is named at once.
public final class Faults {

  private final List<Fault> found = new ArrayList<>();

  /// Notes that `field` breaks `rule`.
  public Faults add(String field, Rule rule, Object... arguments) {
    found.add(new Fault(field, rule, List.of(arguments)));
    return this;
  }

  /// Notes a fault unless the text has a length from `min` to `max` characters, blanks at the ends
  /// not counted.
  public Faults length(String field, @Nullable String text, int min, int max) {
    String stripped = text == null ? "" : text.strip();
    if (stripped.isEmpty() && min > 0) {
      return add(field, Rule.REQUIRED);
    }
    int length = stripped.codePointCount(0, stripped.length());
    return length < min || length > max ? add(field, Rule.LENGTH, min, max) : this;
  }

  /// Notes a fault unless the number lies in `min` to `max`.
  public Faults range(String field, long number, long min, long max) {
    return number < min || number > max ? add(field, Rule.RANGE, min, max) : this;
  }

  /// What was noted, in its order.
  public List<Fault> found() {
    return List.copyOf(found);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /// Refuses the input if anything was noted.
  ///
  /// @throws ApiException naming every fault
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ApiException(ErrorCode.INVALID_INPUT, found);
    }
  }
}
