package com.crmres.server.whatsapp.price;

import com.crmres.common.channel.ChannelCosts;
import com.crmres.common.channel.Rate;
import com.crmres.common.channel.RateTable;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What messages cost and the rates by which that is estimated.
public final class Prices {

  /// A new table of rates tells the cost of what had none, back to the last quarter: rates change
  /// with quarters. What was estimated stays as it was estimated.
  private static final Duration REACH = Duration.ofDays(92);

  private final PriceStore store = new PriceStore();
  private final RateStore rates = new RateStore();
  private final Clock clock;

  public Prices(Clock clock) {
    this.clock = clock;
  }

  /// What was delivered from one day to another, both included.
  ChannelCosts costs(
      Transaction transaction, UUID restaurantId, LocalDate from, LocalDate to, Grouping grouping) {
    return new ChannelCosts(from, to, store.costs(transaction, restaurantId, from, to, grouping));
  }

  RateTable rates(Transaction transaction, UUID restaurantId) {
    return new RateTable(rates.all(transaction, restaurantId));
  }

  /// From now on these rates count and no others.
  RateTable replaceRates(Transaction transaction, UUID restaurantId, List<Rate> table) {
    rates.replaceAll(transaction, restaurantId, table);
    store.estimateAll(transaction, restaurantId, clock.instant().minus(REACH));
    return rates(transaction, restaurantId);
  }
}
