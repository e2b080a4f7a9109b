package com.crmres.server.pos;

import com.crmres.common.conversation.Language;
import java.util.Locale;
import java.util.ResourceBundle;

/// Why a till dropped an order, in the customer's language.
final class Reasons {

  private static final String BUNDLE = "pos.reasons";

  private Reasons() {}

  static String of(Stage stage, Language language) {
    Locale locale = language.isArabic() ? Locale.ROOT : Locale.ENGLISH;
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(BUNDLE, locale, control)
        .getString(stage == Stage.VOIDED ? "voided" : "declined");
  }
}
