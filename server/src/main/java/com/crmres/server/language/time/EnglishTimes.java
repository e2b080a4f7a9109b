package com.crmres.server.language.time;

import com.crmres.server.language.time.TimeWords.Shape;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times as they are written in English: "in an hour", "tomorrow at 1", "8:30 pm".
final class EnglishTimes {

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("a", 1),
          Map.entry("an", 1),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("ten", 10),
          Map.entry("fifteen", 15),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("ninety", 90));

  private static final String DAY = "(today|tonight|tomorrow|tmrw|this evening)";
  private static final String HALF = "(am|pm|a\\.m\\.|p\\.m\\.|in the morning|in the evening|noon)";

  static final Shape AFTER =
      Shape.of(
          Pattern.compile(
              "\\b(?:in|after)\\s+(?:about\\s+)?(?:(half an hour|half hour|a quarter of an hour)"
                  + "|(\\d{1,3}|"
                  + String.join("|", NUMBERS.keySet())
                  + ")\\s*(minutes?|mins?|hours?|hrs?|h)(\\s+and a half)?)(?![a-z\\d])"),
          EnglishTimes::after);

  static final Shape CLOCK =
      Shape.of(
          Pattern.compile(
              "(?:\\b"
                  + DAY
                  + "\\s+)?(?:\\b(?:at|for|by|around)\\s+)?(noon|(?<![\\w.:,])(\\d{1,2})"
                  + "(?:[:.](\\d{2}))?(?:\\s*"
                  + HALF
                  + ")?)(?![\\w.:%]*\\d|\\s*(?:sar|riyals?|%|x\\b))(?![a-z])"
                  + "(?:\\s+"
                  + DAY
                  + ")?"),
          EnglishTimes::clock);

  private EnglishTimes() {}

  private static Optional<WantedTime> after(Matcher match) {
    int minutes;
    if (match.group(1) != null) {
      minutes = match.group(1).startsWith("half") ? 30 : 15;
    } else {
      String word = match.group(2);
      int count =
          Character.isDigit(word.charAt(0))
              ? Integer.parseInt(word)
              : NUMBERS.getOrDefault(word, 0);
      boolean hours = match.group(3).startsWith("h");
      minutes = hours ? 60 * count + (match.group(4) == null ? 0 : 30) : count;
    }
    return minutes >= 5 && minutes <= 24 * 60
        ? Optional.of(new WantedTime.In(Duration.ofMinutes(minutes)))
        : Optional.empty();
  }

  /// A bare number is a quantity: a time has "at" with a day, minutes, or half of the day.
  private static Optional<WantedTime> clock(Matcher match) {
    String day = match.group(1) == null ? match.group(6) : match.group(1);
    if (match.group(2).equals("noon")) {
      return Optional.of(new WantedTime.At(days(day), 12, 0, WantedTime.Half.EVENING));
    }
    String half = match.group(5);
    boolean said =
        match.group().matches("(?s)(?:.*\\s)?at\\s.*")
            || match.group().contains(":")
            || half != null;
    int hour = Integer.parseInt(match.group(3));
    int minute = match.group(4) == null ? 0 : Integer.parseInt(match.group(4));
    return said && hour <= 23 && minute <= 59
        ? Optional.of(new WantedTime.At(days(day), hour, minute, half(half, day)))
        : Optional.empty();
  }

  private static @Nullable Integer days(@Nullable String day) {
    return day == null ? null : day.startsWith("tom") || day.startsWith("tmr") ? 1 : 0;
  }

  private static WantedTime.@Nullable Half half(@Nullable String half, @Nullable String day) {
    if (half == null) {
      return "tonight".equals(day) || "this evening".equals(day) ? WantedTime.Half.EVENING : null;
    }
    return half.startsWith("a") || half.endsWith("morning")
        ? WantedTime.Half.MORNING
        : WantedTime.Half.EVENING;
  }
}
