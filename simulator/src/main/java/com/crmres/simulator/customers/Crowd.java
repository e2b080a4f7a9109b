package com.crmres.simulator.customers;

import com.crmres.simulator.payload.Person;
import com.crmres.simulator.weather.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Random customers: the same seed brings the same people with the same errands.
///
/// @param load 1 is a person's own pace; 10 thinks and arrives ten times as fast
/// @param patience how long a customer waits for an answer
public record Crowd(
    Line line,
    List<Dish> menu,
    long seed,
    Mix<Dialect> dialects,
    Mix<Errand> errands,
    double load,
    Duration patience) {

  private static final Duration THINKING = Duration.ofSeconds(4);
  private static final Duration BETWEEN_ARRIVALS = Duration.ofSeconds(2);
  private static final Phrases PHRASES = new Phrases();
  private static final Instinct INSTINCT = new Instinct();

  public Crowd {
    menu = List.copyOf(menu);
  }

  public static Crowd of(Line line, List<Dish> menu, long seed, double load) {
    return new Crowd(line, menu, seed, Mix.RIYADH, Mix.EVENING, load, Duration.ofSeconds(60));
  }

  public Crowd withPatience(Duration limit) {
    return new Crowd(line, menu, seed, dialects, errands, load, limit);
  }

  /// Lets the customers `from` to `from + count - 1` come one after another and waits for all.
  public List<Visit> visit(int from, int count) throws InterruptedException {
    List<Future<Visit>> visits = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int index = from; index < from + count; index++) {
        Guest guest = guest(index);
        visits.add(threads.submit(guest::visit));
        Thread.sleep(scaled(BETWEEN_ARRIVALS));
      }
    }
    return results(visits);
  }

  /// One customer, in the calling thread.
  public Visit visitOf(int index) throws InterruptedException {
    return guest(index).visit();
  }

  /// One customer who writes like this and wants this, in the calling thread.
  public Visit visitOf(int index, Dialect dialect, Errand errand) throws InterruptedException {
    return guest(index, dialect, errand).visit();
  }

  private Guest guest(int index) {
    Dice dice = new Dice(seed);
    Dialect dialect = dialects.pick(dice.roll("dialect", key(index)));
    return guest(index, dialect, errands.pick(dice.roll("errand", key(index))));
  }

  private Guest guest(int index, Dialect dialect, Errand errand) {
    Dice dice = new Dice(seed);
    // Neighbours have different names, as far as there are names.
    List<String> names = PHRASES.all(dialect, "name");
    String name = names.get(index % names.size());
    Person person = Person.of(phone(dice, key(index)), name);
    var temper = new Temper(dialect, errand, menu, dice, scaled(THINKING), patience);
    return new Guest(line.customer(person), temper, PHRASES, INSTINCT);
  }

  private static String key(int index) {
    return "guest:" + index;
  }

  private static String phone(Dice dice, String key) {
    return "9665" + String.format(Locale.ROOT, "%08d", dice.upTo(99_999_999, "phone", key));
  }

  private Duration scaled(Duration ordinary) {
    return Duration.ofNanos((long) (ordinary.toNanos() / load));
  }

  private static List<Visit> results(List<Future<Visit>> visits) throws InterruptedException {
    List<Visit> done = new ArrayList<>();
    for (Future<Visit> visit : visits) {
      try {
        done.add(visit.get());
      } catch (ExecutionException broken) {
        throw new IllegalStateException("a visit broke off", broken.getCause());
      }
    }
    return done;
  }
}
