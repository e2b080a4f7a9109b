package com.crmres.common.payment;

import com.crmres.common.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the customers of a branch may pay.
///
/// @param methods at least one, the first is the usual one
/// @param doorLimit the highest order that is paid at the door; null for none
/// @param linkMinutes how long a payment link is open, 15 to 30
/// @param version expected by the next change; 0 if nothing was ever set
public record PaymentSettings(
    List<PaymentMethod> methods, @Nullable Money doorLimit, int linkMinutes, long version) {
  public PaymentSettings {
    methods = List.copyOf(methods);
  }

  /// Until somebody says otherwise.
  public static final PaymentSettings UNSET =
      new PaymentSettings(List.of(PaymentMethod.CASH), null, 20, 0);
}
