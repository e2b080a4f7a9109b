package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.MessageVersion;
import com.crmres.common.conversation.Reaction;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.VersionKind;
import com.crmres.common.live.LiveEvent;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happens to messages after they were written: signs on them, edits, taking back.
///
/// Every method works in the caller's transaction and leaves the event behind in it; each may come
/// again, and changes nothing more then.
public final class MessageChanges {

  /// What staff see in place of what was taken back.
  static final MessageContent TAKEN_BACK = new MessageContent.Other("revoked", null);

  private static final Set<Sender> ELSEWHERE = Set.of(Sender.PHONE_APP, Sender.OTHER_AGENT);

  private final Conversations conversations;
  private final TurnTaking turnTaking;
  private final EventLog events;
  private final Clock clock;
  private final ConversationStore store = new ConversationStore();
  private final MessageStore messages = new MessageStore();
  private final ReactionStore reactions = new ReactionStore();
  private final VersionStore versions = new VersionStore();

  public MessageChanges(
      Conversations conversations, TurnTaking turnTaking, EventLog events, Clock clock) {
    this.conversations = conversations;
    this.turnTaking = turnTaking;
    this.events = events;
    this.clock = clock;
  }

  /// Takes in what a customer did to a message.
  public void receive(Transaction transaction, UUID restaurantId, InboundChange change) {
    Optional<MessageDetails> target = messages.ofWamid(transaction, restaurantId, change.target());
    switch (change) {
      case InboundChange.Reacted reacted ->
          target.ifPresent(
              message -> react(transaction, restaurantId, message, Sender.CUSTOMER, reacted));
      case InboundChange.Edited(String _, InboundMessage event) ->
          target.ifPresentOrElse(
              message -> edit(transaction, restaurantId, message, event),
              () -> overtaken(transaction, restaurantId, change.target(), event, event.content()));
      case InboundChange.Revoked(String _, InboundMessage event) ->
          target.ifPresentOrElse(
              message -> revoke(transaction, restaurantId, message, event),
              () -> overtaken(transaction, restaurantId, change.target(), event, null));
    }
  }

  /// Takes in what one of ours did with another program: to what he had written with it, or a sign
  /// on any message. The assistant is never asked about it.
  public void receiveEcho(
      Transaction transaction, UUID restaurantId, Sender sender, InboundChange change) {
    Optional<MessageDetails> target = messages.ofWamid(transaction, restaurantId, change.target());
    Optional<MessageDetails> own = target.filter(message -> ELSEWHERE.contains(message.sender()));
    switch (change) {
      case InboundChange.Reacted reacted ->
          // On our side signs know only people and programs.
          target.ifPresent(message ->
              react(
                  transaction,
                  restaurantId,
                  message,
                  sender == Sender.PHONE_APP ? Sender.STAFF : Sender.AI,
                  reacted));
      case InboundChange.Edited(String _, InboundMessage event) ->
          own.ifPresent(message -> editEcho(transaction, restaurantId, message, event));
      case InboundChange.Revoked(String _, InboundMessage event) ->
          own.ifPresent(message -> revokeEcho(transaction, restaurantId, message, event));
    }
  }

  private void editEcho(
      Transaction transaction, UUID restaurantId, MessageDetails found, InboundMessage event) {
    conversations.lock(transaction, restaurantId, found.conversationId());
    MessageDetails message = messages.find(transaction, restaurantId, found.id()).orElseThrow();
    MessageContent content = changed(message.content(), event.content());
    if (keep(transaction, restaurantId, message, VersionKind.EDIT, event, content)) {
      long place = messages.place(transaction, restaurantId, message.id());
      versions.edit(transaction, restaurantId, message.id(), content, null, place, event.at());
      tell(transaction, restaurantId, message.id());
    }
  }

  private void revokeEcho(
      Transaction transaction, UUID restaurantId, MessageDetails found, InboundMessage event) {
    conversations.lock(transaction, restaurantId, found.conversationId());
    MessageDetails message = messages.find(transaction, restaurantId, found.id()).orElseThrow();
    if (keep(transaction, restaurantId, message, VersionKind.REVOKE, event, null)) {
      versions.revoke(transaction, restaurantId, message.id(), TAKEN_BACK, event.at());
      tell(transaction, restaurantId, message.id());
    }
  }

  /// A sign opens no conversation and wants no answer.
  private void react(
      Transaction transaction,
      UUID restaurantId,
      MessageDetails message,
      Sender sender,
      InboundChange.Reacted reacted) {
    conversations.lock(transaction, restaurantId, message.conversationId());
    String before =
        reactions
            .of(transaction, restaurantId, message.id(), sender == Sender.CUSTOMER)
            .map(Reaction::emoji)
            .orElse("");
    String emoji = reacted.emoji() == null ? "" : reacted.emoji();
    boolean newest =
        reactions.put(
            transaction,
            restaurantId,
            message.id(),
            sender,
            emoji.isEmpty() ? null : emoji,
            reacted.wamid(),
            reacted.at());
    if (newest && !isSameSign(before, emoji)) {
      tell(transaction, restaurantId, message.id());
    }
  }

  /// The versions of a message, the oldest first.
  public List<MessageVersion> versions(
      Transaction transaction, UUID restaurantId, MessageDetails message) {
    List<MessageVersion> kept = versions.of(transaction, restaurantId, message.id());
    return kept.isEmpty()
        ? List.of(new MessageVersion(VersionKind.ORIGINAL, message.content(), message.at()))
        : kept;
  }

  /// The message of a conversation.
  public Optional<MessageDetails> find(
      Transaction transaction, UUID restaurantId, UUID conversationId, UUID messageId) {
    return messages
        .find(transaction, restaurantId, messageId)
        .filter(message -> message.conversationId().equals(conversationId));
  }

  /// What the customer says now counts as said anew; the assistant corrects what it made of it.
  private void edit(
      Transaction transaction, UUID restaurantId, MessageDetails found, InboundMessage event) {
    conversations.lock(transaction, restaurantId, found.conversationId());
    MessageDetails message = messages.find(transaction, restaurantId, found.id()).orElseThrow();
    MessageContent content = changed(message.content(), event.content());
    if (!keep(transaction, restaurantId, message, VersionKind.EDIT, event, content)) {
      return;
    }
    boolean answered =
        turnTaking.hasAnswered(
            transaction,
            restaurantId,
            message.conversationId(),
            messages.place(transaction, restaurantId, message.id()));
    long place = saidAnew(transaction, restaurantId, message, event.at());
    versions.edit(
        transaction,
        restaurantId,
        message.id(),
        content,
        answered ? message.content() : null,
        place,
        event.at());
    tell(transaction, restaurantId, message.id());
    if (isAssistants(transaction, restaurantId, message)) {
      conversations
          .hands()
          .leaveToAssistant(transaction, restaurantId, message.conversationId(), place, event.at());
    }
  }

  private void revoke(
      Transaction transaction, UUID restaurantId, MessageDetails found, InboundMessage event) {
    conversations.lock(transaction, restaurantId, found.conversationId());
    MessageDetails message = messages.find(transaction, restaurantId, found.id()).orElseThrow();
    if (!keep(transaction, restaurantId, message, VersionKind.REVOKE, event, null)) {
      return;
    }
    long place = store.nextPlace(transaction, restaurantId, message.conversationId());
    versions.revoke(transaction, restaurantId, message.id(), TAKEN_BACK, event.at());
    tell(transaction, restaurantId, message.id());
    if (isAssistants(transaction, restaurantId, message)) {
      // Whoever is reading the old words must read anew.
      turnTaking.customerWrote(
          transaction, restaurantId, message.conversationId(), place, clock.instant());
    }
  }

  /// A change of a message we do not have makes the message, under the id of the one it changes: if
  /// that one comes later it is known by then, and kept as the older version it is.
  private void overtaken(
      Transaction transaction,
      UUID restaurantId,
      String target,
      InboundMessage event,
      @Nullable MessageContent content) {
    InboundMessage message =
        event.as(target, content == null ? TAKEN_BACK : content, content != null);
    conversations
        .receive(transaction, restaurantId, message)
        .ifPresent(id -> {
          Instant now = clock.instant();
          VersionKind kind = content == null ? VersionKind.REVOKE : VersionKind.EDIT;
          versions.keep(transaction, restaurantId, id, kind, event, content, now);
          if (content == null) {
            versions.revoke(transaction, restaurantId, id, TAKEN_BACK, event.at());
          } else {
            long place = messages.place(transaction, restaurantId, id);
            versions.edit(transaction, restaurantId, id, content, null, place, event.at());
          }
          tell(transaction, restaurantId, id);
        });
  }

  private boolean keep(
      Transaction transaction,
      UUID restaurantId,
      MessageDetails message,
      VersionKind kind,
      InboundMessage event,
      @Nullable MessageContent content) {
    versions.keepOriginal(transaction, restaurantId, message.id());
    return versions.keep(
        transaction, restaurantId, message.id(), kind, event, content, clock.instant());
  }

  /// The conversation waits for an answer again, as if he had written; the service window does not
  /// start anew.
  private long saidAnew(
      Transaction transaction, UUID restaurantId, MessageDetails message, Instant at) {
    return store.customerWrote(
        transaction, restaurantId, message.conversationId(), at, Instant.EPOCH, true, false);
  }

  /// Tells how the conversation stands now; answers whether the assistant is to go on.
  private boolean isAssistants(Transaction transaction, UUID restaurantId, MessageDetails message) {
    return conversations
        .announcements()
        .conversation(transaction, restaurantId, message.conversationId())
        .leftToAssistant();
  }

  private void tell(Transaction transaction, UUID restaurantId, UUID messageId) {
    MessageDetails message = messages.find(transaction, restaurantId, messageId).orElseThrow();
    UUID branchId =
        conversations.summary(transaction, restaurantId, message.conversationId()).branchId();
    events.append(transaction, restaurantId, branchId, new LiveEvent.MessageChanged(message));
  }

  /// An edit of a file changes the words to it, never the file.
  private static MessageContent changed(MessageContent before, MessageContent now) {
    return before instanceof MessageContent.Media file
            && now instanceof MessageContent.Media words
            && file.kind() == words.kind()
        ? new MessageContent.Media(
            file.id(),
            file.kind(),
            file.mimeType(),
            file.bytes(),
            file.fileName(),
            words.caption(),
            file.animated(),
            file.state(),
            file.failure())
        : now;
  }

  /// A heart is a heart, whether or not it carries the sign that colours it.
  static boolean isSameSign(String one, String other) {
    return one.replaceAll("[\uFE0E\uFE0F]", "").equals(other.replaceAll("[\uFE0E\uFE0F]", ""));
  }
}
