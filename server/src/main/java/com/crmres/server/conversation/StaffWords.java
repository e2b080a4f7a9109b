package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What staff want to say: held against the channel's rules and the service window, once for each
/// command.
final class StaffWords {

  private final Channel channel;
  private final TurnTaking turnTaking;
  private final Silence silence;
  private final ConversationStore store;
  private final MessageStore messages;
  private final SignStore signs;
  private final ReactionStore shown = new ReactionStore();
  private final SummaryStore summaries = new SummaryStore();
  private final HandsStore hands = new HandsStore();
  private final Speaking speaking;
  private final Reach reach;
  private final Clock clock;
  private final Ids ids;

  StaffWords(
      Channel channel,
      TurnTaking turnTaking,
      Silence silence,
      ConversationStore store,
      MessageStore messages,
      SignStore signs,
      Speaking speaking,
      Reach reach,
      Clock clock,
      Ids ids) {
    this.channel = channel;
    this.turnTaking = turnTaking;
    this.silence = silence;
    this.store = store;
    this.messages = messages;
    this.signs = signs;
    this.speaking = speaking;
    this.reach = reach;
    this.clock = clock;
    this.ids = ids;
  }

  /// A staff member sends a message; that takes the conversation over. The same command twice is
  /// one message.
  ReplyResult send(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Speaker speaker,
      SendRequest request) {
    summaries.lock(transaction, restaurantId, conversationId);
    if (store.isJoined(transaction, restaurantId, conversationId)) {
      return new ReplyResult.Moved();
    }
    ConversationStore.Line line = store.line(transaction, restaurantId, conversationId);
    Prepared prepared = prepare(transaction, restaurantId, conversationId, request);
    Optional<MessageDetails> before =
        messages.ofCommand(transaction, restaurantId, request.commandId());
    return switch (prepared) {
      case Prepared.Faulty _ when before.isPresent() -> new ReplyResult.CommandReused();
      case Prepared.Faulty(List<ContentFault> faults) -> new ReplyResult.Refused(faults);
      case Prepared.Ready(MessageContent content) when before.isPresent() ->
          isSame(before.get(), conversationId, content)
              ? new ReplyResult.Queued(before.get())
              : new ReplyResult.CommandReused();
      case Prepared.Ready(MessageContent content) when speaking.isBarred(line, content) ->
          windowClosed(transaction, restaurantId, conversationId, line);
      case Prepared.Ready(MessageContent content) ->
          sendNow(transaction, restaurantId, conversationId, speaker, request, content);
    };
  }

  private ReplyResult sendNow(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Speaker speaker,
      SendRequest request,
      MessageContent content) {
    hands.takeOver(transaction, restaurantId, conversationId, speaker, clock.instant());
    silence.fall(transaction, restaurantId, conversationId);
    Utterance utterance =
        new Utterance(
            Sender.STAFF,
            speaker,
            content,
            request.commandId(),
            request.replyTo(),
            Channel.WhenInDoubt.SEND_AGAIN);
    List<MessageDetails> said = speaking.say(transaction, restaurantId, conversationId, utterance);
    turnTaking.settled(transaction, restaurantId, conversationId, said.getLast().sequence());
    return new ReplyResult.Queued(said.getFirst());
  }

  private Prepared prepare(
      Transaction transaction, UUID restaurantId, UUID conversationId, SendRequest request) {
    List<ContentFault> faults = new ArrayList<>(channel.check(request.content()));
    UUID quoted = request.replyTo();
    if (quoted != null && !isIn(transaction, restaurantId, conversationId, quoted)) {
      faults.add(new ContentFault("replyTo", ContentFault.Rule.UNKNOWN));
    }
    if (!faults.isEmpty()) {
      return new Prepared.Faulty(faults);
    }
    return channel.prepare(transaction, restaurantId, conversationId, request.content());
  }

  private boolean isIn(
      Transaction transaction, UUID restaurantId, UUID conversationId, UUID messageId) {
    return messages
        .find(transaction, restaurantId, messageId)
        .filter(message -> message.conversationId().equals(conversationId))
        .isPresent();
  }

  private ReplyResult windowClosed(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      ConversationStore.Line line) {
    Instant closed = line.windowUntil();
    return new ReplyResult.WindowClosed(
        closed == null ? null : Duration.between(closed, clock.instant()),
        channel.templates().fitting(transaction, restaurantId, conversationId));
  }

  /// A staff member puts a sign on a message, or takes his sign away. The same command twice is one
  /// sign.
  ReplyResult react(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Speaker speaker,
      UUID messageId,
      ReactionRequest request) {
    summaries.lock(transaction, restaurantId, conversationId);
    if (store.isJoined(transaction, restaurantId, conversationId)) {
      return new ReplyResult.Moved();
    }
    ConversationStore.Line line = store.line(transaction, restaurantId, conversationId);
    Optional<SignStore.Sign> before =
        signs.ofCommand(transaction, restaurantId, request.commandId());
    if (before.isPresent()) {
      return before.get().messageId().equals(messageId)
              && before.get().emoji().equals(request.emoji())
          ? bearer(transaction, restaurantId, messageId)
          : new ReplyResult.CommandReused();
    }
    List<ContentFault> faults =
        checkReaction(transaction, restaurantId, conversationId, messageId, request.emoji());
    if (!faults.isEmpty()) {
      return new ReplyResult.Refused(faults);
    }
    if (!speaking.isOpen(line)) {
      return windowClosed(transaction, restaurantId, conversationId, line);
    }
    SignStore.Sign sign =
        new SignStore.Sign(ids.next(), conversationId, messageId, request.emoji());
    signs.add(transaction, restaurantId, sign, speaker, request.commandId(), clock.instant());
    shown.put(
        transaction,
        restaurantId,
        messageId,
        Sender.STAFF,
        request.emoji().isEmpty() ? null : request.emoji(),
        sign.id().toString(),
        clock.instant());
    queue(transaction, restaurantId, sign);
    return bearer(transaction, restaurantId, messageId);
  }

  private void queue(Transaction transaction, UUID restaurantId, SignStore.Sign sign) {
    UUID conversationId = sign.conversationId();
    channel.queue(
        transaction,
        new Channel.OutgoingMessage(
            restaurantId,
            conversationId,
            sign.id(),
            store.line(transaction, restaurantId, conversationId).phoneNumberId(),
            store.nextPlace(transaction, restaurantId, conversationId),
            Channel.WhenInDoubt.SEND_AGAIN));
  }

  private List<ContentFault> checkReaction(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      UUID messageId,
      String emoji) {
    if (!isIn(transaction, restaurantId, conversationId, messageId)) {
      return List.of(new ContentFault("messageId", ContentFault.Rule.UNKNOWN));
    }
    List<ContentFault> faults = new ArrayList<>(channel.checkReaction(emoji));
    if (reach.of(transaction, restaurantId, messageId).isEmpty()) {
      faults.add(new ContentFault("messageId", ContentFault.Rule.TOO_OLD));
    }
    return faults;
  }

  private ReplyResult bearer(Transaction transaction, UUID restaurantId, UUID messageId) {
    return new ReplyResult.Queued(
        messages.find(transaction, restaurantId, messageId).orElseThrow());
  }

  private boolean isSame(MessageDetails before, UUID conversationId, MessageContent content) {
    return before.conversationId().equals(conversationId)
        && before.content().equals(channel.parts(content).getFirst());
  }
}
