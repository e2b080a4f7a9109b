package com.crmres.server.assistant.embedded;

import java.util.List;
import java.util.Optional;

/// Knows what is wanted by the verb that makes it so: "سخنيها" asks for it "مسخن".
final class Participles {

  private static final List<String> OBJECTS =
      List.of("يها", "يهم", "وها", "وهم", "ونها", "ونه", "لي", "لنا", "ها", "هم", "وه", "يه", "ه");
  private static final int SHORTEST_ROOT = 3;

  private Participles() {}

  /// Whether the word is a verb with its object, and the name what then has been done to it.
  static boolean isOf(String name, String verb) {
    return name.startsWith("م")
        && name.length() > SHORTEST_ROOT
        && OBJECTS.stream()
            .filter(verb::endsWith)
            .map(object -> verb.substring(0, verb.length() - object.length()))
            .anyMatch(bare -> isRoot(name.substring(1), bare));
  }

  private static boolean isRoot(String root, String verb) {
    Optional<String> imperative =
        verb.startsWith("ا") || verb.startsWith("ت")
            ? Optional.of(verb.substring(1))
            : Optional.empty();
    String plain = root.endsWith("ه") ? root.substring(0, root.length() - 1) : root;
    return verb.equals(plain) || imperative.filter(plain::equals).isPresent();
  }
}
