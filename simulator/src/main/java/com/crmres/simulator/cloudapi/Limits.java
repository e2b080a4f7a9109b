package com.crmres.simulator.cloudapi;

import java.time.Duration;

/// How much a number may send, and whether the 24 hours after a customer's last word are watched.
///
/// @param perSecond messages of one number in a second
/// @param pairBurst messages to one customer that may be borrowed from the future
/// @param pairGap the lasting distance between two messages to one customer
/// @param serviceWindow whether free-form messages outside the window are refused with 131047
public record Limits(int perSecond, int pairBurst, Duration pairGap, boolean serviceWindow) {

  /// What Meta grants every number.
  public static final Limits FAITHFUL = new Limits(80, 45, Duration.ofSeconds(6), true);

  /// For load that would need hundreds of numbers.
  public static final Limits NONE =
      new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ZERO, false);

  public Limits withThroughput(int messagesPerSecond) {
    return new Limits(messagesPerSecond, pairBurst, pairGap, serviceWindow);
  }

  public Limits withPairs(int burst, Duration gap) {
    return new Limits(perSecond, burst, gap, serviceWindow);
  }

  public Limits withoutServiceWindow() {
    return new Limits(perSecond, pairBurst, pairGap, false);
  }
}
