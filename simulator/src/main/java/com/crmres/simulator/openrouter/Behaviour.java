package com.crmres.simulator.openrouter;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One thing that the simulated OpenRouter does differently from now on.
public final class Behaviour {

  private final Consumer<Conditions> change;

  private Behaviour(Consumer<Conditions> change) {
    this.change = change;
  }

  void apply(Conditions conditions) {
    change.accept(conditions);
  }

  /// Every answer takes so long.
  public static Behaviour latency(Duration each) {
    return latency(each, each);
  }

  public static Behaviour latency(Duration from, Duration to) {
    return new Behaviour(now -> {
      now.latencyFrom = from;
      now.latencyTo = to;
    });
  }

  /// How often white space drips while an answer is awaited.
  public static Behaviour dripEvery(Duration pause) {
    return new Behaviour(now -> now.drip = pause);
  }

  /// What the key may still spend; every answer is taken off, and at nothing it is 402.
  public static Behaviour credit(String dollars) {
    return new Behaviour(now -> now.account.remaining(new BigDecimal(dollars)));
  }

  /// Nothing works: every request for a completion gets a 503.
  public static Behaviour outage() {
    return outage(Reply.failure(503, "provider_overloaded"));
  }

  /// Every request for a completion gets this, until [#recovered()]; scripts and models wait.
  public static Behaviour outage(Reply every) {
    return new Behaviour(now -> now.outage = Optional.of(every));
  }

  public static Behaviour recovered() {
    return new Behaviour(now -> {
      now.outage = Optional.empty();
      now.down = List.of();
    });
  }

  /// These models are down: the next one that the request names answers.
  public static Behaviour down(String... slugs) {
    return new Behaviour(now -> now.down = List.of(slugs));
  }

  public static Behaviour catalogue(ModelCard... cards) {
    return new Behaviour(now -> now.catalogue = new Catalogue(List.of(cards)));
  }

  /// Any slug is answered, under its own name and at the price of a small model.
  public static Behaviour anyModel() {
    return new Behaviour(now -> now.anyModel = true);
  }

  /// All models have Gemini 3's trap, whatever they are called: their reasoning must come back.
  public static Behaviour gemini3() {
    return family(Family.GEMINI_3);
  }

  /// All models have Gemini 2's trap: tools and a schema for the answer exclude each other.
  public static Behaviour gemini2() {
    return family(Family.GEMINI_2);
  }

  /// No model has a trap.
  public static Behaviour plain() {
    return family(Family.PLAIN);
  }

  /// The last chunk of a stream has no choices, as documented, and not one that repeats the reason
  /// for the end, as recorded.
  public static Behaviour usageWithoutChoices() {
    return new Behaviour(now -> now.usageWithChoice = false);
  }

  private static Behaviour family(Family all) {
    return new Behaviour(now -> now.family = Optional.of(all));
  }
}
