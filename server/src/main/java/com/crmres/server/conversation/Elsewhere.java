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

  private final Conversations conversations;
  private final Customers customers;
  private final TurnTaking turnTaking;
  private final Ids ids;
  private final ConversationStore store = new ConversationStore();
  private final MessageStore messages = new MessageStore();
  private final HandsStore hands = new HandsStore();

  Elsewhere(Conversations conversations, Customers customers, TurnTaking turnTaking, Ids ids) {
    this.conversations = conversations;
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
        .map(id -> conversations.summary(transaction, restaurantId, id).channel().standby())
        .orElse(false);
  }

  /// Takes in what a customer wrote while another program had his thread; the assistant stays
  /// silent.
  ///
  /// @return our id of the message; empty if it was known
  public Optional<UUID> overhear(
      Transaction transaction, UUID restaurantId, InboundMessage inbound) {
    return conversations.hear(transaction, restaurantId, inbound, true);
  }

  /// Takes in what one of ours wrote with another program. A person who did so has taken the
  /// conversation over; another program has the thread.
  ///
  /// @return our id of the message; empty if it was known
  public Optional<UUID> echoed(Transaction transaction, UUID restaurantId, Echo echo) {
    Conversations.Place place =
        conversations.open(transaction, restaurantId, echo.to(), echo.phoneNumberId(), echo.at());
    UUID conversationId = place.conversationId();
    if (messages.isKnown(transaction, restaurantId, echo.wamid())) {
      return Optional.empty();
    }
    boolean person = echo.sender() == Sender.PHONE_APP;
    boolean late = store.isOursSince(transaction, restaurantId, conversationId, echo.at());
    if (!person && !late) {
      hands.standsBy(transaction, restaurantId, conversationId, true);
    }
    long sequence =
        store.answeredElsewhere(transaction, restaurantId, conversationId, person, echo.at());
    // What he has written since was not answered by it; a person sees it, the assistant answers it.
    if (person || !late) {
      turnTaking.silence(transaction, restaurantId, conversationId);
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
    conversations.tellMessage(transaction, restaurantId, message);
    return Optional.of(message.id());
  }

  /// What one of ours wrote with another program says something else now; the words it had are
  /// kept.
  ///
  /// @return false if there is no such message
  public boolean reworded(
      Transaction transaction, UUID restaurantId, String wamid, MessageContent content) {
    Optional<UUID> id = messages.echoOf(transaction, restaurantId, wamid);
    id.ifPresent(message -> {
      messages.reword(transaction, restaurantId, message, content);
      conversations.tellChanged(transaction, restaurantId, message);
    });
    return id.isPresent();
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
      conversations.lock(transaction, restaurantId, id);
      if (!toUs && store.isOursSince(transaction, restaurantId, id, at)) {
        return;
      }
      hands.standsBy(transaction, restaurantId, id, !toUs);
      if (!toUs) {
        turnTaking.silence(transaction, restaurantId, id);
      }
      if (toUs && wantsPerson) {
        conversations.escalate(transaction, restaurantId, id, EscalationReason.ASKED_FOR_PERSON);
      } else {
        conversations.tellConversation(transaction, restaurantId, id);
      }
    });
    return thread.map(id -> conversations.summary(transaction, restaurantId, id));
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
