package com.crmres.server.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TaxCodeTest {

  @Test
  void theAuthoritysOwnSampleComesOutToTheLetter() {
    String code =
        TaxCode.of(
            "Bobs Records",
            "310122393500003",
            Instant.parse("2022-04-25T15:30:00.700Z"),
            new Money(100_000),
            new Money(15_000));

    assertThat(code)
        .isEqualTo(
            "AQxCb2JzIFJlY29yZHMCDzMxMDEyMjM5MzUwMDAwMwMUMjAyMi0wNC0yNVQxNTozMDowMFoEBzEwMDAuMDAFBjE1MC4wMA==");
  }

  @Test
  void anArabicNameIsCountedInBytes() {
    String code =
        TaxCode.of("مطعم البيت السعودي", "310122393500003", "2026-02-19T18:05:00", "57.50", "7.50");

    assertThat(code)
        .isEqualTo(
            "ASLZhdi32LnZhSDYp9mE2KjZitiqINin2YTYs9i52YjYr9mKAg8zMTAxMjIzOTM1MDAwMDMDEzIwMjYtMDItMTlUMTg6MDU6MDAEBTU3LjUwBQQ3LjUw");
  }

  @Test
  void aNameOfMoreThan255BytesIsCutBetweenTwoCharacters() {
    byte[] odd = Base64.getDecoder().decode(TaxCode.of("م".repeat(200)));
    byte[] whole = Base64.getDecoder().decode(TaxCode.of("a" + "م".repeat(200)));
    byte[] far = Base64.getDecoder().decode(TaxCode.of("ab" + "😀".repeat(100)));

    assertThat(value(odd)).isEqualTo("م".repeat(127));
    assertThat(value(whole)).isEqualTo("a" + "م".repeat(127));
    assertThat(value(far)).isEqualTo("ab" + "😀".repeat(63));
  }

  private static String value(byte[] field) {
    assertThat(field[1] & 0xff).isEqualTo(field.length - 2);
    return new String(field, 2, field.length - 2, StandardCharsets.UTF_8);
  }
}
