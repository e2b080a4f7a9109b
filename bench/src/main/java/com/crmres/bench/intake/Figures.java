package com.crmres.bench.intake;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/// What was measured, as a table and as JSON.
///
/// @param best the most commits in a second that pgbench reached
/// @param atRate open loop: latencies at a fixed rate, the server processing meanwhile
record Figures(List<Commits> commits, double best, List<Intake> intakes, AtRate atRate) {

  /// One run of pgbench.
  record Commits(int clients, double perSecond) {}

  /// One run of deliveries as fast as they are answered, into a node that only takes in.
  ///
  /// @param ratio messages per second over pgbench's best
  record Intake(
      int connections,
      int messagesEach,
      double deliveriesPerSecond,
      double messagesPerSecond,
      double ratio,
      double medianMillis,
      double p99Millis,
      int refused) {

    Intake comparedWith(double best) {
      return new Intake(
          connections,
          messagesEach,
          deliveriesPerSecond,
          messagesPerSecond,
          messagesPerSecond / best,
          medianMillis,
          p99Millis,
          refused);
    }
  }

  /// The run at a fixed rate.
  record AtRate(
      int eventsPerSecond, double reached, double medianMillis, double p99Millis, int refused) {}

  /// A figure that must hold.
  record Claim(String what, double wanted, double measured, boolean holds) {}

  List<Claim> claims() {
    return List.of(
        least("1 message a POST, 32 connections, over pgbench", 0.7, ratio(32, 1)),
        least("1 message a POST, 256 connections, over pgbench", 1.0, ratio(256, 1)),
        least("10 messages a POST, 256 connections, over pgbench", 2.0, ratio(256, 10)),
        new Claim(
            "p99 at " + atRate.eventsPerSecond() + " events/s, ms",
            250,
            atRate.p99Millis(),
            atRate.p99Millis() <= 250 && atRate.refused() == 0));
  }

  String table() {
    Formatter text = new Formatter(Locale.ROOT);
    text.format("pgbench, one row a commit, prepared%n");
    for (Commits run : commits) {
      text.format("  %4d clients      %,10.0f commits/s%n", run.clients(), run.perSecond());
    }
    text.format("intake-only node (CRM_WORKERS=0): durable, signed, answered 200; not processed%n");
    for (Intake run : intakes) {
      text.format(
          "  %4d connections × %2d  %,10.0f messages/s  %5.2f × pgbench  median %6.1f ms  p99 %6.1f ms  refused %d%n",
          run.connections(),
          run.messagesEach(),
          run.messagesPerSecond(),
          run.ratio(),
          run.medianMillis(),
          run.p99Millis(),
          run.refused());
    }
    text.format("open loop, workers on, timed from the intended moment%n");
    text.format(
        "  %,d events/s offered, %,.0f answered  median %.1f ms  p99 %.1f ms  refused %d%n",
        atRate.eventsPerSecond(),
        atRate.reached(),
        atRate.medianMillis(),
        atRate.p99Millis(),
        atRate.refused());
    for (Claim claim : claims()) {
      text.format(
          "%s %s: wanted %.2f, measured %.2f%n",
          claim.holds() ? "HOLDS " : "FAILS ", claim.what(), claim.wanted(), claim.measured());
    }
    return text.toString();
  }

  private static Claim least(String what, double wanted, double measured) {
    return new Claim(what, wanted, measured, measured >= wanted);
  }

  private double ratio(int connections, int messagesEach) {
    return intakes.stream()
        .filter(run -> run.connections() == connections && run.messagesEach() == messagesEach)
        .mapToDouble(Intake::ratio)
        .max()
        .orElse(0);
  }
}
