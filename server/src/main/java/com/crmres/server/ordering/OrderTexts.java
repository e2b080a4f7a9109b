package com.crmres.server.ordering;

import com.crmres.common.conversation.Language;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What customers are told about their orders, in their language.
final class OrderTexts {

  private static final String BUNDLE = "ordering.told";

  /// What a sentence may speak of.
  ///
  /// @param minutes until the order is ready
  /// @param reason as the customer hears it; empty for none
  /// @param time of day by the branch's clock; empty where none was promised
  /// @param total what it costs
  /// @param lines all that it holds
  record Facts(
      String number,
      long minutes,
      String reason,
      String branch,
      String time,
      String total,
      String lines) {}

  String text(Language language, String key, Facts facts) {
    // The bundle's numbers stay in Latin digits: so are the prices on every menu here.
    return format(
        language,
        key,
        facts.number(),
        facts.minutes(),
        facts.reason(),
        facts.branch(),
        facts.time(),
        facts.total(),
        facts.lines());
  }

  /// What an order holds, a line each.
  String lines(Language language, List<OrderSummary.Line> lines) {
    return lines.stream().map(line -> line(language, line)).collect(Collectors.joining("\n"));
  }

  private static String line(Language language, OrderSummary.Line line) {
    String choices =
        names(
            language,
            Stream.concat(Stream.ofNullable(line.size()), line.modifiers().stream()).toList());
    String name = names(language, List.of(line.name()));
    return choices.isEmpty()
        ? format(language, "line", line.quantity(), name)
        : format(language, "line.chosen", line.quantity(), name, choices);
  }

  /// Why, as a customer hears it: the house's words for a reason of the list, staff's own words for
  /// any other.
  ///
  /// @param missing what there is none left of
  String reason(Language language, Why why, List<LocalizedText> missing) {
    OrderReason code = why.code();
    if (code == null || code == OrderReason.OTHER) {
      return why.words() == null ? "" : why.words();
    }
    if (code == OrderReason.ITEM_UNAVAILABLE && !missing.isEmpty()) {
      return format(language, "reason.missing", names(language, missing));
    }
    return format(language, "reason." + code.wireName());
  }

  private static String names(Language language, List<LocalizedText> items) {
    return items.stream()
        .map(name -> language.isArabic() ? name.ar() : name.en())
        .distinct()
        .collect(Collectors.joining(language.isArabic() ? "، " : ", "));
  }

  private static String format(Language language, String key, Object... arguments) {
    return new MessageFormat(pattern(language, key), Locale.ROOT).format(arguments);
  }

  private static String pattern(Language language, String key) {
    Locale locale = language.isArabic() ? Locale.ROOT : Locale.ENGLISH;
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(BUNDLE, locale, control).getString(key);
  }
}
