package com.crmres.server.conversation;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.StatusEntry;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands in the conversations, for whoever reads.
public final class Transcript {

  private final Customers customers;
  private final Reach reach;
  private final ConversationStore store = new ConversationStore();
  private final SummaryStore summaries = new SummaryStore();
  private final MessageStore messages = new MessageStore();
  private final TranscriptStore transcript = new TranscriptStore();
  private final ProgressStore progress = new ProgressStore();
  private final SignStore signs = new SignStore();
  private final SilenceStore silence = new SilenceStore();

  Transcript(Customers customers, Reach reach) {
    this.customers = customers;
    this.reach = reach;
  }

  /// A page of conversations, the newest message first.
  ///
  /// @param after what stands behind this conversation
  public List<ConversationSummary> list(
      Transaction transaction,
      UUID restaurantId,
      Selection selection,
      @Nullable UUID after,
      int limit) {
    return summaries.list(transaction, restaurantId, selection, after, limit);
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

  /// One message.
  public Optional<MessageDetails> message(
      Transaction transaction, UUID restaurantId, UUID messageId) {
    return messages.find(transaction, restaurantId, messageId);
  }

  /// Everything that was heard of a message of ours, in the order of its coming.
  public List<StatusEntry> statuses(Transaction transaction, UUID restaurantId, UUID messageId) {
    return progress.statuses(transaction, restaurantId, messageId);
  }

  /// The message of ours that another program sent under WhatsApp's id.
  public Optional<UUID> echoOf(Transaction transaction, UUID restaurantId, String wamid) {
    return messages.echoOf(transaction, restaurantId, wamid);
  }

  /// What the customer said after one place in the conversation, oldest first.
  public List<Said> saidByCustomer(
      Transaction transaction, UUID restaurantId, UUID conversationId, long after) {
    return transcript.saidByCustomer(transaction, restaurantId, conversationId, after);
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

  /// The branch of each conversation in which a message shows this file; empty for one of none.
  public List<Optional<UUID>> branchesShowing(
      Transaction transaction, UUID restaurantId, UUID mediaId) {
    return transcript.branchesShowing(transaction, restaurantId, mediaId);
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

  /// Whether the assistant said it and people have had the word since: then it must not be sent.
  public boolean isSilenced(Transaction transaction, UUID restaurantId, UUID messageId) {
    return silence.isSilenced(transaction, restaurantId, messageId);
  }

  private Customers.Address address(
      Transaction transaction, UUID restaurantId, UUID conversationId) {
    UUID customerId = summaries.of(transaction, restaurantId, conversationId).customer().id();
    return customers.address(transaction, restaurantId, customerId);
  }
}
