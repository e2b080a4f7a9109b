package com.crmres.server;

import com.crmres.common.wire.WireName;
import io.helidon.config.Config;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads keys of the configuration and collects what is missing or wrong, under the name by which
/// an operator sets it.
final class SettingsReader {

  private final Config config;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Config config) {
    this.config = config;
  }

  void throwIfFaulty() {
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
  }

  void fault(String key, String what) {
    faults.add(key.toUpperCase(Locale.ROOT).replace('.', '_') + " " + what);
  }

  @Nullable String textOrNull(String key) {
    return config.get(key).asString().asOptional().filter(text -> !text.isBlank()).orElse(null);
  }

  String text(String key) {
    String text = textOrNull(key);
    if (text == null) {
      fault(key, "is missing");
      return "";
    }
    return text.strip();
  }

  @Nullable String secret(String key, int shortest) {
    String text = textOrNull(key);
    if (text != null && text.strip().length() < shortest) {
      fault(key, "needs at least " + shortest + " characters");
    }
    return text;
  }

  String matching(String key, String pattern) {
    String text = text(key);
    if (!text.isEmpty() && !text.matches(pattern)) {
      fault(key, "does not look like " + pattern);
    }
    return text;
  }

  @Nullable String oneOf(String key, List<String> choices) {
    String text = textOrNull(key);
    if (text != null && !choices.contains(text)) {
      fault(key, "must be one of " + choices);
    }
    return text;
  }

  /// Values separated by commas.
  List<String> list(String key) {
    return Arrays.stream(text(key).split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  int integer(String key, int min, int max) {
    double number = decimal(key, min, max);
    if (number != Math.rint(number)) {
      fault(key, "must be a whole number");
    }
    return (int) number;
  }

  double decimal(String key, double min, double max) {
    String text = text(key);
    try {
      double number = text.isEmpty() ? min : Double.parseDouble(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException _) {
      // named below, like a number out of range
    }
    fault(key, String.format(Locale.ROOT, "must be a number from %.0f to %.0f", min, max));
    return min;
  }

  @Nullable Double decimalOrNull(String key, double min, double max) {
    return textOrNull(key) == null ? null : decimal(key, min, max);
  }

  boolean flag(String key) {
    return "true".equals(oneOf(key, List.of("true", "false")));
  }

  <E extends Enum<E> & WireName> E named(String key, Class<E> type, E fallback) {
    String text = textOrNull(key);
    try {
      return text == null ? fallback : WireName.parse(type, text.strip());
    } catch (IllegalArgumentException _) {
      fault(
          key,
          "must be one of "
              + Arrays.stream(type.getEnumConstants()).map(WireName::wireName).toList());
      return fallback;
    }
  }

  Duration duration(String key) {
    String text = text(key);
    try {
      Duration duration = text.isEmpty() ? Duration.ZERO : Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException _) {
      // named below, like a negative one
    }
    fault(key, "must be a duration such as PT2M");
    return Duration.ZERO;
  }

  URI uri(String key) {
    String text = text(key);
    if (!text.isEmpty()) {
      try {
        URI uri = URI.create(text);
        if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
          return uri;
        }
      } catch (IllegalArgumentException _) {
        // named below, like another scheme
      }
      fault(key, "must be an http or https address");
    }
    return URI.create("http://localhost");
  }
}
