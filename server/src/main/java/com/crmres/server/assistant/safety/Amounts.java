package com.crmres.server.assistant.safety;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.PricedCart;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every amount in an answer is one of the menu, or what the rules sum up; a cart costs what its
/// lines cost.
final class Amounts implements Check {

  private static final String NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";
  private static final String MONEY =
      "(?:ريال|ريالات|ر\\.س|هلله|هللة|جنيه|دولار|sar\\b|sr\\b|riyals?\\b|halalas?\\b|usd\\b|dollars?\\b|﷼|\\$)";
  private static final Pattern AMOUNT =
      Pattern.compile(
          "("
              + NUMBER
              + ")\\s*"
              + MONEY
              + "|"
              + MONEY
              + "\\s*("
              + NUMBER
              + ")|(\\d+\\.\\d\\d)(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String kind() {
    return "price_change";
  }

  @Override
  public Stream<String> faults(Moment moment) {
    Set<BigDecimal> known = known(moment);
    return Stream.of(
            amounts(moment.strange())
                .filter(amount -> !known.contains(amount))
                .map(amount -> "the amount " + amount + " is not the house's"),
            wrongTotal(moment),
            wrongOrder(moment))
        .flatMap(faults -> faults);
  }

  private static Stream<BigDecimal> amounts(String answer) {
    return AMOUNT.matcher(Digits.western(answer)).results().map(Amounts::amount);
  }

  private static BigDecimal amount(MatchResult found) {
    String number = found.group().replaceAll("[^\\d.]+", "").replaceAll("^\\.+|\\.+$", "");
    return plain(new BigDecimal(number));
  }

  private static BigDecimal plain(BigDecimal riyals) {
    return riyals.stripTrailingZeros();
  }

  private static Set<BigDecimal> known(Moment moment) {
    Set<Money> known = new HashSet<>();
    moment
        .menu()
        .items()
        .forEach(item -> {
          known.add(item.price());
          item.options()
              .map(ModifierOption::price)
              .forEach(price -> {
                known.add(price);
                known.add(item.price().plus(price));
              });
        });
    Stream.of(moment.pricesBefore(), moment.prices())
        .forEach(priced -> {
          known.add(priced.deliveryFee());
          add(known, priced.lines(), priced.total(), priced.vat());
        });
    OrderSummary last = moment.last();
    if (last != null) {
      known.add(last.deliveryFee());
      add(known, last.lines(), last.total(), last.vat());
    }
    Set<BigDecimal> amounts = new HashSet<>();
    known.forEach(money -> amounts.add(plain(money.riyals())));
    return amounts;
  }

  private static void add(Set<Money> known, List<OrderSummary.Line> lines, Money total, Money vat) {
    lines.forEach(line -> known.add(line.total()));
    known.add(total);
    known.add(vat);
  }

  private static Stream<String> wrongTotal(Moment moment) {
    PricedCart priced = moment.prices();
    PriceSpan due =
        moment.after().lines().stream()
            .map(line -> span(moment, line))
            .reduce(PriceSpan.of(priced.deliveryFee()), PriceSpan::plus);
    return due.holds(priced.total())
        ? Stream.empty()
        : Stream.of("the cart costs " + priced.total().text() + " and not " + due);
  }

  private static PriceSpan span(Moment moment, CartLine line) {
    return moment
        .menu()
        .item(line.itemId())
        .map(item -> PriceSpan.each(item, line, moment.after().fulfilment()).times(line.quantity()))
        .orElse(PriceSpan.of(Money.ZERO));
  }

  private static Stream<String> wrongOrder(Moment moment) {
    OrderSummary last = moment.last();
    return !moment.placed() || last == null || last.total().equals(moment.pricesBefore().total())
        ? Stream.empty()
        : Stream.of("the order costs " + last.total().text() + ", unlike the cart it came from");
  }
}
