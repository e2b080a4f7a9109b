package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Language;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderTextsTest {

  private final OrderTexts texts = new OrderTexts();

  @Test
  void bothLanguagesHaveASentenceForEachMoveAndNoOther() {
    Set<String> needed =
        Stream.of(Transition.values())
            .map(Transition::told)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());

    assertThat(bundle(Locale.ROOT).keySet()).containsExactlyInAnyOrderElementsOf(needed);
    assertThat(bundle(Locale.ENGLISH).keySet()).containsExactlyInAnyOrderElementsOf(needed);
  }

  @Test
  void countsMinutesAsArabicDoes() {
    assertThat(confirmed(Language.SAUDI, 2)).contains("خلال دقيقتين");
    assertThat(confirmed(Language.SAUDI, 5)).contains("خلال 5 دقائق");
    assertThat(confirmed(Language.EGYPTIAN, 20)).contains("خلال 20 دقيقة");
    assertThat(confirmed(Language.ENGLISH, 20)).contains("in about 20 minutes");
  }

  @Test
  void neverFallsBackToTheMachinesLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
      assertThat(confirmed(Language.ENGLISH, 20)).contains("A-27").contains("20 minutes");
      Locale.setDefault(Locale.ENGLISH);
      assertThat(confirmed(Language.SAUDI, 20)).contains("تم قبول طلبك A-27");
    } finally {
      Locale.setDefault(before);
    }
  }

  private String confirmed(Language language, long minutes) {
    return texts.text(language, "confirmed", new OrderTexts.Facts("A-27", minutes, null, "العليا"));
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "ordering.told",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
