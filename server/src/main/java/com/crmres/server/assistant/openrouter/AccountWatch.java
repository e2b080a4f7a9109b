package com.crmres.server.assistant.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks every few minutes at what the key may still spend, and once whether the models of the
/// chain exist and take tools. What it finds is told, never fatal.
public final class AccountWatch {

  private static final Logger LOG = System.getLogger(AccountWatch.class.getName());
  private static final List<String> OPTIONAL =
      List.of("parallel_tool_calls", "temperature", "reasoning");

  /// Below this OpenRouter checks every call against the balance, which takes time.
  private static final double LITTLE = 10;

  private static final double UNKNOWN = -1;

  private final OpenRouterApi api;
  private final List<String> models;
  private final Abilities abilities;
  private final Breaker breaker;
  private volatile double credit = UNKNOWN;
  private volatile boolean catalogueSeen;
  private volatile boolean warned;

  AccountWatch(OpenRouterApi api, List<String> models, Abilities abilities, Breaker breaker) {
    this.api = api;
    this.models = models;
    this.abilities = abilities;
    this.breaker = breaker;
  }

  /// Looks.
  ///
  /// @return false: there is no more to do before the next time
  public boolean look() {
    if (!catalogueSeen) {
      api.look("models").ifPresent(this::compare);
    }
    Optional<JsonNode> key = api.look("key");
    key.ifPresentOrElse(
        this::note, () -> LOG.log(Level.WARNING, "OpenRouter does not tell of the key"));
    return false;
  }

  /// What the key may still spend, in US dollars; -1 while it is not known or has no cap.
  double credit() {
    return credit;
  }

  private void note(JsonNode key) {
    JsonNode left = key.path("limit_remaining");
    credit = left.isNumber() ? left.asDouble() : UNKNOWN;
    boolean little = left.isNumber() && left.asDouble() < LITTLE;
    if (little && !warned) {
      LOG.log(Level.WARNING, "the OpenRouter key has little credit left");
    }
    warned = little;
    breaker.mended(left.isNumber() ? left.asDouble() > 0 : true);
  }

  private void compare(JsonNode catalogue) {
    Map<String, Set<String>> supported = new HashMap<>();
    for (JsonNode model : catalogue) {
      Set<String> parameters = new HashSet<>();
      model.path("supported_parameters").forEach(one -> parameters.add(one.asText()));
      supported.put(model.path("id").asText(), parameters);
    }
    catalogueSeen = true;
    Set<String> lacking = new HashSet<>();
    for (String model : models) {
      Set<String> parameters = supported.get(model.replaceAll(":[a-z]+$", ""));
      if (parameters == null) {
        LOG.log(Level.WARNING, "OpenRouter has no model {0}", model);
      } else if (!parameters.isEmpty()) {
        OPTIONAL.stream().filter(one -> !parameters.contains(one)).forEach(lacking::add);
        if (!parameters.contains("tools")) {
          LOG.log(Level.WARNING, "the model {0} takes no tools", model);
        }
      }
    }
    abilities.lack(lacking);
  }
}
