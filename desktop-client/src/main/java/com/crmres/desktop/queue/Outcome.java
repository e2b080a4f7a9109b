package com.crmres.desktop.queue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a kept command ended.
///
/// @param number of the order it was about, as far as it was heard
/// @param who did it before
/// @param at when that was, which ended it
/// @param words of the server
public record Outcome(
    Kind kind,
    @Nullable String number,
    @Nullable String who,
    @Nullable Instant at,
    @Nullable String words) {

  /// What there is to say about it.
  public enum Kind {
    /// The server has it; nothing more.
    DONE,
    /// It was so already; nothing more.
    WAS_SO,
    /// The food was made, and the order had been cancelled: it stays cancelled.
    FOOD_MADE,
    /// Somebody else had accepted it: it is accepted.
    ACCEPTED_BEFORE,
    /// The order was over before it was accepted.
    TOO_LATE,
    /// Another branch makes the order now.
    ELSEWHERE,
    /// What it said was for a time that is over.
    OUTDATED,
    /// The server refused it, for a reason of its own.
    REFUSED
  }

  static Outcome of(Kind kind) {
    return new Outcome(kind, null, null, null, null);
  }

  static Outcome refused(String words) {
    return new Outcome(Kind.REFUSED, null, null, null, words);
  }

  Outcome about(String order) {
    return new Outcome(kind, order, who, at, words);
  }

  Outcome at(@Nullable Instant moment) {
    return new Outcome(kind, number, who, moment, words);
  }

  Outcome by(@Nullable String name) {
    return new Outcome(kind, number, name, at, words);
  }
}
