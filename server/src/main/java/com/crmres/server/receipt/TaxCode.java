package com.crmres.server.receipt;

import com.crmres.common.money.Money;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;

/// The text of the tax authority's square code, its first phase: five fields, each a tag, a length
/// in bytes and a value.
final class TaxCode {

  private static final int LONGEST = 255;
  private static final int CONTINUES = 0b1000_0000;
  private static final int CONTINUATION = 0b1100_0000;

  private TaxCode() {}

  /// The text.
  ///
  /// @param at told to the second, in UTC
  static String of(String seller, String vatNumber, Instant at, Money gross, Money vat) {
    return of(
        seller, vatNumber, at.truncatedTo(ChronoUnit.SECONDS).toString(), gross.text(), vat.text());
  }

  /// The text of these five values.
  static String of(String... values) {
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    for (int tag = 1; tag <= values.length; tag++) {
      byte[] value = fitting(values[tag - 1]);
      fields.write(tag);
      fields.write(value.length);
      fields.writeBytes(value);
    }
    return Base64.getEncoder().encodeToString(fields.toByteArray());
  }

  /// A length has one byte: a longer name is cut, between two characters.
  private static byte[] fitting(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int end = Math.min(bytes.length, LONGEST);
    while (end < bytes.length && (bytes[end] & CONTINUATION) == CONTINUES) {
      end--;
    }
    return Arrays.copyOf(bytes, end);
  }
}
