package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderAction;
import java.util.List;

/// The usual reasons, so that refusing takes one touch.
enum RefusalReason {
  ITEM_OUT,
  TOO_BUSY,
  CLOSING,
  OUTSIDE_ZONE,
  CUSTOMER_ASKED,
  CANNOT_MAKE;

  static List<RefusalReason> of(OrderAction action) {
    return action == OrderAction.REJECT
        ? List.of(ITEM_OUT, TOO_BUSY, CLOSING, OUTSIDE_ZONE)
        : List.of(CUSTOMER_ASKED, CANNOT_MAKE, ITEM_OUT);
  }
}
