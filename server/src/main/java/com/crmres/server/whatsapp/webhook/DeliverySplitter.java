package com.crmres.server.whatsapp.webhook;

import com.crmres.common.wire.Json;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes kept deliveries apart and lays their units into lanes, in the order in which they came.
///
/// One node at a time does it, so that the order of deliveries is the order of units.
public final class DeliverySplitter {

  private static final int LANES = 64;
  private static final int MOST_AT_ONCE = 256;

  private final Database database;
  private final Runnable wakeWorkers;

  public DeliverySplitter(Database database, Runnable wakeWorkers) {
    this.database = database;
    this.wakeWorkers = wakeWorkers;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Delivery(long id, Instant receivedAt, byte[] body) {}

  /// Takes the oldest deliveries apart.
  ///
  /// @return whether there may be more
  public boolean split() {
    return database.inSystem(this::splitIn);
  }

  private boolean splitIn(Transaction transaction) {
    if (!isOnlySplitter(transaction)) {
      return false;
    }
    List<Delivery> deliveries = oldest(transaction);
    Rows rows = new Rows();
    List<Long> taken = new ArrayList<>();
    for (Delivery delivery : deliveries) {
      try {
        rows.add(delivery, WebhookReader.units(delivery.body()));
        taken.add(delivery.id());
      } catch (IOException | RuntimeException e) {
        setAside(transaction, delivery, e);
      }
    }
    rows.insert(transaction);
    delete(transaction, taken);
    transaction.afterCommit(wakeWorkers);
    return deliveries.size() == MOST_AT_ONCE;
  }

  private static boolean isOnlySplitter(Transaction transaction) {
    return transaction
        .sql("select pg_try_advisory_xact_lock(hashtext('crm-res splitter')) as mine")
        .one(row -> row.flag("mine"));
  }

  private static List<Delivery> oldest(Transaction transaction) {
    return transaction
        .sql(
            """
            select id, received_at, body from webhook_delivery
             where set_aside is null order by id limit :limit
            """)
        .with("limit", MOST_AT_ONCE)
        .list(row -> new Delivery(row.number("id"), row.instant("received_at"), row.bytes("body")));
  }

  private static void setAside(Transaction transaction, Delivery delivery, Exception reason) {
    transaction
        .sql("update webhook_delivery set set_aside = :reason where id = :id")
        .with("reason", reason.getClass().getSimpleName())
        .with("id", delivery.id())
        .update();
  }

  private static void delete(Transaction transaction, List<Long> ids) {
    if (!ids.isEmpty()) {
      transaction
          .sql("delete from webhook_delivery where id = any(cast(:ids as bigint[]))")
          .with("ids", ids.toArray(Long[]::new))
          .update();
    }
  }

  /// The units of a batch as columns, so that one statement inserts them all.
  private static final class Rows {
    private final List<Long> lanes = new ArrayList<>();
    private final List<Long> deliveries = new ArrayList<>();
    private final List<Long> places = new ArrayList<>();
    private final List<String> customers = new ArrayList<>();
    private final List<@Nullable String> accounts = new ArrayList<>();
    private final List<@Nullable String> numbers = new ArrayList<>();
    private final List<String> payloads = new ArrayList<>();
    private final List<String> received = new ArrayList<>();

    void add(Delivery delivery, List<WebhookUnit> units) {
      for (int place = 0; place < units.size(); place++) {
        WebhookUnit unit = units.get(place);
        lanes.add((long) Math.floorMod(unit.customerKey().hashCode(), LANES));
        deliveries.add(delivery.id());
        places.add((long) place);
        customers.add(clean(unit.customerKey()));
        accounts.add(cleanOrNull(unit.accountId()));
        numbers.add(cleanOrNull(unit.phoneNumberId()));
        payloads.add(Json.write(unit.payload()));
        received.add(delivery.receivedAt().toString());
      }
    }

    void insert(Transaction transaction) {
      if (lanes.isEmpty()) {
        return;
      }
      transaction
          .sql(
              """
              insert into webhook_unit
                (lane, delivery_id, place, customer_key, account_id, phone_number_id, payload, received_at)
              select * from unnest(cast(:lanes as smallint[]), cast(:deliveries as bigint[]),
                                   cast(:places as integer[]), cast(:customers as text[]),
                                   cast(:accounts as text[]), cast(:numbers as text[]), cast(:payloads as text[]),
                                   cast(:received as timestamptz[]))
              """)
          .with("lanes", lanes.toArray(Long[]::new))
          .with("deliveries", deliveries.toArray(Long[]::new))
          .with("places", places.toArray(Long[]::new))
          .with("customers", customers.toArray(String[]::new))
          .with("accounts", accounts.toArray(String[]::new))
          .with("numbers", numbers.toArray(String[]::new))
          .with("payloads", payloads.toArray(String[]::new))
          .with("received", received.toArray(String[]::new))
          .update();
    }

    private static @Nullable String cleanOrNull(@Nullable String text) {
      return text == null ? null : clean(text);
    }

    /// PostgreSQL keeps no NUL in a text.
    private static String clean(String text) {
      return text.replace("\0", "");
    }
  }
}
