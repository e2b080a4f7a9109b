package com.crmres.desktop.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.image.Image;

/// Finds emoji in a text and their pictures, since JavaFX draws none in colour on Linux.
final class Emoji {

  /// A stretch of a text.
  sealed interface Part {}

  record Words(String text) implements Part {}

  record Picture(String emoji, Image image) implements Part {}

  /// No sequence of ours is longer: a family of four with joiners has seven.
  private static final int LONGEST = 8;

  /// Nothing below U+203C is an emoji by itself.
  private static final int FIRST = 0x203C;

  private static final int VARIATION_SELECTOR = 0xFE0F;

  /// Only on the FX thread.
  private static final Map<String, Image> PICTURES = new HashMap<>();

  private static final Set<String> KNOWN = index();

  private Emoji() {}

  static List<Part> split(String text) {
    int[] points = text.codePoints().toArray();
    List<Part> parts = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    int at = 0;
    while (at < points.length) {
      int length = longestAt(points, at);
      if (length == 0) {
        words.appendCodePoint(points[at]);
        at++;
      } else {
        flush(words, parts);
        String emoji = new String(points, at, length);
        parts.add(new Picture(emoji, picture(name(points, at, length))));
        at += length;
      }
    }
    flush(words, parts);
    return parts;
  }

  private static void flush(StringBuilder words, List<Part> parts) {
    if (!words.isEmpty()) {
      parts.add(new Words(words.toString()));
      words.setLength(0);
    }
  }

  private static int longestAt(int[] points, int at) {
    if (points[at] < FIRST) {
      return 0;
    }
    for (int length = Math.min(LONGEST, points.length - at); length > 0; length--) {
      if (KNOWN.contains(name(points, at, length))) {
        return length;
      }
    }
    return 0;
  }

  /// Code points in hexadecimal without the variation selector, as the files are named.
  private static String name(int[] points, int at, int length) {
    return Arrays.stream(points, at, at + length)
        .filter(point -> point != VARIATION_SELECTOR)
        .mapToObj(point -> String.format(Locale.ROOT, "%04x", point))
        .collect(Collectors.joining("-"));
  }

  private static Image picture(String name) {
    return PICTURES.computeIfAbsent(name, Emoji::load);
  }

  private static Image load(String name) {
    var file = Emoji.class.getResource("/com/crmres/desktop/emoji/" + name + ".png");
    return new Image(Objects.requireNonNull(file, name).toExternalForm());
  }

  private static Set<String> index() {
    var file = Emoji.class.getResourceAsStream("/com/crmres/desktop/emoji/index.txt");
    try (var lines =
        new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), UTF_8))) {
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of emoji", e);
    }
  }
}
