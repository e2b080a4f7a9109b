package com.crmres.simulator.customers;

/// Why a customer writes.
public enum Errand {
  ORDER,
  HOURS,
  COMPLAINT,
  WHERE_IS_MY_ORDER,
  HUMAN
}
