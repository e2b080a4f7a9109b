package com.crmres.common.menu;

import com.crmres.common.wire.WireName;

/// A way of selling that may have prices of its own.
public enum PriceTag implements WireName {
  WHATSAPP,
  PICKUP,
  DELIVERY
}
