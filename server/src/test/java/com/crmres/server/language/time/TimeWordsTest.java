package com.crmres.server.language.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWordsTest {

  /// A Tuesday evening, 18:40.
  private static final ZonedDateTime NOW =
      LocalDateTime.parse("2026-11-24T18:40").atZone(ZoneId.of("Asia/Riyadh"));

  @ParameterizedTest
  @CsvSource({
    "بعد ساعة, 2026-11-24T19:40",
    "ابي الطلب بعد ساعه ونص, 2026-11-24T20:10",
    "بعد ساعتين لو سمحت, 2026-11-24T20:40",
    "بعد نص ساعة, 2026-11-24T19:10",
    "بعد نصف ساعة, 2026-11-24T19:10",
    "بعد ربع ساعة, 2026-11-24T18:55",
    "بعد ٤٥ دقيقة, 2026-11-24T19:25",
    "بعد 3 ساعات, 2026-11-24T21:40",
    "الساعة ٨, 2026-11-24T20:00",
    "الساعة 8 ونص, 2026-11-24T20:30",
    "الساعة 9 الا ربع, 2026-11-24T20:45",
    "الساعة 8:15 مساء, 2026-11-24T20:15",
    "الساعة ٧, 2026-11-24T19:00",
    "الساعة ٦, 2026-11-25T06:00",
    "الساعة ثمان, 2026-11-24T20:00",
    "على الساعة تسع بالليل, 2026-11-24T21:00",
    "الساعة ١ بالليل, 2026-11-25T01:00",
    "بكرة الساعة ١, 2026-11-25T13:00",
    "بكره الساعه 8 الصبح, 2026-11-25T08:00",
    "الساعة 2 الظهر بكرة, 2026-11-25T14:00",
    "بعد بكرة الساعة 7, 2026-11-26T19:00",
    "in an hour, 2026-11-24T19:40",
    "in half an hour please, 2026-11-24T19:10",
    "in 45 minutes, 2026-11-24T19:25",
    "after 2 hours, 2026-11-24T20:40",
    "at 8pm, 2026-11-24T20:00",
    "at 8, 2026-11-24T20:00",
    "8:30 pm, 2026-11-24T20:30",
    "for 9 pm tonight, 2026-11-24T21:00",
    "tomorrow at 1, 2026-11-25T13:00",
    "tomorrow at 9am, 2026-11-25T09:00",
    "at 1pm tomorrow, 2026-11-25T13:00",
    "tomorrow at noon, 2026-11-25T12:00",
    "at 20:15, 2026-11-24T20:15",
    "at 11 tomorrow, 2026-11-25T23:00"
  })
  void saysWhenItIsWanted(String text, LocalDateTime expected) {
    assertThat(TimeWords.in(text).orElseThrow().at(NOW).toLocalDateTime()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "8:30, 2026-11-24T20:30",
    "٨:٣٠, 2026-11-24T20:30",
    "٨ ونص, 2026-11-24T20:30",
    "8 ونص, 2026-11-24T20:30",
    "٨ ونصف لو سمحت, 2026-11-24T20:30",
    "الثمانية ونص, 2026-11-24T20:30",
    "ثمان ونص, 2026-11-24T20:30",
    "تسع الا ربع, 2026-11-24T20:45",
    "خليها ٩ وربع, 2026-11-24T21:15",
    "٨ مساء, 2026-11-24T20:00",
    "بكرة ٨ ونص, 2026-11-25T20:30",
    "١ الا ثلث, 2026-11-25T00:40",
    "6:30, 2026-11-25T06:30",
    "8.30 pm, 2026-11-24T20:30",
    "half past eight, 2026-11-24T20:30",
    "quarter to nine, 2026-11-24T20:45",
    "tomorrow 8:30 please, 2026-11-25T20:30",
    "seven thirty, 2026-11-24T19:30"
  })
  void aTimeAloneIsReadAsOne(String text, LocalDateTime expected) {
    assertThat(read(text)).isEqualTo(expected);
    assertThat(TimeWords.in(text).or(() -> TimeWords.alone(text, true)).orElseThrow().at(NOW))
        .isEqualTo(expected.atZone(NOW.getZone()));
  }

  private static LocalDateTime read(String text) {
    return TimeWords.alone(text, false).orElseThrow().at(NOW).toLocalDateTime();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "٨", "ثمانية", "eight", "الثمانية"})
  void aNumberAloneIsATimeOnlyWhereOneWasAskedFor(String text) {
    assertThat(TimeWords.alone(text, false)).isEmpty();
    assertThat(TimeWords.alone(text, true).orElseThrow().at(NOW).getHour()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "25",
        "8:75",
        "٨ شاورما",
        "كيلو ونص",
        "8 ونص كيلو",
        "نعم",
        "",
        "30:00",
        "0 الا ربع"
      })
  void whatIsMoreThanATimeOrNoneIsNotOne(String text) {
    assertThat(TimeWords.alone(text, true)).isEmpty();
  }

  @Test
  void whoDoesNotSayWhichHalfOfTheDayMayMeanEither() {
    assertThat(TimeWords.alone("8:30", true).orElseThrow().moments(NOW))
        .extracting(ZonedDateTime::toLocalDateTime)
        .containsExactly(
            LocalDateTime.parse("2026-11-24T20:30"), LocalDateTime.parse("2026-11-25T08:30"));
    assertThat(TimeWords.alone("8:30 مساء", true).orElseThrow().moments(NOW)).hasSize(1);
    assertThat(TimeWords.alone("20:30", true).orElseThrow().moments(NOW)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ابي ٨ شاورما",
        "2 burgers and 3 cola",
        "متى تفتحون الساعة كم؟",
        "تقفلون الساعة ٢؟",
        "وصل الطلب بعد ساعة",
        "it came after 2 hours",
        "are you open at 8pm",
        "شارع الستين",
        "in a box please",
        "at home",
        "24.5 riyals",
        "السعر 12.50",
        "villa 12",
        "abi shawarma la7am kbeer",
        "بعد المسجد",
        "بعد الدوار يمين"
      })
  void otherNumbersAreNoTime(String text) {
    assertThat(TimeWords.in(text)).isEmpty();
  }

  @Property(tries = 300)
  void whateverIsWrittenIsReadWithoutFailing(@ForAll String text) {
    TimeWords.in(text).ifPresent(found -> assertThat(found.at(NOW)).isAfter(NOW));
  }
}
