package com.crmres.server.conversation;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes in what customers say.
final class Hearing {

  /// WhatsApp's customer service window (whatsapp-cloud-api.md 6.1).
  private static final Duration WINDOW = Duration.ofHours(24);

  private final Customers customers;
  private final Threads threads;
  private final Hands hands;
  private final TurnTaking turnTaking;
  private final IdentityNews identityNews;
  private final Announcements announcements;
  private final Clock clock;
  private final Ids ids;
  private final FormTokens formTokens = new FormTokens();
  private final VersionStore versions = new VersionStore();
  private final ConversationStore store = new ConversationStore();
  private final HandsStore standing = new HandsStore();
  private final MessageStore messages = new MessageStore();
  private final List<TapListener> taps = new CopyOnWriteArrayList<>();

  Hearing(
      Customers customers,
      Threads threads,
      Hands hands,
      TurnTaking turnTaking,
      IdentityNews identityNews,
      Announcements announcements,
      Clock clock,
      Ids ids) {
    this.customers = customers;
    this.threads = threads;
    this.hands = hands;
    this.turnTaking = turnTaking;
    this.identityNews = identityNews;
    this.announcements = announcements;
    this.clock = clock;
    this.ids = ids;
  }

  void tell(TapListener listener) {
    taps.add(listener);
  }

  /// Takes in what a customer wrote to us, or to another program that has the thread; the assistant
  /// answers what is ours only.
  Optional<UUID> hear(
      Transaction transaction, UUID restaurantId, InboundMessage inbound, boolean standby) {
    Threads.Place place =
        threads.open(
            transaction, restaurantId, inbound.sender(), inbound.phoneNumberId(), inbound.at());
    if (messages.isKnown(transaction, restaurantId, inbound.wamid())) {
      versions.keepLateOriginal(transaction, restaurantId, inbound, clock.instant());
      return Optional.empty();
    }
    // What the other program has answered long ago, and comes late, silences nobody.
    return standby
            && store.isOursSince(transaction, restaurantId, place.conversationId(), inbound.at())
        ? Optional.of(take(transaction, restaurantId, place, inbound.silent(), false))
        : Optional.of(take(transaction, restaurantId, place, inbound, standby));
  }

  private UUID take(
      Transaction transaction,
      UUID restaurantId,
      Threads.Place place,
      InboundMessage written,
      boolean standby) {
    UUID conversationId = place.conversationId();
    InboundMessage inbound =
        formTokens.judged(transaction, restaurantId, conversationId, written, clock.instant());
    // The customer's row after the conversation's lock, as in every turn: no deadlock.
    customers.isNamed(transaction, restaurantId, place.customerId(), inbound.profileName());
    identityNews.shared(transaction, restaurantId, place.customerId(), inbound);
    if (standby || inbound.wantsAnswer()) {
      standing.standsBy(transaction, restaurantId, conversationId, standby);
    }
    long sequence =
        store.customerWrote(
            transaction,
            restaurantId,
            conversationId,
            inbound.at(),
            inbound.at().plus(WINDOW),
            inbound.wantsAnswer(),
            !standby);
    MessageDetails message =
        messages.addInbound(
            transaction,
            restaurantId,
            ids.next(),
            conversationId,
            sequence,
            inbound,
            clock.instant());
    if (inbound.mentions().referral() != null) {
      store.cameFromAdvertisement(transaction, restaurantId, conversationId, inbound.at());
    }
    ConversationSummary conversation = announcements.added(transaction, restaurantId, message);
    if (standby) {
      turnTaking.silence(transaction, restaurantId, conversationId);
      turnTaking.settled(transaction, restaurantId, conversationId, sequence);
    } else if (inbound.wantsAnswer() && conversation.leftToAssistant()) {
      hands.leaveToAssistant(transaction, restaurantId, conversationId, sequence, inbound.at());
    } else if (inbound.content() instanceof MessageContent.Choice(String id, _)) {
      taps.forEach(listener -> listener.tapped(transaction, restaurantId, conversationId, id));
    }
    return message.id();
  }
}
