package com.crmres.common.ordering;

import com.crmres.common.wire.WireName;

/// What of an order a step moved.
public enum OrderAxis implements WireName {
  ORDER,
  PAYMENT,
  DELIVERY
}
