package com.crmres.simulator.cloudapi;

import com.crmres.simulator.weather.Dice;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The templates of all accounts, found by name and exact language.
final class Templates {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
  private static final int PAUSED = 132015;
  private static final int DISABLED = 132016;
  private static final Pattern UNFIT = Pattern.compile("[\\n\\t]| {5,}");

  private final Map<String, Template> templates = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Dice dice;
  private final Duration review;

  Templates(Clock clock, Dice dice, Duration review) {
    this.clock = clock;
    this.dice = dice;
    this.review = review;
  }

  List<Template> ofAccount(String accountId) {
    return templates.values().stream()
        .filter(template -> template.accountId().equals(accountId))
        .sorted(Comparator.comparing(Template::id))
        .toList();
  }

  Optional<Template> find(String name, String language) {
    return Optional.ofNullable(templates.get(key(name, language)));
  }

  Template create(String accountId, JsonNode request) {
    return create(accountId, request, clock.instant().plus(review));
  }

  /// Takes in a template that is approved already.
  Template approved(String accountId, JsonNode request) {
    return create(accountId, request, clock.instant());
  }

  /// Gives a template another status than its review had.
  Template decide(String name, String language, String status) {
    Template decided =
        templates.computeIfPresent(key(name, language), (key, known) -> known.with(status));
    if (decided == null) {
      throw new IllegalArgumentException("no template " + key(name, language));
    }
    return decided;
  }

  void delete(String name) {
    templates.values().removeIf(template -> template.name().equals(name));
  }

  private Template create(String accountId, JsonNode request, Instant approvedAt) {
    String name = Check.required(request, "name").asText();
    if (!NAME.matcher(name).matches()) {
      throw GraphException.of(100, "Template name may hold only a-z, 0-9 and underscores.");
    }
    String language = Check.required(request, "language").asText();
    String category = Check.required(request, "category").asText();
    JsonNode components = Check.list(request, "components", 1, 10, "Components");
    String key = key(name, language);
    String id = Long.toString(100_000_000_000_000L + (dice.bits("template", key) >>> 16));
    Template template =
        new Template(accountId, id, name, language, category, components, approvedAt, null);
    if (templates.putIfAbsent(key, template) != null) {
      throw GraphException.of(100, "Content in this language already exists.");
    }
    return template;
  }

  /// The rules for the `template` member of a send.
  void check(JsonNode request) {
    String name = Check.required(request, "name").asText();
    String language = Check.required(Check.required(request, "language"), "code").asText();
    Template template = find(name, language).orElseThrow(() -> missing(name, language));
    usable(template);
    JsonNode parameters = Template.bodyParameters(request.path("components"));
    if (parameters.size() != template.variables()) {
      throw GraphException.of(
          132000,
          "body: number of localizable_params (%d) does not match the expected number of params (%d)"
              .formatted(parameters.size(), template.variables()));
    }
    for (JsonNode parameter : parameters) {
      fits(parameter.path("text").asText());
    }
  }

  private void usable(Template template) {
    switch (template.status(clock.instant())) {
      case "APPROVED" -> {}
      case "PAUSED" -> throw new GraphException(GraphError.of(PAUSED));
      case "DISABLED" -> throw new GraphException(GraphError.of(DISABLED));
      default -> throw missing(template.name(), template.language());
    }
  }

  private static void fits(String text) {
    if (text.isEmpty() || UNFIT.matcher(text).find()) {
      throw GraphException.of(
          132012, "Param text cannot be empty or have new-line, tab or more than 4 spaces.");
    }
  }

  private static GraphException missing(String name, String language) {
    return GraphException.of(
        132001, "template name (%s) does not exist in %s".formatted(name, language));
  }

  private static String key(String name, String language) {
    return name + "/" + language;
  }
}
