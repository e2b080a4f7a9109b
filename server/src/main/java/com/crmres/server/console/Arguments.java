package com.crmres.server.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands behind the name of a command: plain words, switches, and names with a value.
record Arguments(List<String> words, Set<String> switches, Map<String, String> values) {

  private static final Set<String> SWITCHES =
      Set.of("--dry-run", "--json", "--failed", "--held", "--in-doubt");
  private static final Set<String> NAMES = Set.of("--since", "--until", "--field");
  private static final Pattern AGO = Pattern.compile("([0-9]{1,5})([mhd])");

  Arguments {
    words = List.copyOf(words);
    switches = Set.copyOf(switches);
    values = Map.copyOf(values);
  }

  /// Reads them.
  ///
  /// @throws IllegalArgumentException naming what cannot be read
  static Arguments parse(List<String> given) {
    List<String> words = new ArrayList<>();
    Set<String> switches = new HashSet<>();
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < given.size(); i++) {
      String argument = given.get(i);
      if (SWITCHES.contains(argument)) {
        switches.add(argument);
      } else if (NAMES.contains(argument) && i + 1 < given.size()) {
        values.put(argument, given.get(++i));
      } else if (argument.startsWith("--")) {
        throw new IllegalArgumentException(argument);
      } else {
        words.add(argument);
      }
    }
    return new Arguments(words, switches, values);
  }

  boolean has(String name) {
    return switches.contains(name);
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /// A moment: `2026-11-23T18:00:00Z`, a day here such as `2026-11-23`, or so long ago: `30m`,
  /// `2h`, `1d`.
  ///
  /// @throws IllegalArgumentException naming what cannot be read
  Optional<Instant> moment(String name, Clock clock) {
    return value(name).map(text -> read(text, clock));
  }

  private static Instant read(String text, Clock clock) {
    Matcher ago = AGO.matcher(text.toLowerCase(Locale.ROOT));
    if (ago.matches()) {
      return clock.instant().minus(span(Long.parseLong(ago.group(1)), ago.group(2)));
    }
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Duration span(long count, String unit) {
    return switch (unit) {
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
