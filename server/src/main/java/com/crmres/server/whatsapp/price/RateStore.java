package com.crmres.server.whatsapp.price;

import com.crmres.common.channel.Rate;
import com.crmres.server.database.Transaction;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// The SQL of rates.
final class RateStore {

  List<Rate> all(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql(
            """
            select market, category, currency, amount, cast(valid_from as text) as valid_from
              from price_rate
             where restaurant_id = :restaurant order by market, category, valid_from
            """)
        .with("restaurant", restaurantId)
        .list(row ->
            new Rate(
                row.text("market"),
                row.text("category"),
                row.text("currency"),
                row.number("amount"),
                LocalDate.parse(row.text("valid_from"))));
  }

  void replaceAll(Transaction transaction, UUID restaurantId, List<Rate> rates) {
    transaction
        .sql("delete from price_rate where restaurant_id = :restaurant")
        .with("restaurant", restaurantId)
        .update();
    for (Rate rate : rates) {
      transaction
          .sql(
              """
              insert into price_rate (restaurant_id, market, category, currency, amount, valid_from)
              values (:restaurant, :market, :category, :currency, :amount, cast(:from as date))
              """)
          .with("restaurant", restaurantId)
          .with("market", rate.market())
          .with("category", rate.category())
          .with("currency", rate.currency())
          .with("amount", rate.amount())
          .with("from", rate.validFrom().toString())
          .update();
    }
  }
}
