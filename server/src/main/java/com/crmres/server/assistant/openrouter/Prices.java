package com.crmres.server.assistant.openrouter;

/// The most that tokens may cost, in US dollars a million: the cap of every request, and what is
/// booked while no bill has come.
record Prices(double prompt, double completion) {

  /// Dollars a million tokens are millionths of a dollar a token.
  long microDollars(long promptTokens, long completionTokens) {
    return (long) Math.ceil(promptTokens * prompt + completionTokens * completion);
  }
}
