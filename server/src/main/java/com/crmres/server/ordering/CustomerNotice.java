package com.crmres.server.ordering;

import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Occasion;
import com.crmres.server.database.Transaction;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells a customer that his order moved: the one place where that is said.
final class CustomerNotice {

  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter ANOTHER_DAY =
      DateTimeFormatter.ofPattern("d/M HH:mm", Locale.ROOT);

  private final Restaurants restaurants;
  private final Conversations conversations;
  private final Clock clock;
  private final OrderTexts texts = new OrderTexts();

  CustomerNotice(Restaurants restaurants, Conversations conversations, Clock clock) {
    this.restaurants = restaurants;
    this.conversations = conversations;
    this.clock = clock;
  }

  /// Says it. In doubt it is said again: not to be told harms more than to be told twice
  /// (docs/decisions/0012).
  ///
  /// @param told the sentence of the move
  /// @param missing what the branch has none left of
  /// @param lines all that it holds
  void tell(
      Transaction transaction,
      UUID restaurantId,
      String told,
      Order order,
      List<LocalizedText> missing,
      List<OrderSummary.Line> lines) {
    UUID conversationId = order.conversationId();
    Language language = conversations.language(transaction, restaurantId, conversationId);
    Branch branch = restaurants.branch(transaction, restaurantId, order.branchId()).orElseThrow();
    OrderTexts.Facts facts = facts(order, branch, missing, lines, language);
    conversations.say(
        transaction,
        restaurantId,
        conversationId,
        Sender.SYSTEM,
        new MessageContent.Text(texts.text(language, told, facts)),
        occasion(told, facts),
        Channel.WhenInDoubt.SEND_AGAIN);
  }

  /// The occasion of a sentence; every one needs its templates (whatsapp/templates.properties).
  static Occasion occasion(String told, OrderTexts.Facts facts) {
    return new Occasion(
        "order." + told,
        Map.of(
            "order_no", facts.number(),
            "minutes", Long.toString(facts.minutes()),
            "time", facts.time(),
            "branch", facts.branch(),
            "total", facts.total()));
  }

  private OrderTexts.Facts facts(
      Order order,
      Branch branch,
      List<LocalizedText> missing,
      List<OrderSummary.Line> lines,
      Language language) {
    Instant promised = order.times().promisedAt();
    Instant wanted = order.times().scheduledFor();
    return new OrderTexts.Facts(
        order.number(),
        minutesUntil(promised),
        texts.reason(language, order.why(), missing),
        language.isArabic() ? branch.name().ar() : branch.name().en(),
        time(wanted == null ? promised : wanted, branch.zone()),
        order.payment().total().text(),
        texts.lines(language, lines));
  }

  /// `19:20`, with the day where it is another one.
  private String time(@Nullable Instant at, ZoneId zone) {
    if (at == null) {
      return "";
    }
    ZonedDateTime there = at.atZone(zone);
    boolean today = there.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
    return (today ? TODAY : ANOTHER_DAY).format(there);
  }

  private long minutesUntil(@Nullable Instant promisedAt) {
    return promisedAt == null ? 0 : Duration.between(clock.instant(), promisedAt).toMinutes();
  }
}
