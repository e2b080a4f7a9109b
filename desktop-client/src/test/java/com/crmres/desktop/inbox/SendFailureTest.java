package com.crmres.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SendFailureTest {

  /// trap 48: who has blocked us reads exactly like a wrong number, and nothing is insinuated.
  @ParameterizedTest
  @EnumSource(ScreenLanguage.class)
  void anUndeliverableMessageIsWordedNeutrallyInBothLanguages(ScreenLanguage language) {
    Texts texts = Texts.in(language);

    String words = SendFailure.words("131026: Message undeliverable", texts);

    assertThat(words)
        .isEqualTo(SendFailure.words("131026", texts))
        .isEqualTo(texts.of("message.undeliverable"))
        .doesNotContain("131026", "undeliverable")
        .doesNotContainIgnoringCase("block")
        .doesNotContainIgnoringCase("wrong")
        .doesNotContainIgnoringCase("invalid")
        .doesNotContain("حظر", "محظور", "خاطئ", "خطأ", "غير صحيح");
  }

  @Test
  void anyOtherFailureIsToldAsItIs() {
    assertThat(SendFailure.words("131051: Unsupported", Texts.in(ScreenLanguage.ENGLISH)))
        .contains("Unsupported");
  }

  @Test
  void saysThatAnAnswerWasWithdrawnBecauseAPersonTookOver() {
    Texts texts = Texts.in(ScreenLanguage.ENGLISH);

    assertThat(SendFailure.words("withdrawn", texts)).isEqualTo(texts.of("message.withdrawn"));
  }
}
