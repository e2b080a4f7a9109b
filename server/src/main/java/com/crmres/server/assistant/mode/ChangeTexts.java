package com.crmres.server.assistant.mode;

import com.crmres.common.restaurant.LocalizedText;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// Says to staff what a turn changes.
final class ChangeTexts {

  private static final String ARABIC = "ar";

  private ChangeTexts() {}

  /// A line for each change.
  ///
  /// @param language `ar` or `en`
  static List<String> lines(List<Change> changes, String language) {
    boolean arabic = language.equals(ARABIC);
    ResourceBundle words =
        ResourceBundle.getBundle(
            "assistant.mode.changes",
            arabic ? Locale.ROOT : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return changes.stream()
        .map(change ->
            new MessageFormat(words.getString(change.kind().wireName()), Locale.ROOT)
                .format(
                    change.words().stream().map(word -> of(word, arabic)).toArray(Object[]::new)))
        .toList();
  }

  private static String of(LocalizedText text, boolean arabic) {
    return arabic ? text.ar() : text.en();
  }
}
