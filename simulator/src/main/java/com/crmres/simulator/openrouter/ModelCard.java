package com.crmres.simulator.openrouter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One entry of the catalogue of models.
///
/// @param promptPrice dollars per million tokens, as the other prices
/// @param expires when the model is taken away; absent if nobody said so
public record ModelCard(
    String slug,
    String datedSlug,
    BigDecimal promptPrice,
    BigDecimal completionPrice,
    BigDecimal cachedPrice,
    List<String> parameters,
    @Nullable LocalDate expires) {

  private static final List<String> WITH_TOOLS =
      List.of(
          "max_tokens",
          "response_format",
          "seed",
          "structured_outputs",
          "temperature",
          "tool_choice",
          "tools",
          "top_p");
  private static final List<String> WITHOUT_TOOLS = List.of("max_tokens", "temperature", "top_p");
  private static final LocalDate RELEASED = LocalDate.of(2026, 5, 7);

  /// What a restaurant may reasonably choose from.
  static final List<ModelCard> USUAL =
      List.of(
          of("google/gemini-3.1-flash-lite", "0.25", "1.50"),
          of("google/gemini-2.5-flash-lite", "0.10", "0.40"),
          of("google/gemini-2.5-flash", "0.30", "2.50"),
          of("google/gemini-3-flash-preview", "0.50", "3.00"),
          of("google/gemini-3.5-flash", "1.50", "9.00"),
          new ModelCard(
              "anthropic/claude-haiku-4.5",
              "anthropic/claude-4.5-haiku-20251001",
              new BigDecimal("1.00"),
              new BigDecimal("5.00"),
              new BigDecimal("0.10"),
              WITH_TOOLS,
              null),
          of("openai/gpt-5.4-nano", "0.20", "1.25"),
          of("openai/gpt-5.4-mini", "0.75", "4.50"),
          of("openai/gpt-4.1-mini", "0.40", "1.60"),
          of("qwen/qwen3.6-flash", "0.19", "1.13"),
          of("deepseek/deepseek-v4-flash", "0.098", "0.196"),
          of("mistralai/mistral-saba", "0.20", "0.60"),
          of("cohere/command-a", "2.50", "10.00").withoutTools());

  public ModelCard {
    parameters = List.copyOf(parameters);
  }

  public static ModelCard of(String slug, String promptPrice, String completionPrice) {
    BigDecimal prompt = new BigDecimal(promptPrice);
    return new ModelCard(
        slug,
        slug + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(RELEASED),
        prompt,
        new BigDecimal(completionPrice),
        prompt.movePointLeft(1),
        WITH_TOOLS,
        null);
  }

  public ModelCard withoutTools() {
    return new ModelCard(
        slug, datedSlug, promptPrice, completionPrice, cachedPrice, WITHOUT_TOOLS, expires);
  }

  public ModelCard expiring(LocalDate day) {
    return new ModelCard(
        slug, datedSlug, promptPrice, completionPrice, cachedPrice, parameters, day);
  }

  /// The house that runs it, as answers name it.
  String provider() {
    return switch (slug.substring(0, Math.max(0, slug.indexOf('/')))) {
      case "google" -> "Google";
      case "openai" -> "OpenAI";
      case "anthropic" -> "Anthropic";
      case String author -> author.isEmpty() ? "Unknown" : capital(author);
    };
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
