package com.crmres.server.pos;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of a call to a till.
///
/// @param <T> what it answers when all is well
public sealed interface PosAnswer<T> {

  /// It did what was asked.
  record Done<T>(T value) implements PosAnswer<T> {}

  /// It said no, so nothing has happened.
  ///
  /// @param reason in short, without anything of a customer
  /// @param passing whether it may say yes later
  /// @param after when to come again, where it says so
  record Refused<T>(String reason, boolean passing, @Nullable Duration after)
      implements PosAnswer<T> {}

  /// It was never asked, so nothing has happened.
  record NotSent<T>(String reason) implements PosAnswer<T> {}

  /// It was asked, and no answer came that one could understand: it may have happened.
  record InDoubt<T>(String reason) implements PosAnswer<T> {}

  /// Makes something else of what is well; a trouble stays.
  default <R> PosAnswer<R> map(java.util.function.Function<T, R> change) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(change.apply(value));
      case Refused<T>(String reason, boolean passing, Duration after) ->
          new Refused<>(reason, passing, after);
      case NotSent<T>(String reason) -> new NotSent<>(reason);
      case InDoubt<T>(String reason) -> new InDoubt<>(reason);
    };
  }
}
