package com.crmres.server.assistant.safety;

import com.crmres.common.ordering.OrderSummary;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// No number of a phone, a card or an order in an answer is anybody else's.
final class Strangers implements Check {

  private static final Pattern LONG = Pattern.compile("\\d(?:[ ()./\\-]{0,2}\\d){5,}");
  private static final Pattern AMOUNT = Pattern.compile("\\d+\\.\\d\\d(?!\\d)");
  private static final Pattern ORDER = Pattern.compile("(?<![\\w])[A-Z]-\\d+");

  @Override
  public String kind() {
    return "other_customer";
  }

  @Override
  public Stream<String> faults(Moment moment) {
    String answer = AMOUNT.matcher(Digits.western(moment.strange())).replaceAll(" | ");
    return Stream.concat(
        LONG.matcher(answer)
            .results()
            .map(found -> found.group().replaceAll("\\D", ""))
            .filter(digits -> !isOwn(moment, digits))
            .map(digits -> "the number " + digits + " is not the customer's"),
        ORDER
            .matcher(answer)
            .results()
            .map(MatchResult::group)
            .filter(number -> !isOwnOrder(moment, number))
            .map(number -> "the order " + number + " is not the customer's"));
  }

  /// His phone with or without the country's code; what he gave us for a delivery is his to give.
  private static boolean isOwn(Moment moment, String digits) {
    String local = digits.replaceFirst("^0", "");
    String contact = moment.after().contactPhone();
    return moment.numbers().stream().anyMatch(own -> own.endsWith(local))
        || (contact != null && contact.endsWith(local));
  }

  private static boolean isOwnOrder(Moment moment, String number) {
    OrderSummary last = moment.last();
    return last != null && last.number().equals(number);
  }
}
