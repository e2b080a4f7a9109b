package com.crmres.simulator.openrouter;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/// The words of one simulated model, kept outside the code.
final class Bundle {

  private final Properties words = new Properties();

  private Bundle() {}

  static Bundle of(String file) {
    Bundle bundle = new Bundle();
    try (InputStream in = Objects.requireNonNull(Bundle.class.getResourceAsStream(file), file)) {
      bundle.words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return bundle;
  }

  String text(String key) {
    return Objects.requireNonNull(words.getProperty(key), key);
  }

  List<String> list(String key) {
    return List.of(words.getProperty(key, "").split(","));
  }

  Pattern pattern(String key) {
    return Pattern.compile(text(key));
  }
}
