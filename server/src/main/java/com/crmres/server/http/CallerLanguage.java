package com.crmres.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/// Chooses between the two languages of the house by `Accept-Language`.
final class CallerLanguage {

  static final String ARABIC = "ar";
  static final String ENGLISH = "en";

  private CallerLanguage() {}

  /// `ar` or `en`; Arabic where the caller says nothing we understand.
  static String of(Headers headers) {
    return headers.first(HeaderNames.ACCEPT_LANGUAGE).map(CallerLanguage::best).orElse(ARABIC);
  }

  private static String best(String accepted) {
    try {
      String tag = Locale.lookupTag(LanguageRange.parse(accepted), List.of(ARABIC, ENGLISH));
      return tag == null ? ARABIC : tag;
    } catch (IllegalArgumentException _) {
      return ARABIC;
    }
  }
}
