package com.crmres.server.receipt;

import com.crmres.common.receipt.ReceiptIssuer;
import com.crmres.common.receipt.ReceiptSettings;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import org.jspecify.annotations.Nullable;

/// Checks how a branch shall give receipts, and names every fault of it.
final class Seller {

  private static final int LONGEST_NAME = 120;
  private static final String VAT_NUMBER = "3[0-9]{13}3";

  private Seller() {}

  /// Refuses settings that no receipt could be issued by.
  ///
  /// @throws com.crmres.server.http.ApiException naming every fault
  static void refuseFaults(ReceiptSettings wish) {
    Faults faults = new Faults();
    boolean issues = wish.issuer() == ReceiptIssuer.HOUSE;
    name(faults, wish.sellerName(), issues);
    vatNumber(faults, wish.vatNumber(), issues);
    faults.throwIfAny();
  }

  private static void name(Faults faults, @Nullable LocalizedText name, boolean required) {
    if (name == null && required) {
      faults.add("sellerName", Rule.REQUIRED);
    } else if (name != null) {
      faults.length("sellerName.ar", name.ar(), 1, LONGEST_NAME);
      faults.length("sellerName.en", name.en(), 0, LONGEST_NAME);
    }
  }

  private static void vatNumber(Faults faults, @Nullable String number, boolean required) {
    if (number == null && required) {
      faults.add("vatNumber", Rule.REQUIRED);
    } else if (number != null && !number.matches(VAT_NUMBER)) {
      faults.add("vatNumber", Rule.SHAPE);
    }
  }
}
