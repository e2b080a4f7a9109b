package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.Language;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One language and one manner of speaking.
final class Voice {

  private static final Pattern BLANK = Pattern.compile("\\{(name|\\d)}");

  private final ResourceBundle words;
  private final Language language;
  private final Personality personality;
  private final LocalizedText restaurant;

  Voice(
      ResourceBundle words, Language language, Personality personality, LocalizedText restaurant) {
    this.words = words;
    this.language = language;
    this.personality = personality;
    this.restaurant = restaurant;
  }

  /// The sentence for `key` in this manner, or the one for all manners; `{0}`, `{1}`, … are
  /// replaced, `{name}` is the restaurant's.
  String say(String key, Object... details) {
    String manner = key + "." + personality.name().toLowerCase(Locale.ROOT);
    String pattern = words.containsKey(manner) ? words.getString(manner) : words.getString(key);
    return BLANK
        .matcher(pattern)
        .replaceAll(
            blank -> Matcher.quoteReplacement(filled(blank.group(), blank.group(1), details)));
  }

  /// In one go: a customer's words may hold what looks like a blank.
  private String filled(String blank, String name, Object... details) {
    if (name.equals("name")) {
      return in(restaurant);
    }
    int at = Integer.parseInt(name);
    return at < details.length ? details[at].toString() : blank;
  }

  boolean knows(String key) {
    return words.containsKey(key);
  }

  String in(LocalizedText text) {
    return language.isArabic() ? text.ar() : text.en();
  }

  String money(Money money) {
    return say("money", money.text());
  }

  /// The time on a branch's wall, with the day if it is not `now`'s.
  String time(Instant moment, Instant now, ZoneId zone) {
    ZonedDateTime there = moment.atZone(zone);
    int hour = there.getHour() % 12 == 0 ? 12 : there.getHour() % 12;
    String clock =
        String.format(
            Locale.ROOT,
            "%d:%02d %s",
            hour,
            there.getMinute(),
            say(there.getHour() < 12 ? "am" : "pm"));
    boolean today = there.toLocalDate().equals(now.atZone(zone).toLocalDate());
    boolean soon =
        today
            || (there.toLocalDate().equals(now.atZone(zone).toLocalDate().plusDays(1))
                && there.getHour() < 6);
    return soon
        ? clock
        : say("day." + there.getDayOfWeek().name().toLowerCase(Locale.ROOT)) + " " + clock;
  }
}
