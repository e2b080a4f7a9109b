package com.crmres.server.assistant.openrouter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Keeps turns from waiting for a key that does not work: it opens at once on what only a person
/// can mend, and on five failures in a row or half of the last twenty otherwise. After 30 s, then
/// twice as long up to ten minutes, one call tries the way.
final class Breaker {

  private static final int IN_A_ROW = 5;
  private static final int WINDOW = 20;
  private static final Duration SHORTEST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Deque<Boolean> latest = new ArrayDeque<>();
  private int inARow;
  private int openings;
  private boolean open;
  private boolean trying;
  private Instant notBefore = Instant.MIN;
  private Kind reason = Kind.PROVIDER;

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

  /// Whether a call may go out now; where the way is only tried, for one call at a time.
  synchronized boolean admits(Instant now) {
    if (!open) {
      return true;
    }
    if (trying || now.isBefore(notBefore)) {
      return false;
    }
    trying = true;
    return true;
  }

  /// The key works.
  synchronized void works() {
    if (open) {
      close();
    }
    note(true);
    inARow = 0;
  }

  /// A call that was let through did not come to an end that says anything of the key.
  synchronized void saysNothing() {
    trying = false;
  }

  /// A call failed; what a request was itself to blame for does not count.
  synchronized void fails(Kind kind, Instant now) {
    if (!open) {
      reason = kind;
    }
    switch (kind) {
      case AUTH, CREDIT, CONFIG -> {
        reason = kind;
        openFor(LONGEST, now);
      }
      case RATE, OVERLOADED, TIMEOUT, PROVIDER, MALFORMED -> {
        note(false);
        inARow++;
        if (open || inARow >= IN_A_ROW || half()) {
          openFor(pause(), now);
          openings++;
        }
      }
      case BAD_REQUEST, BLOCKED, CANCELLED -> saysNothing();
    }
  }

  /// Somebody saw by other means that the key is taken again and has credit; that ends only a pause
  /// for such a reason.
  synchronized void mended(boolean credit) {
    if (open && credit && (reason == Kind.AUTH || reason == Kind.CREDIT)) {
      close();
    }
  }

  private void close() {
    open = false;
    trying = false;
    openings = 0;
    inARow = 0;
    latest.clear();
  }

  synchronized State state(Instant now) {
    if (!open) {
      return State.CLOSED;
    }
    return now.isBefore(notBefore) ? State.OPEN : State.HALF_OPEN;
  }

  private void openFor(Duration pause, Instant now) {
    open = true;
    trying = false;
    notBefore = now.plus(pause);
  }

  private void note(boolean well) {
    latest.addLast(well);
    if (latest.size() > WINDOW) {
      latest.removeFirst();
    }
  }

  private boolean half() {
    long bad = latest.stream().filter(well -> !well).count();
    return latest.size() == WINDOW && bad * 2 >= WINDOW;
  }

  private Duration pause() {
    Duration doubled = SHORTEST.multipliedBy(1L << Math.min(openings, 5));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
