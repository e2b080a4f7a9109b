package com.crmres.simulator.customers;

/// How a customer writes.
public enum Dialect {
  SAUDI,
  EGYPTIAN,
  LEVANTINE,
  ARABIZI,
  ENGLISH
}
