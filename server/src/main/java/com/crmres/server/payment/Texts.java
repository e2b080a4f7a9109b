package com.crmres.server.payment;

import com.crmres.common.conversation.Language;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// What customers are told about their payments, in their language.
final class Texts {

  private static final String BUNDLE = "payment.told";

  /// A sentence with its facts, written `{name}` there.
  String text(Language language, String key, Map<String, String> facts) {
    return filled(language.isArabic() ? Locale.ROOT : Locale.ENGLISH, key, facts);
  }

  /// What the page of the payment provider says about an order, in both languages at once.
  String description(String orderNumber) {
    Map<String, String> facts = Map.of("order", orderNumber);
    return filled(Locale.ROOT, "description", facts)
        + " · "
        + filled(Locale.ENGLISH, "description", facts);
  }

  private static String filled(Locale locale, String key, Map<String, String> facts) {
    String filled = bundle(locale).getString(key);
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
