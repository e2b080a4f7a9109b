package com.crmres.server.receipt;

import com.crmres.common.restaurant.LocalizedText;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// The words on receipts, in both languages at once.
final class PaperTexts {

  private static final String BUNDLE = "receipt.paper";

  private final ResourceBundle arabic = bundle(Locale.ROOT);
  private final ResourceBundle english = bundle(Locale.ENGLISH);

  /// A text with its facts, written `{name}` there.
  LocalizedText both(String key, Map<String, String> facts) {
    return new LocalizedText(
        filled(arabic.getString(key), facts), filled(english.getString(key), facts));
  }

  private static String filled(String text, Map<String, String> facts) {
    String filled = text;
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      filled = filled.replace("{" + fact.getKey() + "}", fact.getValue());
    }
    return filled;
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
