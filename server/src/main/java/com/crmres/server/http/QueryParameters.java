package com.crmres.server.http;

import com.crmres.common.wire.WireName;
import io.helidon.common.uri.UriQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what stands behind the question mark; a value it cannot read is noted as a fault.
public final class QueryParameters {

  private final UriQuery query;
  private final Faults faults;

  QueryParameters(UriQuery query, Faults faults) {
    this.query = query;
    this.faults = faults;
  }

  /// A text of at most `maxLength` characters; null if it is not given, or blank.
  public @Nullable String text(String name, int maxLength) {
    String text = value(name).orElse(null);
    if (text == null) {
      return null;
    }
    faults.length(name, text, 0, maxLength);
    if (text.indexOf('\0') >= 0) {
      faults.add(name, Rule.CHARACTERS);
    }
    return text;
  }

  /// An id; null if it is not given.
  public @Nullable UUID uuid(String name) {
    return value(name).flatMap(text -> id(name, text)).orElse(null);
  }

  /// Ids separated by commas; empty if none is given.
  public Set<UUID> uuids(String name) {
    Set<UUID> ids = new LinkedHashSet<>();
    list(name).forEach(text -> id(name, text).ifPresent(ids::add));
    return ids;
  }

  /// Values separated by commas.
  public List<String> list(String name) {
    return value(name).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /// Constants separated by commas; empty if none is given.
  public <E extends Enum<E> & WireName> Set<E> named(String name, Class<E> type) {
    Set<E> constants = EnumSet.noneOf(type);
    for (String text : list(name)) {
      try {
        constants.add(WireName.parse(type, text));
      } catch (IllegalArgumentException _) {
        faults.add(name, Rule.CHOICE);
      }
    }
    return constants;
  }

  /// A constant; null if it is not given.
  public <E extends Enum<E> & WireName> @Nullable E namedOrNull(String name, Class<E> type) {
    String text = value(name).orElse(null);
    if (text == null) {
      return null;
    }
    try {
      return WireName.parse(type, text.strip());
    } catch (IllegalArgumentException _) {
      faults.add(name, Rule.CHOICE);
      return null;
    }
  }

  /// A whole number from `min` to `max`; `fallback` if it is not given.
  public int integer(String name, int min, int max, int fallback) {
    Long number = number(name);
    if (number == null) {
      return fallback;
    }
    faults.range(name, number, min, max);
    return number < min || number > max ? fallback : number.intValue();
  }

  /// A whole number; null if it is not given.
  public @Nullable Long number(String name) {
    return value(name).flatMap(text -> whole(name, text)).orElse(null);
  }

  /// `true` or `1`, `false` or `0`; null if it is not given.
  public @Nullable Boolean flag(String name) {
    String text = value(name).orElse("");
    return switch (text) {
      case "" -> null;
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> {
        faults.add(name, Rule.CHOICE);
        yield null;
      }
    };
  }

  /// A moment such as `2026-11-23T18:00:00Z`; null if it is not given.
  public @Nullable Instant instant(String name) {
    return value(name).flatMap(text -> moment(name, text)).orElse(null);
  }

  private Optional<Instant> moment(String name, String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      faults.add(name, Rule.SHAPE);
      return Optional.empty();
    }
  }

  /// A day such as `2026-11-22`; `fallback` if it is not given.
  public LocalDate day(String name, LocalDate fallback) {
    try {
      return value(name).map(LocalDate::parse).orElse(fallback);
    } catch (DateTimeParseException _) {
      faults.add(name, Rule.SHAPE);
      return fallback;
    }
  }

  private Optional<String> value(String name) {
    return query.first(name).asOptional().filter(text -> !text.isBlank());
  }

  private Optional<UUID> id(String name, String text) {
    Optional<UUID> id = Exchange.uuid(text);
    if (id.isEmpty()) {
      faults.add(name, Rule.SHAPE);
    }
    return id;
  }

  private Optional<Long> whole(String name, String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException _) {
      faults.add(name, Rule.SHAPE);
      return Optional.empty();
    }
  }
}
