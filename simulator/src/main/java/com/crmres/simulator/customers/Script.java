package com.crmres.simulator.customers;

import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.payload.InboundMessages.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What one customer does, step by step.
public final class Script {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Step> steps;

  private Script(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  public static Script empty() {
    return new Script(List.of());
  }

  public Script says(String text) {
    return with(new Step.Says(text));
  }

  public Script taps(String idOrTitle) {
    return with(new Step.Taps(idOrTitle));
  }

  public Script sharesLocation(double latitude, double longitude) {
    return with(new Step.SharesLocation(new Place(latitude, longitude, null, null)));
  }

  public Script pauses(Duration pause) {
    return with(new Step.Pauses(pause));
  }

  public Script waitsForAnswer() {
    return waitsFor("an answer", send -> true, PATIENCE);
  }

  public Script waitsFor(String part) {
    return waitsFor(part, PATIENCE);
  }

  public Script waitsFor(String part, Duration limit) {
    return waitsFor(part, send -> send.text().contains(part), limit);
  }

  public Script waitsForMatch(String regex, Duration limit) {
    Pattern pattern = Pattern.compile(regex);
    return waitsFor(regex, send -> pattern.matcher(send.text()).find(), limit);
  }

  public Script waitsFor(String what, Predicate<Send> fits, Duration limit) {
    return with(new Step.Waits(what, fits, limit));
  }

  /// Plays the script to its end, or to the first answer that does not come.
  public Outcome play(Customer customer) throws InterruptedException {
    for (Step step : steps) {
      Optional<String> stuck = play(step, customer);
      if (stuck.isPresent()) {
        return new Outcome(stuck);
      }
    }
    return new Outcome(Optional.empty());
  }

  private static Optional<String> play(Step step, Customer customer) throws InterruptedException {
    switch (step) {
      case Step.Says says -> customer.says(says.text());
      case Step.Taps taps -> customer.taps(taps.idOrTitle());
      case Step.SharesLocation shares ->
          customer.sharesLocation(shares.place().latitude(), shares.place().longitude());
      case Step.Pauses pauses -> Thread.sleep(pauses.pause());
      case Step.Waits waits -> {
        if (customer.awaitAnswer(waits.fits(), waits.limit()).isEmpty()) {
          return Optional.of(waits.what());
        }
      }
    }
    return Optional.empty();
  }

  private Script with(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Script(longer);
  }

  /// How a script ended: `missing` names the answer that did not come in time.
  public record Outcome(Optional<String> missing) {

    public boolean isComplete() {
      return missing.isEmpty();
    }
  }

  /// One thing a customer does.
  private sealed interface Step {
    record Says(String text) implements Step {}

    record Taps(String idOrTitle) implements Step {}

    record SharesLocation(Place place) implements Step {}

    record Pauses(Duration pause) implements Step {}

    record Waits(String what, Predicate<Send> fits, Duration limit) implements Step {}
  }
}
