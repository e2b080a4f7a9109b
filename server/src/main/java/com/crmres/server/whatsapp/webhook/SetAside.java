package com.crmres.server.whatsapp.webhook;

import com.crmres.common.wire.WireName;
import com.crmres.server.database.Database;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.number.Numbers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the inbox left for people: whole deliveries that could not be taken apart, and single units
/// of deliveries; lists them, and has them tried again in their old place.
public final class SetAside {

  private static final String ALL =
      """
      select kind, id, field, account_id, phone_number_id, reason, attempts, received_at
        from (select 'delivery' as kind, cast(d.id as text) as id, '' as field,
                     cast(null as text) as account_id, cast(null as text) as phone_number_id,
                     d.set_aside as reason, 0 as attempts, d.received_at, d.id as delivery_id, 0 as place
                from webhook_delivery d
               where d.set_aside is not null
              union all
              select 'unit', u.lane || '/' || u.delivery_id || '/' || u.place,
                     case when cast(u.payload as json) -> 'message' is not null then 'messages'
                          when cast(u.payload as json) -> 'change' is not null
                          then coalesce(cast(u.payload as json) -> 'change' ->> 'field', '')
                          else 'statuses' end,
                     u.account_id, u.phone_number_id, u.set_aside, u.attempts, u.received_at,
                     u.delivery_id, u.place
                from webhook_unit u
               where u.set_aside is not null) t
       where (cast(:ids as text[]) is null or id = any(cast(:ids as text[])))
         and (cast(:since as timestamptz) is null or received_at >= cast(:since as timestamptz))
         and (cast(:until as timestamptz) is null or received_at < cast(:until as timestamptz))
         and (cast(:field as text) is null or field = :field)
       order by delivery_id, place
       limit :limit
      """;

  private final Database database;
  private final Numbers numbers;
  private final Runnable wakeWorkers;

  /// Makes the door.
  ///
  /// @param wakeWorkers told when something is to be tried again
  public SetAside(Database database, Numbers numbers, Runnable wakeWorkers) {
    this.database = database;
    this.numbers = numbers;
    this.wakeWorkers = wakeWorkers;
  }

  /// Which of them are meant.
  ///
  /// @param ids those with these ids; empty for all
  /// @param since what was received at this moment or later
  /// @param until what was received before
  /// @param field what came under this webhook field; statuses count as `statuses`
  public record Selection(
      Set<String> ids,
      @Nullable Instant since,
      @Nullable Instant until,
      @Nullable String field,
      int limit) {
    public Selection {
      ids = Set.copyOf(ids);
    }
  }

  /// How much of a delivery it is.
  public enum Kind implements WireName {
    DELIVERY,
    UNIT
  }

  /// Something set aside, without a word of any customer.
  ///
  /// @param id of a delivery its number, of a unit `lane/delivery/place`
  /// @param field the webhook field it came under; empty where that could not be read
  public record Item(
      String id,
      Kind kind,
      String field,
      @Nullable String accountId,
      @Nullable String phoneNumberId,
      String reason,
      int attempts,
      Instant receivedAt) {}

  /// What comes of trying something again.
  public enum Verdict implements WireName {
    TRIED_AGAIN,
    /// It is tried again, and will be set aside again unless its number is assigned before.
    NUMBER_OF_NO_RESTAURANT,
    /// It is tried again, and will be set aside again by this version of the server.
    STILL_UNREADABLE,
    /// There is nothing set aside under this id.
    NOT_SET_ASIDE
  }

  /// Something asked for and what comes of it.
  public record Outcome(String id, Verdict verdict) {}

  public List<Item> list(Selection selection) {
    return database.inSystem(transaction -> list(transaction, selection));
  }

  /// What would come of trying them again, without doing it.
  public List<Outcome> foresee(Selection selection) {
    return withMissing(
        selection, list(selection).stream().map(item -> outcome(item, verdict(item))).toList());
  }

  /// Has them tried again as if they had just arrived, each in its old place: what the same
  /// customer wrote later and is still waiting comes after it.
  public List<Outcome> replay(Selection selection) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Item item : list(selection)) {
      Verdict foreseen = verdict(item);
      boolean done = database.inSystem(transaction -> again(transaction, item));
      outcomes.add(outcome(item, done ? foreseen : Verdict.NOT_SET_ASIDE));
    }
    wakeWorkers.run();
    return withMissing(selection, outcomes);
  }

  private static List<Item> list(Transaction transaction, Selection selection) {
    return transaction
        .sql(ALL)
        .with("ids", selection.ids().isEmpty() ? null : selection.ids().toArray(String[]::new))
        .with("since", selection.since())
        .with("until", selection.until())
        .with("field", selection.field())
        .with("limit", selection.limit())
        .list(SetAside::item);
  }

  private Verdict verdict(Item item) {
    if (item.kind() == Kind.DELIVERY) {
      return isReadable(item) ? Verdict.TRIED_AGAIN : Verdict.STILL_UNREADABLE;
    }
    String number = item.phoneNumberId();
    String account = item.accountId();
    boolean known =
        number != null
            ? numbers.restaurantOf(number).isPresent()
            : account != null && !numbers.restaurantsOfAccount(account).isEmpty();
    return known ? Verdict.TRIED_AGAIN : Verdict.NUMBER_OF_NO_RESTAURANT;
  }

  private boolean isReadable(Item item) {
    byte[] body =
        database.inSystem(transaction ->
            transaction
                .sql("select body from webhook_delivery where id = cast(:id as bigint)")
                .with("id", item.id())
                .first(row -> row.bytes("body"))
                .orElse(new byte[0]));
    try {
      WebhookReader.units(body);
      return true;
    } catch (IOException | RuntimeException _) {
      return false;
    }
  }

  private static boolean again(Transaction transaction, Item item) {
    String sql =
        switch (item.kind()) {
          case DELIVERY ->
              """
              update webhook_delivery set set_aside = null
               where id = cast(:id as bigint) and set_aside is not null
              """;
          case UNIT ->
              """
              update webhook_unit set set_aside = null, attempts = 0, next_at = null
               where lane = cast(split_part(:id, '/', 1) as smallint)
                 and delivery_id = cast(split_part(:id, '/', 2) as bigint)
                 and place = cast(split_part(:id, '/', 3) as integer)
                 and set_aside is not null
              """;
        };
    return transaction.sql(sql).with("id", item.id()).update() == 1;
  }

  private static List<Outcome> withMissing(Selection selection, List<Outcome> found) {
    Set<String> missing = new TreeSet<>(selection.ids());
    found.forEach(outcome -> missing.remove(outcome.id()));
    List<Outcome> all = new ArrayList<>(found);
    missing.forEach(id -> all.add(new Outcome(id, Verdict.NOT_SET_ASIDE)));
    return all;
  }

  private static Outcome outcome(Item item, Verdict verdict) {
    return new Outcome(item.id(), verdict);
  }

  private static Item item(Row row) {
    return new Item(
        row.text("id"),
        row.named("kind", Kind.class),
        row.text("field"),
        row.textOrNull("account_id"),
        row.textOrNull("phone_number_id"),
        row.text("reason"),
        row.integer("attempts"),
        row.instant("received_at"));
  }
}
