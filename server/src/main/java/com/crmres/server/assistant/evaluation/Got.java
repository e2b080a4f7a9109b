package com.crmres.server.assistant.evaluation;

import com.crmres.server.assistant.Reading;
import com.crmres.server.ordering.cart.Cart;
import java.util.List;
import java.util.Set;

/// What a mind made of a case.
///
/// @param after the cart as it is then
/// @param cart the same, to be compared
/// @param asked which of these we would ask
/// @param unknown what we would say is not on the menu
/// @param proposes everything else, by the names that suites use
/// @param refused what the rules did not let through
record Got(
    Reading reading,
    Cart after,
    List<Serving> cart,
    Set<String> asked,
    boolean askedQuantity,
    List<String> unknown,
    Set<String> proposes,
    List<String> refused) {
  Got {
    cart = List.copyOf(cart);
    asked = Set.copyOf(asked);
    unknown = List.copyOf(unknown);
    proposes = Set.copyOf(proposes);
    refused = List.copyOf(refused);
  }
}
