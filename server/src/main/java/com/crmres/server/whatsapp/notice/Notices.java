package com.crmres.server.whatsapp.notice;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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
