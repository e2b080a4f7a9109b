package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.NoorHouse;
import com.crmres.server.whatsapp.number.OldEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What no rule needs any more is removed.
class OldReachesTest {

  private final NoorHouse noor = new NoorHouse();

  @AfterEach
  void stop() {
    noor.close();
  }

  @Test
  void whomAPortfolioReachedIsKeptForADay() {
    reached("p-old", "25 hours");
    reached("p-new", "23 hours");

    new OldReaches(noor.database).forget();

    assertThat(column("select portfolio as found from portfolio_reach")).containsExactly("p-new");
  }

  @Test
  void whatWhatsAppToldOfAccountsIsKeptForNinetyDays() {
    told("old", noor.clock.instant().minus(Duration.ofDays(91)));
    told("new", noor.clock.instant().minus(Duration.ofDays(89)));

    new OldEvents(noor.database, noor.clock).forget();

    assertThat(column("select field as found from channel_event")).containsExactly("new");
  }

  private void reached(String portfolio, String ago) {
    noor.<Integer>in(transaction ->
        (int)
            transaction
                .sql(
                    """
                    insert into portfolio_reach (restaurant_id, portfolio, customer_id, reached_at)
                    values (:restaurant, :portfolio, :customer, now() - cast(:ago as interval))
                    """)
                .with("restaurant", noor.restaurantId)
                .with("portfolio", portfolio)
                .with("customer", UUID.randomUUID())
                .with("ago", ago)
                .update());
  }

  private void told(String field, Instant at) {
    noor.<Integer>in(transaction ->
        (int)
            transaction
                .sql(
                    """
                    insert into channel_event (restaurant_id, id, account_id, field, value, happened_at)
                    values (:restaurant, :id, '1', :field, '{}', :at)
                    """)
                .with("restaurant", noor.restaurantId)
                .with("id", UUID.randomUUID())
                .with("field", field)
                .with("at", at)
                .update());
  }

  private List<String> column(String sql) {
    return noor.in(transaction -> transaction.sql(sql).list(row -> row.text("found")));
  }
}
