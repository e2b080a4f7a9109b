package com.crmres.bench.trial;

import com.crmres.bench.house.Clerk;
import com.crmres.bench.house.House;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.cloudapi.Limits;
import com.crmres.simulator.customers.Crowd;
import com.crmres.simulator.customers.Dish;
import com.crmres.simulator.weather.SendFault;
import com.crmres.simulator.weather.Weather;
import com.crmres.simulator.webhook.Retries;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/// One trial: customers write, a server dies again and again, and in the end the books are
/// balanced.
public final class Trial {

  private static final Retries RETRIES =
      new Retries(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(6));

  /// Longer than any machine needs for all kills: a trial is about loss, not about speed.
  private static final Duration PATIENCE = Duration.ofMinutes(12);

  private static final Duration QUIET_LIMIT = Duration.ofMinutes(4);

  /// What can be ordered without a question: a trial is about delivery, not about understanding.
  private static final List<Dish> DISHES =
      List.of(
          new Dish("شاورما دجاج", "Chicken shawarma"),
          new Dish("برجر دجاج مقرمش", "Crispy chicken burger"),
          new Dish("شيش طاووق", "Shish tawook"),
          new Dish("بطاطس بالجبن", "Cheese fries"),
          new Dish("سلطة فتوش", "Fattoush salad"),
          new Dish("عصير مانجو", "Mango juice"));

  private static final Duration ROUND = Duration.ofMillis(300);
  private static final double LOAD = 20;

  private final TrialPlan plan;
  private final Consumer<String> progress;

  /// Makes a trial.
  ///
  /// @param progress is told a line now and then
  public Trial(TrialPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /// Runs it from an empty house to the verdict.
  public Verdict run() throws Exception {
    progress.accept("trial begins: " + plan);
    try (House house = House.open();
        Simulator simulator = simulator(plan.seed());
        Nodes nodes = Nodes.of(plan.nodes(), house, simulator.url())) {
      nodes.start();
      simulator.target(nodes.webhook());
      return run(house, simulator, nodes);
    }
  }

  private Verdict run(House house, Simulator simulator, Nodes nodes) throws Exception {
    Clerk clerk = new Clerk(nodes.url());
    Crowd crowd = simulator.crowd(DISHES, LOAD).withPatience(PATIENCE);
    Reaper reaper = new Reaper(nodes.all(), new Random(plan.seed()), plan.kills(), progress);
    Rush rush = new Rush(crowd, plan.customers());
    Set<String> accepted = new HashSet<>();
    try (var killing = Background.of("reaper", reaper::reap);
        var writing = Background.of("rush", () -> rush.untilAtLeast(reaper::isDone))) {
      while (!(killing.isDone() && writing.isDone())) {
        clerk.acceptAll().forEach(order -> accepted.add(order.number()));
        Thread.sleep(ROUND);
      }
      killing.join();
      writing.join();
    }
    progress.accept("the last customer has gone; waiting until nothing is under way");
    Books books = new Books(house, simulator);
    books.awaitQuiet(QUIET_LIMIT);
    clerk.acceptAll().forEach(order -> accepted.add(order.number()));
    books.awaitQuiet(QUIET_LIMIT);
    return books.balance(plan, reaper.kills(), nodes.senders(), rush.visits(), accepted);
  }

  private static Simulator simulator(long seed) {
    return Simulator.builder()
        .seed(seed)
        .appSecret(House.appSecret())
        .retries(RETRIES)
        .limits(Limits.FAITHFUL.withThroughput(500))
        .weather(weather(seed))
        .build()
        .start();
  }

  /// What an ordinary evening brings: copies, detours, bundles, a full number, an answer that got
  /// lost.
  private static Weather weather(long seed) {
    return Weather.calm(seed)
        .withLatency(Duration.ofMillis(1), Duration.ofMillis(30))
        .withDuplicates(0.2, 3)
        .withReordering(Duration.ofMillis(200))
        .withBatches(5, Duration.ofMillis(60))
        .withStatusFirst(0.1)
        .withSendFaults(new SendFault.Refused(130429, 0.03), new SendFault.AnswerLost(0.04));
  }
}
