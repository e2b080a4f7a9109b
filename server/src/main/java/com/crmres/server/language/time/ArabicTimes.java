package com.crmres.server.language.time;

import com.crmres.server.language.time.TimeWords.Shape;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times as they are written in Arabic: «بعد ساعة ونص», «بكرة الساعة ٨ مساء».
final class ArabicTimes {

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("وحده", 1),
          Map.entry("واحده", 1),
          Map.entry("ثنتين", 2),
          Map.entry("اثنين", 2),
          Map.entry("ثلاث", 3),
          Map.entry("ثلاثه", 3),
          Map.entry("اربع", 4),
          Map.entry("اربعه", 4),
          Map.entry("خمس", 5),
          Map.entry("خمسه", 5),
          Map.entry("ست", 6),
          Map.entry("سته", 6),
          Map.entry("سبع", 7),
          Map.entry("سبعه", 7),
          Map.entry("ثمان", 8),
          Map.entry("ثمانيه", 8),
          Map.entry("تسع", 9),
          Map.entry("تسعه", 9),
          Map.entry("عشر", 10),
          Map.entry("عشره", 10),
          Map.entry("احدعش", 11),
          Map.entry("اثنعش", 12),
          Map.entry("ربع", 15),
          Map.entry("عشرين", 20),
          Map.entry("ثلث", 20),
          Map.entry("نص", 30),
          Map.entry("نصف", 30),
          Map.entry("ثلاثين", 30));

  private static final String NUMBER =
      "(\\d{1,3}|" + String.join("|", longestFirst(NUMBERS.keySet())) + ")";
  private static final String PART = "(?:\\s*(و|الا)\\s*(نصف|نص|ربع|ثلث|خمس|عشر))?";
  private static final String EDGE = "(?![\\p{IsAlphabetic}\\d])";

  static final Shape AFTER =
      Shape.of(
          Pattern.compile(
              "(?:بعد|خلال|كمان)\\s+(?:حوالي\\s+)?(?:(ساعتين)|(ساعه)|"
                  + NUMBER
                  + "\\s*(دقيقه|دقايق|دقائق|ساعه|ساعات|د))"
                  + PART
                  + EDGE),
          ArabicTimes::after);

  static final Shape CLOCK =
      Shape.of(
          Pattern.compile(
              "(?:(اليوم|الليله|بعد بكره|بكره|باكر|غدا)\\s+)?(?:علي\\s+)?(?:ال)?ساعه\\s*"
                  + NUMBER
                  + "(?::(\\d{2}))?"
                  + PART
                  + "(?:\\s*(صباحا|الصبح|صباح|ص|الفجر|مساءا?|المساء?|مسا|م|الظهر|ظهرا|العصر|عصرا|المغرب|العشاء?|بالليل|الليل|ليلا))?"
                  + EDGE
                  + "(?:\\s+(اليوم|الليله|بعد بكره|بكره|باكر|غدا))?"),
          ArabicTimes::clock);

  private ArabicTimes() {}

  private static Optional<WantedTime> after(Matcher match) {
    int minutes;
    if (match.group(1) != null) {
      minutes = 120;
    } else if (match.group(2) != null) {
      minutes = 60;
    } else {
      boolean hours = match.group(4).startsWith("ساع");
      int count = number(match.group(3));
      // «نص ساعة» is half an hour, not thirty.
      boolean part = hours && count >= 15 && !Character.isDigit(match.group(3).charAt(0));
      minutes = hours && !part ? 60 * count : count;
    }
    minutes += part(match.group(5), match.group(6));
    return minutes >= 5 && minutes <= 24 * 60
        ? Optional.of(new WantedTime.In(Duration.ofMinutes(minutes)))
        : Optional.empty();
  }

  private static Optional<WantedTime> clock(Matcher match) {
    int hour = number(match.group(2));
    int minute =
        match.group(3) == null
            ? part(match.group(4), match.group(5))
            : Integer.parseInt(match.group(3));
    if (minute < 0) {
      minute += 60;
      hour -= 1;
    }
    String day = match.group(1) == null ? match.group(7) : match.group(1);
    return hour >= 0 && hour <= 23 && minute <= 59
        ? Optional.of(new WantedTime.At(days(day), hour, minute, half(match.group(6), hour)))
        : Optional.empty();
  }

  private static int part(@Nullable String sign, @Nullable String part) {
    if (sign == null || part == null) {
      return 0;
    }
    int minutes = number(part);
    return sign.equals("و") ? minutes : -minutes;
  }

  private static @Nullable Integer days(@Nullable String day) {
    return day == null
        ? null
        : switch (day) {
          case "بكره", "باكر", "غدا" -> 1;
          case "بعد بكره" -> 2;
          default -> 0;
        };
  }

  private static WantedTime.@Nullable Half half(@Nullable String word, int hour) {
    if (word == null) {
      return null;
    }
    boolean morning = List.of("صباحا", "الصبح", "صباح", "ص", "الفجر").contains(word);
    boolean afterMidnight = word.contains("ليل") && (hour <= 4 || hour == 12);
    return morning || afterMidnight ? WantedTime.Half.MORNING : WantedTime.Half.EVENING;
  }

  private static int number(String word) {
    return Character.isDigit(word.charAt(0))
        ? Integer.parseInt(word)
        : NUMBERS.getOrDefault(word, 0);
  }

  private static List<String> longestFirst(Set<String> words) {
    return words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }
}
