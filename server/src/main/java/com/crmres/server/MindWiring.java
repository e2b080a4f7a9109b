package com.crmres.server;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.server.assistant.Corrections;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.assistant.evaluation.Registrar;
import com.crmres.server.assistant.form.SaidForms;
import com.crmres.server.assistant.mode.HouseSettings;
import com.crmres.server.assistant.openrouter.LedgerInDatabase;
import com.crmres.server.assistant.openrouter.LedgerInMemory;
import com.crmres.server.assistant.openrouter.Measured;
import com.crmres.server.assistant.openrouter.OpenRouterMind;
import com.crmres.server.assistant.openrouter.Prompts;
import com.crmres.server.assistant.openrouter.RouterMetrics;
import com.crmres.server.assistant.openrouter.RouterSettings;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.job.Loop;
import com.crmres.server.language.Lexicon;
import io.helidon.config.Config;
import io.helidon.metrics.api.Metrics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Makes the mind that reads turns: the embedded one, and before it the one that asks a language
/// model, where a key is set.
final class MindWiring {

  /// Turns that may wait for a model at once, besides those of the workers.
  private static final int WAITING_AT_ONCE = 48;

  private static final long MICRO_DOLLARS_PER_CENT = 10_000;

  final Mind mind;

  private final Ground ground;
  private final HouseSettings house;
  private final @Nullable OpenRouterMind router;
  private final List<Loop> relief = new ArrayList<>();
  private final AtomicInteger next = new AtomicInteger();

  MindWiring(Ground ground, Conversations conversations, HouseSettings house) {
    this.ground = ground;
    this.house = house;
    Mind embedded = new Corrections(new SaidForms(new EmbeddedMind(Lexicon.load())));
    RouterSettings settings = ground.settings().languageModels();
    router = settings == null ? null : router(settings, embedded, conversations);
    mind = router == null ? embedded : router;
  }

  /// The mind as the bench measures it: with the key and the models of the environment, whether or
  /// not they were measured before, and no limits but the day's budget.
  static Mind forMeasuring() {
    RouterSettings settings = Settings.languageModels(Config.create());
    if (settings == null) {
      throw new SettingsException(List.of("OPENROUTER_API_KEY is missing"));
    }
    RouterSettings.Budget day =
        new RouterSettings.Budget(
            settings.budget().microDollarsPerDay(), Long.MAX_VALUE / 2, Integer.MAX_VALUE);
    OpenRouterMind mind =
        OpenRouterMind.of(
            settings.spending(day).treating(RouterSettings.Unmeasured.WARN),
            new EmbeddedMind(Lexicon.load()),
            new LedgerInMemory(),
            Clock.systemUTC());
    mind.watch().look();
    return mind;
  }

  /// Takes down what the bench measured of the prompt with the models of the environment.
  static Registrar registrar() {
    return (file, result) -> {
      Config config = Config.create();
      RouterSettings settings = Objects.requireNonNull(Settings.languageModels(config));
      Path register = file == null ? register(Settings.dataFolder(config)) : file;
      Measured.enter(
          register,
          new Measured.Run(
              Prompts.load().version(),
              settings.models(),
              Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS),
              result.passed(),
              result.figures(),
              result.missed()));
      return register;
    };
  }

  private static Path register(Path dataFolder) {
    return dataFolder.resolve("assistant/measured.json");
  }

  private OpenRouterMind router(
      RouterSettings settings, Mind embedded, Conversations conversations) {
    return new OpenRouterMind(
        settings,
        new OpenRouterMind.House(
            embedded,
            new LedgerInDatabase(ground.database(), ground.ids(), this::microDollarsPerDay),
            (restaurantId, conversationId) -> names(conversations, restaurantId, conversationId),
            Measured.load(register(ground.settings().dataFolder())),
            this::relieve,
            new RouterMetrics(Metrics.globalRegistry()),
            ground.clock(),
            Objects.requireNonNullElse(ground.settings().secretKey(), settings.key())));
  }

  /// What the house lets its language models cost a day.
  private long microDollarsPerDay(UUID restaurantId) {
    int cents =
        ground
            .database()
            .inRestaurant(restaurantId, transaction -> house.of(transaction, restaurantId))
            .centsPerDay();
    return cents * MICRO_DOLLARS_PER_CENT;
  }

  private List<String> names(Conversations conversations, UUID restaurantId, UUID conversationId) {
    return ground
        .database()
        .inRestaurant(
            restaurantId,
            transaction -> conversations.find(transaction, restaurantId, conversationId))
        .map(ConversationSummary::customer)
        .map(customer -> customer.name())
        .map(List::of)
        .orElse(List.of());
  }

  /// A turn is about to wait for a model: another worker looks whether more turns are due. Sleeping
  /// ones cost nothing, and one that waits holds no connection.
  private void relieve() {
    if (!relief.isEmpty()) {
      relief.get(Math.floorMod(next.getAndIncrement(), relief.size())).wake();
    }
  }

  void goOn(Loops loops, Loop.Step turns) {
    OpenRouterMind asked = router;
    if (asked == null || ground.settings().workers() == 0) {
      return;
    }
    for (int i = 0; i < WAITING_AT_ONCE; i++) {
      relief.add(loops.add("turns in relief " + i, Loops.HOUSEKEEPING, turns));
    }
    loops.add("language models", Loops.ACCOUNT, asked.watch()::look);
  }
}
