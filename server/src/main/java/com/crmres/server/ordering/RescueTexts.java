package com.crmres.server.ordering;

import com.crmres.common.conversation.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What a customer is asked about an order that nobody answers, in his language.
final class RescueTexts {

  private static final String BUNDLE = "ordering.rescue";

  String text(Language language, String key, Object... arguments) {
    Locale locale = language.isArabic() ? Locale.ROOT : Locale.ENGLISH;
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    String pattern = ResourceBundle.getBundle(BUNDLE, locale, control).getString(key);
    return new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }
}
