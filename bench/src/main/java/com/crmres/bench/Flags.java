package com.crmres.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands behind the name of a command: switches, and names with a number or a word.
record Flags(Map<String, String> values) {

  private static final Set<String> SWITCHES = Set.of("--json");
  private static final Set<String> WORDS = Set.of("--part");

  /// Reads them.
  ///
  /// @throws IllegalArgumentException with a sentence for the caller
  static Flags parse(List<String> arguments) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      if (!name.startsWith("--")) {
        throw new IllegalArgumentException("not an option: " + name);
      }
      if (SWITCHES.contains(name)) {
        values.put(name, "");
      } else if (i + 1 < arguments.size() && arguments.get(i + 1).matches("[0-9]{1,18}")) {
        values.put(name, arguments.get(++i));
      } else if (WORDS.contains(name) && i + 1 < arguments.size()) {
        values.put(name, arguments.get(++i));
      } else {
        throw new IllegalArgumentException(name + " needs a number");
      }
    }
    return new Flags(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /// What is named, or all there are if nothing is.
  ///
  /// @throws IllegalArgumentException with a sentence for the caller
  <T extends Enum<T>> List<T> anyOf(String name, Class<T> type) {
    List<T> all = List.of(type.getEnumConstants());
    String wanted = values.get(name);
    if (wanted == null) {
      return all;
    }
    return all.stream()
        .filter(one -> one.name().equalsIgnoreCase(wanted))
        .findFirst()
        .map(List::of)
        .orElseThrow(() -> new IllegalArgumentException(name + " is one of " + all));
  }

  long number(String name, long otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }
}
