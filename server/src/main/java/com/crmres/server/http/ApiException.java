package com.crmres.server.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request is refused with an error of the interface.
public final class ApiException extends RuntimeException {

  private final ErrorCode code;
  private final List<Fault> faults;
  private final @Nullable Long retryAfter;

  public ApiException(ErrorCode code) {
    this(code, List.of());
  }

  public ApiException(ErrorCode code, List<Fault> faults) {
    this(code, faults, null);
  }

  private ApiException(ErrorCode code, List<Fault> faults, @Nullable Long retryAfter) {
    super(code.name(), null, false, false);
    this.code = code;
    this.faults = List.copyOf(faults);
    this.retryAfter = retryAfter;
  }

  /// A refusal that says when to come again.
  public static ApiException withRetryAfter(ErrorCode code, long seconds) {
    return new ApiException(code, List.of(), seconds);
  }

  public ErrorCode code() {
    return code;
  }

  public List<Fault> faults() {
    return faults;
  }

  /// Seconds after which to come again, if that helps.
  public @Nullable Long retryAfter() {
    return retryAfter;
  }
}
