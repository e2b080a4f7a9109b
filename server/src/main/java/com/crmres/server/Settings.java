package com.crmres.server;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.DatabaseAddress;
import io.helidon.config.Config;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The whole configuration, checked at start (docs/operation.md lists every key).
///
/// @param database an external PostgreSQL; null for the embedded one in the data folder
/// @param poolSize connections to the database
/// @param workers how many units, and how many turns, are worked on at once; 0 for a node that only
///   takes deliveries in
/// @param answerMaxAge what a customer wrote longer ago is answered by people only
/// @param languageModels where OpenRouter is; null without a key
/// @param firstRestaurant its name, where the database is empty and no demo is wanted
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
    @Nullable String seed,
    @Nullable String seedPassword,
    Owner owner,
    LocalizedText firstRestaurant,
    @Nullable URI languageModels) {

  /// Where the server listens.
  record Listeners(String host, int port, String adminHost, int adminPort) {}

  /// When a customer is taken to have finished.
  record Burst(Duration idle, Duration most) {}

  /// The first restaurant's number and the way to WhatsApp.
  ///
  /// @param accountId the WhatsApp Business Account that holds the number
  /// @param appSecrets the present one, then those still accepted
  /// @param typing whether customers see that the assistant reads and writes
  record WhatsApp(
      URI graphUrl,
      String apiVersion,
      List<String> appSecrets,
      String verifyToken,
      String accessToken,
      String accountId,
      String phoneNumberId,
      double messagesPerSecond,
      Duration doubtWait,
      boolean typing) {

    @Override
    public String toString() {
      return "WhatsApp[graphUrl=%s, phoneNumberId=%s, ***]".formatted(graphUrl, phoneNumberId);
    }
  }

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
            reader.oneOf("crm.seed", List.of("demo")),
            reader.secret("crm.seed.password", 12),
            new Owner(
                reader.textOrNull("crm.bootstrap.owner.email"),
                reader.secret("crm.bootstrap.owner.password", 12)),
            new LocalizedText(
                reader.text("crm.bootstrap.restaurant.ar"),
                reader.text("crm.bootstrap.restaurant.en")),
            reader.textOrNull("openrouter.api.key") == null
                ? null
                : reader.uri("openrouter.base.url"));
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

  private static WhatsApp whatsApp(SettingsReader reader) {
    return new WhatsApp(
        reader.uri("whatsapp.graph.url"),
        reader.matching("whatsapp.api.version", "v[0-9]+\\.[0-9]+"),
        reader.list("whatsapp.app.secret"),
        reader.text("whatsapp.verify.token"),
        reader.text("whatsapp.access.token"),
        reader.matching("whatsapp.business.account.id", "[0-9]+"),
        reader.matching("whatsapp.phone.number.id", "[0-9]+"),
        reader.decimal("whatsapp.messages.per.second", 1, 1_000),
        reader.duration("whatsapp.doubt.wait"),
        "true".equals(reader.oneOf("whatsapp.typing", List.of("true", "false"))));
  }
}
