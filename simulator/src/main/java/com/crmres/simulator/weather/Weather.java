package com.crmres.simulator.weather;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How webhooks travel and how sends are answered; with the same seed the same things happen again.
///
/// @param latencyFrom the least time between an event and its first delivery
/// @param latencyTo the most
/// @param duplicateLimit how many further copies an event may get
/// @param reorderSpan an event may be late by up to this much, so that later ones overtake it
/// @param batchLimit the most events in one POST; 1 means never joined
/// @param batchWindow events due within one such window may be joined
/// @param statusFirst how often `sent` is told before the call that sends is answered
public record Weather(
    long seed,
    Duration latencyFrom,
    Duration latencyTo,
    double duplicateProbability,
    int duplicateLimit,
    Duration reorderSpan,
    int batchLimit,
    Duration batchWindow,
    List<SendFault> sendFaults,
    double statusFirst,
    StatusPace pace) {

  public Weather {
    sendFaults = List.copyOf(sendFaults);
  }

  /// Everything once, at once, in order, answered.
  public static Weather calm(long seed) {
    return new Weather(
        seed,
        Duration.ZERO,
        Duration.ZERO,
        0,
        0,
        Duration.ZERO,
        1,
        Duration.ZERO,
        List.of(),
        0,
        StatusPace.QUICK);
  }

  /// A bad evening: everything that Meta is known to do, often.
  public static Weather stormy(long seed) {
    return calm(seed)
        .withLatency(Duration.ofMillis(5), Duration.ofMillis(60))
        .withDuplicates(0.3, 3)
        .withReordering(Duration.ofMillis(300))
        .withBatches(6, Duration.ofMillis(80))
        .withStatusFirst(0.2)
        .withSendFaults(
            new SendFault.Refused(130429, 0.03),
            new SendFault.Refused(131056, 0.02),
            new SendFault.Refused(131000, 0.03),
            new SendFault.HtmlPage(0.02),
            new SendFault.AnswerLost(0.05),
            new SendFault.ConnectionCut(0.03));
  }

  public Weather withLatency(Duration from, Duration to) {
    return new Weather(
        seed,
        from,
        to,
        duplicateProbability,
        duplicateLimit,
        reorderSpan,
        batchLimit,
        batchWindow,
        sendFaults,
        statusFirst,
        pace);
  }

  public Weather withDuplicates(double probability, int limit) {
    return new Weather(
        seed,
        latencyFrom,
        latencyTo,
        probability,
        limit,
        reorderSpan,
        batchLimit,
        batchWindow,
        sendFaults,
        statusFirst,
        pace);
  }

  public Weather withReordering(Duration span) {
    return new Weather(
        seed,
        latencyFrom,
        latencyTo,
        duplicateProbability,
        duplicateLimit,
        span,
        batchLimit,
        batchWindow,
        sendFaults,
        statusFirst,
        pace);
  }

  public Weather withBatches(int limit, Duration window) {
    return new Weather(
        seed,
        latencyFrom,
        latencyTo,
        duplicateProbability,
        duplicateLimit,
        reorderSpan,
        limit,
        window,
        sendFaults,
        statusFirst,
        pace);
  }

  public Weather withSendFaults(SendFault... faults) {
    return new Weather(
        seed,
        latencyFrom,
        latencyTo,
        duplicateProbability,
        duplicateLimit,
        reorderSpan,
        batchLimit,
        batchWindow,
        List.of(faults),
        statusFirst,
        pace);
  }

  public Weather withStatusFirst(double probability) {
    return new Weather(
        seed,
        latencyFrom,
        latencyTo,
        duplicateProbability,
        duplicateLimit,
        reorderSpan,
        batchLimit,
        batchWindow,
        sendFaults,
        probability,
        pace);
  }

  public Weather withPace(StatusPace statusPace) {
    return new Weather(
        seed,
        latencyFrom,
        latencyTo,
        duplicateProbability,
        duplicateLimit,
        reorderSpan,
        batchLimit,
        batchWindow,
        sendFaults,
        statusFirst,
        statusPace);
  }

  /// How many times an event is delivered, one time included.
  public int copies(String key) {
    if (!dice().happens(duplicateProbability, "duplicate", key)) {
      return 1;
    }
    return 1 + Math.max(1, (int) dice().upTo(duplicateLimit, "copies", key));
  }

  /// How long a copy of an event is on its way before it is first delivered.
  public Duration travel(String key, int copy) {
    String which = key + "#" + copy;
    long spread = latencyTo.minus(latencyFrom).toNanos();
    long late = dice().upTo(reorderSpan.toNanos(), "reorder", which);
    return latencyFrom.plusNanos(dice().upTo(spread, "latency", which) + late);
  }

  /// What goes wrong with one attempt to send, if anything does.
  public Optional<SendFault> faultOf(String attempt) {
    double roll = sendFaults.isEmpty() ? 1 : dice().roll("send", attempt);
    for (SendFault fault : sendFaults) {
      if (roll < fault.probability()) {
        return Optional.of(fault);
      }
      roll -= fault.probability();
    }
    return Optional.empty();
  }

  public boolean tellsStatusFirst(String attempt) {
    return dice().happens(statusFirst, "status-first", attempt);
  }

  public Dice dice() {
    return new Dice(seed);
  }
}
