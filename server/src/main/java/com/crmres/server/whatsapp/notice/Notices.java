package com.crmres.server.whatsapp.notice;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the notices of the channel and shows them to open screens.
public final class Notices {

  private final EventLog events;
  private final Clock clock;
  private final Ids ids;

  public Notices(EventLog events, Clock clock, Ids ids) {
    this.events = events;
    this.clock = clock;
    this.ids = ids;
  }

  /// Tells managers something; the same of the same moment again changes nothing.
  ///
  /// @param phoneNumberId the number it concerns; null for what concerns the account
  /// @param facts what it says, by name; without anything of a customer
  /// @param at when it happened
  public void tell(
      Transaction transaction,
      UUID restaurantId,
      @Nullable String phoneNumberId,
      ChannelNoticeKind kind,
      NoticeSeverity severity,
      Map<String, String> facts,
      Instant at) {
    ChannelNotice notice = new ChannelNotice(ids.next(), phoneNumberId, kind, severity, facts, at);
    if (keep(transaction, restaurantId, notice)) {
      events.append(transaction, restaurantId, null, new LiveEvent.ChannelNoticed(notice));
    }
  }

  /// The newest notices.
  ///
  /// @param after only those older than this one; null for the newest of all
  List<ChannelNotice> list(
      Transaction transaction, UUID restaurantId, @Nullable UUID after, int limit) {
    return transaction
        .sql(
            """
            select id, phone_number_id, kind, severity, facts, happened_at
              from channel_notice
             where restaurant_id = :restaurant
               and (cast(:after as uuid) is null
                    or (created_at, id) < (select n.created_at, n.id from channel_notice n
                                            where n.restaurant_id = :restaurant
                                              and n.id = cast(:after as uuid)))
             order by created_at desc, id desc limit :limit
            """)
        .with("restaurant", restaurantId)
        .with("after", after)
        .with("limit", limit)
        .list(Notices::notice);
  }

  private static ChannelNotice notice(Row row) {
    Map<String, String> facts = new TreeMap<>();
    row.json("facts", JsonNode.class)
        .properties()
        .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
    return new ChannelNotice(
        row.uuid("id"),
        row.textOrNull("phone_number_id"),
        row.named("kind", ChannelNoticeKind.class),
        row.named("severity", NoticeSeverity.class),
        facts,
        row.instant("happened_at"));
  }

  private boolean keep(Transaction transaction, UUID restaurantId, ChannelNotice notice) {
    return transaction
            .sql(
                """
                insert into channel_notice (restaurant_id, id, phone_number_id, kind, severity, facts,
                                            happened_at, created_at)
                values (:restaurant, :id, :number, :kind, :severity, :facts, :at, :now)
                on conflict do nothing
                """)
            .with("restaurant", restaurantId)
            .with("id", notice.id())
            .with("number", notice.phoneNumberId())
            .with("kind", notice.kind())
            .with("severity", notice.severity())
            .with("facts", Json.write(notice.facts()))
            .with("at", notice.at())
            .with("now", clock.instant())
            .update()
        > 0;
  }
}
