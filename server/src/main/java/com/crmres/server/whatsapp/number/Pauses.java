package com.crmres.server.whatsapp.number;

import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.channel.PauseReason;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.notice.Notices;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stops and resumes all sending of a number; its messages wait meanwhile, and none is lost.
public final class Pauses {

  private final Notices notices;
  private final Clock clock;
  private final Runnable wakeSender;

  /// Makes the brake.
  ///
  /// @param wakeSender told when a number may send again
  public Pauses(Notices notices, Clock clock, Runnable wakeSender) {
    this.notices = notices;
    this.clock = clock;
    this.wakeSender = wakeSender;
  }

  /// Stops a number; managers are told once. What WhatsApp announced is not covered up by the
  /// refusals that follow from it.
  ///
  /// @param code WhatsApp's error code; null if an event said so
  /// @param until when it ends by itself; null if that is not known
  public void pause(
      Transaction transaction,
      UUID restaurantId,
      String phoneNumberId,
      PauseReason reason,
      @Nullable Integer code,
      @Nullable Instant until) {
    if (stop(transaction, phoneNumberId, reason, code, until)) {
      notices.tell(
          transaction,
          restaurantId,
          phoneNumberId,
          ChannelNoticeKind.NUMBER_PAUSED,
          NoticeSeverity.CRITICAL,
          facts(reason, code, until),
          clock.instant());
    }
  }

  /// @return whether it was not paused before
  private static boolean stop(
      Transaction transaction,
      String phoneNumberId,
      PauseReason reason,
      @Nullable Integer code,
      @Nullable Instant until) {
    return transaction
        .sql(
            """
            with before as (
              select phone_number_id, paused_since,
                     paused_reason in ('restricted', 'banned', 'offboarded', 'deleted')
                       and cast(:reason as text) in ('token', 'account') as announced
                from whatsapp_number where phone_number_id = :number for update)
            update whatsapp_number n
               set paused_since = coalesce(n.paused_since, now()),
                   paused_reason = case when announced then n.paused_reason else :reason end,
                   paused_code = case when announced then n.paused_code else :code end,
                   paused_until = case when announced then n.paused_until else cast(:until as timestamptz) end,
                   probe_at = now() + case when announced or cast(:reason as text) not in ('token', 'account')
                                           then interval '1 hour'
                                           when n.paused_since is null then interval '10 seconds'
                                           else interval '60 seconds' end,
                   probation = false
              from before where n.phone_number_id = before.phone_number_id
            returning before.paused_since is null as fresh
            """)
        .with("number", phoneNumberId)
        .with("reason", reason)
        .with("code", code)
        .with("until", until)
        .first(row -> row.flag("fresh"))
        .orElse(false);
  }

  /// Lets a number send again; managers are told if it was paused.
  public void resume(Transaction transaction, UUID restaurantId, String phoneNumberId) {
    boolean wasPaused =
        transaction
                .sql(
                    """
                    update whatsapp_number
                       set paused_since = null, paused_reason = null, paused_code = null,
                           paused_until = null, probe_at = null, probation = false
                     where phone_number_id = :number and paused_since is not null
                    """)
                .with("number", phoneNumberId)
                .update()
            == 1;
    if (wasPaused) {
      notices.tell(
          transaction,
          restaurantId,
          phoneNumberId,
          ChannelNoticeKind.NUMBER_RESUMED,
          NoticeSeverity.INFORMATION,
          Map.of(),
          clock.instant());
      transaction.afterCommit(wakeSender);
    }
  }

  /// Lets one message at a time try whether a paused number works again: some refusals show only
  /// when one sends.
  public void tryOut(Transaction transaction, String phoneNumberId) {
    transaction
        .sql(
            """
            update whatsapp_number set probation = true
             where phone_number_id = :number and paused_since is not null
            """)
        .with("number", phoneNumberId)
        .update();
    transaction.afterCommit(wakeSender);
  }

  /// What a manager is told; `advice` says what to do.
  private static Map<String, String> facts(
      PauseReason reason, @Nullable Integer code, @Nullable Instant until) {
    Map<String, String> facts = new HashMap<>();
    facts.put("reason", reason.wireName());
    facts.put("advice", advice(reason).name().toLowerCase(Locale.ROOT));
    if (code != null) {
      facts.put("code", code.toString());
    }
    if (until != null) {
      facts.put("until", until.toString());
    }
    return facts;
  }

  /// What a manager can do about a pause; screens have the words.
  private enum Advice {
    REPLACE_TOKEN,
    CHECK_ACCOUNT,
    WAIT,
    APPEAL,
    RECONNECT
  }

  private static Advice advice(PauseReason reason) {
    return switch (reason) {
      case TOKEN -> Advice.REPLACE_TOKEN;
      case ACCOUNT -> Advice.CHECK_ACCOUNT;
      case RESTRICTED -> Advice.WAIT;
      case BANNED -> Advice.APPEAL;
      case OFFBOARDED, DELETED -> Advice.RECONNECT;
    };
  }
}
