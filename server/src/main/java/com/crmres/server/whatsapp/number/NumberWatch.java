package com.crmres.server.whatsapp.number;

import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.channel.PauseReason;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.crmres.server.whatsapp.notice.Notices;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Asks WhatsApp how the numbers stand: all of them at start and every hour, and paused ones every
/// minute whether they work again, those that WhatsApp banned every hour.
public final class NumberWatch {

  private static final Logger LOG = System.getLogger(NumberWatch.class.getName());
  private static final Duration AGE = Duration.ofHours(1);

  private final Database database;
  private final GraphApi graph;
  private final Tokens tokens;
  private final Pauses pauses;
  private final Notices notices;
  private final Rates rates;
  private final Clock clock;
  private final NumberStore store = new NumberStore();
  private boolean started;

  public NumberWatch(
      Database database,
      GraphApi graph,
      Tokens tokens,
      Pauses pauses,
      Notices notices,
      Rates rates,
      Clock clock) {
    this.database = database;
    this.graph = graph;
    this.tokens = tokens;
    this.pauses = pauses;
    this.notices = notices;
    this.rates = rates;
    this.clock = clock;
  }

  /// One round; to be repeated every few seconds.
  ///
  /// @return false: the rest has time
  public boolean look() throws InterruptedException {
    for (NumberStore.Known number : database.inSystem(store::outOfTime)) {
      resume(number);
    }
    for (NumberStore.Known number : database.inSystem(store::takeProbes)) {
      guarded(number, this::probe);
    }
    Duration age = started ? AGE : Duration.ZERO;
    started = true;
    for (NumberStore.Known number :
        database.inSystem(transaction -> store.takeUnchecked(transaction, age))) {
      guarded(number, this::check);
    }
    return false;
  }

  /// What is done with one number.
  private interface Look {
    void at(NumberStore.Known number) throws InterruptedException;
  }

  /// One number's fault, such as a token that does not open, is no other's.
  private static void guarded(NumberStore.Known number, Look look) throws InterruptedException {
    try {
      look.at(number);
    } catch (IllegalStateException e) {
      LOG.log(Level.WARNING, "number " + number.phoneNumberId() + " cannot be looked at", e);
    }
  }

  /// A token that is taken again ends its pause; whether an account may send again shows only when
  /// one sends.
  private void probe(NumberStore.Known number) throws InterruptedException {
    GraphAnswer answer =
        graph.get(
            number.phoneNumberId(), Map.of("fields", "id"), tokens.of(number.phoneNumberId()));
    if (!(answer instanceof GraphAnswer.Done)) {
      return;
    }
    if (number.paused() == PauseReason.TOKEN) {
      resume(number);
    } else {
      database.changeRestaurant(
          number.restaurantId(), transaction -> pauses.tryOut(transaction, number.phoneNumberId()));
    }
  }

  private void resume(NumberStore.Known number) {
    database.changeRestaurant(
        number.restaurantId(),
        transaction -> pauses.resume(transaction, number.restaurantId(), number.phoneNumberId()));
  }

  private void check(NumberStore.Known number) throws InterruptedException {
    String token = tokens.of(number.phoneNumberId());
    describe(number.phoneNumberId(), token)
        .ifPresent(details ->
            database.changeRestaurant(
                number.restaurantId(), transaction -> keep(transaction, number, details)));
    GraphAnswer answer = graph.get(number.accountId() + "/subscribed_apps", Map.of(), token);
    if (answer instanceof GraphAnswer.Done(JsonNode apps) && apps.path("data").isArray()) {
      tellOfSubscriptions(number, apps.path("data"));
    }
  }

  /// What WhatsApp says of a number; empty if it does not answer, or refuses.
  Optional<NumberDetails> describe(String phoneNumberId, String token) throws InterruptedException {
    for (String fields : List.of(NumberDetails.MORE_FIELDS, NumberDetails.FIELDS)) {
      GraphAnswer answer = graph.get(phoneNumberId, Map.of("fields", fields), token);
      if (answer instanceof GraphAnswer.Done(JsonNode body)) {
        return Optional.of(NumberDetails.read(body));
      }
      LOG.log(Level.INFO, "number {0} is not described: {1}", phoneNumberId, reason(answer));
    }
    return Optional.empty();
  }

  private static String reason(GraphAnswer answer) {
    return switch (answer) {
      case GraphAnswer.Done _ -> "done";
      case GraphAnswer.Refused refused -> "code " + refused.code() + " " + refused.trace();
      case GraphAnswer.NotSent(String reason) -> reason;
      case GraphAnswer.InDoubt(String reason) -> reason;
    };
  }

  /// Keeps what WhatsApp says of a number, and tells managers what has changed.
  void keep(Transaction transaction, NumberStore.Known before, NumberDetails details) {
    String throughput = details.throughput() == null ? before.throughput() : details.throughput();
    store.describe(
        transaction, before.phoneNumberId(), details, rates.of(throughput, details.coexists()));
    NoticeSeverity severity =
        "RED".equals(details.quality()) ? NoticeSeverity.CRITICAL : NoticeSeverity.WARNING;
    tellOfChange(
        transaction,
        before,
        ChannelNoticeKind.QUALITY_CHANGED,
        "GREEN".equals(details.quality()) ? NoticeSeverity.INFORMATION : severity,
        before.quality(),
        details.quality());
    tellOfChange(
        transaction,
        before,
        ChannelNoticeKind.THROUGHPUT_CHANGED,
        NoticeSeverity.INFORMATION,
        before.throughput(),
        details.throughput());
    tellOfChange(
        transaction,
        before,
        ChannelNoticeKind.LIMIT_CHANGED,
        NoticeSeverity.INFORMATION,
        text(before.messagingLimit()),
        text(details.messagingLimit()));
  }

  /// What is heard for the first time is no change.
  private void tellOfChange(
      Transaction transaction,
      NumberStore.Known number,
      ChannelNoticeKind kind,
      NoticeSeverity severity,
      @Nullable String from,
      @Nullable String to) {
    if (from != null && to != null && !Objects.equals(from, to)) {
      notices.tell(
          transaction,
          number.restaurantId(),
          number.phoneNumberId(),
          kind,
          severity,
          Map.of("from", from, "to", to),
          clock.instant());
    }
  }

  /// Without a subscription WhatsApp delivers nothing; with several each app hears everything, a
  /// test's with production's. Told once a day.
  private void tellOfSubscriptions(NumberStore.Known number, JsonNode apps) {
    if (apps.size() == 1) {
      return;
    }
    database.changeRestaurant(
        number.restaurantId(),
        transaction ->
            notices.tell(
                transaction,
                number.restaurantId(),
                null,
                ChannelNoticeKind.ACCOUNT_ALERT,
                apps.isEmpty() ? NoticeSeverity.CRITICAL : NoticeSeverity.WARNING,
                Map.of(
                    "alert", "subscribed_apps",
                    "account", number.accountId(),
                    "apps", Integer.toString(apps.size())),
                clock.instant().truncatedTo(ChronoUnit.DAYS)));
  }

  private static @Nullable String text(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }
}
