package com.crmres.common.customer;

import java.util.Optional;
import java.util.regex.Pattern;

/// A phone number in the one form in which numbers are compared: digits with country code.
///
/// Saudi ways of writing (`05…`, `٠٥…`, `00966…`, `+966 0 5…`) become `9665…`.
///
/// @param digits 8 to 15 digits (E.164)
public record PhoneNumber(String digits) {

  private static final Pattern E164 = Pattern.compile("[1-9][0-9]{7,14}");

  public PhoneNumber {
    if (!E164.matcher(digits).matches()) {
      throw new IllegalArgumentException("not 8 to 15 digits with country code");
    }
  }

  /// Reads what a person wrote; empty if it is no phone number.
  public static Optional<PhoneNumber> parse(String written) {
    String digits = withoutPrefixZeros(latinDigits(written));
    return E164.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
  }

  private static String latinDigits(String written) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (Character.isDigit(c)) {
        digits.append(Character.digit(c, 10));
      } else if (Character.isLetter(c)) {
        return "";
      }
    }
    return digits.toString();
  }

  /// Nine digits from 5 on are a Saudi mobile number without its zero; no country has such.
  private static String withoutPrefixZeros(String digits) {
    if (digits.length() == 9 && digits.startsWith("5")) {
      return "966" + digits;
    }
    String international = digits.startsWith("00") ? digits.substring(2) : digits;
    if (international.startsWith("9660")) {
      return "966" + international.substring(4);
    }
    return international.startsWith("0") ? "966" + international.substring(1) : international;
  }
}
