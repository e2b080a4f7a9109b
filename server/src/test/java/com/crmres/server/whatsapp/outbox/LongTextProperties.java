package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Whatever people write is cut so that nothing is lost and no sign is torn (behaviour 20).
class LongTextProperties {

  private static final Pattern SIGN = Pattern.compile("\\X");
  private static final int LONGEST_SIGN = 16;

  /// behaviour 20
  @Property(tries = 400)
  void joinsBackToTheTextAndTearsNoSign(
      @ForAll("texts") String text, @ForAll @IntRange(min = 40, max = 200) int most) {
    List<String> parts = LongText.parts(text, most);

    assertThat(String.join("", parts)).isEqualTo(text);
    Set<Integer> borders = borders(text);
    int place = 0;
    for (String part : parts) {
      assertThat(part.length()).isBetween(text.isEmpty() ? 0 : 1, most);
      assertThat(borders).contains(place);
      place += part.length();
    }
  }

  @Property(tries = 200)
  void theEndIsTheEndAndTearsNoSign(
      @ForAll("texts") String text, @ForAll @IntRange(min = 40, max = 200) int most) {
    if (text.length() <= most) {
      return;
    }
    String end = LongText.end(text, most);

    assertThat(text).endsWith(end);
    assertThat(end.length()).isBetween(1, most);
    assertThat(borders(text)).contains(text.length() - end.length());
  }

  @Property(tries = 200)
  void tearsNoWordThatFits(
      @ForAll("sentences") String text, @ForAll @IntRange(min = 60, max = 200) int most) {
    List<String> parts = LongText.parts(text, most);

    for (String part : parts.subList(0, parts.size() - 1)) {
      assertThat(Character.isWhitespace(part.charAt(part.length() - 1))).isTrue();
    }
  }

  @Example
  void prefersTheEndOfASentence() {
    String text = "هل تريد إضافة بطاطس؟ نعم أو لا وأيهما أحب إليك يا نورة";

    assertThat(LongText.parts(text, 30).getFirst()).isEqualTo("هل تريد إضافة بطاطس؟ ");
  }

  @Example
  void prefersTheEndOfALine() {
    assertThat(LongText.parts("- one. two\n- three four five", 20))
        .containsExactly("- one. two\n", "- three four five");
  }

  @Example
  void keepsAnAddressWhole() {
    String text = "See https://noor.example/menu?branch=olaya.riyadh&lang=ar now please";

    assertThat(LongText.parts(text, 60)).anyMatch(part -> part.contains("olaya.riyadh&lang=ar"));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "أهلًا",
            "بكم",
            "👨‍👩‍👧‍👦",
            "🇸🇦",
            "é",
            "مُحَمَّد",
            ". ",
            "؟ ",
            "\n",
            " ",
            "\r\n",
            "https://noor.sa/a.b",
            "x")
        .list()
        .ofMaxSize(120)
        .map(words -> String.join("", words));
  }

  @Provide
  Arbitrary<String> sentences() {
    return Arbitraries.of("طلبك", "وصل", "شكرًا.", "جاهز؟", "order", "A-17,", "😀")
        .list()
        .ofMinSize(1)
        .ofMaxSize(150)
        .map(words -> String.join(" ", words));
  }

  private static Set<Integer> borders(String text) {
    Set<Integer> borders = new HashSet<>(Set.of(0));
    Matcher sign = SIGN.matcher(text);
    while (sign.find()) {
      assertThat(sign.end() - sign.start()).isLessThanOrEqualTo(LONGEST_SIGN);
      borders.add(sign.end());
    }
    return borders;
  }
}
