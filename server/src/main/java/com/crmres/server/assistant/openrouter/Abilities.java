package com.crmres.server.assistant.openrouter;

import java.util.Set;

/// Which optional parameters every model of the chain takes. Since we require that all we send is
/// supported, one that a model does not know would shut that model out.
final class Abilities {

  private volatile Set<String> missing = Set.of();

  boolean take(String parameter) {
    return !missing.contains(parameter);
  }

  void lack(Set<String> parameters) {
    missing = Set.copyOf(parameters);
  }
}
