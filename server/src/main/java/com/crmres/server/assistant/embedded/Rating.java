package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds a rating in a text, in whatever scale it is given: "4/5", "عشرة على عشرة", three stars.
final class Rating {

  private static final int BEST = 5;
  private static final int TEN = 10;
  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("صفر", 0),
          Map.entry("واحد", 1),
          Map.entry("وحده", 1),
          Map.entry("one", 1),
          Map.entry("اثنين", 2),
          Map.entry("ثنتين", 2),
          Map.entry("two", 2),
          Map.entry("ثلاث", 3),
          Map.entry("ثلاثه", 3),
          Map.entry("three", 3),
          Map.entry("اربع", 4),
          Map.entry("اربعه", 4),
          Map.entry("four", 4),
          Map.entry("خمس", 5),
          Map.entry("خمسه", 5),
          Map.entry("five", 5),
          Map.entry("سته", 6),
          Map.entry("سبعه", 7),
          Map.entry("ثمانيه", 8),
          Map.entry("تسعه", 9),
          Map.entry("عشره", 10),
          Map.entry("عشر", 10),
          Map.entry("ten", 10));

  private static final String NUMBER =
      "([0-9]{1,2}|" + String.join("|", NUMBERS.keySet().stream().sorted().toList()) + ")";
  private static final Pattern FRACTION =
      Pattern.compile("(?<![0-9/])" + NUMBER + " ?(?:/|من|علي|out of) ?" + NUMBER + "(?![0-9/])");
  private static final Pattern STARS =
      Pattern.compile("(?<![0-9])" + NUMBER + " ?(?:stars?|نجوم|نجمات|نجمه)");
  private static final Pattern ONE_STAR = Pattern.compile("(?:نجمه (?:وحده|واحده)|نجمه بس)");
  private static final Pattern TWO_STARS = Pattern.compile("نجمتين");
  private static final Pattern DRAWN = Pattern.compile("(?:[⭐★🌟]\\uFE0F?){1,10}");

  private Rating() {}

  /// The rating from 1 to 5; null if there is none.
  static @Nullable Integer in(String text) {
    Matcher drawn = DRAWN.matcher(text);
    if (drawn.find()) {
      int stars = (int) drawn.group().codePoints().filter(point -> point != 0xFE0F).count();
      return Math.min(BEST, stars);
    }
    String words = normal(text);
    Matcher fraction = FRACTION.matcher(words);
    while (fraction.find()) {
      Integer rating = scaled(number(fraction.group(1)), number(fraction.group(2)));
      if (rating != null) {
        return rating;
      }
    }
    if (ONE_STAR.matcher(words).find()) {
      return 1;
    }
    if (TWO_STARS.matcher(words).find()) {
      return 2;
    }
    Matcher stars = STARS.matcher(words);
    return stars.find() ? scaled(number(stars.group(1)), BEST) : null;
  }

  /// Digits and letters in one form, the slash kept.
  private static String normal(String text) {
    return Arrays.stream(text.split("/", -1))
        .map(part -> Word.of(part).stream().map(Word::text).collect(Collectors.joining(" ")))
        .collect(Collectors.joining("/"));
  }

  private static int number(String word) {
    Integer known = NUMBERS.get(word);
    return known != null ? known : Integer.parseInt(word);
  }

  private static @Nullable Integer scaled(int given, int scale) {
    if ((scale != BEST && scale != TEN) || given > scale) {
      return null;
    }
    return Math.max(1, (int) Math.round(given * (double) BEST / scale));
  }
}
