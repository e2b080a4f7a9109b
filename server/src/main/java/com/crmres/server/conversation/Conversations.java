package com.crmres.server.conversation;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ConversationType;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.FittingTemplate;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The conversations of a restaurant: the only way to add a message, whoever speaks.
///
/// Every method works in the caller's transaction and leaves the event behind in it. Threads share
/// one instance.
public final class Conversations {

  private final Customers customers;
  private final Channel channel;
  private final Announcements announcements;
  private final Hands hands;
  private final Merges merges;
  private final IdentityNews identityNews;
  private final Hearing hearing;
  private final Elsewhere elsewhere;
  private final Speaking speaking;
  private final StaffWords staffWords;
  private final ChannelNews channelNews;
  private final Transcript transcript;
  private final ConversationStore store = new ConversationStore();
  private final SummaryStore summaries = new SummaryStore();
  private final HandsStore homes = new HandsStore();
  private final MessageStore messages = new MessageStore();

  /// Makes the conversations of a house where nobody reads why one was handed over.
  public Conversations(
      Customers customers,
      Channel channel,
      TurnTaking turnTaking,
      EventLog events,
      Clock clock,
      Ids ids,
      Duration answerMaxAge) {
    this(customers, channel, turnTaking, events, clock, ids, answerMaxAge, Handovers.UNNOTED);
  }

  /// Makes the conversations.
  ///
  /// @param answerMaxAge how old what a customer wrote may be for the assistant to answer it
  /// @param handovers is told of every handing over to people
  public Conversations(
      Customers customers,
      Channel channel,
      TurnTaking turnTaking,
      EventLog events,
      Clock clock,
      Ids ids,
      Duration answerMaxAge,
      Handovers handovers) {
    this.customers = customers;
    this.channel = channel;
    announcements = new Announcements(events);
    channelNews = new ChannelNews(customers, announcements);
    Silence silence = new Silence(channel, turnTaking, channelNews, clock);
    hands = new Hands(turnTaking, silence, announcements, handovers, clock, answerMaxAge);
    merges = new Merges(customers, turnTaking, events, clock, ids);
    Threads threads = new Threads(customers, clock, ids);
    identityNews = new IdentityNews(threads, announcements, customers, merges, clock, ids);
    hearing =
        new Hearing(customers, threads, hands, turnTaking, identityNews, announcements, clock, ids);
    elsewhere =
        new Elsewhere(hearing, threads, hands, silence, announcements, customers, turnTaking, ids);
    Reach reach = new Reach(messages, clock);
    speaking = new Speaking(channel, store, messages, clock, ids, announcements);
    staffWords =
        new StaffWords(
            channel,
            turnTaking,
            silence,
            store,
            messages,
            new SignStore(),
            speaking,
            reach,
            clock,
            ids);
    transcript = new Transcript(customers, reach);
  }

  /// From now on told of taps that no assistant reads.
  public void tell(TapListener listener) {
    hearing.tell(listener);
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

  /// What the channel says of messages of ours.
  public ChannelNews channelNews() {
    return channelNews;
  }

  /// What stands in the conversations.
  public Transcript transcript() {
    return transcript;
  }

  Hands hands() {
    return hands;
  }

  Announcements announcements() {
    return announcements;
  }

  /// Takes in what a customer wrote. A message already known changes nothing, since WhatsApp
  /// repeats a delivery until it sees our answer.
  ///
  /// @return our id of the message; empty if it was known
  public Optional<UUID> receive(
      Transaction transaction, UUID restaurantId, InboundMessage inbound) {
    return hearing.hear(transaction, restaurantId, inbound, false);
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

  /// A staff member says in the assistant's turn what it should have said; the conversation stays
  /// where it is.
  ///
  /// @param commandId by which it is found again
  public MessageDetails sayInstead(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Speaker speaker,
      MessageContent content,
      UUID commandId) {
    return speaking.sayOrKeep(
        transaction,
        restaurantId,
        conversationId,
        new Utterance(
            Sender.STAFF, speaker, content, commandId, null, Channel.WhenInDoubt.SEND_AGAIN),
        null,
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
      announcements.changed(transaction, restaurantId, bearer.id());
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
    return hands.takeOver(transaction, restaurantId, conversationId, speaker);
  }

  /// Gives the conversation back to the assistant; what the customer wrote and nobody has answered
  /// is its to answer.
  ///
  /// @param by whoever asked for it, where that is known
  public ConversationSummary handBack(
      Transaction transaction, UUID restaurantId, UUID conversationId, @Nullable Speaker by) {
    return hands.handBack(transaction, restaurantId, conversationId, by);
  }

  /// Closes the conversation; the customer writing again opens it.
  ///
  /// @param by whoever asked for it, where that is known
  public ConversationSummary resolve(
      Transaction transaction, UUID restaurantId, UUID conversationId, @Nullable Speaker by) {
    return hands.resolve(transaction, restaurantId, conversationId, by);
  }

  /// Hands the conversation to people.
  public void escalate(
      Transaction transaction, UUID restaurantId, UUID conversationId, EscalationReason reason) {
    hands.escalate(transaction, restaurantId, conversationId, reason);
  }

  /// From now on the conversation belongs to a branch.
  public void belongsTo(
      Transaction transaction, UUID restaurantId, UUID conversationId, UUID branchId) {
    if (homes.belongsTo(transaction, restaurantId, conversationId, branchId)) {
      announcements.conversation(transaction, restaurantId, conversationId);
    }
  }

  /// What the conversation is about from now on.
  public void isAbout(
      Transaction transaction, UUID restaurantId, UUID conversationId, ConversationType type) {
    if (store.isAbout(transaction, restaurantId, conversationId, type)) {
      announcements.conversation(transaction, restaurantId, conversationId);
    }
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
      announcements.changed(transaction, restaurantId, messageId);
    }
  }

  /// What staff have arranged about a conversation is otherwise: screens hear of it.
  public ConversationSummary rearranged(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    return announcements.conversation(transaction, restaurantId, conversationId);
  }

  /// The conversation that a message stands in.
  ///
  /// @throws java.util.NoSuchElementException if there is no such message
  public ConversationSummary ofMessage(Transaction transaction, UUID restaurantId, UUID messageId) {
    MessageDetails message = messages.find(transaction, restaurantId, messageId).orElseThrow();
    return summary(transaction, restaurantId, message.conversationId());
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
}
