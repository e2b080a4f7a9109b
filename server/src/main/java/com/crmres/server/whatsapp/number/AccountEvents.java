package com.crmres.server.whatsapp.number;

import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.channel.PauseReason;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.ChannelEvent;
import com.crmres.server.whatsapp.EventHandler;
import com.crmres.server.whatsapp.notice.Notices;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes in what WhatsApp tells of accounts and numbers (whatsapp-cloud-api.md 1.7): it is kept as
/// it came, shown to managers, and changes what we do. A field nobody knows is kept as well.
public final class AccountEvents implements EventHandler {

  private static final int LONGEST_FACT = 500;
  private static final String PER_BUSINESS = "max_daily_conversations_per_business";
  private static final String CURRENT_LIMIT = "current_limit";

  private final Notices notices;
  private final Pauses pauses;
  private final Rates rates;
  private final Ids ids;
  private final Clock clock;
  private final NumberStore store = new NumberStore();

  public AccountEvents(Notices notices, Pauses pauses, Rates rates, Ids ids, Clock clock) {
    this.notices = notices;
    this.pauses = pauses;
    this.rates = rates;
    this.ids = ids;
    this.clock = clock;
  }

  /// An event in its transaction.
  private record Told(Transaction transaction, UUID restaurantId, ChannelEvent event) {
    JsonNode value() {
      return event.value();
    }

    /// A member's words; empty if it has none.
    String word(String member) {
      JsonNode value = event.value().path(member);
      return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }
  }

  @Override
  public Set<String> fields() {
    return Set.of(
        "phone_number_quality_update",
        "phone_number_name_update",
        "business_capability_update",
        "account_update",
        "account_alerts",
        "account_review_update",
        "account_settings_update",
        "security",
        "flows",
        EventHandler.ANY_OTHER);
  }

  @Override
  public void handle(Transaction transaction, UUID restaurantId, ChannelEvent event) {
    Told told = new Told(transaction, restaurantId, event);
    if (isOfAnother(told)) {
      limit(told, PER_BUSINESS, CURRENT_LIMIT);
      return;
    }
    boolean firstOfItsField = isFirst(transaction, restaurantId, event.field());
    if (!keep(transaction, restaurantId, event)) {
      return;
    }
    switch (event.field()) {
      case "phone_number_quality_update" -> quality(told);
      case "phone_number_name_update" -> name(told);
      case "business_capability_update" -> capability(told);
      case "account_update" -> account(told);
      case "account_alerts" ->
          tell(told, Optional.empty(), ChannelNoticeKind.ACCOUNT_ALERT, alertSeverity(told));
      case "account_review_update" ->
          tell(told, Optional.empty(), ChannelNoticeKind.ACCOUNT_UPDATED, reviewSeverity(told));
      case "account_settings_update" ->
          tell(
              told,
              Optional.empty(),
              ChannelNoticeKind.ACCOUNT_UPDATED,
              NoticeSeverity.INFORMATION);
      case "security" ->
          tell(told, dialled(told), ChannelNoticeKind.SECURITY, NoticeSeverity.WARNING);
      case "flows" -> tell(told, Optional.empty(), ChannelNoticeKind.OTHER, NoticeSeverity.WARNING);
      default -> unknown(told, firstOfItsField);
    }
  }

  private void quality(Told told) {
    Optional<NumberStore.Known> number = dialled(told);
    String event = told.word("event");
    switch (event) {
      case "FLAGGED" -> {
        number.ifPresent(
            known -> store.setQuality(told.transaction(), known.phoneNumberId(), "RED"));
        tell(told, number, ChannelNoticeKind.QUALITY_CHANGED, NoticeSeverity.CRITICAL);
      }
      case "UNFLAGGED" ->
          tell(told, number, ChannelNoticeKind.QUALITY_CHANGED, NoticeSeverity.INFORMATION);
      case "THROUGHPUT_UPGRADE" -> {
        number.ifPresent(known ->
            store.setThroughput(
                told.transaction(),
                known.phoneNumberId(),
                "HIGH",
                rates.of("HIGH", known.coexists())));
        tell(told, number, ChannelNoticeKind.THROUGHPUT_CHANGED, NoticeSeverity.INFORMATION);
      }
      case "DOWNGRADE" ->
          tell(told, number, ChannelNoticeKind.LIMIT_CHANGED, NoticeSeverity.WARNING);
      default -> tell(told, number, ChannelNoticeKind.LIMIT_CHANGED, NoticeSeverity.INFORMATION);
    }
    limit(told, PER_BUSINESS, CURRENT_LIMIT);
  }

  private void name(Told told) {
    Optional<NumberStore.Known> number = dialled(told);
    boolean approved = told.word("decision").equals("APPROVED");
    if (approved && !told.word("requested_verified_name").isEmpty()) {
      number.ifPresent(known ->
          store.setName(
              told.transaction(), known.phoneNumberId(), told.word("requested_verified_name")));
    }
    tell(
        told,
        number,
        ChannelNoticeKind.DISPLAY_NAME,
        approved ? NoticeSeverity.INFORMATION : NoticeSeverity.WARNING);
  }

  private void capability(Told told) {
    limit(told, PER_BUSINESS, "max_daily_conversation_per_phone");
    tell(told, Optional.empty(), ChannelNoticeKind.LIMIT_CHANGED, NoticeSeverity.INFORMATION);
  }

  /// The first of these members that says a limit counts for the whole account.
  private void limit(Told told, String... members) {
    for (String member : members) {
      Optional<Integer> limit = MessagingLimits.read(told.value().path(member));
      if (limit.isPresent()) {
        store.setLimit(
            told.transaction(), told.restaurantId(), told.event().accountId(), limit.get());
        return;
      }
    }
  }

  private void account(Told told) {
    switch (told.word("event")) {
      case "ACCOUNT_RESTRICTION" -> restrictions(told);
      case "ACCOUNT_VIOLATION" ->
          tell(
              told,
              Optional.empty(),
              ChannelNoticeKind.ACCOUNT_RESTRICTED,
              NoticeSeverity.CRITICAL);
      case "ACCOUNT_DELETED" -> {
        tell(told, Optional.empty(), ChannelNoticeKind.ACCOUNT_RESTRICTED, NoticeSeverity.CRITICAL);
        pause(told, PauseReason.DELETED, null);
      }
      case "DISABLED_UPDATE" -> ban(told);
      case "ACCOUNT_OFFBOARDED" -> {
        tell(told, Optional.empty(), ChannelNoticeKind.ACCOUNT_UPDATED, NoticeSeverity.CRITICAL);
        pause(told, PauseReason.OFFBOARDED, null);
      }
      case "ACCOUNT_RECONNECTED" -> {
        tell(told, Optional.empty(), ChannelNoticeKind.ACCOUNT_UPDATED, NoticeSeverity.INFORMATION);
        resume(told, PauseReason.OFFBOARDED);
      }
      default ->
          tell(
              told,
              Optional.empty(),
              ChannelNoticeKind.ACCOUNT_UPDATED,
              NoticeSeverity.INFORMATION);
    }
  }

  /// A restriction of what we begin lets answers go on; one of answers stops everything.
  private void restrictions(Told told) {
    JsonNode all = told.value().path("restriction_info");
    for (JsonNode restriction : all) {
      Instant until = expiration(restriction);
      switch (restriction.path("restriction_type").asText("")) {
        case "RESTRICTED_BIZ_INITIATED_MESSAGING" ->
            store.restrictInitiative(
                told.transaction(),
                told.restaurantId(),
                told.event().accountId(),
                until == null ? Instant.parse("9999-12-31T00:00:00Z") : until);
        case "RESTRICTED_CUSTOMER_INITIATED_MESSAGING" ->
            pause(told, PauseReason.RESTRICTED, until);
        default -> {
          // Nothing that is sent depends on it; managers are told of it below.
        }
      }
    }
    Map<String, String> facts = facts(told.value());
    for (JsonNode restriction : all) {
      facts.merge(
          "restriction", restriction.path("restriction_type").asText(""), (a, b) -> a + ", " + b);
      Instant until = expiration(restriction);
      if (until != null) {
        facts.put("until", until.toString());
      }
    }
    tell(told, null, ChannelNoticeKind.ACCOUNT_RESTRICTED, NoticeSeverity.CRITICAL, facts);
  }

  private void ban(Told told) {
    String state = told.value().path("ban_info").path("waba_ban_state").asText("");
    Map<String, String> facts = facts(told.value());
    facts.put("ban", state);
    boolean lifted = state.equals("REINSTATE");
    tell(
        told,
        null,
        ChannelNoticeKind.ACCOUNT_RESTRICTED,
        lifted ? NoticeSeverity.INFORMATION : NoticeSeverity.CRITICAL,
        facts);
    if (lifted) {
      resume(told, PauseReason.BANNED);
    } else if (!state.equals("SCHEDULE_FOR_DISABLE")) {
      pause(told, PauseReason.BANNED, null);
    }
  }

  private void pause(Told told, PauseReason reason, @Nullable Instant until) {
    if (until != null && !until.isAfter(clock.instant())) {
      return;
    }
    for (NumberStore.Known number : concerned(told)) {
      pauses.pause(
          told.transaction(), told.restaurantId(), number.phoneNumberId(), reason, null, until);
    }
  }

  private void resume(Told told, PauseReason reason) {
    for (NumberStore.Known number : concerned(told)) {
      if (number.paused() == reason) {
        pauses.resume(told.transaction(), told.restaurantId(), number.phoneNumberId());
      }
    }
  }

  /// Whether an event names a number that is none of this restaurant's: several may have numbers in
  /// one account, and none hears of another's but what counts for all.
  private boolean isOfAnother(Told told) {
    return !phone(told).isEmpty()
        && named(told).isEmpty()
        && ofAccount(told).stream().allMatch(NumberStore.Known::isDescribed);
  }

  /// The number an event names, which may be one that WhatsApp was not asked about yet; all of its
  /// account if it names none.
  private List<NumberStore.Known> concerned(Told told) {
    if (phone(told).isEmpty()) {
      return ofAccount(told);
    }
    return named(told)
        .map(List::of)
        .orElseGet(() -> ofAccount(told).stream().filter(known -> !known.isDescribed()).toList());
  }

  private List<NumberStore.Known> ofAccount(Told told) {
    return store.ofAccount(told.transaction(), told.restaurantId(), told.event().accountId());
  }

  private static String phone(Told told) {
    String phone = told.word("display_phone_number");
    return NumberDetails.digits(phone.isEmpty() ? told.word("phone_number") : phone);
  }

  private Optional<NumberStore.Known> named(Told told) {
    String digits = phone(told);
    return digits.isEmpty()
        ? Optional.empty()
        : store.dialled(told.transaction(), told.restaurantId(), told.event().accountId(), digits);
  }

  /// The number an event names; the only one of the account if WhatsApp was not asked yet how it is
  /// dialled.
  private Optional<NumberStore.Known> dialled(Told told) {
    Optional<NumberStore.Known> named = named(told);
    if (named.isPresent()) {
      return named;
    }
    List<NumberStore.Known> all = ofAccount(told);
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /// Told once: managers need not hear each time that we do not know a word.
  private void unknown(Told told, boolean firstOfItsField) {
    if (firstOfItsField) {
      tell(
          told,
          null,
          ChannelNoticeKind.OTHER,
          NoticeSeverity.INFORMATION,
          Map.of("field", told.event().field()));
    }
  }

  private static NoticeSeverity alertSeverity(Told told) {
    return switch (told.word("alert_severity")) {
      case "CRITICAL" -> NoticeSeverity.CRITICAL;
      case "INFORMATIONAL", "" -> NoticeSeverity.INFORMATION;
      default -> NoticeSeverity.WARNING;
    };
  }

  private static NoticeSeverity reviewSeverity(Told told) {
    return told.word("decision").equals("REJECTED")
        ? NoticeSeverity.CRITICAL
        : NoticeSeverity.INFORMATION;
  }

  private void tell(
      Told told,
      Optional<NumberStore.Known> number,
      ChannelNoticeKind kind,
      NoticeSeverity severity) {
    tell(
        told,
        number.map(NumberStore.Known::phoneNumberId).orElse(null),
        kind,
        severity,
        facts(told.value()));
  }

  private void tell(
      Told told,
      @Nullable String phoneNumberId,
      ChannelNoticeKind kind,
      NoticeSeverity severity,
      Map<String, String> facts) {
    notices.tell(
        told.transaction(),
        told.restaurantId(),
        phoneNumberId,
        kind,
        severity,
        facts,
        told.event().at());
  }

  /// What the event says at its first level and one below, by its own names.
  private static Map<String, String> facts(JsonNode value) {
    Map<String, String> facts = new HashMap<>();
    value.properties().forEach(member -> add(facts, member.getKey(), member.getValue()));
    return facts;
  }

  private static void add(Map<String, String> facts, String name, JsonNode value) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(inner -> {
            if (inner.getValue().isValueNode()) {
              add(facts, inner.getKey(), inner.getValue());
            }
          });
    } else if (value.isValueNode() && !value.isNull() && !value.asText().isEmpty()) {
      String text = value.asText();
      facts.put(
          name.toLowerCase(Locale.ROOT),
          text.length() > LONGEST_FACT ? text.substring(0, LONGEST_FACT) : text);
    }
  }

  private static @Nullable Instant expiration(JsonNode restriction) {
    long second = restriction.path("expiration").asLong(0);
    return second <= 0 ? null : Instant.ofEpochSecond(second);
  }

  private static boolean isFirst(Transaction transaction, UUID restaurantId, String field) {
    return transaction
        .sql(
            """
            select not exists (select from channel_event
                                where restaurant_id = :restaurant and field = :field) as first
            """)
        .with("restaurant", restaurantId)
        .with("field", field)
        .one(row -> row.flag("first"));
  }

  /// @return false if it was kept before: WhatsApp delivers more than once
  private boolean keep(Transaction transaction, UUID restaurantId, ChannelEvent event) {
    return transaction
            .sql(
                """
                insert into channel_event (restaurant_id, id, account_id, phone_number_id, field, value,
                                           happened_at)
                values (:restaurant, :id, :account, :number, :field, :value, :at)
                on conflict do nothing
                """)
            .with("restaurant", restaurantId)
            .with("id", ids.next())
            .with("account", event.accountId())
            .with("number", event.phoneNumberId())
            .with("field", event.field())
            .with("value", event.value().toString())
            .with("at", event.at())
            .update()
        == 1;
  }
}
