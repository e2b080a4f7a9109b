package com.crmres.server.whatsapp.number;

import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.ChannelEvent;
import java.util.UUID;

/// Every event of accounts and numbers as it came, once.
final class EventJournal {

  private final Ids ids;

  EventJournal(Ids ids) {
    this.ids = ids;
  }

  /// Whether nothing of this field has ever come.
  boolean isFirst(Transaction transaction, UUID restaurantId, String field) {
    return transaction
        .sql(
            """
            select not exists (select from channel_event
                                where restaurant_id = :restaurant and field = :field) as first
            """)
        .with("restaurant", restaurantId)
        .with("field", field)
        .one(row -> row.flag("first"));
  }

  /// Keeps an event as it came.
  ///
  /// @return false if it was kept before: WhatsApp delivers more than once
  boolean keep(Transaction transaction, UUID restaurantId, ChannelEvent event) {
    return transaction
            .sql(
                """
                insert into channel_event (restaurant_id, id, account_id, phone_number_id, field, value,
                                           happened_at)
                values (:restaurant, :id, :account, :number, :field, :value, :at)
                on conflict do nothing
                """)
            .with("restaurant", restaurantId)
            .with("id", ids.next())
            .with("account", event.accountId())
            .with("number", event.phoneNumberId())
            .with("field", event.field())
            .with("value", event.value().toString())
            .with("at", event.at())
            .update()
        == 1;
  }
}
