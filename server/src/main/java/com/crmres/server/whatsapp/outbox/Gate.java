package com.crmres.server.whatsapp.outbox;

import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Outgoing;
import com.crmres.server.customer.Consents;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.MarketingRests;
import com.crmres.server.whatsapp.notice.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Holds templates back that WhatsApp would not let through now: customers who rest from marketing,
/// accounts that may begin nothing, and the limit of people reached in 24 h. They wait, and are not
/// lost.
public final class Gate {

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private final Database database;
  private final Conversations conversations;
  private final Consents consents;
  private final Notices notices;
  private final Clock clock;
  private final MarketingRests rests = new MarketingRests();

  public Gate(
      Database database,
      Conversations conversations,
      Consents consents,
      Notices notices,
      Clock clock) {
    this.database = database;
    this.conversations = conversations;
    this.consents = consents;
    this.notices = notices;
    this.clock = clock;
  }

  /// Whether it is advertising whose reader has stopped that since it was written.
  boolean isUnwanted(OutboxStore.Held message, Outgoing outgoing) {
    return outgoing instanceof Outgoing.Said said
        && said.content() instanceof MessageContent.Template template
        && template.category() == TemplateCategory.MARKETING
        && !database.<Boolean>inRestaurant(
            message.restaurantId(), transaction -> mayReceiveMarketing(transaction, message));
  }

  private boolean mayReceiveMarketing(Transaction transaction, OutboxStore.Held message) {
    UUID restaurantId = message.restaurantId();
    UUID customerId =
        conversations.summary(transaction, restaurantId, message.conversationId()).customer().id();
    return consents.mayReceiveMarketing(transaction, restaurantId, customerId);
  }

  /// How long a message must wait; empty if it may go. One that may go to somebody outside his
  /// window counts as having reached him.
  Optional<Duration> holdsBack(OutboxStore.Held message, Outgoing outgoing) {
    if (!(outgoing instanceof Outgoing.Said said
        && said.content() instanceof MessageContent.Template template)) {
      return Optional.empty();
    }
    Reach reach =
        database.inRestaurant(
            message.restaurantId(), transaction -> reach(transaction, message, template));
    if (reach.rest() != null) {
      return Optional.of(reach.rest());
    }
    return reach.outside() ? limit(message, reach.customerId()) : Optional.empty();
  }

  /// Whom a message reaches.
  ///
  /// @param outside whether his service window is closed
  /// @param rest how long he is to be spared; null if he is not
  private record Reach(UUID customerId, boolean outside, @Nullable Duration rest) {}

  private Reach reach(
      Transaction transaction, OutboxStore.Held message, MessageContent.Template template) {
    ConversationSummary conversation =
        conversations.summary(transaction, message.restaurantId(), message.conversationId());
    UUID customerId = conversation.customer().id();
    Instant now = clock.instant();
    Duration rest =
        template.category() == TemplateCategory.MARKETING
            ? rests
                .until(transaction, message.restaurantId(), message.conversationId(), now)
                .map(until -> Duration.between(now, until))
                .orElse(null)
            : null;
    boolean outside = conversation.channel().window(now) == ServiceWindow.CLOSED;
    return new Reach(customerId, outside, rest);
  }

  private Optional<Duration> limit(OutboxStore.Held message, UUID customerId) {
    Verdict verdict = database.inSystem(transaction -> count(transaction, message, customerId));
    if (verdict.isFull()) {
      database.changeRestaurant(
          message.restaurantId(), transaction -> tell(transaction, message, verdict.limit()));
    }
    return Optional.ofNullable(verdict.delay());
  }

  /// What the limits say.
  ///
  /// @param delay null if the message may go
  private record Verdict(@Nullable Duration delay, boolean isFull, int limit) {}

  /// Restaurants of one portfolio share its limit, and nodes count one after the other.
  private static Verdict count(Transaction transaction, OutboxStore.Held message, UUID customerId) {
    Portfolio portfolio = portfolio(transaction, message.phoneNumberId());
    if (portfolio.barredSeconds() > 0) {
      return new Verdict(Duration.ofSeconds(portfolio.barredSeconds()), false, 0);
    }
    transaction
        .sql("select pg_advisory_xact_lock(hashtext('crm-res reach ' || :portfolio))")
        .with("portfolio", portfolio.name())
        .list(row -> true);
    Long secondsToWait = secondsToWait(transaction, portfolio, customerId);
    if (secondsToWait != null) {
      Duration wait = Duration.ofSeconds(secondsToWait);
      return new Verdict(wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait, true, portfolio.limit());
    }
    reached(transaction, message.restaurantId(), portfolio.name(), customerId);
    return new Verdict(null, false, 0);
  }

  /// Who shares a messaging limit.
  ///
  /// @param barredSeconds how long it may begin nothing
  private record Portfolio(String name, int limit, long barredSeconds) {}

  private static Portfolio portfolio(Transaction transaction, String phoneNumberId) {
    return transaction
        .sql(
            """
            select coalesce(portfolio_id, account_id, phone_number_id) as portfolio,
                   coalesce(messaging_limit, 2147483647) as messaging_limit,
                   case when initiative_from > now()
                        then cast(least(ceil(extract(epoch from initiative_from - now())), 86400) as bigint)
                        else 0 end as barred
              from whatsapp_number where phone_number_id = :number
            """)
        .with("number", phoneNumberId)
        .one(row ->
            new Portfolio(
                row.text("portfolio"), row.integer("messaging_limit"), row.number("barred")));
  }

  /// How long until another person may be reached; null if this one may be now.
  private static @Nullable Long secondsToWait(
      Transaction transaction, Portfolio portfolio, UUID customerId) {
    return transaction
        .sql(
            """
            select cast(ceil(extract(epoch from min(reached_at) + interval '24 hours' - now())) as bigint)
                     as seconds
              from portfolio_reach
             where portfolio = :portfolio and reached_at > now() - interval '24 hours'
            having count(*) >= :limit and not bool_or(customer_id = :customer)
            """)
        .with("portfolio", portfolio.name())
        .with("limit", portfolio.limit())
        .with("customer", customerId)
        .first(row -> row.number("seconds"))
        .orElse(null);
  }

  private static void reached(
      Transaction transaction, UUID restaurantId, String portfolio, UUID customerId) {
    transaction
        .sql(
            """
            insert into portfolio_reach (restaurant_id, portfolio, customer_id, reached_at)
            values (:restaurant, :portfolio, :customer, now())
            on conflict (restaurant_id, portfolio, customer_id) do update set reached_at = now()
            """)
        .with("restaurant", restaurantId)
        .with("portfolio", portfolio)
        .with("customer", customerId)
        .update();
  }

  /// Told once an hour, not for every message that waits.
  private void tell(Transaction transaction, OutboxStore.Held message, int limit) {
    notices.tell(
        transaction,
        message.restaurantId(),
        message.phoneNumberId(),
        ChannelNoticeKind.LIMIT_REACHED,
        NoticeSeverity.WARNING,
        Map.of("limit", Integer.toString(limit)),
        clock.instant().truncatedTo(ChronoUnit.HOURS));
  }
}
