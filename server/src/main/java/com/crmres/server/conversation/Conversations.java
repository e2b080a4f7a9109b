package com.crmres.server.conversation;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.common.live.LiveEvent;
import com.crmres.server.customer.Customers;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The conversations of a restaurant: the only way to add a message, whoever speaks.
///
/// Every method works in the caller's transaction and leaves the event behind in it. Threads share
/// one instance.
public final class Conversations {

  /// WhatsApp's customer service window (whatsapp-cloud-api.md 6.1).
  private static final Duration WINDOW = Duration.ofHours(24);

  private final Customers customers;
  private final Channel channel;
  private final TurnTaking turnTaking;
  private final EventLog events;
  private final Clock clock;
  private final Ids ids;
  private final ConversationStore store = new ConversationStore();
  private final MessageStore messages = new MessageStore();
  private final Merges merges;
  private final IdentityNews identityNews;
  private final Elsewhere elsewhere;

  public Conversations(
      Customers customers,
      Channel channel,
      TurnTaking turnTaking,
      EventLog events,
      Clock clock,
      Ids ids) {
    this.customers = customers;
    this.channel = channel;
    this.turnTaking = turnTaking;
    this.events = events;
    this.clock = clock;
    this.ids = ids;
    this.merges = new Merges(this, customers, turnTaking, events, clock, ids);
    this.identityNews = new IdentityNews(this, customers, merges, clock, ids);
    this.elsewhere = new Elsewhere(this, customers, turnTaking, ids);
  }

  /// What happens to threads in other programs.
  public Elsewhere elsewhere() {
    return elsewhere;
  }

  /// What WhatsApp says about who customers are.
  public IdentityNews identityNews() {
    return identityNews;
  }

  /// Customers who turn out to be one.
  public Merges merges() {
    return merges;
  }

  /// Takes in what a customer wrote. A message already known changes nothing, since WhatsApp
  /// repeats a delivery until it sees our answer.
  ///
  /// @return our id of the message; empty if it was known
  public Optional<UUID> receive(
      Transaction transaction, UUID restaurantId, InboundMessage inbound) {
    return hear(transaction, restaurantId, inbound, false);
  }

  /// Takes in what a customer wrote to us, or to another program that has the thread; the assistant
  /// answers what is ours only.
  Optional<UUID> hear(
      Transaction transaction, UUID restaurantId, InboundMessage inbound, boolean standby) {
    Place place =
        open(transaction, restaurantId, inbound.sender(), inbound.phoneNumberId(), inbound.at());
    UUID conversationId = place.conversationId();
    if (messages.isKnown(transaction, restaurantId, inbound.wamid())) {
      return Optional.empty();
    }
    // The customer's row after the conversation's lock, as in every turn: no deadlock.
    customers.isNamed(transaction, restaurantId, place.customerId(), inbound.profileName());
    identityNews.shared(transaction, restaurantId, place.customerId(), inbound);
    store.standsBy(transaction, restaurantId, conversationId, standby);
    long sequence =
        store.customerWrote(
            transaction,
            restaurantId,
            conversationId,
            inbound.at(),
            inbound.at().plus(WINDOW),
            inbound.wantsAnswer());
    MessageDetails message =
        messages.addInbound(
            transaction,
            restaurantId,
            ids.next(),
            conversationId,
            sequence,
            inbound,
            clock.instant());
    ConversationSummary conversation = tellMessage(transaction, restaurantId, message);
    if (standby) {
      turnTaking.silence(transaction, restaurantId, conversationId);
      turnTaking.settled(transaction, restaurantId, conversationId, sequence);
    } else if (inbound.wantsAnswer() && store.isAssistants(conversation)) {
      turnTaking.customerWrote(
          transaction, restaurantId, conversationId, sequence, clock.instant());
    }
    return Optional.of(message.id());
  }

  /// A customer and his thread on one of our numbers, which is locked.
  record Place(UUID customerId, UUID conversationId) {}

  /// Finds or makes the customer and his thread. Whoever became part of another meanwhile is that
  /// other.
  Place open(
      Transaction transaction,
      UUID restaurantId,
      Identifiers identifiers,
      String phoneNumberId,
      Instant at) {
    UUID customerId = customers.recognise(transaction, restaurantId, identifiers, at);
    UUID conversationId = thread(transaction, restaurantId, customerId, phoneNumberId);
    UUID survivor = customers.survivor(transaction, restaurantId, customerId);
    return survivor.equals(customerId)
        ? new Place(customerId, conversationId)
        : new Place(survivor, thread(transaction, restaurantId, survivor, phoneNumberId));
  }

  UUID thread(Transaction transaction, UUID restaurantId, UUID customerId, String phoneNumberId) {
    return store.open(
        transaction, restaurantId, ids.next(), customerId, phoneNumberId, clock.instant());
  }

  /// Says something to the customer in the name of the house.
  ///
  /// @param sender the assistant, or the system for notices
  public MessageDetails say(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Sender sender,
      MessageContent content,
      Channel.WhenInDoubt whenInDoubt) {
    Utterance utterance = new Utterance(sender, null, content, null, whenInDoubt);
    return speak(transaction, restaurantId, conversationId, utterance);
  }

  /// A staff member answers; that takes the conversation over. The same command twice is one
  /// answer.
  public ReplyResult reply(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Speaker speaker,
      ReplyRequest request) {
    ConversationSummary conversation = store.lock(transaction, restaurantId, conversationId);
    MessageContent content = new MessageContent.Text(request.text());
    Optional<MessageDetails> before =
        messages.ofCommand(transaction, restaurantId, request.commandId());
    if (before.isPresent()) {
      return sameReply(before.get(), conversationId, content)
          ? new ReplyResult.Queued(before.get())
          : new ReplyResult.CommandReused();
    }
    if (!isWindowOpen(conversation)) {
      return new ReplyResult.WindowClosed();
    }
    store.takeOver(transaction, restaurantId, conversationId, speaker);
    turnTaking.silence(transaction, restaurantId, conversationId);
    Utterance utterance =
        new Utterance(
            Sender.STAFF, speaker, content, request.commandId(), Channel.WhenInDoubt.SEND_AGAIN);
    MessageDetails said = speak(transaction, restaurantId, conversationId, utterance);
    turnTaking.settled(transaction, restaurantId, conversationId, said.sequence());
    return new ReplyResult.Queued(said);
  }

  /// A staff member takes the conversation over; the assistant falls silent at once.
  public ConversationSummary takeOver(
      Transaction transaction, UUID restaurantId, UUID conversationId, Speaker speaker) {
    store.lock(transaction, restaurantId, conversationId);
    store.takeOver(transaction, restaurantId, conversationId, speaker);
    turnTaking.silence(transaction, restaurantId, conversationId);
    return tellConversation(transaction, restaurantId, conversationId);
  }

  /// Gives the conversation back to the assistant; what the customer wrote and nobody has answered
  /// is its to answer.
  public ConversationSummary handBack(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    store.lock(transaction, restaurantId, conversationId);
    store.handBack(transaction, restaurantId, conversationId);
    if (store.isAssistants(summary(transaction, restaurantId, conversationId))) {
      messages
          .lastOfCustomer(transaction, restaurantId, conversationId)
          .ifPresent(sequence ->
              turnTaking.customerWrote(
                  transaction, restaurantId, conversationId, sequence, clock.instant()));
    }
    return tellConversation(transaction, restaurantId, conversationId);
  }

  /// Closes the conversation; the customer writing again opens it.
  public ConversationSummary resolve(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    ConversationSummary before = store.lock(transaction, restaurantId, conversationId);
    store.resolve(transaction, restaurantId, conversationId);
    turnTaking.silence(transaction, restaurantId, conversationId);
    MessageDetails last = before.lastMessage();
    if (last != null) {
      turnTaking.settled(transaction, restaurantId, conversationId, last.sequence());
    }
    return tellConversation(transaction, restaurantId, conversationId);
  }

  /// Hands the conversation to people.
  public void escalate(
      Transaction transaction, UUID restaurantId, UUID conversationId, EscalationReason reason) {
    store.escalate(transaction, restaurantId, conversationId, reason, clock.instant());
    turnTaking.silence(transaction, restaurantId, conversationId);
    tellConversation(transaction, restaurantId, conversationId);
  }

  /// From now on the conversation belongs to a branch.
  public void belongsTo(
      Transaction transaction, UUID restaurantId, UUID conversationId, UUID branchId) {
    if (store.belongsTo(transaction, restaurantId, conversationId, branchId)) {
      tellConversation(transaction, restaurantId, conversationId);
    }
  }

  /// What the conversation is about from now on.
  public void isAbout(
      Transaction transaction, UUID restaurantId, UUID conversationId, ConversationType type) {
    if (store.isAbout(transaction, restaurantId, conversationId, type)) {
      tellConversation(transaction, restaurantId, conversationId);
    }
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
    if (messages.keepReport(transaction, restaurantId, messageId, status, at, failure)) {
      messages
          .raise(transaction, restaurantId, messageId, status, failure)
          .ifPresent(raised -> tellStatus(transaction, restaurantId, raised));
    }
  }

  /// WhatsApp calls the reader of a message of ours by another number than the one we dialled.
  public void alsoCalled(Transaction transaction, UUID restaurantId, UUID messageId, String waId) {
    UUID customerId = ofMessage(transaction, restaurantId, messageId).customer().id();
    customers.alsoCalled(transaction, restaurantId, customerId, waId);
  }

  /// The message of ours that another program sent under WhatsApp's id.
  public Optional<UUID> echoOf(Transaction transaction, UUID restaurantId, String wamid) {
    return messages.echoOf(transaction, restaurantId, wamid);
  }

  /// The conversation that a message stands in.
  ///
  /// @throws java.util.NoSuchElementException if there is no such message
  public ConversationSummary ofMessage(Transaction transaction, UUID restaurantId, UUID messageId) {
    MessageDetails message = messages.find(transaction, restaurantId, messageId).orElseThrow();
    return summary(transaction, restaurantId, message.conversationId());
  }

  /// What the customer said after one place in the conversation, oldest first.
  public List<MessageDetails> saidByCustomer(
      Transaction transaction, UUID restaurantId, UUID conversationId, long after) {
    return messages.saidByCustomer(transaction, restaurantId, conversationId, after);
  }

  /// What the channel needs to know to send a message: the words, and to whom.
  public Outgoing outgoing(Transaction transaction, UUID restaurantId, UUID messageId) {
    MessageDetails message = messages.find(transaction, restaurantId, messageId).orElseThrow();
    UUID customerId = summary(transaction, restaurantId, message.conversationId()).customer().id();
    return new Outgoing(
        message.content(), customers.address(transaction, restaurantId, customerId));
  }

  /// A message to go out, with the customer's address.
  public record Outgoing(MessageContent content, Customers.Address to) {}

  /// Takes the conversation's lock until the transaction ends, and says how it stands.
  ///
  /// @throws java.util.NoSuchElementException if there is no such conversation
  public ConversationSummary lock(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return store.lock(transaction, restaurantId, conversationId);
  }

  /// The conversation as screens show it.
  public Optional<ConversationSummary> find(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    return store.find(transaction, restaurantId, conversationId);
  }

  /// The conversation as screens show it.
  ///
  /// @throws java.util.NoSuchElementException if there is no such conversation
  public ConversationSummary summary(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    return find(transaction, restaurantId, conversationId).orElseThrow();
  }

  /// A page of conversations, the newest message first.
  ///
  /// @param branches those of these branches, and those of none
  /// @param statuses those in one of these; all if it is empty
  /// @param search part of a name or phone
  /// @param after what stands behind this conversation
  public List<ConversationSummary> list(
      Transaction transaction,
      UUID restaurantId,
      Set<UUID> branches,
      Set<ConversationStatus> statuses,
      @Nullable String search,
      @Nullable UUID after,
      int limit) {
    return store.list(transaction, restaurantId, branches, statuses, search, after, limit);
  }

  /// A page of a conversation's messages, the newest first.
  ///
  /// @param before what is older than this sequence
  public List<MessageDetails> messages(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      @Nullable Long before,
      int limit) {
    return messages.page(transaction, restaurantId, conversationId, before, limit);
  }

  /// The language the customer speaks; Saudi until he has said something.
  public Language language(Transaction transaction, UUID restaurantId, UUID conversationId) {
    UUID customerId = summary(transaction, restaurantId, conversationId).customer().id();
    return customers.language(transaction, restaurantId, customerId).orElse(Language.SAUDI);
  }

  /// Remembers the language the customer speaks.
  public void speaks(
      Transaction transaction, UUID restaurantId, UUID conversationId, Language language) {
    UUID customerId = summary(transaction, restaurantId, conversationId).customer().id();
    customers.speaks(transaction, restaurantId, customerId, language);
  }

  private MessageDetails speak(
      Transaction transaction, UUID restaurantId, UUID conversationId, Utterance utterance) {
    ConversationStore.Next next =
        store.weSpeak(
            transaction, restaurantId, conversationId, utterance.sender(), clock.instant());
    MessageDetails message =
        messages.addOutbound(
            transaction,
            restaurantId,
            ids.next(),
            conversationId,
            next.sequence(),
            utterance,
            clock.instant());
    channel.queue(
        transaction,
        new Channel.OutgoingMessage(
            restaurantId,
            conversationId,
            message.id(),
            next.phoneNumberId(),
            next.sequence(),
            utterance.content(),
            utterance.whenInDoubt()));
    tellMessage(transaction, restaurantId, message);
    return message;
  }

  ConversationSummary tellMessage(
      Transaction transaction, UUID restaurantId, MessageDetails message) {
    ConversationSummary conversation = summary(transaction, restaurantId, message.conversationId());
    events.append(
        transaction,
        restaurantId,
        conversation.branchId(),
        new LiveEvent.MessageAdded(conversation, message));
    return conversation;
  }

  void tellChange(Transaction transaction, UUID restaurantId, UUID messageId) {
    MessageDetails message = messages.find(transaction, restaurantId, messageId).orElseThrow();
    UUID branchId = summary(transaction, restaurantId, message.conversationId()).branchId();
    events.append(transaction, restaurantId, branchId, new LiveEvent.MessageChanged(message));
  }

  ConversationSummary tellConversation(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    ConversationSummary conversation = summary(transaction, restaurantId, conversationId);
    events.append(
        transaction,
        restaurantId,
        conversation.branchId(),
        new LiveEvent.ConversationChanged(conversation));
    return conversation;
  }

  private void tellStatus(Transaction transaction, UUID restaurantId, MessageStore.Raised raised) {
    events.append(
        transaction,
        restaurantId,
        raised.branchId(),
        new LiveEvent.MessageStatusChanged(
            raised.conversationId(), raised.messageId(), raised.status(), raised.failure()));
  }

  private boolean isWindowOpen(ConversationSummary conversation) {
    return conversation.channel().window(clock.instant()) != ServiceWindow.CLOSED;
  }

  private static boolean sameReply(
      MessageDetails before, UUID conversationId, MessageContent content) {
    return before.conversationId().equals(conversationId) && before.content().equals(content);
  }
}
