package com.crmres.server.assistant.openrouter;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The calls of one turn: two at most, all under one deadline, each booked before it is made. The
/// second one mends what was wrong with the first.
final class Exchange {

  private static final int MOST_CALLS = 2;

  /// Less time than this is not worth a second call.
  private static final Duration WORTH_TRYING = Duration.ofSeconds(2);

  private final Way way;
  private final UUID restaurantId;
  private final UUID conversationId;
  private final Toolbox toolbox;
  private final Script script;
  private final Deadline deadline;
  private int made;
  private Usage usage = Usage.NONE;
  private @Nullable String model;

  /// What calls go through, the same for all turns.
  record Way(
      OpenRouterApi api,
      RequestWriter writer,
      RouterSettings settings,
      Ledger ledger,
      Breaker breaker,
      RouterMetrics metrics,
      Clock clock) {}

  /// What came of the turn's calls.
  sealed interface End {}

  /// The calls to be weighed, and words if the model had any.
  record Said(Calls calls, @Nullable String words) implements End {}

  /// No answer; the embedded mind takes the turn.
  record Nothing(String why) implements End {}

  Exchange(
      Way way,
      UUID restaurantId,
      UUID conversationId,
      Toolbox toolbox,
      Script script,
      Deadline deadline) {
    this.way = way;
    this.restaurantId = restaurantId;
    this.conversationId = conversationId;
    this.toolbox = toolbox;
    this.script = script;
    this.deadline = deadline;
  }

  /// Asks, and asks once more where that may help.
  ///
  /// @param calls where what the model calls is checked
  End run(Calls calls) {
    List<String> messages = script.messages();
    Outcome first = call(messages);
    return switch (first) {
      case Outcome.Answer answer -> answered(answer, messages, calls);
      case Outcome.Failure failure -> failed(failure, calls);
    };
  }

  private End answered(Outcome.Answer answer, List<String> messages, Calls calls) {
    List<Verdict> verdicts = check(answer, calls);
    boolean wrong = verdicts.stream().anyMatch(Verdict.Rejected.class::isInstance);
    if (!wrong || !mayGoOn(Duration.ZERO)) {
      return new Said(calls, answer.text());
    }
    Outcome second = call(followUp(answer, verdicts, messages));
    if (second instanceof Outcome.Answer mended) {
      check(mended, calls);
      return new Said(calls, mended.text());
    }
    // What the first answer had right is not lost.
    return new Said(calls, null);
  }

  /// The conversation with the model's own message, as it came, and what became of each call.
  private static List<String> followUp(
      Outcome.Answer answer, List<Verdict> verdicts, List<String> messages) {
    List<String> all = new ArrayList<>(messages);
    all.add(answer.message());
    for (int i = 0; i < verdicts.size(); i++) {
      all.add(RequestWriter.result(answer.calls().get(i), verdicts.get(i)));
    }
    return all;
  }

  private List<Verdict> check(Outcome.Answer answer, Calls calls) {
    List<Verdict> verdicts = calls.check(answer.calls());
    for (Verdict verdict : verdicts) {
      if (verdict instanceof Verdict.Rejected(Verdict.Bucket bucket, String _)) {
        way.metrics().rejected(bucket.label());
      }
    }
    return verdicts;
  }

  private End failed(Outcome.Failure failure, Calls calls) {
    boolean tooLong = "context_length_exceeded".equals(failure.type());
    Duration wait = failure.retryAfter() == null ? Duration.ZERO : failure.retryAfter();
    if (!(failure.retryable() || tooLong) || !mayGoOn(wait) || !rest(wait)) {
      return new Nothing(why(failure));
    }
    Outcome second = call(tooLong ? script.messages(0) : script.messages());
    return switch (second) {
      case Outcome.Answer answer -> {
        check(answer, calls);
        yield new Said(calls, answer.text());
      }
      case Outcome.Failure again -> new Nothing(why(again));
    };
  }

  /// A call that was not made says itself why.
  private static String why(Outcome.Failure failure) {
    String type = failure.type();
    return failure.kind() == Kind.CANCELLED && type != null ? type : failure.kind().wireName();
  }

  private boolean mayGoOn(Duration wait) {
    return made < MOST_CALLS && deadline.allows(wait.plus(WORTH_TRYING));
  }

  private static boolean rest(Duration wait) {
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Outcome call(List<String> messages) {
    String body = way.writer().write(conversationId, toolbox, messages);
    long guess =
        way.settings()
            .prices()
            .microDollars(RequestWriter.guessedTokens(body), way.settings().maxTokens());
    if (!way.breaker().admits(way.clock().instant())) {
      return refused("breaker");
    }
    Ledger.Admission admission =
        way.ledger()
            .open(
                restaurantId,
                conversationId,
                guess,
                way.settings().budget(),
                way.clock().instant());
    return switch (admission) {
      case Ledger.Refused(String why) -> {
        way.breaker().saysNothing();
        yield refused(why);
      }
      case Ledger.Booking booking -> booked(booking, body);
    };
  }

  /// A call that was not made.
  private static Outcome refused(String why) {
    return new Outcome.Failure(
        Kind.CANCELLED, 0, why, null, false, false, Usage.NONE, "not called: " + why);
  }

  private Outcome booked(Ledger.Booking booking, String body) {
    made++;
    long began = System.nanoTime();
    Outcome outcome = Outcome.Failure.of(Kind.CANCELLED, "the call was broken off").billedPerhaps();
    try {
      outcome = way.api().complete(body, way.settings().usesClaude(), deadline);
    } finally {
      settle(booking, outcome, Duration.ofNanos(System.nanoTime() - began));
    }
    return outcome;
  }

  private void settle(Ledger.Booking booking, Outcome outcome, Duration took) {
    Usage known = cost(booking, outcome);
    usage = usage.plus(known);
    String generation = null;
    String kind = "answered";
    switch (outcome) {
      case Outcome.Answer answer -> {
        model = answer.model();
        generation = answer.generationId();
        way.breaker().works();
      }
      case Outcome.Failure failure -> {
        kind = failure.kind().wireName();
        way.breaker().fails(failure.kind(), way.clock().instant());
      }
    }
    way.metrics().call(kind, known, took);
    way.ledger()
        .settle(
            booking,
            new Ledger.Bill(
                kind,
                outcome instanceof Outcome.Answer answer ? answer.model() : null,
                generation,
                known.promptTokens(),
                known.completionTokens(),
                known.cachedTokens(),
                known.microDollars(),
                known.estimated()));
  }

  /// Where a bill may come that we never saw, the guess stands.
  private static Usage cost(Ledger.Booking booking, Outcome outcome) {
    boolean unseen =
        outcome instanceof Outcome.Failure failure
            && failure.mayHaveBeenBilled()
            && failure.usage().microDollars() == 0;
    return unseen ? Usage.guessed(booking.guessedMicroDollars()) : outcome.usage();
  }

  int made() {
    return made;
  }

  Usage usage() {
    return usage;
  }

  /// The model that answered last, by its own name; null if none did.
  @Nullable String model() {
    return model;
  }
}
