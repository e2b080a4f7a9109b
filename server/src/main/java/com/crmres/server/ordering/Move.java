package com.crmres.server.ordering;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderAxis;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an order did: a row of one of its tables of moves.
///
/// @param name of the row
/// @param from and
/// @param to where it stood and stands on that axis
/// @param told the sentence the customer is told; null for none
/// @param amount of money that was taken, or is to go back
/// @param forPeople whether people must look after the customer then
record Move(
    OrderAxis axis,
    String name,
    String from,
    String to,
    @Nullable String told,
    @Nullable Money amount,
    boolean forPeople) {

  static Move of(Transition made) {
    return new Move(
        OrderAxis.ORDER,
        name(made),
        made.source().wireName(),
        made.target().wireName(),
        made.told(),
        null,
        made.isForPeople());
  }

  static Move of(PaymentTransition made, @Nullable Money amount) {
    return new Move(
        OrderAxis.PAYMENT,
        name(made),
        made.source().wireName(),
        made.target().wireName(),
        null,
        amount,
        false);
  }

  static Move of(DeliveryTransition made) {
    return new Move(
        OrderAxis.DELIVERY,
        name(made),
        made.source().wireName(),
        made.target().wireName(),
        null,
        null,
        false);
  }

  private static String name(Enum<?> row) {
    return row.name().toLowerCase(Locale.ROOT);
  }
}
