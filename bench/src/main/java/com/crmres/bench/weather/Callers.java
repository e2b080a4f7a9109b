package com.crmres.bench.weather;

import com.crmres.simulator.Simulator;
import com.crmres.simulator.customers.Customer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Customers who each ask a few short things, one after the other, while others do the same.
final class Callers {

  private static final Duration GLANCE = Duration.ofMillis(5);

  /// Questions with an answer of their own, so that no order and no escalation is in the way.
  private static final List<String> QUESTIONS =
      List.of(
          "متى تفتحون؟",
          "وين موقعكم؟",
          "كيف الدفع عندكم؟",
          "عندكم توصيل؟",
          "What are your opening hours?",
          "Do you deliver?",
          "Where are you located?",
          "How can I pay?");

  private final Clock clock;
  private final WeatherPlan plan;
  private final Random random;
  private final List<Caller> callers = new ArrayList<>();

  Callers(Simulator simulator, Clock clock, WeatherPlan plan) {
    this.clock = clock;
    this.plan = plan;
    this.random = new Random(plan.seed());
    for (int index = 0; index < plan.customers(); index++) {
      callers.add(
          new Caller(
              simulator.customer(
                  String.format(Locale.ROOT, "96655%07d", index), "Caller " + index)));
    }
  }

  /// Lets all of them write, at the pace of the tide.
  void write(Tide tide) throws InterruptedException {
    long start = System.nanoTime();
    for (int place = 0; place < plan.messages(); place++) {
      long due = start + tide.momentOf(place).toNanos();
      long early = due - System.nanoTime();
      if (early > 0) {
        Thread.sleep(Duration.ofNanos(early));
      }
      callerOf(place).asks(QUESTIONS.get(random.nextInt(QUESTIONS.size())));
    }
  }

  /// Side by side: the first message of each of a group, then the second of each, and so on.
  private Caller callerOf(int place) {
    int inGroup = plan.atOnce() * plan.turns();
    int caller = place / inGroup * plan.atOnce() + place % inGroup % plan.atOnce();
    return callers.get(caller % callers.size());
  }

  /// WhatsApp's time has whole seconds: whoever writes twice in one leaves no order to be kept.
  private final class Caller {

    private final Customer customer;
    private Instant wroteAt = Instant.MIN;

    Caller(Customer customer) {
      this.customer = customer;
    }

    void asks(String question) throws InterruptedException {
      while (clock.instant().getEpochSecond() <= wroteAt.getEpochSecond()) {
        Thread.sleep(GLANCE);
      }
      wroteAt = clock.instant();
      customer.says(question);
    }
  }
}
