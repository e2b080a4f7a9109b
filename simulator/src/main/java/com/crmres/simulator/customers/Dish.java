package com.crmres.simulator.customers;

/// Something on the menu, by the names a customer would use.
public record Dish(String arabic, String english) {

  String in(Dialect dialect) {
    return switch (dialect) {
      case SAUDI, EGYPTIAN, LEVANTINE -> arabic;
      case ARABIZI, ENGLISH -> english;
    };
  }
}
