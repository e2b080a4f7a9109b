package com.crmres.desktop.text;

import com.crmres.common.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Bidi;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes strings fit to be drawn: no invisible characters (Linux draws them as boxes), numbers kept
/// in their order between Arabic words, and the right base direction.
public final class DisplayText {

  /// Safe to draw, and strong left-to-right: keeps `+966 55 …` and `-86.50` from being reordered.
  private static final String LEFT_TO_RIGHT_MARK = "\u200E";

  private static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\u200B-\\u200D\\u200F\\u061C\\u202A-\\u202E\\u2060-\\u2069\\uFE0E\\uFE0F\\uFEFF\\u00AD]");
  private static final Pattern LONG_NUMBER = Pattern.compile("(\\+?\\d[\\d ]+\\d)");

  private DisplayText() {}

  /// What a person wrote, ready to be drawn; the original is kept for copying and sending.
  public static String of(String written) {
    String visible = INVISIBLE.matcher(written).replaceAll("");
    return LONG_NUMBER.matcher(visible).replaceAll(LEFT_TO_RIGHT_MARK + "$1" + LEFT_TO_RIGHT_MARK);
  }

  /// The same on one line, for lists.
  public static String line(String written) {
    return of(written).replaceAll("\\s+", " ").strip();
  }

  public static boolean isRightToLeft(String text) {
    return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
  }

  /// A number, phone or code that must not be reordered.
  public static String leftToRight(String code) {
    return LEFT_TO_RIGHT_MARK + code + LEFT_TO_RIGHT_MARK;
  }

  /// `64.00 ر.س`; the new riyal sign is in none of the fonts.
  public static String money(Money amount, Texts texts) {
    return texts.of("money.riyal", leftToRight(amount.text()));
  }

  /// A small price in millionths of a currency, with as many places as it needs: `0.0453 USD`.
  public static String micros(long millionths, String currency, Texts texts) {
    BigDecimal amount = BigDecimal.valueOf(millionths, 6);
    BigDecimal shown =
        amount.abs().compareTo(BigDecimal.ONE) < 0
            ? amount.setScale(4, RoundingMode.HALF_UP)
            : amount.setScale(2, RoundingMode.HALF_UP);
    return currency.equals("SAR")
        ? texts.of("money.riyal", leftToRight(shown.toPlainString()))
        : leftToRight(shown.toPlainString() + " " + currency);
  }

  /// `+966 55 123 4567`; empty for customers without a known number.
  public static String phone(@Nullable String digits) {
    if (digits == null) {
      return "";
    }
    boolean saudi = digits.startsWith("966") && digits.length() == 12;
    String spaced =
        saudi
            ? digits.replaceFirst("(\\d{3})(\\d{2})(\\d{3})(\\d{4})", "+$1 $2 $3 $4")
            : "+" + digits;
    return leftToRight(spaced);
  }
}
