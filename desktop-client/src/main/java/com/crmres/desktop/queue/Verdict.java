package com.crmres.desktop.queue;

/// What came of trying to hand a kept command over.
sealed interface Verdict {

  /// It is over, one way or another.
  record Over(Outcome outcome) implements Verdict {}

  /// A person must decide.
  record Ask(Hold why) implements Verdict {}

  /// Once more, later.
  record Later() implements Verdict {}

  static Verdict over(Outcome.Kind kind) {
    return new Over(Outcome.of(kind));
  }
}
