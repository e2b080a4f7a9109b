package com.crmres.server.console;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// The words of a bundle in the language of the machine: Arabic where it is set to Arabic, else
/// English.
public final class Words {

  private final ResourceBundle bundle;

  private Words(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /// The bundle of this name; its base is Arabic.
  ///
  /// @param environment where `LC_ALL`, `LC_MESSAGES` or `LANG` name the language, in that order
  public static Words of(String bundle, Map<String, String> environment) {
    Locale locale = isArabic(environment) ? Locale.ROOT : Locale.ENGLISH;
    return new Words(
        ResourceBundle.getBundle(
            bundle,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /// A sentence with what it speaks of.
  public String say(String key, Object... facts) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(facts);
  }

  private static boolean isArabic(Map<String, String> environment) {
    for (String key : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(key, "");
      if (!value.isBlank() && !value.startsWith("C.") && !value.equals("C")) {
        return value.startsWith("ar");
      }
    }
    return false;
  }
}
