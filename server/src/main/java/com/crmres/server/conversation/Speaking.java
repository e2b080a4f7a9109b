package com.crmres.server.conversation;

import com.crmres.common.conversation.ChannelState;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ServiceWindow;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Puts into a conversation what one of us says, and hands it to the channel if it may go out.
final class Speaking {

  /// Why a message was kept that could not go out.
  private static final String WINDOW_CLOSED = "window closed";

  private static final Logger LOG = System.getLogger(Speaking.class.getName());

  private final Channel channel;
  private final ConversationStore store;
  private final MessageStore messages;
  private final Clock clock;
  private final Ids ids;
  private final Announcements announcements;

  Speaking(
      Channel channel,
      ConversationStore store,
      MessageStore messages,
      Clock clock,
      Ids ids,
      Announcements announcements) {
    this.channel = channel;
    this.store = store;
    this.messages = messages;
    this.clock = clock;
    this.ids = ids;
    this.announcements = announcements;
  }

  /// Says it, or in the words of a template where only those may go out. What cannot go out is kept
  /// as failed, so that people see what the customer was not told.
  ///
  /// @return the last message it became
  MessageDetails sayOrKeep(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Utterance utterance,
      @Nullable Occasion occasion,
      Function<Transaction, Language> language) {
    ConversationStore.Line line = store.line(transaction, restaurantId, conversationId);
    MessageContent content = utterance.content();
    if (isBarred(line, content)) {
      Optional<MessageContent.Template> standIn =
          occasion == null
              ? Optional.empty()
              : channel
                  .templates()
                  .standIn(
                      transaction,
                      restaurantId,
                      conversationId,
                      occasion,
                      language.apply(transaction));
      if (standIn.isEmpty()) {
        return keep(transaction, restaurantId, conversationId, utterance, WINDOW_CLOSED);
      }
      content = standIn.get();
    }
    List<ContentFault> faults = channel.check(content);
    if (!faults.isEmpty()) {
      String faulty = faults.getFirst().path() + " " + faults.getFirst().rule();
      LOG.log(Level.ERROR, "conversation {0}: cannot be sent: {1}", conversationId, faulty);
      return keep(transaction, restaurantId, conversationId, utterance.with(content), faulty);
    }
    return say(transaction, restaurantId, conversationId, utterance.with(content)).getLast();
  }

  /// Says it; what is too long goes out in parts.
  List<MessageDetails> say(
      Transaction transaction, UUID restaurantId, UUID conversationId, Utterance utterance) {
    List<MessageContent> parts = channel.parts(utterance.content());
    return IntStream.range(0, parts.size())
        .mapToObj(i -> i == 0 ? utterance.with(parts.get(i)) : utterance.next(parts.get(i)))
        .map(part -> sayPart(transaction, restaurantId, conversationId, part))
        .toList();
  }

  /// Whether the content may not go out because the service window is closed.
  boolean isBarred(ConversationStore.Line line, MessageContent content) {
    return !(content instanceof MessageContent.Template) && !isOpen(line);
  }

  boolean isOpen(ConversationStore.Line line) {
    ChannelState state = new ChannelState(line.windowUntil(), null, false, 0, null);
    return state.window(clock.instant()) != ServiceWindow.CLOSED;
  }

  private MessageDetails sayPart(
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
            null,
            clock.instant());
    channel.queue(
        transaction,
        new Channel.OutgoingMessage(
            restaurantId,
            conversationId,
            message.id(),
            next.phoneNumberId(),
            next.sequence(),
            utterance.whenInDoubt()));
    announcements.added(transaction, restaurantId, message);
    return message;
  }

  /// It ends nobody's wait, since nobody hears it.
  private MessageDetails keep(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Utterance utterance,
      String failure) {
    long sequence = store.keptPlace(transaction, restaurantId, conversationId, clock.instant());
    MessageDetails message =
        messages.addOutbound(
            transaction,
            restaurantId,
            ids.next(),
            conversationId,
            sequence,
            utterance,
            failure,
            clock.instant());
    announcements.added(transaction, restaurantId, message);
    return message;
  }
}
