package com.crmres.server.language.time;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The part of a message that says when its writer wants his order.
///
/// @param from where it begins in the message
/// @param to behind its end
public record TimeWords(int from, int to, WantedTime time) {

  /// What is told of the past or asked of the house is no wish.
  private static final Pattern NO_WISH =
      Pattern.compile(
          "متي|تفتح|تقفل|تسكر|مفتوح|دوامكم|اوقات|وصل|جاني|جانا|تاخر|انتظر|استنيت|صار ?لي|من ساعه|"
              + "\\b(?:open|close|closing|hours\\?|when|arrived|came|took|waited|waiting|late|ago)\\b");

  /// The first such part of a message.
  public static Optional<TimeWords> in(String message) {
    String plain = PlainLetters.of(message);
    if (NO_WISH.matcher(plain).find()) {
      return Optional.empty();
    }
    return Stream.of(ArabicTimes.AFTER, EnglishTimes.AFTER, ArabicTimes.CLOCK, EnglishTimes.CLOCK)
        .flatMap(shape -> shape.in(plain).stream())
        .findFirst();
  }

  /// A message that is a time and nothing else, though it does not say that it is one: «٨ ونص».
  ///
  /// @param asked whether we asked for a time, so that a number alone is one, too
  public static Optional<TimeWords> alone(String message, boolean asked) {
    return BareTimes.in(PlainLetters.of(message), asked);
  }

  /// What he may mean who writes now, the likeliest first.
  public List<ZonedDateTime> moments(ZonedDateTime now) {
    return time.moments(now);
  }

  /// The moment that is meant by someone who writes now.
  public ZonedDateTime at(ZonedDateTime now) {
    return time.after(now);
  }

  /// One way of writing a time.
  interface Shape {

    Optional<TimeWords> in(String plain);

    static Shape of(Pattern pattern, Reader reader) {
      return plain -> {
        Matcher match = pattern.matcher(plain);
        while (match.find()) {
          Optional<WantedTime> time = reader.read(match);
          if (time.isPresent()) {
            return Optional.of(new TimeWords(match.start(), match.end(), time.get()));
          }
        }
        return Optional.empty();
      };
    }
  }

  /// Reads what a pattern has found.
  @FunctionalInterface
  interface Reader {
    Optional<WantedTime> read(Matcher match);
  }
}
