package com.crmres.common.wire;

import java.time.Instant;
import java.util.List;

/// Every REST error: `{"error":{…}}`.
public record ErrorEnvelope(Body error) {

  /// What went wrong.
  ///
  /// @param code UPPER_SNAKE, for programs
  /// @param message fit to be shown, in the caller's language
  /// @param details every fault of a refused input; empty for other errors
  /// @param requestId finds the request in the server's log
  public record Body(
      String code, String message, List<Fault> details, Instant timestamp, String requestId) {
    public Body {
      details = List.copyOf(details);
    }
  }

  /// One thing that is wrong with the input.
  ///
  /// @param field path of the member, for example `lines[2].quantity`
  public record Fault(String field, String message) {}
}
