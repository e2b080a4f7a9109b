package com.crmres.simulator.demo;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// What the demo says in the terminal, in the language of the caller.
final class Texts {

  private final ResourceBundle bundle;

  Texts(Locale language) {
    bundle =
        ResourceBundle.getBundle(
            "com.crmres.simulator.demo.demo",
            language.getLanguage().equals("ar") ? language : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// Arguments are put in as text, so that numbers keep their digits.
  String get(String key, Object... arguments) {
    Object[] texts = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      texts[i] = String.valueOf(arguments[i]);
    }
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
  }
}
