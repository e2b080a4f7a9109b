package com.crmres.server.kitchen.print;

import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.PaperKind;
import com.crmres.common.kitchen.PrintDetails;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of the spool; times are the database's, which all nodes share.
final class SpoolStore {

  /// Longer than any printer may take.
  private static final int LEASE_SECONDS = 30;

  /// A paper that somebody prints.
  ///
  /// @param attempt the fence: only the latest attempt may settle
  record Held(UUID restaurantId, UUID id, UUID printerId, int attempt, boolean doubtful) {}

  /// What a paper says.
  record Content(PaperKind kind, int copy, KitchenTicket ticket) {}

  void add(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      UUID printerId,
      Content content,
      @Nullable UUID commandId) {
    transaction
        .sql(
            """
            insert into kitchen_print (restaurant_id, id, printer_id) values (:restaurant, :id, :printer)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("printer", printerId)
        .update();
    transaction
        .sql(
            """
            insert into kitchen_paper (restaurant_id, id, ticket_id, kind, copy, command_id, content)
            values (:restaurant, :id, :ticket, :kind, :copy, :command, :content)
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("ticket", content.kind() == PaperKind.TEST ? null : content.ticket().id())
        .with("kind", content.kind())
        .with("copy", content.copy())
        .with("command", commandId)
        .with("content", Json.write(content.ticket()))
        .update();
  }

  /// How many whole papers of a ticket a printer has had, or will have.
  int copies(Transaction transaction, UUID restaurantId, UUID ticketId, UUID printerId) {
    return transaction
        .sql(
            """
            select cast(count(*) as integer) as n
              from kitchen_paper a
              join kitchen_print p on p.restaurant_id = a.restaurant_id and p.id = a.id
             where a.restaurant_id = :restaurant and a.ticket_id = :ticket and p.printer_id = :printer
               and a.kind in ('new', 'reprint') and p.state <> 'dropped'
            """)
        .with("restaurant", restaurantId)
        .with("ticket", ticketId)
        .with("printer", printerId)
        .one(row -> row.integer("n"));
  }

  /// The papers that a command asked for.
  List<PrintDetails> ofCommand(Transaction transaction, UUID restaurantId, UUID commandId) {
    return details(transaction, restaurantId, "a.command_id = :command")
        .with("command", commandId)
        .list(SpoolStore::details);
  }

  /// What waits in a branch, and what was printed last: the newest first.
  List<PrintDetails> ofBranch(
      Transaction transaction, UUID restaurantId, UUID branchId, int limit) {
    return details(
            transaction,
            restaurantId,
            """
            p.printer_id in (select id from kitchen_printer
                              where restaurant_id = :restaurant and branch_id = :branch)
            order by p.sequence desc limit :limit
            """)
        .with("branch", branchId)
        .with("limit", limit)
        .list(SpoolStore::details);
  }

  Optional<PrintDetails> find(Transaction transaction, UUID restaurantId, UUID id) {
    return details(transaction, restaurantId, "p.id = :id")
        .with("id", id)
        .first(SpoolStore::details);
  }

  long waiting(Transaction transaction, UUID restaurantId, UUID printerId) {
    return transaction
        .sql(
            """
            select count(*) as n from kitchen_print
             where restaurant_id = :restaurant and printer_id = :printer and state in ('waiting', 'printing')
            """)
        .with("restaurant", restaurantId)
        .with("printer", printerId)
        .one(row -> row.number("n"));
  }

  /// Nobody wants a paper any more. One that is being printed is let be.
  boolean drop(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
            .sql(
                """
                update kitchen_print set state = 'dropped'
                 where restaurant_id = :restaurant and id = :id and state = 'waiting'
                """)
            .with("restaurant", restaurantId)
            .with("id", id)
            .update()
        == 1;
  }

  /// Nobody wants what waits for a printer that is gone.
  void dropAll(Transaction transaction, UUID restaurantId, UUID printerId) {
    transaction
        .sql(
            """
            update kitchen_print set state = 'dropped'
             where restaurant_id = :restaurant and printer_id = :printer and state = 'waiting'
            """)
        .with("restaurant", restaurantId)
        .with("printer", printerId)
        .update();
  }

  /// A printer is tried at once, for example because somebody has repaired it.
  void hurry(Transaction transaction, UUID restaurantId, UUID printerId) {
    transaction
        .sql(
            """
            update kitchen_print set next_at = now()
             where restaurant_id = :restaurant and printer_id = :printer and state = 'waiting'
            """)
        .with("restaurant", restaurantId)
        .with("printer", printerId)
        .update();
  }

  /// Whoever held these has died: each may have been printed. Needs a transaction of the system.
  long takeBack(Transaction transaction) {
    return transaction
        .sql(
            """
            update kitchen_print set state = 'waiting', doubtful = true, leased_until = null, next_at = now()
             where state = 'printing' and leased_until < now()
            """)
        .update();
  }

  /// Holds the oldest paper of each printer that is due. Needs a transaction of the system.
  List<Held> hold(Transaction transaction, int most) {
    return transaction
        .sql(
            """
            update kitchen_print set state = 'printing', attempts = attempts + 1,
                                     leased_until = now() + make_interval(secs => :lease)
             where (restaurant_id, id) in (
               select w.restaurant_id, w.id from kitchen_print w
                where w.state = 'waiting' and w.next_at <= now()
                  and not exists (
                    select from kitchen_print e
                     where e.restaurant_id = w.restaurant_id and e.printer_id = w.printer_id
                       and e.sequence < w.sequence and e.state in ('waiting', 'printing'))
                order by w.next_at
                limit :most
                  for update of w skip locked)
            returning restaurant_id, id, printer_id, attempts, doubtful
            """)
        .with("lease", LEASE_SECONDS)
        .with("most", most)
        .list(row ->
            new Held(
                row.uuid("restaurant_id"),
                row.uuid("id"),
                row.uuid("printer_id"),
                row.integer("attempts"),
                row.flag("doubtful")));
  }

  Content content(Transaction transaction, Held held) {
    return transaction
        .sql(
            """
            select kind, copy, content from kitchen_paper
             where restaurant_id = :restaurant and id = :id
            """)
        .with("restaurant", held.restaurantId())
        .with("id", held.id())
        .one(row ->
            new Content(
                row.named("kind", PaperKind.class),
                row.integer("copy"),
                row.json("content", KitchenTicket.class)));
  }

  /// It is on paper.
  boolean printed(Transaction transaction, Held held) {
    return settle(transaction, held, "state = 'printed', printed_at = now()").update() == 1;
  }

  /// Tries again after a while.
  ///
  /// @param doubtful whether some of it may be on paper
  boolean again(Transaction transaction, Held held, Duration delay, boolean doubtful) {
    return settle(
                transaction,
                held,
                """
                state = 'waiting', doubtful = doubtful or :doubtful,
                next_at = now() + make_interval(secs => :seconds)
                """)
            .with("doubtful", doubtful)
            .with("seconds", delay.toMillis() / 1000.0)
            .update()
        == 1;
  }

  /// Its printer is gone.
  void dropped(Transaction transaction, Held held) {
    settle(transaction, held, "state = 'dropped'").update();
  }

  /// What was settled a week ago is forgotten with what it said. Needs a transaction of the system.
  long forgetOld(Transaction transaction) {
    return transaction
        .sql(
            """
            delete from kitchen_print
             where state in ('printed', 'dropped') and wanted_at < now() - interval '7 days'
            """)
        .update();
  }

  private static Statement settle(Transaction transaction, Held held, String change) {
    return transaction
        .sql(
            "update kitchen_print set leased_until = null, "
                + change
                + """
                 where restaurant_id = :restaurant and id = :id and state = 'printing' and attempts = :attempt
                """)
        .with("restaurant", held.restaurantId())
        .with("id", held.id())
        .with("attempt", held.attempt());
  }

  private static Statement details(Transaction transaction, UUID restaurantId, String which) {
    return transaction
        .sql(
            """
            select p.id, p.printer_id, a.ticket_id, a.kind, p.state, a.copy, p.doubtful, p.attempts,
                   p.wanted_at, p.printed_at
              from kitchen_print p
              join kitchen_paper a on a.restaurant_id = p.restaurant_id and a.id = p.id
             where p.restaurant_id = :restaurant and
            """
                + which)
        .with("restaurant", restaurantId);
  }

  private static PrintDetails details(Row row) {
    return new PrintDetails(
        row.uuid("id"),
        row.uuid("printer_id"),
        row.uuidOrNull("ticket_id"),
        row.named("kind", PaperKind.class),
        row.named("state", PrintDetails.State.class),
        row.integer("copy"),
        row.flag("doubtful"),
        row.integer("attempts"),
        row.instant("wanted_at"),
        row.instantOrNull("printed_at"));
  }
}
