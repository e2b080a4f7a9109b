package com.crmres.server.kitchen.print;

import com.crmres.common.kitchen.PaperWidth;
import com.crmres.common.kitchen.PrintLanguage;
import com.crmres.common.kitchen.PrinterDetails;
import com.crmres.common.kitchen.PrinterKind;
import com.crmres.common.kitchen.PrinterRequest;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps printers in their table.
final class PrinterStore {

  List<Printer> ofBranch(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            """
            select * from kitchen_printer
             where restaurant_id = :restaurant and branch_id = :branch and not retired
             order by name, id
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .list(PrinterStore::printer);
  }

  /// Lets one at a time ask a branch's printers for something.
  void lock(Transaction transaction, UUID restaurantId, UUID branchId) {
    transaction
        .sql(
            """
            select id from kitchen_printer
             where restaurant_id = :restaurant and branch_id = :branch and not retired
             order by id for no key update
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .list(row -> row.uuid("id"));
  }

  Optional<Printer> find(Transaction transaction, UUID restaurantId, UUID printerId) {
    return transaction
        .sql(
            """
            select * from kitchen_printer
             where restaurant_id = :restaurant and id = :id and not retired
            """)
        .with("restaurant", restaurantId)
        .with("id", printerId)
        .first(PrinterStore::printer);
  }

  void put(Transaction transaction, UUID restaurantId, UUID id, PrinterRequest printer) {
    transaction
        .sql(
            """
            insert into kitchen_printer (restaurant_id, id, branch_id, name, kind, address, station_ids,
                                         language, paper, copies)
            values (:restaurant, :id, :branch, :name, :kind, :address, cast(:stations as uuid[]),
                    :language, :paper, :copies)
            on conflict (restaurant_id, id) do update
               set name = excluded.name, kind = excluded.kind, address = excluded.address,
                   station_ids = excluded.station_ids, language = excluded.language,
                   paper = excluded.paper, copies = excluded.copies
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("branch", printer.branchId())
        .with("name", printer.name().strip())
        .with("kind", printer.kind())
        .with("address", printer.address().strip())
        .with("stations", printer.stationIds().toArray(UUID[]::new))
        .with("language", printer.language())
        .with("paper", printer.paper())
        .with("copies", printer.copies())
        .update();
  }

  void retire(Transaction transaction, UUID restaurantId, UUID printerId) {
    transaction
        .sql(
            """
            update kitchen_printer set retired = true
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", restaurantId)
        .with("id", printerId)
        .update();
  }

  /// Notes how a printer does.
  ///
  /// @return whether that is news
  boolean does(
      Transaction transaction,
      UUID restaurantId,
      UUID printerId,
      PrinterDetails.Status status,
      Instant now) {
    return transaction
            .sql(
                """
                update kitchen_printer set status = :status, status_since = :now
                 where restaurant_id = :restaurant and id = :id and status <> :status
                """)
            .with("restaurant", restaurantId)
            .with("id", printerId)
            .with("status", status)
            .with("now", now)
            .update()
        == 1;
  }

  private static Printer printer(Row row) {
    return new Printer(
        row.uuid("id"),
        row.uuid("branch_id"),
        row.text("name"),
        row.named("kind", PrinterKind.class),
        row.text("address"),
        row.uuids("station_ids"),
        row.named("language", PrintLanguage.class),
        row.named("paper", PaperWidth.class),
        row.integer("copies"),
        row.named("status", PrinterDetails.Status.class),
        row.instantOrNull("status_since"));
  }
}
