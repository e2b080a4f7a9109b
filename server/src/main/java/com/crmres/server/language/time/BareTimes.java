package com.crmres.server.language.time;

import com.crmres.server.language.time.WantedTime.Half;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A whole message that is a time and nothing else, as the answer to «متى؟»: "8:30", «٨ ونص»,
/// «الثمانية إلا ربع مساء», "half past eight". Elsewhere the same words are a number of something.
final class BareTimes {

  private static final List<String> HOURS =
      List.of(
          "وحده|واحده|one",
          "ثنتين|اثنين|ثنتان|two",
          "ثلاث|ثلاثه|three",
          "اربع|اربعه|four",
          "خمس|خمسه|five",
          "ست|سته|six",
          "سبع|سبعه|seven",
          "ثمان|ثمانيه|ثمنيه|eight",
          "تسع|تسعه|nine",
          "عشر|عشره|ten",
          "احدعش|حدعش|احدي عشر|احدي عشره|eleven",
          "اثنعش|اثني عشر|اثنا عشر|twelve");

  private static final Map<String, Integer> PARTS =
      Map.of("نص", 30, "نصف", 30, "ربع", 15, "ثلث", 20, "خمس", 5, "عشر", 10);

  private static final Map<String, Integer> ENGLISH_PARTS =
      Map.of("half past", 30, "half", 30, "quarter past", 15, "quarter to", -15);

  private static final String HOUR =
      "(?:ال)?(\\d{1,2}|%s)".formatted(String.join("|", HOURS.reversed()));
  private static final String DAY =
      "(اليوم|الليله|بعد بكره|بكره|بكرا|باكر|غدا|today|tonight|tomorrow)";
  private static final String HALF =
      "(صباحا|الصبح|صباح|ص|الفجر|مساءا?|المساء?|مسا|م|الظهر|ظهرا|العصر|عصرا|المغرب|العشاء?"
          + "|بالليل|الليل|ليلا|am|pm|a\\.m\\.|p\\.m\\.|in the morning|in the evening)";
  private static final String BEFORE =
      "(?:(?:خلها|خليها|ابغاها|ابيها|ابيه|ابغاه|تمام|طيب|علي|حوالي|ok|okay|at|by|around|about|make it|for)\\s+)*";
  private static final String AFTER =
      "(?:\\s+(?:لو سمحت|لو سمحتوا|من فضلك|تمام|طيب|ان شاء الله|please|thanks|o'?clock))*";

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s*"
              + BEFORE
              + "(?:"
              + DAY
              + "\\s+)?"
              + BEFORE
              + "(?:(?:ال)?ساعه\\s+)?(?:a\\s+)?(?:(half past|quarter past|quarter to|half)\\s+)?"
              + HOUR
              + "(?:[:.](\\d{2})|\\s*(و|الا)\\s*(?:ال)?(نصف|نص|ربع|ثلث|خمس|عشر)|\\s+(thirty|fifteen))?"
              + "(?:\\s*o'?clock)?(?:\\s*"
              + HALF
              + ")?(?:\\s+"
              + DAY
              + ")?"
              + AFTER
              + "[\\s.!،]*");

  private BareTimes() {}

  /// The time that a message is, if it is one.
  ///
  /// @param sure whether a number alone is one, since a time was asked for
  static Optional<TimeWords> in(String plain, boolean sure) {
    Matcher match = SHAPE.matcher(plain);
    if (!match.matches() || !(sure || isClear(match))) {
      return Optional.empty();
    }
    int minutes = 60 * hour(match.group(3)) + minutes(match);
    int day = 24 * 60;
    return minutes >= 0 && minutes < day && isMinute(match.group(4))
        ? Optional.of(
            new TimeWords(
                0,
                plain.length(),
                new WantedTime.At(days(match), minutes / 60, minutes % 60, half(match.group(8)))))
        : Optional.empty();
  }

  private static boolean isMinute(@Nullable String minute) {
    return minute == null || Integer.parseInt(minute) <= 59;
  }

  /// Minutes, a part of an hour or half of the day: nobody counts dishes so.
  private static boolean isClear(Matcher match) {
    return match.group(2) != null
        || match.group(4) != null
        || match.group(6) != null
        || match.group(7) != null
        || match.group(8) != null;
  }

  private static int hour(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    for (int i = 0; i < HOURS.size(); i++) {
      if (List.of(HOURS.get(i).split("\\|", -1)).contains(word)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int minutes(Matcher match) {
    if (match.group(2) != null) {
      return ENGLISH_PARTS.getOrDefault(match.group(2), 0);
    }
    if (match.group(4) != null) {
      return Integer.parseInt(match.group(4));
    }
    if (match.group(7) != null) {
      return match.group(7).equals("thirty") ? 30 : 15;
    }
    int part = match.group(6) == null ? 0 : PARTS.getOrDefault(match.group(6), 0);
    return "الا".equals(match.group(5)) ? -part : part;
  }

  private static @Nullable Integer days(Matcher match) {
    String day = match.group(1) == null ? match.group(9) : match.group(1);
    return day == null
        ? null
        : switch (day) {
          case "بكره", "بكرا", "باكر", "غدا", "tomorrow" -> 1;
          case "بعد بكره" -> 2;
          default -> 0;
        };
  }

  private static @Nullable Half half(@Nullable String word) {
    if (word == null) {
      return null;
    }
    boolean morning =
        List.of("صباحا", "الصبح", "صباح", "ص", "الفجر", "am", "a.m.", "in the morning")
            .contains(word);
    return morning ? Half.MORNING : Half.EVENING;
  }
}
