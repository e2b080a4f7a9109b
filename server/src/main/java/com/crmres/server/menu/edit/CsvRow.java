package com.crmres.server.menu.edit;

import com.crmres.common.money.Money;
import com.crmres.common.wire.WireName;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One row of a table; what cannot be read is noted as a fault of its line.
///
/// @param line the number of its first line in the file, the head being 1
record CsvRow(int line, Map<String, String> cells, Faults faults) {

  private static final Set<String> YES = Set.of("yes", "true", "1", "y", "نعم");
  private static final Set<String> NO = Set.of("", "no", "false", "0", "n", "لا");
  private static final String ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩";

  boolean has(String column) {
    return cells.containsKey(column);
  }

  String text(String column) {
    return CsvColumns.unguarded(cells.getOrDefault(column, "").strip());
  }

  @Nullable String textOrNull(String column) {
    String text = text(column);
    return text.isEmpty() ? null : text;
  }

  List<String> words(String column) {
    return Arrays.stream(text(column).split("\\|", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  boolean flag(String column, boolean fallback) {
    String text = text(column).toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return fallback;
    }
    if (!YES.contains(text) && !NO.contains(text)) {
      fault(column, Rule.CHOICE);
    }
    return YES.contains(text);
  }

  int number(String column, int fallback) {
    Integer number = numberOrNull(column);
    return number == null ? fallback : number;
  }

  @Nullable Integer numberOrNull(String column) {
    String text = western(text(column));
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException _) {
      fault(column, Rule.SHAPE);
      return null;
    }
  }

  /// Riyals, with a point or a comma before the halalas and in either kind of digits.
  Money money(String column) {
    return money(column, text(column));
  }

  /// An amount that is only a part of its cell.
  Money money(String column, String amount) {
    String text = western(amount.strip()).replace('٫', '.').replace(',', '.');
    if (text.isEmpty()) {
      fault(column, Rule.REQUIRED);
      return Money.ZERO;
    }
    try {
      return Money.ofRiyals(new BigDecimal(text));
    } catch (ArithmeticException | NumberFormatException _) {
      fault(column, Rule.SHAPE);
      return Money.ZERO;
    }
  }

  <E extends Enum<E> & WireName> E named(String column, Class<E> type, E fallback) {
    String text = text(column).toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      return WireName.parse(type, text);
    } catch (IllegalArgumentException _) {
      fault(column, Rule.CHOICE);
      return fallback;
    }
  }

  void fault(String column, Rule rule) {
    faults.add("lines[%d].%s".formatted(line, column), rule);
  }

  private static String western(String text) {
    StringBuilder western = new StringBuilder();
    text.chars().forEach(c -> western.append(western((char) c)));
    return western.toString();
  }

  private static char western(char sign) {
    int digit = ARABIC_DIGITS.indexOf(sign);
    return digit < 0 ? sign : (char) ('0' + digit);
  }
}
