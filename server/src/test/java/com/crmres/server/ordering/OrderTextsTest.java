package com.crmres.server.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Language;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
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
  void bothLanguagesHaveASentenceForEachMoveAndReasonAndNoOther() {
    Stream<String> moves = Stream.of(Transition.values()).map(Transition::told);
    Stream<String> reasons =
        Stream.of(OrderReason.values())
            .filter(reason -> reason != OrderReason.OTHER)
            .map(reason -> "reason." + reason.wireName());
    Set<String> needed =
        Stream.of(
                moves.filter(Objects::nonNull),
                reasons,
                Stream.of("reason.missing", "line", "line.chosen"))
            .flatMap(all -> all)
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
  void whatStaffThinkOfACustomerIsNotTold() {
    Why suspected = new Why(OrderReason.FRAUD_SUSPECTED, "حساب وهمي");

    assertThat(texts.reason(Language.SAUDI, suspected, List.of()))
        .isEqualTo("ما قدرنا نكمّل الطلب.");
    assertThat(texts.reason(Language.ENGLISH, Why.said("The grill is broken."), List.of()))
        .isEqualTo("The grill is broken.");
    assertThat(texts.reason(Language.ENGLISH, Why.NONE, List.of())).isEmpty();
  }

  @Test
  void whatHasRunOutIsNamed() {
    Why out = Why.of(OrderReason.ITEM_UNAVAILABLE);
    List<LocalizedText> items =
        List.of(new LocalizedText("برجر", "Burger"), new LocalizedText("كولا", "Cola"));

    assertThat(texts.reason(Language.SAUDI, out, items)).isEqualTo("خلص عندنا: برجر، كولا.");
    assertThat(texts.reason(Language.ENGLISH, out, items))
        .isEqualTo("we have run out of: Burger, Cola.");
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
    return texts.text(
        language,
        "confirmed",
        new OrderTexts.Facts("A-27", minutes, "", "العليا", "19:20", "31.00", ""));
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "ordering.told",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
