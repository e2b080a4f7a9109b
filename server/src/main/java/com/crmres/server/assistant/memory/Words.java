package com.crmres.server.assistant.memory;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/// The sentences of one language.
final class Words {

  static final Words ARABIC = new Words("/assistant/memory.properties", true);
  static final Words ENGLISH = new Words("/assistant/memory_en.properties", false);

  private final ResourceBundle sentences;
  private final boolean arabic;

  private Words(String path, boolean arabic) {
    this.arabic = arabic;
    try (InputStreamReader reader =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream(path), path),
            StandardCharsets.UTF_8)) {
      sentences = new PropertyResourceBundle(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  /// The words for Arabic speakers, or for all others.
  static Words of(boolean arabic) {
    return arabic ? ARABIC : ENGLISH;
  }

  boolean knows(String key) {
    return sentences.containsKey(key);
  }

  /// The sentence for `key`; `{0}`, `{1}`, … are replaced.
  String say(String key, Object... details) {
    String text = sentences.getString(key);
    for (int i = 0; i < details.length; i++) {
      text = text.replace("{" + i + "}", details[i].toString());
    }
    return text;
  }

  /// The sentence in this manner, or the one for all manners.
  String say(Personality personality, String key, Object... details) {
    String manner = key + "." + personality.name().toLowerCase(Locale.ROOT);
    return say(knows(manner) ? manner : key, details);
  }

  String in(LocalizedText text) {
    return arabic ? text.ar() : text.en();
  }
}
