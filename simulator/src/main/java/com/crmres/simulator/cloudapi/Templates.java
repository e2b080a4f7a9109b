package com.crmres.simulator.cloudapi;

import com.crmres.simulator.weather.Dice;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The templates of all accounts, found by name and exact language.
final class Templates {

  private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
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

  Collection<Template> all() {
    return templates.values().stream().sorted(Comparator.comparing(Template::id)).toList();
  }

  Optional<Template> find(String name, String language) {
    return Optional.ofNullable(templates.get(key(name, language)));
  }

  Template create(JsonNode request) {
    return create(request, clock.instant().plus(review));
  }

  /// Takes in a template that is approved already.
  Template approved(JsonNode request) {
    return create(request, clock.instant());
  }

  void delete(String name) {
    templates.values().removeIf(template -> template.name().equals(name));
  }

  private Template create(JsonNode request, Instant approvedAt) {
    String name = Check.required(request, "name").asText();
    if (!NAME.matcher(name).matches()) {
      throw GraphException.of(100, "Template name may hold only a-z, 0-9 and underscores.");
    }
    String language = Check.required(request, "language").asText();
    String category = Check.required(request, "category").asText();
    JsonNode components = Check.list(request, "components", 1, 10, "Components");
    String key = key(name, language);
    String id = Long.toString(100_000_000_000_000L + (dice.bits("template", key) >>> 16));
    Template template = new Template(id, name, language, category, components, approvedAt);
    if (templates.putIfAbsent(key, template) != null) {
      throw GraphException.of(100, "Content in this language already exists.");
    }
    return template;
  }

  /// The rules for the `template` member of a send.
  void check(JsonNode request) {
    String name = Check.required(request, "name").asText();
    String language = Check.required(Check.required(request, "language"), "code").asText();
    Template template =
        find(name, language)
            .filter(found -> found.isApproved(clock.instant()))
            .orElseThrow(() -> missing(name, language));
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
