package com.crmres.common.payment;

import com.crmres.common.wire.WireName;

/// How a customer pays.
public enum PaymentMethod implements WireName {
  /// In notes, when he gets the order.
  CASH,
  /// By card, when he gets the order.
  CARD_ON_DELIVERY,
  /// On a page of a payment provider, before that.
  LINK
}
