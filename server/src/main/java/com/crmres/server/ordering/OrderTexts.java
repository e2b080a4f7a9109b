package com.crmres.server.ordering;

import com.crmres.common.conversation.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// What customers are told about their orders, in their language.
final class OrderTexts {

  private static final String BUNDLE = "ordering.told";

  /// What a sentence may speak of.
  ///
  /// @param minutes until the order is ready
  record Facts(String number, long minutes, @Nullable String reason, String branch) {}

  String text(Language language, String key, Facts facts) {
    String reason = facts.reason();
    // The bundle's numbers stay in Latin digits: so are the prices on every menu here.
    return new MessageFormat(pattern(language, key), Locale.ROOT)
        .format(
            new Object[] {
              facts.number(), facts.minutes(), reason == null ? "" : reason, facts.branch()
            });
  }

  private static String pattern(Language language, String key) {
    Locale locale = language.isArabic() ? Locale.ROOT : Locale.ENGLISH;
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(BUNDLE, locale, control).getString(key);
  }
}
