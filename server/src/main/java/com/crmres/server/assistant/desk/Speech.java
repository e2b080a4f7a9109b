package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.Language;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/// All the assistant's words, in Arabic and English.
final class Speech {

  private final ResourceBundle arabic = load("/assistant/speech.properties");
  private final ResourceBundle english = load("/assistant/speech_en.properties");

  /// The words for a customer of this language, in the restaurant's manner.
  Voice voice(Language language, Personality personality, LocalizedText restaurant) {
    return new Voice(language.isArabic() ? arabic : english, language, personality, restaurant);
  }

  ResourceBundle arabic() {
    return arabic;
  }

  ResourceBundle english() {
    return english;
  }

  private static ResourceBundle load(String path) {
    try (InputStreamReader reader =
        new InputStreamReader(
            Objects.requireNonNull(Speech.class.getResourceAsStream(path), path),
            StandardCharsets.UTF_8)) {
      return new PropertyResourceBundle(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
