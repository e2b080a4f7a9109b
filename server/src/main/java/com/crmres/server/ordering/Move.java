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

  /// The payments of an order were counted.
  static Move counted(Payment before, Payment after) {
    return new Move(
        OrderAxis.PAYMENT,
        "counted",
        before.state().wireName(),
        after.state().wireName(),
        null,
        grown(before, after),
        false);
  }

  private static @Nullable Money grown(Payment before, Payment after) {
    long came = after.paid().halalas() - before.paid().halalas();
    long went = after.refunded().halalas() - before.refunded().halalas();
    long more =
        came > 0 ? came : went > 0 ? went : after.asked().halalas() - before.asked().halalas();
    return more > 0 ? new Money(more) : null;
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
