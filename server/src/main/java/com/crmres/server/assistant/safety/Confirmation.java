package com.crmres.server.assistant.safety;

import com.crmres.server.assistant.PendingQuestion;
import com.crmres.server.ordering.cart.Cart;
import java.util.stream.Stream;

/// An order is placed only after that very version of the cart was read back and asked about, and
/// what was ordered is what was read back.
final class Confirmation implements Check {

  @Override
  public String kind() {
    return "confirm";
  }

  @Override
  public Stream<String> faults(Moment moment) {
    return moment.placed() && !wasAsked(moment)
        ? Stream.of("an order was placed that had not been read back")
        : Stream.empty();
  }

  private static boolean wasAsked(Moment moment) {
    Cart cart = moment.before();
    return moment.asked() instanceof PendingQuestion.ConfirmCart(var id, int version)
        && id.equals(cart.id())
        && version == cart.version()
        && Integer.valueOf(version).equals(cart.readBackVersion())
        && moment.last() != null
        && moment.last().lines().equals(moment.pricesBefore().lines());
  }
}
