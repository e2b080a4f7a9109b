package com.crmres.simulator.openrouter;

/// What a provider's models are touchy about.
enum Family {
  PLAIN,
  GEMINI_2,
  GEMINI_3;

  static Family of(ModelCard card) {
    if (card.slug().startsWith("google/gemini-3")) {
      return GEMINI_3;
    }
    return card.slug().startsWith("google/gemini-2") ? GEMINI_2 : PLAIN;
  }
}
