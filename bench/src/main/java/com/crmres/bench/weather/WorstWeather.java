package com.crmres.bench.weather;

import com.crmres.bench.house.Accounts;
import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.simulator.Ledger;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.cloudapi.Limits;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.customers.Said;
import com.crmres.simulator.weather.FastClock;
import com.crmres.simulator.weather.Weather;
import com.crmres.simulator.webhook.Retries;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// One evening in the worst weather: thousands of customers ask, and in the end every message is
/// there once, in its order, and so is every answer.
///
/// WhatsApp's clock runs [#SPEED] times faster than the real one: a message that is a minute late
/// by its timestamps is six real seconds late. The server is a real process with real limits; only
/// its waits are shorter, as in every trial.
public final class WorstWeather {

  /// How many seconds of WhatsApp pass in a real one.
  public static final int SPEED = 10;

  private static final Duration EVENING = Duration.ofMinutes(10);

  /// Longer than the server waits for any answer.
  private static final Duration UNANSWERED = Duration.ofSeconds(13);

  private static final Duration QUIET_LIMIT = Duration.ofMinutes(4);
  private static final Retries RETRIES =
      new Retries(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(8));

  /// The doubt waits longer than a status may be late.
  private static final Map<String, String> BRISK =
      Map.of(
          "CRM_TURN_IDLE", "PT0.3S",
          "CRM_TURN_MOST", "PT1S",
          "WHATSAPP_DOUBT_WAIT", "PT8S",
          // The evening begins in WhatsApp's past, and none of it is too old to be answered.
          "CRM_ANSWER_MAX_AGE", "PT12H");

  private static final String STORED =
      """
      select wamid from message where sender = 'customer' order by conversation_id, at, sequence
      """;
  private static final String OVERTAKEN =
      """
      select count(*) from message m
       where m.sender = 'customer'
         and exists (select 1 from message l
                      where l.conversation_id = m.conversation_id and l.sender = 'customer'
                        and l.at > m.at and l.sequence < m.sequence)
      """;
  private static final String SEQUENCES =
      "select message_id, sequence from outbox where state = 'accepted'";

  private final WeatherPlan plan;
  private final Consumer<String> progress;

  /// Makes an evening.
  ///
  /// @param progress is told a line now and then
  public WorstWeather(WeatherPlan plan, Consumer<String> progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /// Runs it from an empty house to the verdict.
  public WeatherVerdict run() throws Exception {
    progress.accept("the worst weather begins: " + plan);
    FastClock clock = FastClock.of(Clock.systemUTC(), SPEED, EVENING);
    try (House house = House.open();
        Simulator simulator = simulator(clock);
        ServerNode node = house.node("node", settings(simulator))) {
      node.start();
      simulator.target(node.webhook());
      long start = System.nanoTime();
      new Callers(simulator, clock, plan).write(new Tide(plan.calmRate()));
      progress.accept("the last customer has written; waiting until nothing is under way");
      Accounts accounts = new Accounts(house, simulator);
      accounts.awaitQuiet(QUIET_LIMIT);
      return balance(accounts, simulator, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static Map<String, String> settings(Simulator simulator) {
    Map<String, String> settings = new HashMap<>(BRISK);
    settings.put("WHATSAPP_GRAPH_URL", simulator.url().toString());
    return settings;
  }

  private Simulator simulator(Clock clock) {
    return Simulator.builder()
        .seed(plan.seed())
        .appSecret(House.appSecret())
        .clock(clock)
        .retries(RETRIES)
        .limits(Limits.FAITHFUL.withThroughput(500))
        .weather(Weather.worst(plan.seed(), UNANSWERED).faster(SPEED))
        .build()
        .start();
  }

  private WeatherVerdict balance(Accounts accounts, Simulator simulator, Duration took)
      throws Exception {
    Ledger ledger = simulator.ledger();
    accounts.compareWork();
    int stored = accounts.compareMessages(ledger);
    accounts.compareSends(ledger);
    accounts.none("never answered", ledger.unanswered());
    compareOrderIn(accounts, ledger);
    compareOrderOut(accounts, ledger);
    return new WeatherVerdict(
        plan,
        ledger.said().size(),
        stored,
        simulator.deliveries().posts(),
        accounts.number(OVERTAKEN),
        ledger.answered().size(),
        accounts.number("select coalesce(sum(refusals), 0) from outbox"),
        (int) ledger.answered().stream().filter(send -> !send.answered()).count(),
        took.toSeconds(),
        accounts.faults());
  }

  /// Every customer's messages, by WhatsApp's time, stand in the order in which they were said.
  private static void compareOrderIn(Accounts accounts, Ledger ledger) throws Exception {
    Map<String, String> customers =
        ledger.said().stream()
            .map(Ledger.Entry::said)
            .collect(Collectors.toMap(Said::messageId, words -> words.customer().key()));
    Map<String, List<String>> stored =
        accounts.rows(STORED).stream()
            .collect(Collectors.groupingBy(id -> customers.getOrDefault(id, "nobody")));
    Map<String, List<String>> said =
        ledger.said().stream()
            .map(Ledger.Entry::said)
            .collect(
                Collectors.groupingBy(
                    words -> words.customer().key(),
                    Collectors.mapping(Said::messageId, Collectors.toList())));
    accounts.none(
        "out of order on the way in",
        said.entrySet().stream()
            .filter(entry -> !entry.getValue().equals(stored.get(entry.getKey())))
            .map(Map.Entry::getKey)
            .toList());
  }

  /// Every customer got our messages in the order in which we wrote them.
  private static void compareOrderOut(Accounts accounts, Ledger ledger) throws Exception {
    Map<String, Integer> sequences = accounts.counts(SEQUENCES);
    Map<String, List<Send>> received =
        ledger.answered().stream().collect(Collectors.groupingBy(send -> send.customer().key()));
    accounts.none(
        "out of order on the way out",
        received.entrySet().stream()
            .filter(entry -> !isAscending(entry.getValue(), sequences))
            .map(Map.Entry::getKey)
            .toList());
  }

  private static boolean isAscending(List<Send> sends, Map<String, Integer> sequences) {
    int last = 0;
    for (Send send : sends) {
      int sequence = sequences.getOrDefault(String.valueOf(send.callbackData()), 0);
      if (sequence <= last) {
        return false;
      }
      last = sequence;
    }
    return true;
  }
}
