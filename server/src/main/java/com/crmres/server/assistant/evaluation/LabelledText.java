package com.crmres.server.assistant.evaluation;

import java.util.List;
import java.util.stream.Stream;

/// A text with the label that people gave it.
///
/// @param label as the file writes it
/// @param dialect `-` where the file does not say it
record LabelledText(String text, String label, String dialect, Split split, TextFile.Line at) {

  static final String NO_DIALECT = "-";

  /// The messages of the burst.
  List<String> messages() {
    return messages(text);
  }

  /// The messages of a burst that is written in one line, with `\\n` between them.
  static List<String> messages(String text) {
    return Stream.of(text.split("\\\\n"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /// The language, by the dialect or else by the letters.
  String language() {
    return switch (dialect) {
      case "en", "arabizi", "mixed" -> dialect;
      case NO_DIALECT -> hasArabic() ? "ar" : "en";
      default -> "ar";
    };
  }

  private boolean hasArabic() {
    return text.codePoints()
        .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.ARABIC);
  }
}
