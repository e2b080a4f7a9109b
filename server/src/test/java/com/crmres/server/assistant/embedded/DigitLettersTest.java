package com.crmres.server.assistant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitLettersTest {

  @ParameterizedTest
  @ValueSource(strings = {"8ahwa", "sam7t", "2eshta", "7al2at", "so3odiya", "w7da"})
  void digitsStandForLettersInArabicWords(String word) {
    assertThat(DigitLetters.are(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7up", "2x", "6pcs", "2l", "v60", "latte", "12", "x3"})
  void measuresAndPlainWordsAreNone(String word) {
    assertThat(DigitLetters.are(word)).isFalse();
  }
}
