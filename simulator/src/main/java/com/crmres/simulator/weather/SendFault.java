package com.crmres.simulator.weather;

import java.time.Duration;

/// One way in which a call that sends a message can go wrong, with how often it does.
public sealed interface SendFault {

  double probability();

  /// Answered with this error code of the Graph API; nothing is sent.
  record Refused(int code, double probability) implements SendFault {}

  /// Answered 500 with a page of HTML instead of JSON; nothing is sent.
  record HtmlPage(double probability) implements SendFault {}

  /// Accepted and on its way to the customer, but the answer never arrives.
  record AnswerLost(double probability) implements SendFault {}

  /// Accepted and on its way to the customer, but the answer is kept back until nobody waits for
  /// it.
  ///
  /// @param held how long the connection stays open in silence
  record AnswerLate(Duration held, double probability) implements SendFault {}

  /// The connection is cut before anything was accepted.
  record ConnectionCut(double probability) implements SendFault {}

  /// Accepted with 200, then reported as `failed` with this code.
  record FailedLater(int code, double probability) implements SendFault {}
}
