package com.crmres.server.whatsapp.outbox;

import java.time.Duration;
import java.time.Instant;

/// One number's way to WhatsApp as this node sees it: how much is under way on it, and a circuit
/// breaker. After five failures in a row nothing goes out for 1, 2, 4, … 60 s, then one message
/// tries the way.
///
/// A node knows only its own way: another's network may be well.
final class Line {

  private static final int FAILURES_IN_A_ROW = 5;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /// Half a second's worth may be under way, within reason.
  private static final int LEAST_UNDER_WAY = 8;

  private static final int MOST_UNDER_WAY = 160;

  private int underWay;
  private int failures;
  private int openings;
  private boolean open;
  private boolean probation;
  private Instant notBefore = Instant.MIN;

  /// What the breaker stands at.
  enum State {
    CLOSED(0),
    HALF_OPEN(1),
    OPEN(2);

    private final int figure;

    State(int figure) {
      this.figure = figure;
    }

    /// How the metrics show it.
    int figure() {
      return figure;
    }
  }

  /// How many messages may go out now.
  ///
  /// @param onProbation whether the number is paused, and one message may try whether it still is
  synchronized int room(double perSecond, boolean onProbation, Instant now) {
    probation = onProbation;
    if (now.isBefore(notBefore)) {
      return 0;
    }
    int most =
        open || onProbation
            ? 1
            : Math.clamp(Math.round(perSecond / 2), LEAST_UNDER_WAY, MOST_UNDER_WAY);
    return Math.max(0, most - underWay);
  }

  synchronized void begin(int messages) {
    underWay += messages;
  }

  synchronized void end() {
    underWay--;
  }

  /// WhatsApp answered, with whatever: the way is there.
  synchronized void works() {
    failures = 0;
    openings = 0;
    open = false;
  }

  /// No answer, or one of a WhatsApp that is ill. What was under way when the breaker opened opens
  /// it no further.
  synchronized void fails(Instant now) {
    failures++;
    boolean tried = open && !now.isBefore(notBefore);
    if (tried || (!open && failures >= FAILURES_IN_A_ROW)) {
      open = true;
      rest(pause(), now);
      openings++;
    }
  }

  /// Nothing goes out for a moment: WhatsApp finds the number too fast.
  synchronized void rest(Duration pause, Instant now) {
    Instant end = now.plus(pause);
    notBefore = end.isAfter(notBefore) ? end : notBefore;
  }

  /// Whether the number is paused, and what goes out now tries whether it still is.
  synchronized boolean isOnProbation() {
    return probation;
  }

  synchronized State state(Instant now) {
    if (!open) {
      return State.CLOSED;
    }
    return now.isBefore(notBefore) ? State.OPEN : State.HALF_OPEN;
  }

  private Duration pause() {
    Duration doubled = Duration.ofSeconds(1L << Math.min(openings, 6));
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
