package com.crmres.common.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

  /// trap 13: Saudi ways of writing; landlines and unified numbers stay what they are.
  @ParameterizedTest
  @CsvSource({
    "0500000123, 966500000123",
    "500000123, 966500000123",
    "۰۵۰۰۰۰۰۱۲۳, 966500000123",
    "+٩٦٦ ٠ ٥٠ ٠٠٠ ٠١٢٣, 966500000123",
    "+966 (0) 50-000-0123, 966500000123",
    "00966 0500000123, 966500000123",
    "966112345678, 966112345678",
    "+966 11 234 5678, 966112345678",
    "920012345, 920012345",
    "9200 12345, 920012345",
    "+966920012345, 966920012345",
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

  /// trap 14: what is left of a user id without its letters would look like a phone.
  @ParameterizedTest
  @ValueSource(strings = {"", "123", "SA.2026001234567890", "call me", "99999999999999999999"})
  void refusesWhatIsNoPhoneNumber(String written) {
    assertThat(PhoneNumber.parse(written)).isEmpty();
  }
}
