package com.crmres.server.http;

import com.crmres.common.wire.ErrorEnvelope;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of errors in the caller's language.
final class ErrorTexts {

  private ErrorTexts() {}

  static String message(ErrorCode code, String language) {
    return bundle(language).getString(code.name());
  }

  static List<ErrorEnvelope.Fault> faults(List<Fault> faults, String language) {
    ResourceBundle words = bundle(language);
    return faults.stream()
        .map(fault -> new ErrorEnvelope.Fault(fault.field(), sentence(words, fault)))
        .toList();
  }

  static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle(
        "com.crmres.server.http.errors",
        Locale.of(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static String sentence(ResourceBundle words, Fault fault) {
    String pattern = words.getString("fault." + fault.rule().name());
    return new MessageFormat(pattern, Locale.ROOT).format(fault.arguments().toArray());
  }
}
