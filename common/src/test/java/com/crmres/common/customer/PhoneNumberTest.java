package com.crmres.common.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0500000123, 966500000123",
    "٠٥٠٠٠٠٠١٢٣, 966500000123",
    "00966500000123, 966500000123",
    "+966 0 50 000 0123, 966500000123",
    "966-50-000-0123, 966500000123",
    "0112345678, 966112345678",
    "+20 100 123 4567, 201001234567"
  })
  void bringsEveryWayOfWritingIntoOneForm(String written, String digits) {
    assertThat(PhoneNumber.parse(written)).contains(new PhoneNumber(digits));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123", "SA.2026001234567890", "call me", "99999999999999999999"})
  void refusesWhatIsNoPhoneNumber(String written) {
    assertThat(PhoneNumber.parse(written)).isEmpty();
  }
}
