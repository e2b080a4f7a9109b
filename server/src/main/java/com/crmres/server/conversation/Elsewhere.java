package com.crmres.server.conversation;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.server.customer.Customers;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What happens to threads in other programs: WhatsApp's own agent, or the WhatsApp app on the
/// restaurant's phone (whatsapp-cloud-api.md 1.8, 12.2). All of it is shown, nothing of it is ever
/// put to the assistant.
public final class Elsewhere {

  private final Hearing hearing;
  private final Threads threads;
  private final Hands hands;
  private final Silence silence;
  private final Announcements announcements;
  private final Customers customers;
  private final TurnTaking turnTaking;
  private final Ids ids;
  private final ConversationStore store = new ConversationStore();
  private final MessageStore messages = new MessageStore();
  private final HandsStore standing = new HandsStore();
  private final SummaryStore summaries = new SummaryStore();

  Elsewhere(
      Hearing hearing,
      Threads threads,
      Hands hands,
      Silence silence,
      Announcements announcements,
      Customers customers,
      TurnTaking turnTaking,
      Ids ids) {
    this.hearing = hearing;
    this.threads = threads;
    this.hands = hands;
    this.silence = silence;
    this.announcements = announcements;
    this.customers = customers;
    this.turnTaking = turnTaking;
    this.ids = ids;
  }

  /// A message of ours that another program sent.
  ///
  /// @param sender who wrote it: a colleague with the app, or another program
  public record Echo(
      String phoneNumberId,
      Identifiers to,
      Sender sender,
      String wamid,
      MessageContent content,
      String raw,
      Instant at) {}

  /// Whether another program has a customer's thread.
  public boolean isStandingBy(
      Transaction transaction,
      UUID restaurantId,
      String phoneNumberId,
      Identifiers customer,
      Instant at) {
    return thread(transaction, restaurantId, phoneNumberId, customer, at)
        .map(id -> summaries.of(transaction, restaurantId, id).channel().standby())
        .orElse(false);
  }

  /// Takes in what a customer wrote while another program had his thread; the assistant stays
  /// silent.
  ///
  /// @return our id of the message; empty if it was known
  public Optional<UUID> overhear(
      Transaction transaction, UUID restaurantId, InboundMessage inbound) {
    return hearing.hear(transaction, restaurantId, inbound, true);
  }

  /// Takes in what one of ours wrote with another program. A person who did so has taken the
  /// conversation over; another program has the thread.
  ///
  /// @return our id of the message; empty if it was known
  public Optional<UUID> echoed(Transaction transaction, UUID restaurantId, Echo echo) {
    Threads.Place place =
        threads.open(transaction, restaurantId, echo.to(), echo.phoneNumberId(), echo.at());
    UUID conversationId = place.conversationId();
    if (messages.isKnown(transaction, restaurantId, echo.wamid())) {
      return Optional.empty();
    }
    boolean person = echo.sender() == Sender.PHONE_APP;
    boolean late = store.isOursSince(transaction, restaurantId, conversationId, echo.at());
    if (!person && !late) {
      standing.standsBy(transaction, restaurantId, conversationId, true);
    }
    long sequence =
        store.answeredElsewhere(transaction, restaurantId, conversationId, person, echo.at());
    // What he has written since was not answered by it; a person sees it, the assistant answers it.
    if (person || !late) {
      silence.fall(transaction, restaurantId, conversationId);
      turnTaking.settled(transaction, restaurantId, conversationId, sequence);
    }
    MessageDetails message =
        messages.addHeard(
            transaction,
            restaurantId,
            new MessageDetails(
                ids.next(),
                conversationId,
                sequence,
                echo.sender(),
                null,
                echo.content(),
                DeliveryStatus.SENT,
                null,
                echo.at()),
            echo.wamid(),
            echo.raw(),
            echo.at());
    announcements.added(transaction, restaurantId, message);
    return Optional.of(message.id());
  }

  /// Another program got the thread, or gave it to us.
  ///
  /// @param wantsPerson whether it was given to us because the customer needs a person
  /// @return the conversation; empty if there is none
  public Optional<ConversationSummary> handedOver(
      Transaction transaction,
      UUID restaurantId,
      String phoneNumberId,
      Identifiers customer,
      Instant at,
      boolean toUs,
      boolean wantsPerson) {
    Optional<UUID> thread = thread(transaction, restaurantId, phoneNumberId, customer, at);
    thread.ifPresent(id -> {
      summaries.lock(transaction, restaurantId, id);
      if (!toUs && store.isOursSince(transaction, restaurantId, id, at)) {
        return;
      }
      standing.standsBy(transaction, restaurantId, id, !toUs);
      if (!toUs) {
        silence.fall(transaction, restaurantId, id);
      }
      if (toUs && wantsPerson) {
        hands.escalate(transaction, restaurantId, id, EscalationReason.ASKED_FOR_PERSON);
      } else {
        announcements.conversation(transaction, restaurantId, id);
      }
    });
    return thread.map(id -> summaries.of(transaction, restaurantId, id));
  }

  private Optional<UUID> thread(
      Transaction transaction,
      UUID restaurantId,
      String phoneNumberId,
      Identifiers customer,
      Instant at) {
    return customers
        .find(transaction, restaurantId, customer, at)
        .flatMap(id -> store.thread(transaction, restaurantId, id, phoneNumberId));
  }
}
