package com.crmres.server.whatsapp.outbox;

import com.crmres.server.conversation.ContentFault;
import com.crmres.server.conversation.ContentFault.Rule;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Collects every fault of one message, so that all of them are named at once.
final class Checks {

  private final List<ContentFault> found = new ArrayList<>();

  List<ContentFault> found() {
    return List.copyOf(found);
  }

  Checks fault(String path, Rule rule, Object... arguments) {
    found.add(new ContentFault(path, rule, List.of(arguments)));
    return this;
  }

  /// Words that must be there.
  Checks words(String path, @Nullable String text, int most) {
    if (text == null || text.isBlank()) {
      return fault(path, Rule.REQUIRED);
    }
    return text.length() > most ? fault(path, Rule.LENGTH, 1, most) : this;
  }

  /// Words that may be missing, but not be empty.
  Checks wordsIfAny(String path, @Nullable String text, int most) {
    return text == null ? this : words(path, text, most);
  }

  /// Words that stand on a button or in a row: no blanks around them.
  Checks label(String path, @Nullable String text, int most) {
    words(path, text, most);
    return text != null && !text.isBlank() && !text.equals(text.strip())
        ? fault(path, Rule.BLANK_ENDS)
        : this;
  }

  /// Words in which WhatsApp allows neither line break nor tab nor more than three blanks in a row.
  Checks oneLine(String path, @Nullable String text, int most) {
    words(path, text, most);
    return text != null
            && (text.chars().anyMatch(sign -> sign == '\n' || sign == '\r' || sign == '\t')
                || text.contains("    "))
        ? fault(path, Rule.ONE_LINE)
        : this;
  }

  Checks count(String path, Collection<?> things, int most) {
    return things.isEmpty() || things.size() > most ? fault(path, Rule.COUNT, 1, most) : this;
  }

  Checks range(String path, double number, double least, double most) {
    return number >= least && number <= most ? this : fault(path, Rule.RANGE, least, most);
  }

  /// The address of a page.
  Checks address(String path, @Nullable String url) {
    words(path, url, 2_000);
    return url == null || url.isBlank() || isPage(url) ? this : fault(path, Rule.ADDRESS);
  }

  static String at(String path, int place) {
    return path.formatted(place);
  }

  private static boolean isPage(String url) {
    try {
      URI address = URI.create(url);
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
