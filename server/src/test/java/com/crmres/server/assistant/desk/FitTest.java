package com.crmres.server.assistant.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {

  @Test
  void aShortTextStays() {
    assertThat(Fit.within(20, "شاورما دجاج")).isEqualTo("شاورما دجاج");
  }

  @Test
  void aLongTextEndsWithDots() {
    assertThat(Fit.within(10, "سلطة فتوش كبيرة جدًا")).hasSizeLessThanOrEqualTo(10).endsWith("…");
  }

  /// trap 35
  @Test
  void aSignOfSeveralCharactersIsNotCut() {
    assertThat(Fit.within(8, "أهلًا 👨‍👩‍👧‍👦👨‍👩‍👧‍👦")).isEqualTo("أهلًا…");
  }

  /// trap 36
  @Test
  void titlesThatBecomeAlikeAreToldApart() {
    assertThat(
            Fit.different(
                20,
                List.of("وجبة برجر دجاج كبيرة حارة", "وجبة برجر دجاج كبيرة عادية", "سلطة", "سلطة")))
        .doesNotHaveDuplicates()
        .allMatch(title -> title.length() <= 20)
        .endsWith("سلطة 2");
  }
}
