package com.crmres.server.kitchen;

import com.crmres.common.kitchen.KitchenAnswer;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// What the kitchen is told, in the caller's language.
final class KitchenTexts {

  private static final String BUNDLE = "kitchen.kitchen";
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private KitchenTexts() {}

  /// What is to be said with an answer; null if it speaks for itself.
  static @Nullable String message(KitchenAnswer answer, String language, ZoneId zone) {
    return switch (answer.outcome()) {
      case DONE -> null;
      case DONE_OFFLINE -> say(language, "done.offline", "");
      case FOOD_MADE ->
          answer.cancelledAt() == null
              ? say(language, "food.made.elsewhere", "")
              : say(language, "food.made", time(answer.cancelledAt(), zone));
    };
  }

  private static String time(@Nullable Instant at, ZoneId zone) {
    return at == null ? "" : CLOCK.format(at.atZone(zone));
  }

  private static String say(String language, String key, String time) {
    Locale locale = language.startsWith("en") ? Locale.ENGLISH : Locale.ROOT;
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    String pattern = ResourceBundle.getBundle(BUNDLE, locale, control).getString(key);
    return new MessageFormat(pattern, Locale.ROOT).format(new Object[] {time});
  }
}
