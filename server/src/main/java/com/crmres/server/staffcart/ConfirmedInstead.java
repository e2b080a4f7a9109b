package com.crmres.server.staffcart;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.CartStepRequest;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import java.util.Objects;

/// What somebody must say who confirms a cart in the customer's place.
///
/// @param total what his screen said it costs
/// @param reason why not the customer himself
record ConfirmedInstead(Money total, String reason) {

  private static final int LONGEST_REASON = 200;

  /// Reads it.
  ///
  /// @throws com.crmres.server.http.ApiException naming every fault
  static ConfirmedInstead of(CartStepRequest wish) {
    Faults faults = new Faults();
    faults.length("reason", wish.reason(), 1, LONGEST_REASON);
    if (wish.total() == null) {
      faults.add("total", Rule.REQUIRED);
    }
    faults.throwIfAny();
    return new ConfirmedInstead(
        Objects.requireNonNull(wish.total()), Objects.requireNonNull(wish.reason()).strip());
  }
}
