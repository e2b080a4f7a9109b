package com.crmres.server.assistant.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.assistant.Past.FormOfAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannerTest {

  @ParameterizedTest
  @CsvSource({
    "ابغى شاورما, UNKNOWN",
    "انا جايه الحين, FEMININE",
    "انا تعبانة ومستعجلة, FEMININE",
    "انا مستعجل, MASCULINE",
    "عايزة اتنين برجر, FEMININE",
    "عاوز كشري, MASCULINE",
    "نبي 3 وجبات, PLURAL",
    "حنا اربعة, PLURAL",
    "امي تعبانة تبي شوربة, UNKNOWN",
    "اختي عايزة برجر, UNKNOWN",
    "ابي شاورما حارة, UNKNOWN",
    "I am tired, UNKNOWN",
    "انا وامي مستعجلة, UNKNOWN",
  })
  void oneIsSpokenToAsOneSpeaksOfOneself(String text, FormOfAddress expected) {
    assertThat(Manner.of(List.of(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"انا مستعجل, انا مستعجلة", "عايز برجر, انا محتاجة كولا"})
  void twoOnOnePhoneAreSpokenToNeutrally(String one, String other) {
    assertThat(Manner.of(List.of(one, other))).isEqualTo(FormOfAddress.UNKNOWN);
  }
}
