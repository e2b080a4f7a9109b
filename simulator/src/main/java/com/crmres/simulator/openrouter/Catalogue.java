package com.crmres.simulator.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which models there are.
record Catalogue(List<ModelCard> cards) {

  Catalogue {
    cards = List.copyOf(cards);
  }

  /// The models that a request names, the preferred first.
  static List<String> wished(JsonNode request) {
    List<String> slugs = new ArrayList<>();
    if (!request.path("model").asText().isEmpty()) {
      slugs.add(request.path("model").asText());
    }
    request.path("models").forEach(slug -> slugs.add(slug.asText()));
    return slugs;
  }

  /// A slug may carry a wish such as `:floor`, and may be dated.
  Optional<ModelCard> find(String slug) {
    String plain = slug.split(":", 2)[0];
    return cards.stream()
        .filter(card -> card.slug().equals(plain) || card.datedSlug().equals(plain))
        .findFirst();
  }

  /// @param needed only models that support all of these parameters
  ObjectNode listed(List<String> needed) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("data");
    cards.stream()
        .filter(card -> card.parameters().containsAll(needed))
        .forEach(card -> list.add(written(card)));
    return body;
  }

  private static ObjectNode written(ModelCard card) {
    ObjectNode model = JsonNodeFactory.instance.objectNode();
    model
        .put("id", card.slug())
        .put("canonical_slug", card.datedSlug())
        .put("name", card.provider() + ": " + card.slug())
        .put("created", 1_778_112_000L)
        .put("context_length", 1_048_576);
    var architecture = model.putObject("architecture");
    architecture.putArray("input_modalities").add("text");
    architecture.putArray("output_modalities").add("text");
    architecture.put("tokenizer", card.provider());
    model
        .putObject("pricing")
        .put("prompt", perToken(card.promptPrice()))
        .put("completion", perToken(card.completionPrice()))
        .put("request", "0")
        .put("image", "0")
        .put("input_cache_read", perToken(card.cachedPrice()));
    model
        .putObject("top_provider")
        .put("context_length", 1_048_576)
        .put("max_completion_tokens", 65_536)
        .put("is_moderated", false);
    var supported = model.putArray("supported_parameters");
    card.parameters().forEach(supported::add);
    model.putObject("default_parameters");
    return model.put("expiration_date", card.expires() == null ? null : card.expires().toString());
  }

  /// Prices are strings in the catalogue, in dollars per token.
  private static String perToken(BigDecimal perMillion) {
    return perMillion.movePointLeft(6).stripTrailingZeros().toPlainString();
  }
}
