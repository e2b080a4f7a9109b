package com.crmres.bench.safety;

import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.assistant.openrouter.LedgerInMemory;
import com.crmres.server.assistant.openrouter.OpenRouterMind;
import com.crmres.server.assistant.openrouter.RouterSettings;
import com.crmres.server.language.Lexicon;
import com.crmres.simulator.openrouter.Behaviour;
import com.crmres.simulator.openrouter.Model;
import com.crmres.simulator.openrouter.OpenRouterSimulator;
import com.crmres.simulator.openrouter.Recorded;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// A mind that asks a rogue model over HTTP, and how often and how long it asked for a turn.
final class RogueRouter implements Mind, AutoCloseable {

  private static final Mind EMBEDDED = new EmbeddedMind(Lexicon.load());
  private static final String KEY = "sk-or-v1-of-the-bench";

  private final OpenRouterSimulator router;
  private final RouterSettings settings;
  private Mind mind;
  private int mostCalls;
  private Duration longest = Duration.ZERO;

  RogueRouter(Model model) {
    router = OpenRouterSimulator.start(KEY, Behaviour.anyModel());
    router.model(model);
    settings =
        RouterSettings.usual(router.baseUrl(), KEY, List.of("bench/rogue"))
            .within(Duration.ofSeconds(5));
    mind = fresh();
  }

  private Mind fresh() {
    return OpenRouterMind.of(settings, EMBEDDED, new LedgerInMemory(), Clock.systemUTC());
  }

  /// Forgets that the model failed before, lest the breaker protect us from it.
  void forget() {
    mind = fresh();
  }

  @Override
  public Reading read(Turn turn) {
    int before = router.recorded().size();
    long began = System.nanoTime();
    Reading reading = mind.read(turn);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    longest = took.compareTo(longest) > 0 ? took : longest;
    mostCalls = Math.max(mostCalls, router.recorded().size() - before);
    return reading;
  }

  /// The most calls that any turn took.
  int mostCalls() {
    return mostCalls;
  }

  /// The longest that any turn took.
  Duration longest() {
    return longest;
  }

  /// All that left the house.
  List<String> sent() {
    return router.recorded().stream().map(Recorded::text).toList();
  }

  @Override
  public void close() {
    router.close();
  }
}
