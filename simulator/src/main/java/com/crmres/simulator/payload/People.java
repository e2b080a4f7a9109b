package com.crmres.simulator.payload;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Everyone the simulated WhatsApp knows, by phone and by business-scoped id.
public final class People {

  private final Map<String, Person> byIdentifier = new ConcurrentHashMap<>();
  private final Set<String> unreachable = ConcurrentHashMap.newKeySet();

  public void add(Person person) {
    byIdentifier.put(person.userId(), person);
    if (person.phone() != null) {
      byIdentifier.put(person.phone(), person);
    }
  }

  /// Whoever has this phone or id; a stranger is made up, for every number may be on WhatsApp.
  public Person find(String identifier) {
    return byIdentifier.computeIfAbsent(identifier, People::stranger);
  }

  /// Messages to this phone will be reported as undeliverable.
  public void loseContactWith(String identifier) {
    unreachable.add(identifier);
  }

  public boolean isReachable(Person person) {
    return !unreachable.contains(person.key());
  }

  private static Person stranger(String identifier) {
    return Character.isDigit(identifier.charAt(0))
        ? new Person(identifier, Person.userIdOf(identifier), null, null)
        : new Person(null, identifier, null, null);
  }
}
