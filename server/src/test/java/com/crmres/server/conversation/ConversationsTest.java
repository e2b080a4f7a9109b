package com.crmres.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.server.NoorHouse;
import com.crmres.server.customer.Identifiers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationsTest {

  private static final String SARA = "966500000001";

  private final NoorHouse noor = new NoorHouse();
  private final Speaker sami = new Speaker(noor.ids.next(), "Sami");

  @AfterEach
  void stop() {
    noor.close();
  }

  @Test
  void aNewCustomerIsTheAssistantsAndOpensATurn() {
    UUID id = noor.receive(SARA, "hello");

    ConversationSummary conversation = noor.conversation(id);
    assertThat(conversation.status()).isEqualTo(ConversationStatus.ACTIVE);
    assertThat(conversation.answerer()).isEqualTo(Answerer.ASSISTANT);
    assertThat(conversation.unread()).isEqualTo(1);
    assertThat(conversation.waitingSince()).isNull();
    assertThat(conversation.channel().windowUntil())
        .isEqualTo(noor.clock.instant().plus(Duration.ofHours(24)));
    assertThat(openTurns()).isEqualTo(1);
  }

  @Test
  void theSameMessageAgainChangesNothing() {
    for (int i = 0; i < 3; i++) {
      noor.database.changeRestaurant(
          noor.restaurantId,
          transaction ->
              noor.conversations.receive(
                  transaction,
                  noor.restaurantId,
                  new InboundMessage(
                      NoorHouse.NUMBER,
                      new Identifiers("SA.1", SARA, null),
                      "Sara",
                      "wamid.same",
                      new MessageContent.Text("hello"),
                      InboundMessage.Mentions.NONE,
                      "{}",
                      noor.clock.instant(),
                      true)));
    }

    assertThat(count("message")).isEqualTo(1);
    assertThat(count("live_event")).isEqualTo(1);
    assertThat(count("conversation where unread = 1")).isEqualTo(1);
  }

  @Test
  void aReplyTakesOverAndEndsTheWait() {
    UUID id = noor.receive(SARA, "hello");
    escalate(id);
    assertThat(noor.conversation(id).waitingSince()).isEqualTo(noor.clock.instant());

    assertThat(reply(id, noor.ids.next(), "welcome")).isInstanceOf(ReplyResult.Queued.class);

    ConversationSummary conversation = noor.conversation(id);
    assertThat(conversation.status()).isEqualTo(ConversationStatus.ACTIVE);
    assertThat(conversation.answerer()).isEqualTo(Answerer.STAFF);
    assertThat(conversation.assigneeName()).isEqualTo("Sami");
    assertThat(conversation.unread()).isZero();
    assertThat(conversation.waitingSince()).isNull();
    assertThat(openTurns()).isZero();
    assertThat(noor.said(id, Sender.STAFF)).containsExactly("welcome");
    assertThat(count("outbox")).isEqualTo(1);
  }

  @Test
  void theSameCommandTwiceIsOneReply() {
    UUID id = noor.receive(SARA, "hello");
    UUID command = noor.ids.next();

    ReplyResult first = reply(id, command, "welcome");
    ReplyResult second = reply(id, command, "welcome");

    assertThat(second).isEqualTo(first);
    assertThat(count("outbox")).isEqualTo(1);
  }

  @Test
  void aCommandUsedForSomethingElseIsRefused() {
    UUID id = noor.receive(SARA, "hello");
    UUID other = noor.receive("966500000002", "hello");
    UUID command = noor.ids.next();
    reply(id, command, "welcome");

    assertThat(reply(id, command, "something else")).isEqualTo(new ReplyResult.CommandReused());
    assertThat(reply(other, command, "welcome")).isEqualTo(new ReplyResult.CommandReused());
    assertThat(count("outbox")).isEqualTo(1);
  }

  @Test
  void afterTheWindowNothingButATemplateGoesOut() {
    UUID id = noor.receive(SARA, "hello");
    UUID command = noor.ids.next();
    reply(id, command, "in time");
    noor.clock.forward(Duration.ofHours(24).minusSeconds(30));

    assertThat(reply(id, noor.ids.next(), "too late")).isInstanceOf(ReplyResult.WindowClosed.class);
    assertThat(reply(id, command, "in time")).isInstanceOf(ReplyResult.Queued.class);
    noor.receive(SARA, "still there?");
    assertThat(reply(id, noor.ids.next(), "yes")).isInstanceOf(ReplyResult.Queued.class);
  }

  @Test
  void whoWritesToAPersonWaitsFromHisFirstWord() {
    UUID id = noor.receive(SARA, "hello");
    takeOver(id);
    var since = noor.clock.instant();
    noor.receive(SARA, "first");
    noor.clock.forward(Duration.ofMinutes(3));
    noor.receive(SARA, "second");

    assertThat(noor.conversation(id).waitingSince()).isEqualTo(since);
    assertThat(noor.conversation(id).unread()).isEqualTo(3);
    assertThat(openTurns()).isZero();
  }

  @Test
  void aClosedConversationOpensAgainForTheAssistant() {
    UUID id = noor.receive(SARA, "hello");
    reply(id, noor.ids.next(), "welcome");
    resolve(id);
    ConversationSummary closed = noor.conversation(id);
    assertThat(closed.status()).isEqualTo(ConversationStatus.RESOLVED);
    assertThat(closed.unread()).isZero();
    assertThat(closed.waitingSince()).isNull();

    UUID again = noor.receive(SARA, "hello again");

    ConversationSummary open = noor.conversation(id);
    assertThat(again).isEqualTo(id);
    assertThat(open.status()).isEqualTo(ConversationStatus.ACTIVE);
    assertThat(open.answerer()).isEqualTo(Answerer.ASSISTANT);
    assertThat(open.assigneeId()).isNull();
    assertThat(open.reason()).isNull();
    assertThat(open.waitingSince()).isNull();
    assertThat(openTurns()).isEqualTo(1);
  }

  @Test
  void handingBackGivesTheUnansweredToTheAssistant() {
    UUID id = noor.receive(SARA, "hello");
    escalate(id);
    assertThat(openTurns()).isZero();

    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> noor.conversations.handBack(transaction, noor.restaurantId, id, null));

    ConversationSummary conversation = noor.conversation(id);
    assertThat(conversation.status()).isEqualTo(ConversationStatus.ACTIVE);
    assertThat(conversation.answerer()).isEqualTo(Answerer.ASSISTANT);
    assertThat(conversation.reason()).isNull();
    assertThat(openTurns()).isEqualTo(1);
  }

  @Test
  void aNoticeOfTheHouseEndsNoWait() {
    UUID id = noor.receive(SARA, "hello");
    escalate(id);

    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.say(
                transaction,
                noor.restaurantId,
                id,
                Sender.SYSTEM,
                new MessageContent.Text("your order is ready"),
                Channel.WhenInDoubt.HOLD));

    assertThat(noor.conversation(id).waitingSince()).isNotNull();
    assertThat(noor.conversation(id).unread()).isEqualTo(1);
  }

  @Test
  void placesInTheThreadHaveNoGapsWhoeverSpeaks() {
    UUID id = noor.receive(SARA, "1");
    reply(id, noor.ids.next(), "2");
    noor.receive(SARA, "3");
    noor.say(id, "4", Channel.WhenInDoubt.SEND_AGAIN);

    List<Long> sequences =
        noor.in(transaction ->
            transaction
                .sql("select sequence from message order by sequence")
                .list(row -> row.number("sequence")));
    assertThat(sequences).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void whatFailsLeavesNothingBehind() {
    UUID id = noor.receive(SARA, "hello");
    long events = count("live_event");
    try {
      noor.database.changeRestaurant(
          noor.restaurantId,
          transaction -> {
            noor.conversations.say(
                transaction,
                noor.restaurantId,
                id,
                Sender.AI,
                new MessageContent.Text("never said"),
                Channel.WhenInDoubt.SEND_AGAIN);
            throw new IllegalStateException("the desk stumbles");
          });
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("the desk stumbles");
    }

    assertThat(noor.said(id, Sender.AI)).isEmpty();
    assertThat(count("outbox")).isZero();
    assertThat(count("live_event")).isEqualTo(events);
  }

  private ReplyResult reply(UUID id, UUID command, String text) {
    return noor.<ReplyResult>in(transaction ->
        noor.conversations.reply(
            transaction, noor.restaurantId, id, sami, new ReplyRequest(command, text)));
  }

  private void takeOver(UUID id) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> noor.conversations.takeOver(transaction, noor.restaurantId, id, sami));
  }

  private void resolve(UUID id) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction -> noor.conversations.resolve(transaction, noor.restaurantId, id, null));
  }

  private void escalate(UUID id) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.escalate(
                transaction, noor.restaurantId, id, EscalationReason.ANGER));
  }

  private long openTurns() {
    return count("turn where state = 'open'");
  }

  private long count(String what) {
    return noor.in(transaction ->
        transaction.sql("select count(*) as n from " + what).one(row -> row.number("n")));
  }
}
