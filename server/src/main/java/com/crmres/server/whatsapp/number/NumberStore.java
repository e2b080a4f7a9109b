package com.crmres.server.whatsapp.number;

import com.crmres.common.channel.ChannelNumber;
import com.crmres.common.channel.PauseReason;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of numbers and how they stand.
final class NumberStore {

  /// A number to be looked at.
  ///
  /// @param messagingLimit null if none is known
  /// @param isDescribed whether WhatsApp has said how it is dialled
  record Known(
      UUID restaurantId,
      String accountId,
      String phoneNumberId,
      @Nullable String quality,
      @Nullable String throughput,
      boolean coexists,
      @Nullable Integer messagingLimit,
      @Nullable PauseReason paused,
      boolean isDescribed) {}

  private static final String KNOWN =
      """
      restaurant_id, coalesce(account_id, '') as account_id, phone_number_id, quality, throughput, coexists,
      messaging_limit, paused_reason, display_phone is not null as described
      """;

  List<ChannelNumber> list(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql(
            """
            select phone_number_id, coalesce(account_id, '') as account_id, display_phone, verified_name, status,
                   quality, throughput, messages_per_second, messaging_limit, token is not null as own_token,
                   paused_reason, paused_code, paused_since, paused_until, checked_at
              from whatsapp_number where restaurant_id = :restaurant order by phone_number_id
            """)
        .with("restaurant", restaurantId)
        .list(NumberStore::shown);
  }

  /// Adds a number, or brings one of the same restaurant to another account.
  void add(Transaction transaction, UUID restaurantId, String accountId, String phoneNumberId) {
    transaction
        .sql(
            """
            insert into whatsapp_number (restaurant_id, account_id, phone_number_id, messages_per_second)
            values (:restaurant, :account, :number, :rate)
            on conflict (phone_number_id) do update set account_id = excluded.account_id
             where whatsapp_number.restaurant_id = excluded.restaurant_id
            """)
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .with("number", phoneNumberId)
        .with("rate", Rates.STANDARD)
        .update();
  }

  void setRate(Transaction transaction, String phoneNumberId, double messagesPerSecond) {
    transaction
        .sql(
            """
            update whatsapp_number set messages_per_second = :rate where phone_number_id = :number
            """)
        .with("rate", messagesPerSecond)
        .with("number", phoneNumberId)
        .update();
  }

  /// Takes the numbers that nobody has looked at for so long; the time counts from now.
  List<Known> takeUnchecked(Transaction transaction, Duration age) {
    return transaction
        .sql(
            """
            update whatsapp_number set checked_at = now()
             where checked_at is null or checked_at <= now() - make_interval(secs => :age)
            returning
            """
                + KNOWN)
        .with("age", age.toSeconds())
        .list(NumberStore::known);
  }

  /// Takes the paused numbers whose next look is due. The end of a ban or the like is announced,
  /// but whoever misses that must not stand still for ever.
  List<Known> takeProbes(Transaction transaction) {
    return transaction
        .sql(
            """
            update whatsapp_number
               set probe_at = now() + case when paused_reason in ('token', 'account')
                                           then interval '60 seconds' else interval '1 hour' end
             where paused_reason is not null and paused_until is null and probe_at <= now()
            returning
            """
                + KNOWN)
        .list(NumberStore::known);
  }

  /// The paused numbers whose pause has ended by itself.
  List<Known> outOfTime(Transaction transaction) {
    return transaction
        .sql("select " + KNOWN + " from whatsapp_number where paused_until <= now()")
        .list(NumberStore::known);
  }

  /// The numbers of an account that this transaction sees.
  List<Known> ofAccount(Transaction transaction, UUID restaurantId, String accountId) {
    return transaction
        .sql(
            "select "
                + KNOWN
                + """
                 from whatsapp_number
                where restaurant_id = :restaurant and account_id = :account order by phone_number_id
                """)
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .list(NumberStore::known);
  }

  /// The number that people dial as `displayPhone`, in digits.
  Optional<Known> dialled(
      Transaction transaction, UUID restaurantId, String accountId, String displayPhone) {
    return transaction
        .sql(
            "select "
                + KNOWN
                + """
                 from whatsapp_number
                where restaurant_id = :restaurant and account_id = :account and display_phone = :phone
                """)
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .with("phone", displayPhone)
        .first(NumberStore::known);
  }

  Optional<Known> find(Transaction transaction, UUID restaurantId, String phoneNumberId) {
    return transaction
        .sql(
            "select "
                + KNOWN
                + """
                 from whatsapp_number
                where restaurant_id = :restaurant and phone_number_id = :number
                """)
        .with("restaurant", restaurantId)
        .with("number", phoneNumberId)
        .first(NumberStore::known);
  }

  /// Keeps what WhatsApp says of a number; what it does not say stays.
  void describe(Transaction transaction, String phoneNumberId, NumberDetails details, double rate) {
    transaction
        .sql(
            """
            update whatsapp_number
               set display_phone = coalesce(:phone, display_phone),
                   verified_name = coalesce(:name, verified_name),
                   status = coalesce(:status, status),
                   quality = coalesce(:quality, quality),
                   throughput = coalesce(:throughput, throughput),
                   coexists = :coexists,
                   messaging_limit = coalesce(cast(:limit as integer), messaging_limit),
                   messages_per_second = :rate, checked_at = now()
             where phone_number_id = :number
            """)
        .with("phone", details.displayPhone())
        .with("name", details.verifiedName())
        .with("status", details.status())
        .with("quality", details.quality())
        .with("throughput", details.throughput())
        .with("coexists", details.coexists())
        .with("limit", details.messagingLimit())
        .with("rate", rate)
        .with("number", phoneNumberId)
        .update();
  }

  void setThroughput(
      Transaction transaction, String phoneNumberId, String throughput, double rate) {
    transaction
        .sql(
            """
            update whatsapp_number set throughput = :throughput, messages_per_second = :rate
             where phone_number_id = :number
            """)
        .with("throughput", throughput)
        .with("rate", rate)
        .with("number", phoneNumberId)
        .update();
  }

  void setQuality(Transaction transaction, String phoneNumberId, String quality) {
    transaction
        .sql("update whatsapp_number set quality = :quality where phone_number_id = :number")
        .with("quality", quality)
        .with("number", phoneNumberId)
        .update();
  }

  void setName(Transaction transaction, String phoneNumberId, String name) {
    transaction
        .sql("update whatsapp_number set verified_name = :name where phone_number_id = :number")
        .with("name", name)
        .with("number", phoneNumberId)
        .update();
  }

  /// The limit is the portfolio's, so all numbers of the account have it.
  void setLimit(Transaction transaction, UUID restaurantId, String accountId, int limit) {
    transaction
        .sql(
            """
            update whatsapp_number set messaging_limit = :limit
             where restaurant_id = :restaurant and account_id = :account
            """)
        .with("limit", limit)
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .update();
  }

  /// Until then the account may begin no conversation.
  void restrictInitiative(
      Transaction transaction, UUID restaurantId, String accountId, @Nullable Instant until) {
    transaction
        .sql(
            """
            update whatsapp_number set initiative_from = :until
             where restaurant_id = :restaurant and account_id = :account
            """)
        .with("until", until)
        .with("restaurant", restaurantId)
        .with("account", accountId)
        .update();
  }

  private static Known known(Row row) {
    return new Known(
        row.uuid("restaurant_id"),
        row.text("account_id"),
        row.text("phone_number_id"),
        row.textOrNull("quality"),
        row.textOrNull("throughput"),
        row.flag("coexists"),
        row.integerOrNull("messaging_limit"),
        row.namedOrNull("paused_reason", PauseReason.class),
        row.flag("described"));
  }

  private static ChannelNumber shown(Row row) {
    PauseReason reason = row.namedOrNull("paused_reason", PauseReason.class);
    Integer limit = row.integerOrNull("messaging_limit");
    return new ChannelNumber(
        row.text("phone_number_id"),
        row.text("account_id"),
        row.textOrNull("display_phone"),
        row.textOrNull("verified_name"),
        row.textOrNull("status"),
        row.textOrNull("quality"),
        row.textOrNull("throughput"),
        row.decimal("messages_per_second"),
        limit == null || limit == MessagingLimits.UNLIMITED ? null : limit,
        row.flag("own_token"),
        reason == null
            ? null
            : new ChannelNumber.Pause(
                reason,
                row.integerOrNull("paused_code"),
                row.instant("paused_since"),
                row.instantOrNull("paused_until")),
        row.instantOrNull("checked_at"));
  }
}
