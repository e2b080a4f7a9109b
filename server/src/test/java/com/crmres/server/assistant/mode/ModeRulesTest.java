package com.crmres.server.assistant.mode;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.ModeRule;
import com.crmres.common.money.Money;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeRulesTest {

  private static final UUID OLAYA = new UUID(1, 1);
  private static final UUID MALAZ = new UUID(1, 2);

  private final ModeRules rules =
      new ModeRules(
          List.of(
              new ModeRule(null, null, AssistantMode.UNDO),
              new ModeRule(null, Intent.COMPLAINT, AssistantMode.OFF),
              new ModeRule(OLAYA, null, AssistantMode.SUGGEST),
              new ModeRule(OLAYA, Intent.GREETING, AssistantMode.AUTOMATIC)));

  @Test
  void theMostExactRuleHolds() {
    assertThat(rules.mode(OLAYA, Intent.GREETING)).isEqualTo(AssistantMode.AUTOMATIC);
    assertThat(rules.mode(OLAYA, Intent.COMPLAINT)).isEqualTo(AssistantMode.SUGGEST);
    assertThat(rules.mode(OLAYA, Intent.ORDER)).isEqualTo(AssistantMode.SUGGEST);
    assertThat(rules.mode(MALAZ, Intent.COMPLAINT)).isEqualTo(AssistantMode.OFF);
    assertThat(rules.mode(MALAZ, Intent.GREETING)).isEqualTo(AssistantMode.UNDO);
    assertThat(rules.mode(null, Intent.COMPLAINT)).isEqualTo(AssistantMode.OFF);
    assertThat(rules.mode(null, null)).isEqualTo(AssistantMode.UNDO);
  }

  @Test
  void withoutRulesTheAssistantAnswers() {
    assertThat(new ModeRules(List.of()).mode(OLAYA, Intent.ORDER))
        .isEqualTo(AssistantMode.AUTOMATIC);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3800 | المجموع 38.00 ريال | true",
        "3800 | المجموع ٣٨ ريال، نأكد؟ | true",
        "3800 | المجموع ٣٨٫٠٠ | true",
        "3850 | it is 38.50 | true",
        "3850 | it is 38 | false",
        "3800 | it is 138 | false",
        "3800 | it is 38.50 | false",
        "3800 | it is 38, shall we? | true",
        "3800 | it is 38. | true",
        "3800 | shall we? | false"
      })
  void anAmountStandsInWordsInAnyDigits(long halalas, String words, boolean stands) {
    assertThat(Figures.stands(new Money(halalas), words)).isEqualTo(stands);
  }
}
