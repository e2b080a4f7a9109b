package com.crmres.desktop.orders;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderPaymentState;
import com.crmres.common.ordering.OrderSummary;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which orders the board shows.
///
/// @param way which of them by how the customer gets them
/// @param unpaid only those whose money is not here
/// @param words part of a number, of a name, or of the end of a phone number; empty for all
public record BoardFilter(Way way, boolean unpaid, String words) {

  /// How the customer gets the order.
  public enum Way {
    ALL,
    DELIVERY,
    PICKUP
  }

  public static final BoardFilter ALL = new BoardFilter(Way.ALL, false, "");

  private static final Set<OrderPaymentState> PAID =
      Set.of(
          OrderPaymentState.PAID,
          OrderPaymentState.AUTHORISED,
          OrderPaymentState.COD_COLLECTED,
          OrderPaymentState.REFUNDED,
          OrderPaymentState.PARTIALLY_REFUNDED);

  public BoardFilter withWay(Way wanted) {
    return new BoardFilter(wanted, unpaid, words);
  }

  public BoardFilter withUnpaid(boolean only) {
    return new BoardFilter(way, only, words);
  }

  public BoardFilter withWords(String searched) {
    return new BoardFilter(way, unpaid, searched);
  }

  boolean shows(OrderSummary order) {
    return fitsWay(order)
        && (!unpaid || !PAID.contains(order.standing().payment()))
        && named(order);
  }

  private boolean fitsWay(OrderSummary order) {
    return switch (way) {
      case ALL -> true;
      case DELIVERY -> order.fulfilment() == Fulfilment.DELIVERY;
      case PICKUP -> order.fulfilment() == Fulfilment.PICKUP;
    };
  }

  private boolean named(OrderSummary order) {
    String searched = words.strip().toLowerCase(Locale.ROOT);
    return searched.isEmpty()
        || order.number().toLowerCase(Locale.ROOT).contains(searched)
        || order.customer().name().toLowerCase(Locale.ROOT).contains(searched)
        || endsSo(order.contactPhone(), searched)
        || endsSo(order.customer().phone(), searched);
  }

  private static boolean endsSo(@Nullable String phone, String searched) {
    return phone != null && phone.endsWith(searched);
  }

  /// What is remembered from one day to the next; searched words are not.
  public String kept() {
    return way.name() + (unpaid ? " unpaid" : "");
  }

  /// The filter that was kept, or everything if that is not understood.
  public static BoardFilter of(String kept) {
    String[] parts = Objects.requireNonNull(kept).split(" ", -1);
    for (Way way : Way.values()) {
      if (way.name().equals(parts[0])) {
        return new BoardFilter(way, parts.length > 1, "");
      }
    }
    return ALL;
  }
}
