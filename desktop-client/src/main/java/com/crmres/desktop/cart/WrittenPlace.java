package com.crmres.desktop.cart;

import com.crmres.common.ordering.CartPlace;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a delivery goes, in the parts that people correct one by one.
///
/// @param words the address without its short one
/// @param shortAddress the short national address: four letters and four digits; empty for none
/// @param pin latitude and longitude as they are read out; empty for none
record WrittenPlace(String words, String shortAddress, String pin) {

  private static final Pattern SHORT =
      Pattern.compile("([A-Z]{4}[0-9]{4})(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern WRITTEN = Pattern.compile("([A-Za-z]{4})[ -]?([0-9]{4})");
  private static final Pattern PIN =
      Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?)\\s*[,،\\s]\\s*(-?\\d{1,3}(?:\\.\\d+)?)");

  /// The parts of a place; all are empty where none is known.
  static WrittenPlace of(@Nullable CartPlace place) {
    String text = place == null || place.text() == null ? "" : place.text().strip();
    Matcher begins = SHORT.matcher(text);
    boolean code = begins.matches();
    String rest = code ? Optional.ofNullable(begins.group(2)).orElse("") : text;
    return new WrittenPlace(rest, code ? begins.group(1) : "", pinOf(place));
  }

  private static String pinOf(@Nullable CartPlace place) {
    return place == null || place.latitude() == null || place.longitude() == null
        ? ""
        : String.format(Locale.ROOT, "%.5f, %.5f", place.latitude(), place.longitude());
  }

  /// The place of these parts; a pin that is a link is left to the server to read.
  CartPlace place() {
    Matcher at = PIN.matcher(plain(pin));
    boolean numbers = at.matches();
    String told = (numbers ? "" : pin.strip() + " ") + shortAddress + " " + words;
    String text = told.strip().replaceAll("[ \\t]{2,}", " ");
    return numbers
        ? new CartPlace(Double.valueOf(at.group(1)), Double.valueOf(at.group(2)), text)
        : new CartPlace(null, null, text);
  }

  WrittenPlace withWords(String changed) {
    return new WrittenPlace(changed.strip(), shortAddress, pin);
  }

  WrittenPlace withPin(String changed) {
    return new WrittenPlace(words, shortAddress, changed.strip());
  }

  /// Empty where that is no short address.
  Optional<WrittenPlace> withShortAddress(String changed) {
    String plain = plain(changed).strip();
    Matcher written = WRITTEN.matcher(plain);
    if (!plain.isEmpty() && !written.matches()) {
      return Optional.empty();
    }
    String code =
        plain.isEmpty() ? "" : written.group(1).toUpperCase(Locale.ROOT) + written.group(2);
    return Optional.of(new WrittenPlace(words, code, pin));
  }

  /// The pin on a map; empty where there is none.
  Optional<URI> map() {
    Matcher at = PIN.matcher(pin);
    return at.matches()
        ? Optional.of(
            URI.create("https://maps.google.com/?q=%s,%s".formatted(at.group(1), at.group(2))))
        : Optional.empty();
  }

  private static String plain(String words) {
    return words
        .chars()
        .map(
            one -> Character.isDigit(one) ? '0' + Character.digit(one, 10) : one == '٫' ? '.' : one)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
