package com.crmres.server.assistant.memory;

import com.crmres.common.assistant.Preference;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.server.assistant.Past;
import com.crmres.server.assistant.Past.FormOfAddress;
import com.crmres.server.assistant.Past.PastOrder;
import com.crmres.server.assistant.Recollection;
import com.crmres.server.assistant.Turn;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Recalls the conversation of the last seven days, and what is known of the customer.
public final class Recall implements Recollection {

  static final Duration KEPT = Duration.ofDays(7);
  private static final Duration HABIT = Duration.ofDays(90);
  private static final int MOST_MESSAGES = 12;
  private static final int LONGEST_MESSAGE = 400;
  private static final int MOST_ORDERS = 5;
  private static final int ORDERS_FOR_HABIT = 40;

  private final Preferences preferences;
  private final Clock clock;
  private final RecallStore store = new RecallStore();

  public Recall(Preferences preferences, Clock clock) {
    this.preferences = preferences;
    this.clock = clock;
  }

  @Override
  public Past past(Transaction transaction, UUID restaurantId, Wish wish) {
    Instant now = clock.instant();
    Instant since = now.minus(KEPT);
    Optional<RecallStore.Kept> found =
        store.thread(transaction, restaurantId, wish.conversationId());
    if (found.isEmpty()) {
      return Past.NONE;
    }
    RecallStore.Kept thread = found.get();
    Running running = fresh(thread, since);
    List<Past.Earlier> conversation =
        store
            .messages(
                transaction,
                restaurantId,
                wish.conversationId(),
                wish.answeredThrough(),
                since,
                MOST_MESSAGES)
            .reversed()
            .stream()
            .flatMap(Recall::earlier)
            .toList();
    return remembered(
        transaction, restaurantId, wish, thread.customerId(), running, conversation, now);
  }

  private Past remembered(
      Transaction transaction,
      UUID restaurantId,
      Wish wish,
      UUID customerId,
      Running running,
      List<Past.Earlier> conversation,
      Instant now) {
    List<PastOrder> orders = store.orders(transaction, restaurantId, customerId, ORDERS_FOR_HABIT);
    List<Preference> kept = preferences.of(transaction, restaurantId, customerId);
    Instant first = conversation.isEmpty() ? now : conversation.getFirst().at();
    return new Past(
        conversation,
        running.before(first).orElse(null),
        orders.stream().limit(MOST_ORDERS).toList(),
        Habit.of(orders, now.minus(HABIT)).orElse(null),
        kept,
        address(running, conversation, wish.said()));
  }

  static Running fresh(RecallStore.Kept thread, Instant since) {
    Running running = thread.running();
    Instant at = thread.summarisedAt();
    return running == null || at == null || at.isBefore(since) ? Running.EMPTY : running;
  }

  /// What others may not hear stays out: contacts and forms hold people's numbers and names.
  private static Stream<Past.Earlier> earlier(RecallStore.Message message) {
    if (message.content() instanceof MessageContent.Contacts
        || message.content() instanceof MessageContent.FormAnswer) {
      return Stream.empty();
    }
    String text = BriefLines.shortened(message.content().preview(), LONGEST_MESSAGE);
    return text.isBlank()
        ? Stream.empty()
        : Stream.of(new Past.Earlier(message.sender(), text, message.at()));
  }

  private static FormOfAddress address(
      Running running, List<Past.Earlier> conversation, List<Turn.Said> said) {
    List<String> own =
        Stream.concat(
                conversation.stream()
                    .filter(earlier -> earlier.sender() == Sender.CUSTOMER)
                    .map(Past.Earlier::text),
                said.stream().map(one -> one.content().preview()))
            .toList();
    FormOfAddress shown = Manner.of(own);
    return shown == FormOfAddress.UNKNOWN ? running.address() : shown;
  }
}
