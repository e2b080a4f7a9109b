package com.crmres.server.assistant;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Who read a turn, and what it took.
///
/// @param mind for example `embedded-2` or `openrouter`
/// @param prompt the version of the prompt; null where none was used
/// @param model the model that answered, by the name it gave itself
/// @param calls to models, failed ones too
/// @param cachedTokens those of the prompt that the provider had kept
/// @param microDollars millionths of a US dollar
/// @param estimated whether the cost is ours to guess, since no bill came
/// @param fellBack why the embedded mind took the turn though a model was to; null if none was
public record Work(
    String mind,
    @Nullable String prompt,
    @Nullable String model,
    int calls,
    long promptTokens,
    long completionTokens,
    long cachedTokens,
    long microDollars,
    boolean estimated,
    @Nullable String fellBack,
    Duration took) {

  /// Read without any model.
  public static Work byItself(String mind) {
    return new Work(mind, null, null, 0, 0, 0, 0, 0, false, null, Duration.ZERO);
  }
}
