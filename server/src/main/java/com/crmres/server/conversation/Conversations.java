package com.crmres.server.conversation;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.FittingTemplate;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.StatusEntry;
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
import java.util.function.UnaryOperator;
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
  private final Duration answerMaxAge;
  private final FormTokens formTokens = new FormTokens();
  private final VersionStore versions = new VersionStore();
  private final ConversationStore store = new ConversationStore();
  private final MessageStore messages = new MessageStore();
  private final ProgressStore progress = new ProgressStore();
  private final TranscriptStore transcript = new TranscriptStore();
  private final SummaryStore summaries = new SummaryStore();
  private final HandsStore hands = new HandsStore();
  private final Merges merges;
  private final IdentityNews identityNews;
  private final Elsewhere elsewhere;
  private final SignStore signs = new SignStore();
  private final Speaking speaking;
  private final Reach reach;
  private final StaffWords staffWords;

  /// Makes the conversations.
  ///
  /// @param answerMaxAge how old what a customer wrote may be for the assistant to answer it
  public Conversations(
      Customers customers,
      Channel channel,
      TurnTaking turnTaking,
      EventLog events,
      Clock clock,
      Ids ids,
      Duration answerMaxAge) {
    this.customers = customers;
    this.channel = channel;
    this.turnTaking = turnTaking;
    this.events = events;
    this.clock = clock;
    this.ids = ids;
    this.speaking = new Speaking(channel, store, messages, clock, ids, this::tellMessage);
    this.reach = new Reach(messages, clock);
    this.staffWords =
        new StaffWords(channel, turnTaking, store, messages, signs, speaking, reach, clock, ids);
    this.answerMaxAge = answerMaxAge;
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
      Place place,
      InboundMessage written,
      boolean standby) {
    UUID conversationId = place.conversationId();
    InboundMessage inbound =
        formTokens.judged(transaction, restaurantId, conversationId, written, clock.instant());
    // The customer's row after the conversation's lock, as in every turn: no deadlock.
    customers.isNamed(transaction, restaurantId, place.customerId(), inbound.profileName());
    identityNews.shared(transaction, restaurantId, place.customerId(), inbound);
    if (standby || inbound.wantsAnswer()) {
      hands.standsBy(transaction, restaurantId, conversationId, standby);
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
    ConversationSummary conversation = tellMessage(transaction, restaurantId, message);
    if (standby) {
      turnTaking.silence(transaction, restaurantId, conversationId);
      turnTaking.settled(transaction, restaurantId, conversationId, sequence);
    } else if (inbound.wantsAnswer() && SummaryStore.isAssistants(conversation)) {
      leaveToAssistant(transaction, restaurantId, conversationId, sequence, inbound.at());
    }
    return message.id();
  }

  /// Leaves what was said at a place to the assistant; what reached us too late to be answered
  /// without thinking is people's (trap 24).
  ///
  /// @param at when it was said
  void leaveToAssistant(
      Transaction transaction, UUID restaurantId, UUID conversationId, long place, Instant at) {
    if (at.isBefore(clock.instant().minus(answerMaxAge))) {
      escalate(transaction, restaurantId, conversationId, EscalationReason.LATE_MESSAGE);
    } else {
      turnTaking.customerWrote(transaction, restaurantId, conversationId, place, clock.instant());
    }
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

  /// Says something to the customer in the name of the house. What may not go out, because the
  /// service window is closed or the channel would refuse it, is kept as failed.
  ///
  /// @param sender the assistant, or the system for notices
  /// @return the last message it became
  public MessageDetails say(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Sender sender,
      MessageContent content,
      Channel.WhenInDoubt whenInDoubt) {
    return say(transaction, restaurantId, conversationId, sender, content, null, whenInDoubt);
  }

  /// Says something on an occasion: where free words may not go out, a template for the occasion
  /// does.
  public MessageDetails say(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Sender sender,
      MessageContent content,
      @Nullable Occasion occasion,
      Channel.WhenInDoubt whenInDoubt) {
    return speaking.sayOrKeep(
        transaction,
        restaurantId,
        conversationId,
        new Utterance(sender, null, content, null, null, whenInDoubt),
        occasion,
        tx -> language(tx, restaurantId, conversationId));
  }

  /// A staff member answers in plain words.
  public ReplyResult reply(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Speaker speaker,
      ReplyRequest request) {
    MessageContent content = new MessageContent.Text(request.text());
    return send(
        transaction,
        restaurantId,
        conversationId,
        speaker,
        new SendRequest(request.commandId(), content, null));
  }

  /// A staff member sends a message; that takes the conversation over. The same command twice is
  /// one message.
  public ReplyResult send(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Speaker speaker,
      SendRequest request) {
    return staffWords.send(transaction, restaurantId, conversationId, speaker, request);
  }

  /// A staff member puts a sign on a message, or takes his sign away. The same command twice is one
  /// sign.
  public ReplyResult react(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Speaker speaker,
      UUID messageId,
      ReactionRequest request) {
    ReplyResult result =
        staffWords.react(transaction, restaurantId, conversationId, speaker, messageId, request);
    if (result instanceof ReplyResult.Queued(MessageDetails bearer)) {
      tellChanged(transaction, restaurantId, bearer.id());
    }
    return result;
  }

  /// The templates that may be sent in a conversation now.
  public List<FittingTemplate> fittingTemplates(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    return channel.templates().fitting(transaction, restaurantId, conversationId);
  }

  /// The message that a command has written before.
  public Optional<MessageDetails> ofCommand(
      Transaction transaction, UUID restaurantId, UUID commandId) {
    return messages.ofCommand(transaction, restaurantId, commandId);
  }

  /// A staff member takes the conversation over; the assistant falls silent at once.
  public ConversationSummary takeOver(
      Transaction transaction, UUID restaurantId, UUID conversationId, Speaker speaker) {
    summaries.lock(transaction, restaurantId, conversationId);
    hands.takeOver(transaction, restaurantId, conversationId, speaker);
    turnTaking.silence(transaction, restaurantId, conversationId);
    return tellConversation(transaction, restaurantId, conversationId);
  }

  /// Gives the conversation back to the assistant; what the customer wrote and nobody has answered
  /// is its to answer.
  public ConversationSummary handBack(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    summaries.lock(transaction, restaurantId, conversationId);
    hands.handBack(transaction, restaurantId, conversationId);
    if (SummaryStore.isAssistants(summary(transaction, restaurantId, conversationId))) {
      transcript
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
    summaries.lock(transaction, restaurantId, conversationId);
    hands.resolve(transaction, restaurantId, conversationId);
    turnTaking.silence(transaction, restaurantId, conversationId);
    turnTaking.settled(
        transaction,
        restaurantId,
        conversationId,
        store.lastPlace(transaction, restaurantId, conversationId));
    return tellConversation(transaction, restaurantId, conversationId);
  }

  /// Hands the conversation to people.
  public void escalate(
      Transaction transaction, UUID restaurantId, UUID conversationId, EscalationReason reason) {
    hands.escalate(transaction, restaurantId, conversationId, reason, clock.instant());
    turnTaking.silence(transaction, restaurantId, conversationId);
    tellConversation(transaction, restaurantId, conversationId);
  }

  /// A message of ours that had failed goes out after all.
  public void queuedAgain(Transaction transaction, UUID restaurantId, UUID messageId) {
    progress
        .queuedAgain(transaction, restaurantId, messageId)
        .ifPresent(queued -> tellStatus(transaction, restaurantId, queued));
  }

  /// From now on the conversation belongs to a branch.
  public void belongsTo(
      Transaction transaction, UUID restaurantId, UUID conversationId, UUID branchId) {
    if (hands.belongsTo(transaction, restaurantId, conversationId, branchId)) {
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
          .ifPresent(raised -> tellStatus(transaction, restaurantId, raised));
    } else if (status == DeliveryStatus.FAILED) {
      signs
          .failed(transaction, restaurantId, messageId, String.valueOf(entry.failure()))
          .ifPresent(bearer -> tellChanged(transaction, restaurantId, bearer));
    }
  }

  /// What its messages cost has changed.
  public void costChanged(Transaction transaction, UUID restaurantId, UUID conversationId) {
    store.costChanged(transaction, restaurantId, conversationId);
    tellConversation(transaction, restaurantId, conversationId);
  }

  /// Nothing is billed until then, because the customer came from an advertisement.
  public void isFreeUntil(
      Transaction transaction, UUID restaurantId, UUID conversationId, Instant until) {
    if (store.isFreeUntil(transaction, restaurantId, conversationId, until)) {
      tellConversation(transaction, restaurantId, conversationId);
    }
  }

  /// The channel has taken a message of ours; from now on customers can refer to it.
  ///
  /// @param wamid the channel's id of it
  public void isKnownAs(Transaction transaction, UUID restaurantId, UUID messageId, String wamid) {
    progress.isKnownAs(transaction, restaurantId, messageId, wamid);
  }

  /// The channel refused a message because the service window is closed, whatever our clock says.
  public void windowIsClosed(
      Transaction transaction, UUID restaurantId, UUID messageId, Instant at) {
    store
        .closeWindow(transaction, restaurantId, messageId, at)
        .ifPresent(conversation -> tellConversation(transaction, restaurantId, conversation));
  }

  /// Everything that was heard of a message of ours, in the order of its coming.
  public List<StatusEntry> statuses(Transaction transaction, UUID restaurantId, UUID messageId) {
    return progress.statuses(transaction, restaurantId, messageId);
  }

  /// One message.
  public Optional<MessageDetails> message(
      Transaction transaction, UUID restaurantId, UUID messageId) {
    return messages.find(transaction, restaurantId, messageId);
  }

  /// WhatsApp calls the reader of a message of ours by another number than the one we dialled.
  public void alsoCalled(Transaction transaction, UUID restaurantId, UUID messageId, String waId) {
    messages
        .find(transaction, restaurantId, messageId)
        .map(message -> summary(transaction, restaurantId, message.conversationId()))
        .ifPresent(conversation ->
            customers.alsoCalled(transaction, restaurantId, conversation.customer().id(), waId));
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
  public List<Said> saidByCustomer(
      Transaction transaction, UUID restaurantId, UUID conversationId, long after) {
    return transcript.saidByCustomer(transaction, restaurantId, conversationId, after);
  }

  /// What the channel needs to know to send a message, or a sign on one.
  public Outgoing outgoing(Transaction transaction, UUID restaurantId, UUID messageId) {
    Optional<SignStore.Sign> sign = signs.find(transaction, restaurantId, messageId);
    if (sign.isPresent()) {
      return new Outgoing.Reacted(
          address(transaction, restaurantId, sign.get().conversationId()),
          reach.of(transaction, restaurantId, sign.get().messageId()).orElse(""),
          sign.get().emoji());
    }
    MessageDetails message = messages.find(transaction, restaurantId, messageId).orElseThrow();
    String quoted =
        messages
            .quotedBy(transaction, restaurantId, messageId)
            .flatMap(quotes -> reach.of(transaction, restaurantId, quotes))
            .orElse(null);
    return new Outgoing.Said(
        address(transaction, restaurantId, message.conversationId()), message.content(), quoted);
  }

  private Customers.Address address(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    UUID customerId = summary(transaction, restaurantId, conversationId).customer().id();
    return customers.address(transaction, restaurantId, customerId);
  }

  /// The customer's last message as the channel knows it.
  ///
  /// @param wamid the channel's id of it
  /// @param phoneNumberId our number to which he wrote
  public record Heard(String wamid, String phoneNumberId) {}

  /// The customer's last message; empty if it is too old to be marked.
  public Optional<Heard> lastHeard(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    ConversationStore.Line line = store.line(transaction, restaurantId, conversationId);
    return reach
        .lastHeard(transaction, restaurantId, conversationId)
        .map(wamid -> new Heard(wamid, line.phoneNumberId()));
  }

  /// A message in its place.
  ///
  /// @param phoneNumberId our number in the conversation
  public record Placed(UUID conversationId, String phoneNumberId, MessageContent content) {}

  /// A message with where it stands.
  ///
  /// @throws IllegalStateException if there is no such message
  public Placed placed(Transaction transaction, UUID restaurantId, UUID messageId) {
    return transcript.placed(transaction, restaurantId, messageId);
  }

  /// What a message says has changed by itself: its file is here, or never will be.
  ///
  /// @param change of what it says now
  public void contentChanged(
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      UnaryOperator<MessageContent> change) {
    MessageContent before = messages.lockContent(transaction, restaurantId, messageId);
    MessageContent after = change.apply(before);
    if (!after.equals(before)) {
      messages.replaceContent(transaction, restaurantId, messageId, after);
      MessageDetails message = messages.find(transaction, restaurantId, messageId).orElseThrow();
      UUID branchId = summary(transaction, restaurantId, message.conversationId()).branchId();
      events.append(transaction, restaurantId, branchId, new LiveEvent.MessageChanged(message));
    }
  }

  /// The branch of each conversation in which a message shows this file; empty for one of none.
  public List<Optional<UUID>> branchesShowing(
      Transaction transaction, UUID restaurantId, UUID mediaId) {
    return transcript.branchesShowing(transaction, restaurantId, mediaId);
  }

  /// Takes the conversation's lock until the transaction ends, and says how it stands.
  ///
  /// @throws java.util.NoSuchElementException if there is no such conversation
  public ConversationSummary lock(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return summaries.lock(transaction, restaurantId, conversationId);
  }

  /// The conversation as screens show it.
  public Optional<ConversationSummary> find(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    return summaries.find(transaction, restaurantId, conversationId);
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
    return summaries.list(transaction, restaurantId, branches, statuses, search, after, limit);
  }

  /// A page of a conversation's messages, the newest first.
  ///
  /// @param before what stands before the message of this sequence
  public List<MessageDetails> messages(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      @Nullable Long before,
      int limit) {
    return transcript.page(transaction, restaurantId, conversationId, before, limit);
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

  private void tellStatus(Transaction transaction, UUID restaurantId, ProgressStore.Raised raised) {
    events.append(
        transaction,
        restaurantId,
        raised.branchId(),
        new LiveEvent.MessageStatusChanged(
            raised.conversationId(), raised.messageId(), raised.status(), raised.failure()));
  }

  void tellChanged(Transaction transaction, UUID restaurantId, UUID messageId) {
    MessageDetails message = messages.find(transaction, restaurantId, messageId).orElseThrow();
    ConversationSummary conversation = summary(transaction, restaurantId, message.conversationId());
    events.append(
        transaction, restaurantId, conversation.branchId(), new LiveEvent.MessageChanged(message));
  }
}
