package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// How the customer gets the order.
public enum Fulfilment implements WireName {
  PICKUP,
  DELIVERY
}
