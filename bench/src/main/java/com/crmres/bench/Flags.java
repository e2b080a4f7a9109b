package com.crmres.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What stands behind the name of a command: switches, and names with a number.
record Flags(Map<String, String> values) {

  private static final Set<String> SWITCHES = Set.of("--json");

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
      } else {
        throw new IllegalArgumentException(name + " needs a number");
      }
    }
    return new Flags(values);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  long number(String name, long otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }
}
