package com.crmres.server.assistant.openrouter;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How OpenRouter is used.
///
/// @param baseUrl for example `https://openrouter.ai/api/v1`
/// @param models one to three, tried in this order by OpenRouter itself
/// @param turnLimit for everything done for a turn; then the embedded mind takes it
/// @param maxTokens of an answer
/// @param temperature null to leave it to the provider
/// @param effort how long models may think, for example `minimal`; null to leave it to them
/// @param zeroRetention whether only endpoints that keep nothing are used
/// @param promptPrice and
/// @param completionPrice the most a million tokens may cost, in US dollars
/// @param budget what may be spent
/// @param unmeasured what is done with a prompt or models that the bench has not measured
public record RouterSettings(
    URI baseUrl,
    String key,
    List<String> models,
    Duration turnLimit,
    int maxTokens,
    @Nullable Double temperature,
    @Nullable String effort,
    boolean zeroRetention,
    double promptPrice,
    double completionPrice,
    Budget budget,
    Unmeasured unmeasured) {

  public static final int MOST_MODELS = 3;

  public RouterSettings {
    models = List.copyOf(models);
    if (models.isEmpty() || models.size() > MOST_MODELS) {
      throw new IllegalArgumentException("one to three models, not " + models.size());
    }
  }

  /// The usual settings, with these.
  public static RouterSettings usual(URI baseUrl, String key, List<String> models) {
    return new RouterSettings(
        baseUrl,
        key,
        models,
        Duration.ofSeconds(12),
        700,
        0.1,
        "minimal",
        true,
        1.0,
        5.0,
        new Budget(5_000_000, 100_000, 40),
        Unmeasured.WARN);
  }

  /// What may be spent, in millionths of a US dollar.
  ///
  /// @param microDollarsPerDay of a restaurant, by the day of UTC
  /// @param microDollarsPerConversation by the same day
  /// @param callsPerHour of a conversation
  public record Budget(
      long microDollarsPerDay, long microDollarsPerConversation, int callsPerHour) {}

  /// What is done with a prompt or models that were not measured.
  public enum Unmeasured {

    /// The embedded mind keeps all turns.
    REFUSE,

    /// The model is used; the log says what is missing.
    WARN
  }

  Prices prices() {
    return new Prices(promptPrice, completionPrice);
  }

  /// The same, with another limit for a turn.
  public RouterSettings within(Duration other) {
    return new RouterSettings(
        baseUrl,
        key,
        models,
        other,
        maxTokens,
        temperature,
        effort,
        zeroRetention,
        promptPrice,
        completionPrice,
        budget,
        unmeasured);
  }

  /// The same, with other budgets.
  public RouterSettings spending(Budget other) {
    return new RouterSettings(
        baseUrl,
        key,
        models,
        turnLimit,
        maxTokens,
        temperature,
        effort,
        zeroRetention,
        promptPrice,
        completionPrice,
        other,
        unmeasured);
  }

  /// The same, strict or not about what was measured.
  public RouterSettings treating(Unmeasured other) {
    return new RouterSettings(
        baseUrl,
        key,
        models,
        turnLimit,
        maxTokens,
        temperature,
        effort,
        zeroRetention,
        promptPrice,
        completionPrice,
        budget,
        other);
  }

  boolean usesClaude() {
    return models.stream().anyMatch(model -> model.startsWith("anthropic/"));
  }

  /// Names no key.
  @Override
  public String toString() {
    return "RouterSettings[baseUrl=%s, models=%s, key=***]".formatted(baseUrl, models);
  }
}
