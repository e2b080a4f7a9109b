package com.crmres.server.pos;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.task.TaskDetails;
import com.crmres.common.task.TaskKind;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What people have to do at tills, each thing once at a time, shown to open screens.
public final class Tasks {

  private static final String ALL =
      """
      select t.*, c.number
        from task t
        left join pos_order_card c on c.restaurant_id = t.restaurant_id and c.order_id = t.order_id
       where t.restaurant_id = :restaurant
      """;

  private static final String FURTHER =
      """
       and (made_at, id) < (select a.made_at, a.id from task a
                            where a.restaurant_id = :restaurant and a.id = cast(:after as uuid))
      """;

  private final EventLog events;
  private final Clock clock;
  private final Ids ids;

  public Tasks(EventLog events, Clock clock, Ids ids) {
    this.events = events;
    this.clock = clock;
    this.ids = ids;
  }

  /// Which tasks a list is asked for.
  ///
  /// @param kinds empty for all
  /// @param after the last one of the part before; null from the newest
  record Filter(
      Set<UUID> branchIds, Set<TaskKind> kinds, boolean open, @Nullable UUID after, int limit) {}

  /// Asks people for something; the same again while it is open changes nothing.
  void ask(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      TaskKind kind,
      UUID orderId,
      Map<String, String> facts) {
    UUID id = ids.next();
    boolean isNew =
        transaction
                .sql(
                    """
                    insert into task (restaurant_id, id, branch_id, kind, order_id, facts, made_at)
                    values (:restaurant, :id, :branch, :kind, :order, :facts, :now)
                    on conflict do nothing
                    """)
                .with("restaurant", restaurantId)
                .with("id", id)
                .with("branch", branchId)
                .with("kind", kind)
                .with("order", orderId)
                .with("facts", Json.write(facts))
                .with("now", clock.instant())
                .update()
            == 1;
    if (isNew) {
      show(transaction, restaurantId, id);
    }
  }

  /// It has settled itself.
  void settle(Transaction transaction, UUID restaurantId, UUID orderId, TaskKind kind) {
    transaction
        .sql(
            """
            update task set done_at = :now
             where restaurant_id = :restaurant and order_id = :order and kind = :kind and done_at is null
            returning id
            """)
        .with("now", clock.instant())
        .with("restaurant", restaurantId)
        .with("order", orderId)
        .with("kind", kind)
        .list(row -> row.uuid("id"))
        .forEach(id -> show(transaction, restaurantId, id));
  }

  /// Somebody did it.
  ///
  /// @return false if it was done before
  boolean done(Transaction transaction, UUID restaurantId, UUID id, UUID staffId, String proof) {
    boolean done =
        transaction
                .sql(
                    """
                    update task set done_at = :now, done_by = :staff, proof = :proof
                     where restaurant_id = :restaurant and id = :id and done_at is null
                    """)
                .with("now", clock.instant())
                .with("staff", staffId)
                .with("proof", proof)
                .with("restaurant", restaurantId)
                .with("id", id)
                .update()
            == 1;
    if (done) {
      show(transaction, restaurantId, id);
    }
    return done;
  }

  Optional<TaskDetails> find(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql(ALL + " and t.id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(Tasks::task);
  }

  /// The newest first.
  List<TaskDetails> list(Transaction transaction, UUID restaurantId, Filter filter) {
    UUID after = filter.after();
    Statement statement =
        transaction
            .sql(page(filter.open(), after != null))
            .with("restaurant", restaurantId)
            .with("branches", filter.branchIds().toArray(UUID[]::new))
            .with("kinds", filter.kinds().stream().map(TaskKind::wireName).toArray(String[]::new))
            .with("limit", filter.limit());
    return (after == null ? statement : statement.with("after", after)).list(Tasks::task);
  }

  /// The newest are found in an index first, and then read with their orders.
  private static String page(boolean open, boolean further) {
    return """
    select t.*, c.number
      from (select id, made_at, order_id from task
             where restaurant_id = :restaurant
               and branch_id = any(cast(:branches as uuid[]))
               and (cast(:kinds as text[]) = '{}' or kind = any(cast(:kinds as text[])))
    """
        + (open ? " and done_at is null" : "")
        + (further ? FURTHER : "")
        + """
                 order by made_at desc, id desc limit :limit) page
          join task t on t.restaurant_id = :restaurant and t.id = page.id
          left join pos_order_card c on c.restaurant_id = :restaurant and c.order_id = page.order_id
         order by t.made_at desc, t.id desc
        """;
  }

  private void show(Transaction transaction, UUID restaurantId, UUID id) {
    TaskDetails task = find(transaction, restaurantId, id).orElseThrow();
    events.append(transaction, restaurantId, task.branchId(), new LiveEvent.TaskChanged(task));
  }

  private static TaskDetails task(Row row) {
    Map<String, String> facts = new TreeMap<>();
    row.json("facts", JsonNode.class)
        .properties()
        .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
    return new TaskDetails(
        row.uuid("id"),
        row.named("kind", TaskKind.class),
        row.uuid("branch_id"),
        row.uuidOrNull("order_id"),
        row.textOrNull("number"),
        facts,
        row.instant("made_at"),
        row.instantOrNull("done_at"),
        row.uuidOrNull("done_by"),
        row.textOrNull("proof"));
  }
}
