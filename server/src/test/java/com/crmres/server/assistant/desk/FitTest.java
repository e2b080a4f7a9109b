package com.crmres.server.assistant.desk;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void aSignOfSeveralCharactersIsNotCut() {
    assertThat(Fit.within(8, "أهلًا 👨‍👩‍👧‍👦👨‍👩‍👧‍👦")).isEqualTo("أهلًا…");
  }
}
