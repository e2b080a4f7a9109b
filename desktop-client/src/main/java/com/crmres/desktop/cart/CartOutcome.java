package com.crmres.desktop.cart;

import com.crmres.common.restaurant.LocalizedText;
import java.util.List;

/// What came of the last step with a cart, as far as it must be told.
public sealed interface CartOutcome {

  /// Nothing to tell.
  record Nothing() implements CartOutcome {}

  /// The customer was sent what is in the cart.
  record ReadBack() implements CartOutcome {}

  /// It became an order.
  record Ordered(String number) implements CartOutcome {}

  /// An earlier order was put in.
  ///
  /// @param missing dishes that did not come along
  /// @param changed dishes that came without a choice that is gone
  record Repeated(List<LocalizedText> missing, List<LocalizedText> changed) implements CartOutcome {
    public Repeated {
      missing = List.copyOf(missing);
      changed = List.copyOf(changed);
    }
  }
}
