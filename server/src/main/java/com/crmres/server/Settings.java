package com.crmres.server;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.assistant.openrouter.OpenRouterMind;
import com.crmres.server.assistant.openrouter.RouterSettings;
import com.crmres.server.assistant.openrouter.RouterSettings.Unmeasured;
import com.crmres.server.database.DatabaseAddress;
import com.crmres.server.whatsapp.outbox.DoubtPolicy;
import io.helidon.config.Config;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The whole configuration, checked at start (docs/operation.md lists every key).
///
/// @param database an external PostgreSQL; null for the embedded one in the data folder
/// @param poolSize connections to the database
/// @param workers how many units, and how many turns, are worked on at once; 0 for a node that only
///   takes deliveries in
/// @param answerMaxAge what a customer wrote longer ago is answered by people only
/// @param secretKey under which tokens of numbers are sealed; null for the one in the data folder
/// @param languageModels how OpenRouter is used; null without a key
/// @param firstRestaurant its name, where the database is empty and no demo is wanted
/// @param posLoopback whether a till may be on this machine: for trials
/// @param moyasarUrl where Moyasar makes payment links
/// @param printers where the kitchen's printers may be
/// @param seed `demo` to fill an empty database with the demo restaurant; null for nothing
record Settings(
    Listeners listeners,
    Path dataFolder,
    @Nullable DatabaseAddress database,
    int poolSize,
    int workers,
    Duration liveRetention,
    Burst burst,
    Duration answerMaxAge,
    WhatsApp whatsApp,
    @Nullable String jwtSecret,
    @Nullable String secretKey,
    @Nullable String seed,
    @Nullable String seedPassword,
    Owner owner,
    LocalizedText firstRestaurant,
    boolean posLoopback,
    URI moyasarUrl,
    @Nullable RouterSettings languageModels,
    Printers printers) {

  /// A turn's lease is 20 s; the rest is for the answer. As OpenRouter names models, for example
  /// `google/gemini-3.1-flash-lite:free`.
  private static final Pattern MODEL = Pattern.compile("~?[\\w.-]+/[\\w.-]+(:[\\w-]+)?");

  private static final List<String> EFFORTS = List.of("none", "minimal", "low", "medium", "high");

  private static final Duration LONGEST_TURN = Duration.ofSeconds(15);

  /// Where the server listens.
  record Listeners(String host, int port, String adminHost, int adminPort) {}

  /// When a customer is taken to have finished.
  record Burst(Duration idle, Duration most) {}

  /// The first restaurant's number and the way to WhatsApp.
  ///
  /// @param accountId the WhatsApp Business Account that holds the number
  /// @param mediaHosts where WhatsApp keeps files, besides the Graph API's own host
  /// @param appSecrets the present one, then those still accepted
  /// @param typing whether customers see that the assistant reads and writes
  /// @param messagesPerSecond of every number; null for what WhatsApp allows each
  /// @param provesSecret whether calls carry `appsecret_proof`
  record WhatsApp(
      URI graphUrl,
      String apiVersion,
      List<String> appSecrets,
      String verifyToken,
      String accessToken,
      String accountId,
      String phoneNumberId,
      @Nullable Double messagesPerSecond,
      Duration doubtWait,
      DoubtPolicy doubtPolicy,
      boolean provesSecret,
      List<String> mediaHosts,
      boolean typing) {

    @Override
    public String toString() {
      return "WhatsApp[graphUrl=%s, phoneNumberId=%s, ***]".formatted(graphUrl, phoneNumberId);
    }
  }

  /// Where the kitchen's printers may be.
  ///
  /// @param folder of file printers; null for the one in the data folder
  /// @param ownMachine whether they may be on the server's own machine
  record Printers(@Nullable Path folder, boolean ownMachine) {}

  /// The first owner of an empty database.
  record Owner(@Nullable String email, @Nullable String password) {

    @Override
    public String toString() {
      return "Owner[***]";
    }
  }

  /// Names nothing: several values are secrets.
  @Override
  public String toString() {
    return "Settings[***]";
  }

  /// Reads the settings.
  ///
  /// @throws SettingsException naming everything that is missing or wrong
  static Settings read(Config config) {
    SettingsReader reader = new SettingsReader(config);
    Settings settings =
        new Settings(
            new Listeners(
                reader.text("crm.host"),
                reader.integer("crm.port", 0, 65_535),
                reader.text("crm.admin.host"),
                reader.integer("crm.admin.port", 0, 65_535)),
            Path.of(reader.text("crm.data.dir")),
            database(reader),
            reader.integer("crm.database.pool", 4, 100),
            reader.integer("crm.workers", 0, 64),
            reader.duration("crm.live.retention"),
            new Burst(reader.duration("crm.turn.idle"), reader.duration("crm.turn.most")),
            reader.duration("crm.answer.max.age"),
            whatsApp(reader),
            reader.secret("crm.jwt.secret", 32),
            reader.secret("crm.secret.key", 32),
            reader.oneOf("crm.seed", List.of("demo")),
            reader.secret("crm.seed.password", 12),
            new Owner(
                reader.textOrNull("crm.bootstrap.owner.email"),
                reader.secret("crm.bootstrap.owner.password", 12)),
            new LocalizedText(
                reader.text("crm.bootstrap.restaurant.ar"),
                reader.text("crm.bootstrap.restaurant.en")),
            reader.flag("crm.pos.loopback"),
            reader.uri("moyasar.url"),
            languageModels(reader),
            printers(reader));
    reader.throwIfFaulty();
    return settings;
  }

  private static @Nullable DatabaseAddress database(SettingsReader reader) {
    String url = reader.textOrNull("crm.database.url");
    if (url == null) {
      return null;
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      reader.fault("crm.database.url", "must begin with jdbc:postgresql:");
    }
    return new DatabaseAddress(
        url, reader.text("crm.database.user"), reader.text("crm.database.password"));
  }

  /// How OpenRouter is used, for whoever needs nothing else.
  ///
  /// @throws SettingsException naming everything that is missing or wrong
  static @Nullable RouterSettings languageModels(Config config) {
    SettingsReader reader = new SettingsReader(config);
    RouterSettings models = languageModels(reader);
    reader.throwIfFaulty();
    return models;
  }

  /// Where the server keeps what it keeps, for whoever needs nothing else.
  ///
  /// @throws SettingsException if nobody said
  static Path dataFolder(Config config) {
    SettingsReader reader = new SettingsReader(config);
    Path folder = Path.of(reader.text("crm.data.dir"));
    reader.throwIfFaulty();
    return folder;
  }

  private static @Nullable RouterSettings languageModels(SettingsReader reader) {
    String key = reader.textOrNull("openrouter.api.key");
    if (key == null) {
      return null;
    }
    URI url = reader.uri("openrouter.base.url");
    List<String> models = models(reader);
    Duration limit = reader.duration("openrouter.turn.limit");
    if (limit.compareTo(LONGEST_TURN) > 0) {
      reader.fault("openrouter.turn.limit", "must be at most " + LONGEST_TURN);
    }
    return new RouterSettings(
        url,
        key.strip(),
        models,
        limit,
        reader.integer("openrouter.max.tokens", 64, 4_000),
        reader.decimalOrNull("openrouter.temperature", 0, 2),
        reader.oneOf("openrouter.effort", EFFORTS),
        reader.flag("openrouter.zdr"),
        reader.decimal("openrouter.max.price.prompt", 0, 1_000),
        reader.decimal("openrouter.max.price.completion", 0, 1_000),
        new RouterSettings.Budget(
            microDollars(reader, "openrouter.budget.day"),
            microDollars(reader, "openrouter.budget.conversation"),
            reader.integer("openrouter.calls.per.hour", 0, 1_000)),
        unmeasured(reader, url));
  }

  private static List<String> models(SettingsReader reader) {
    List<String> models = reader.list("openrouter.models");
    models.stream()
        .filter(model -> !MODEL.matcher(model).matches())
        .forEach(model ->
            reader.fault(
                "openrouter.models", "names '" + model + "', which is not like maker/model"));
    if (models.isEmpty() || models.size() > RouterSettings.MOST_MODELS) {
      reader.fault("openrouter.models", "must be one to three models");
      return List.of("none");
    }
    return models;
  }

  private static long microDollars(SettingsReader reader, String key) {
    return Math.round(reader.decimal(key, 0, 100_000) * 1_000_000);
  }

  /// Where money and customers' words are at stake, nothing is used that was not measured; anywhere
  /// else is a place to try things.
  private static Unmeasured unmeasured(SettingsReader reader, URI url) {
    String told = reader.oneOf("openrouter.unmeasured", List.of("refuse", "warn"));
    boolean refuses =
        told == null ? OpenRouterMind.REAL.getHost().equals(url.getHost()) : told.equals("refuse");
    return refuses ? Unmeasured.REFUSE : Unmeasured.WARN;
  }

  private static Printers printers(SettingsReader reader) {
    String folder = reader.textOrNull("crm.printers.folder");
    return new Printers(
        folder == null ? null : Path.of(folder), reader.flag("crm.printers.loopback"));
  }

  private static WhatsApp whatsApp(SettingsReader reader) {
    return new WhatsApp(
        reader.uri("whatsapp.graph.url"),
        reader.matching("whatsapp.api.version", "v[0-9]+\\.[0-9]+"),
        reader.list("whatsapp.app.secret"),
        reader.text("whatsapp.verify.token"),
        reader.text("whatsapp.access.token"),
        reader.matching("whatsapp.business.account.id", "[0-9]+"),
        reader.matching("whatsapp.phone.number.id", "[0-9]+"),
        reader.decimalOrNull("whatsapp.messages.per.second", 1, 1_000),
        reader.duration("whatsapp.doubt.wait"),
        reader.named("whatsapp.doubt.policy", DoubtPolicy.class, DoubtPolicy.BY_MESSAGE),
        reader.flag("whatsapp.appsecret.proof"),
        reader.list("whatsapp.media.hosts"),
        reader.flag("whatsapp.typing"));
  }
}
