package com.crmres.server.receipt;

import com.crmres.common.receipt.Receipt;
import com.crmres.common.receipt.ReceiptKind;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of papers, which are only ever added.
final class ReceiptStore {

  /// What stands beside a paper.
  ///
  /// @param serial of our own papers
  /// @param refersTo the invoice of a credit note
  /// @param commandId by which staff asked for it
  record Filing(@Nullable Long serial, @Nullable UUID refersTo, @Nullable UUID commandId) {
    static final Filing NONE = new Filing(null, null, null);
  }

  /// The next number of a kind. The counter's lock lasts as long as the transaction, and goes back
  /// with it: no number is ever missing.
  long next(Transaction transaction, UUID restaurantId, ReceiptKind kind) {
    return transaction
        .sql(
            """
            insert into receipt_counter (restaurant_id, kind, last) values (:restaurant, :kind, 1)
            on conflict (restaurant_id, kind) do update set last = receipt_counter.last + 1
            returning last
            """)
        .with("restaurant", restaurantId)
        .with("kind", kind)
        .one(row -> row.number("last"));
  }

  void add(Transaction transaction, UUID restaurantId, Receipt receipt, Filing filing) {
    transaction
        .sql(
            """
            insert into receipt (restaurant_id, id, order_id, branch_id, kind, serial, number, refers_to,
                                 command_id, issued_at, gross, net, vat, content)
            values (:restaurant, :id, :order, :branch, :kind, :serial, :number, cast(:refers as uuid),
                    cast(:command as uuid), :at, :gross, :net, :vat, :content)
            """)
        .with("restaurant", restaurantId)
        .with("id", receipt.id())
        .with("order", receipt.orderId())
        .with("branch", receipt.branchId())
        .with("kind", receipt.kind())
        .with("serial", filing.serial())
        .with("number", receipt.number())
        .with("refers", filing.refersTo())
        .with("command", filing.commandId())
        .with("at", receipt.issuedAt())
        .with("gross", receipt.gross())
        .with("net", receipt.net())
        .with("vat", receipt.vat())
        .with("content", Json.write(receipt))
        .update();
  }

  Optional<Receipt> find(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql("select content from receipt where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(row -> row.json("content", Receipt.class));
  }

  Optional<Receipt> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return transaction
        .sql(
            "select content from receipt where restaurant_id = :restaurant and command_id = :command")
        .with("restaurant", restaurantId)
        .with("command", commandId)
        .first(row -> row.json("content", Receipt.class));
  }

  /// The papers of an order, the oldest first.
  List<Receipt> ofOrder(Transaction transaction, UUID restaurantId, UUID orderId) {
    return transaction
        .sql(
            """
            select content from receipt
             where restaurant_id = :restaurant and order_id = :order order by issued_at, id
            """)
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .list(row -> row.json("content", Receipt.class));
  }

  /// One at a time issues papers of an order, until the transaction ends.
  void lock(Transaction transaction, UUID orderId) {
    transaction
        .sql("select pg_advisory_xact_lock(hashtextextended(:order, 28)) is null as locked")
        .with("order", orderId)
        .one(row -> true);
  }
}
