package com.crmres.common.channel;

import java.util.List;

/// All rates of a restaurant, as its owner took them from WhatsApp's price list.
public record RateTable(List<Rate> rates) {
  public RateTable {
    rates = List.copyOf(rates);
  }
}
