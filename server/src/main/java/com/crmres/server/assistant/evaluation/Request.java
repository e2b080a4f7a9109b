package com.crmres.server.assistant.evaluation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the bench is asked to do.
record Request(Map<String, String> values, Set<String> switches) {

  private static final Set<String> NAMES =
      Set.of(
          "--suite",
          "--mind",
          "--split",
          "--json",
          "--register",
          "--failures",
          "--sentiment",
          "--intent",
          "--handover",
          "--labels",
          "--menu",
          "--context",
          "--split-file",
          "--into");
  private static final Set<String> SWITCHES = Set.of("--parse", "--help");

  Request {
    values = Map.copyOf(values);
    switches = Set.copyOf(switches);
  }

  /// @throws BadInput naming what cannot be understood
  static Request parse(List<String> arguments) {
    Map<String, String> values = new HashMap<>();
    Set<String> switches = new HashSet<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (SWITCHES.contains(argument)) {
        switches.add(argument);
      } else if (!NAMES.contains(argument)) {
        throw new BadInput("there is no option '" + argument + "'; ./crm eval --help");
      } else if (i + 1 == arguments.size() || arguments.get(i + 1).startsWith("--")) {
        throw new BadInput(argument + " needs a value; ./crm eval --help");
      } else if (values.put(argument, arguments.get(++i)) != null) {
        throw new BadInput(argument + " was given twice");
      }
    }
    return new Request(values, switches);
  }

  boolean has(String name) {
    return switches.contains(name) || values.containsKey(name);
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  Optional<Path> path(String name) {
    try {
      return Optional.ofNullable(values.get(name)).map(Path::of);
    } catch (InvalidPathException e) {
      throw new BadInput(name + " " + values.get(name) + ": " + e.getReason());
    }
  }

  int number(String name, int otherwise) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below, as for a number below zero.
    }
    throw new BadInput(name + " " + value + ": a number from 0 is needed");
  }

  /// Which splits are wanted.
  Set<Split> splits() {
    String wanted = text("--split", "all");
    if (wanted.equals("all")) {
      return Set.of(Split.values());
    }
    for (Split split : Split.values()) {
      if (split.folder().equals(wanted)) {
        return Set.of(split);
      }
    }
    throw new BadInput("--split " + wanted + ": train, dev, test or all");
  }
}
