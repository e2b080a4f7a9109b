package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.customer.MergeReason;
import com.crmres.common.customer.PhoneNumber;
import com.crmres.server.customer.Customers;
import com.crmres.server.customer.IdentityChange;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What WhatsApp says about who customers are: noted in the thread, never answered
/// (whatsapp-cloud-api.md 2.4).
public final class IdentityNews {

  private final Threads threads;
  private final Announcements announcements;
  private final Customers customers;
  private final Merges merges;
  private final Clock clock;
  private final Ids ids;
  private final ConversationStore store = new ConversationStore();
  private final MessageStore messages = new MessageStore();

  IdentityNews(
      Threads threads,
      Announcements announcements,
      Customers customers,
      Merges merges,
      Clock clock,
      Ids ids) {
    this.threads = threads;
    this.announcements = announcements;
    this.customers = customers;
    this.merges = merges;
    this.clock = clock;
    this.ids = ids;
  }

  /// A customer has other identifiers now: he keeps his history under them. Somebody who is known
  /// under the new ones only since then is he himself; about anybody else people are asked.
  public void changed(
      Transaction transaction, UUID restaurantId, InboundMessage news, IdentityChange change) {
    if (messages.isKnown(transaction, restaurantId, news.wamid())) {
      return;
    }
    Customers.Changed changed = customers.change(transaction, restaurantId, change);
    UUID customerId = customers.survivor(transaction, restaurantId, changed.customerId());
    settle(
        transaction,
        restaurantId,
        customerId,
        changed.rivals(),
        MergeReason.NUMBER_CHANGED,
        change.at());
    note(
        transaction,
        restaurantId,
        threads.open(transaction, restaurantId, customerId, news.phoneNumberId()),
        news);
  }

  /// Something else about a customer that is worth a line in his thread.
  public void noted(Transaction transaction, UUID restaurantId, InboundMessage news) {
    UUID conversationId =
        threads
            .open(transaction, restaurantId, news.sender(), news.phoneNumberId(), news.at())
            .conversationId();
    if (!messages.isKnown(transaction, restaurantId, news.wamid())) {
      note(transaction, restaurantId, conversationId, news);
    }
  }

  /// A customer who tapped our request shared his own number; a card sent by hand is a claim only.
  void shared(Transaction transaction, UUID restaurantId, UUID customerId, InboundMessage inbound) {
    if (inbound.content() instanceof MessageContent.Contacts(var cards, boolean onRequest)
        && onRequest
        && cards.size() == 1) {
      for (String written : cards.getFirst().phones()) {
        PhoneNumber.parse(written)
            .ifPresent(phone ->
                settle(
                    transaction,
                    restaurantId,
                    customerId,
                    customers.shared(transaction, restaurantId, customerId, phone, inbound.at()),
                    MergeReason.PHONE_SHARED,
                    inbound.at()));
      }
    }
  }

  private void settle(
      Transaction transaction,
      UUID restaurantId,
      UUID customerId,
      List<UUID> rivals,
      MergeReason reason,
      Instant since) {
    for (UUID rival : rivals) {
      if (customers.isNewSince(transaction, restaurantId, rival, since)) {
        merges.absorb(transaction, restaurantId, rival, customerId);
      } else {
        customers.propose(transaction, restaurantId, customerId, rival, reason);
      }
    }
  }

  private void note(
      Transaction transaction, UUID restaurantId, UUID conversationId, InboundMessage news) {
    long sequence = store.noted(transaction, restaurantId, conversationId, news.at());
    MessageDetails message =
        messages.addHeard(
            transaction,
            restaurantId,
            new MessageDetails(
                ids.next(),
                conversationId,
                sequence,
                Sender.SYSTEM,
                null,
                news.content(),
                null,
                null,
                news.at()),
            news.wamid(),
            news.raw(),
            clock.instant());
    announcements.added(transaction, restaurantId, message);
  }
}
