package com.crmres.server.conversation;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.StatusEntry;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the channel says of messages of ours: how far they have come, what they cost.
///
/// Every method works in the caller's transaction and leaves the event behind in it.
public final class ChannelNews {

  /// Why a message was not sent though it could have been.
  private static final String WITHDRAWN = "withdrawn";

  private final Customers customers;
  private final Announcements announcements;
  private final ProgressStore progress = new ProgressStore();
  private final ConversationStore store = new ConversationStore();
  private final SummaryStore summaries = new SummaryStore();
  private final MessageStore messages = new MessageStore();
  private final SignStore signs = new SignStore();

  ChannelNews(Customers customers, Announcements announcements) {
    this.customers = customers;
    this.announcements = announcements;
  }

  /// WhatsApp, or the outbox, reports how far a message of ours has come; it never falls back, and
  /// the same report twice changes nothing.
  ///
  /// @param at when it came that far
  /// @param failure why it failed, for people; null otherwise
  public void report(
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      DeliveryStatus status,
      Instant at,
      @Nullable String failure) {
    report(
        transaction,
        restaurantId,
        messageId,
        status,
        new StatusEntry(status.wireName(), at, failure));
  }

  /// The same in the channel's own words, which the history keeps.
  public void report(
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      DeliveryStatus status,
      StatusEntry entry) {
    if (progress.keepReport(transaction, restaurantId, messageId, entry)) {
      progress
          .raise(transaction, restaurantId, messageId, status, entry.failure())
          .ifPresent(raised -> announcements.status(transaction, restaurantId, raised));
    } else if (status == DeliveryStatus.FAILED) {
      signs
          .failed(transaction, restaurantId, messageId, String.valueOf(entry.failure()))
          .ifPresent(bearer -> announcements.changed(transaction, restaurantId, bearer));
    }
  }

  /// A message of the assistant's was not sent, since people had the word by then.
  public void withdrawn(Transaction transaction, UUID restaurantId, UUID messageId, Instant at) {
    report(transaction, restaurantId, messageId, DeliveryStatus.FAILED, at, WITHDRAWN);
  }

  /// The channel has taken a message of ours; from now on customers can refer to it.
  ///
  /// @param wamid the channel's id of it
  public void isKnownAs(Transaction transaction, UUID restaurantId, UUID messageId, String wamid) {
    progress.isKnownAs(transaction, restaurantId, messageId, wamid);
  }

  /// WhatsApp calls the reader of a message of ours by another number than the one we dialled.
  public void alsoCalled(Transaction transaction, UUID restaurantId, UUID messageId, String waId) {
    messages
        .find(transaction, restaurantId, messageId)
        .map(message -> summaries.of(transaction, restaurantId, message.conversationId()))
        .ifPresent(conversation ->
            customers.alsoCalled(transaction, restaurantId, conversation.customer().id(), waId));
  }

  /// A message of ours that had failed goes out after all.
  public void queuedAgain(Transaction transaction, UUID restaurantId, UUID messageId) {
    progress
        .queuedAgain(transaction, restaurantId, messageId)
        .ifPresent(queued -> announcements.status(transaction, restaurantId, queued));
  }

  /// The channel refused a message because the service window is closed, whatever our clock says.
  public void windowIsClosed(
      Transaction transaction, UUID restaurantId, UUID messageId, Instant at) {
    store
        .closeWindow(transaction, restaurantId, messageId, at)
        .ifPresent(
            conversation -> announcements.conversation(transaction, restaurantId, conversation));
  }

  /// What its messages cost has changed.
  public void costChanged(Transaction transaction, UUID restaurantId, UUID conversationId) {
    store.costChanged(transaction, restaurantId, conversationId);
    announcements.conversation(transaction, restaurantId, conversationId);
  }

  /// Nothing is billed until then, because the customer came from an advertisement.
  public void isFreeUntil(
      Transaction transaction, UUID restaurantId, UUID conversationId, Instant until) {
    if (store.isFreeUntil(transaction, restaurantId, conversationId, until)) {
      announcements.conversation(transaction, restaurantId, conversationId);
    }
  }
}
