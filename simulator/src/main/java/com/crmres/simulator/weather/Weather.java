package com.crmres.simulator.weather;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// How webhooks travel and how sends are answered; with the same seed the same things happen again.
///
/// @param latencyFrom the least time between an event and its first delivery
/// @param latencyTo the most
/// @param duplicateLimit how many further copies an event may get
/// @param reorderProbability how often an event is late
/// @param reorderSpan an event that is late may be so by up to this much, so that later ones
///   overtake it
/// @param batchLimit the most events in one POST; 1 means never joined
/// @param batchWindow events due within one such window may be joined
/// @param statusFirst how often `sent` is told before the call that sends is answered
public record Weather(
    long seed,
    Duration latencyFrom,
    Duration latencyTo,
    double duplicateProbability,
    int duplicateLimit,
    double reorderProbability,
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

  /// The worst that is held against the server: 5 % come twice, 5 % up to a minute late, 10 % of
  /// sends are refused with one passing code or another, and 2 % arrive without an answer.
  ///
  /// @param unanswered how long WhatsApp keeps a sender waiting for the answer that never comes
  public static Weather worst(long seed, Duration unanswered) {
    return calm(seed)
        .withLatency(Duration.ofMillis(5), Duration.ofMillis(500))
        .withDuplicates(0.05, 2)
        .withReordering(0.05, Duration.ofSeconds(60))
        .withStatusFirst(0.02)
        .withSendFaults(
            new SendFault.Refused(130429, 0.02),
            new SendFault.Refused(131056, 0.02),
            new SendFault.Refused(131000, 0.02),
            new SendFault.Refused(131016, 0.01),
            new SendFault.Refused(2, 0.01),
            new SendFault.Refused(80007, 0.01),
            new SendFault.Refused(4, 0.005),
            new SendFault.Refused(133004, 0.005),
            new SendFault.AnswerLate(unanswered, 0.02));
  }

  public Weather withLatency(Duration from, Duration to) {
    return with(draft -> {
      draft.latencyFrom = from;
      draft.latencyTo = to;
    });
  }

  public Weather withDuplicates(double probability, int limit) {
    return with(draft -> {
      draft.duplicateProbability = probability;
      draft.duplicateLimit = limit;
    });
  }

  /// Every event may be late.
  public Weather withReordering(Duration span) {
    return withReordering(1, span);
  }

  public Weather withReordering(double probability, Duration span) {
    return with(draft -> {
      draft.reorderProbability = probability;
      draft.reorderSpan = span;
    });
  }

  public Weather withBatches(int limit, Duration window) {
    return with(draft -> {
      draft.batchLimit = limit;
      draft.batchWindow = window;
    });
  }

  public Weather withSendFaults(SendFault... faults) {
    return with(draft -> draft.sendFaults = List.of(faults));
  }

  public Weather withStatusFirst(double probability) {
    return with(draft -> draft.statusFirst = probability);
  }

  public Weather withPace(StatusPace statusPace) {
    return with(draft -> draft.pace = statusPace);
  }

  /// The same weather for a clock that runs so many times faster: every time an event spends on its
  /// way is shorter. How long an answer is kept back stays, since the server's patience does.
  public Weather faster(int times) {
    return with(draft -> {
      draft.latencyFrom = latencyFrom.dividedBy(times);
      draft.latencyTo = latencyTo.dividedBy(times);
      draft.reorderSpan = reorderSpan.dividedBy(times);
      draft.batchWindow = batchWindow.dividedBy(times);
    });
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
    return latencyFrom.plusNanos(dice().upTo(spread, "latency", which)).plus(delay(which));
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

  private Duration delay(String which) {
    return dice().happens(reorderProbability, "late", which)
        ? Duration.ofNanos(dice().upTo(reorderSpan.toNanos(), "reorder", which))
        : Duration.ZERO;
  }

  private Weather with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.weather();
  }

  /// A weather that is being changed.
  private static final class Draft {
    private final long seed;
    private Duration latencyFrom;
    private Duration latencyTo;
    private double duplicateProbability;
    private int duplicateLimit;
    private double reorderProbability;
    private Duration reorderSpan;
    private int batchLimit;
    private Duration batchWindow;
    private List<SendFault> sendFaults;
    private double statusFirst;
    private StatusPace pace;

    private Draft(Weather from) {
      seed = from.seed;
      latencyFrom = from.latencyFrom;
      latencyTo = from.latencyTo;
      duplicateProbability = from.duplicateProbability;
      duplicateLimit = from.duplicateLimit;
      reorderProbability = from.reorderProbability;
      reorderSpan = from.reorderSpan;
      batchLimit = from.batchLimit;
      batchWindow = from.batchWindow;
      sendFaults = from.sendFaults;
      statusFirst = from.statusFirst;
      pace = from.pace;
    }

    private Weather weather() {
      return new Weather(
          seed,
          latencyFrom,
          latencyTo,
          duplicateProbability,
          duplicateLimit,
          reorderProbability,
          reorderSpan,
          batchLimit,
          batchWindow,
          sendFaults,
          statusFirst,
          pace);
    }
  }
}
