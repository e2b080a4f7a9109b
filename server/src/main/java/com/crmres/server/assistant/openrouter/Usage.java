package com.crmres.server.assistant.openrouter;

/// What calls took.
///
/// @param cachedTokens those of the prompt that the provider had kept
/// @param microDollars millionths of a US dollar
/// @param estimated whether the cost is our guess, since no bill came
record Usage(
    long promptTokens,
    long completionTokens,
    long cachedTokens,
    long reasoningTokens,
    long microDollars,
    boolean estimated) {

  static final Usage NONE = new Usage(0, 0, 0, 0, 0, false);

  /// A call of which no bill came, though there may be one.
  static Usage guessed(long microDollars) {
    return new Usage(0, 0, 0, 0, microDollars, microDollars > 0);
  }

  Usage plus(Usage other) {
    return new Usage(
        promptTokens + other.promptTokens,
        completionTokens + other.completionTokens,
        cachedTokens + other.cachedTokens,
        reasoningTokens + other.reasoningTokens,
        microDollars + other.microDollars,
        estimated || other.estimated);
  }
}
