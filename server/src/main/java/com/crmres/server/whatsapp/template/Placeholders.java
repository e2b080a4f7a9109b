package com.crmres.server.whatsapp.template;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The placeholders of a template's text: `{{1}}`, `{{2}}`, … or all of them named. Pure.
///
/// @param names each once; positional ones in their order, named ones as they appear
record Placeholders(List<String> names, boolean wellFormed) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

  static Placeholders of(String text) {
    List<String> found =
        PLACEHOLDER.matcher(text).results().map(result -> result.group(1)).distinct().toList();
    if (!found.isEmpty() && found.stream().allMatch(name -> NUMBER.matcher(name).matches())) {
      List<String> sorted =
          found.stream().map(Integer::valueOf).sorted().map(String::valueOf).toList();
      boolean contiguous = sorted.getLast().equals(Integer.toString(sorted.size()));
      return new Placeholders(sorted, contiguous && isBalanced(text));
    }
    boolean named = found.stream().allMatch(name -> NAME.matcher(name).matches());
    return new Placeholders(found, named && isBalanced(text));
  }

  boolean isNamed() {
    return !names.isEmpty() && !NUMBER.matcher(names.getFirst()).matches();
  }

  /// Whether the text begins or ends with one, which WhatsApp refuses (2388299).
  static boolean atEdge(String text) {
    List<MatchResult> found = PLACEHOLDER.matcher(text.strip()).results().toList();
    return !found.isEmpty()
        && (found.getFirst().start() == 0 || found.getLast().end() == text.strip().length());
  }

  /// The text with every placeholder that has a value filled.
  static String fill(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }

  /// Braces that form no placeholder would stand in the customer's message.
  private static boolean isBalanced(String text) {
    String rest = PLACEHOLDER.matcher(text).replaceAll("");
    return !rest.contains("{{") && !rest.contains("}}");
  }
}
