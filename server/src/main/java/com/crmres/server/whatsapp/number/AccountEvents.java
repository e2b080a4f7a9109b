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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes in what WhatsApp tells of accounts and numbers (whatsapp-cloud-api.md 1.7): it is kept as
/// it came, shown to managers, and changes what we do. A field nobody knows is kept as well.
public final class AccountEvents implements EventHandler {

  private static final String PER_BUSINESS = "max_daily_conversations_per_business";
  private static final String CURRENT_LIMIT = "current_limit";

  private final Notices notices;
  private final Pauses pauses;
  private final Rates rates;
  private final EventJournal journal;
  private final ConcernedNumbers numbers = new ConcernedNumbers();
  private final Clock clock;
  private final NumberStore store = new NumberStore();

  public AccountEvents(Notices notices, Pauses pauses, Rates rates, Ids ids, Clock clock) {
    this.notices = notices;
    this.pauses = pauses;
    this.rates = rates;
    this.journal = new EventJournal(ids);
    this.clock = clock;
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
    if (numbers.areAnothers(told)) {
      limit(told, PER_BUSINESS, CURRENT_LIMIT);
      return;
    }
    boolean firstOfItsField = journal.isFirst(transaction, restaurantId, event.field());
    if (!journal.keep(transaction, restaurantId, event)) {
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
          tell(told, numbers.dialled(told), ChannelNoticeKind.SECURITY, NoticeSeverity.WARNING);
      case "flows" -> tell(told, Optional.empty(), ChannelNoticeKind.OTHER, NoticeSeverity.WARNING);
      default -> unknown(told, firstOfItsField);
    }
  }

  private void quality(Told told) {
    Optional<NumberStore.Known> number = numbers.dialled(told);
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
    Optional<NumberStore.Known> number = numbers.dialled(told);
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
    Map<String, String> facts = EventFacts.of(told.value());
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
    Map<String, String> facts = EventFacts.of(told.value());
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
    for (NumberStore.Known number : numbers.concerned(told)) {
      pauses.pause(
          told.transaction(), told.restaurantId(), number.phoneNumberId(), reason, null, until);
    }
  }

  private void resume(Told told, PauseReason reason) {
    for (NumberStore.Known number : numbers.concerned(told)) {
      if (number.paused() == reason) {
        pauses.resume(told.transaction(), told.restaurantId(), number.phoneNumberId());
      }
    }
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
        EventFacts.of(told.value()));
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

  private static @Nullable Instant expiration(JsonNode restriction) {
    long second = restriction.path("expiration").asLong(0);
    return second <= 0 ? null : Instant.ofEpochSecond(second);
  }
}
