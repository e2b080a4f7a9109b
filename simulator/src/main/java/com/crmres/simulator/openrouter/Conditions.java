package com.crmres.simulator.openrouter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the simulated OpenRouter is at the moment; changed while it runs.
final class Conditions {

  final Account account = new Account();
  volatile Duration latencyFrom = Duration.ZERO;
  volatile Duration latencyTo = Duration.ZERO;
  volatile Duration drip = Duration.ofMillis(250);
  volatile Optional<Reply> outage = Optional.empty();
  volatile List<String> down = List.of();
  volatile Catalogue catalogue = new Catalogue(ModelCard.USUAL);
  volatile boolean anyModel;
  volatile Optional<Family> family = Optional.empty();
  volatile boolean usageWithChoice = true;

  /// The cards, with one made up for every unknown slug if any model is answered.
  Optional<ModelCard> card(String slug) {
    return catalogue
        .find(slug)
        .or(() -> anyModel ? Optional.of(ModelCard.of(slug, "0.25", "1.50")) : Optional.empty());
  }

  Family family(ModelCard card) {
    return family.orElseGet(() -> Family.of(card));
  }
}
