package com.crmres.server.whatsapp.template;

import java.util.regex.Pattern;

/// Makes a parameter's text fit to be sent: WhatsApp takes no line break, no tab and no more than
/// four blanks in a row (132012, 132018); three is the most we send. Pure.
final class ParameterText {

  private static final Pattern BREAKS =
      Pattern.compile("[ \\u00A0]*[\\p{Cntrl}\\u2028\\u2029]+[ \\u00A0]*");
  private static final Pattern BLANKS = Pattern.compile("[ \\u00A0]{4,}");

  private ParameterText() {}

  /// The text in one line; empty if nothing is left of it.
  static String clean(String text) {
    String line = BREAKS.matcher(text).replaceAll(" ");
    return BLANKS.matcher(line).replaceAll("   ").strip();
  }
}
