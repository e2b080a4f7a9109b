package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Channel.WhenInDoubt;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Once people have the word, nothing of the assistant's goes out any more.
class OneVoiceTest {

  private static final String SARA = "966500000001";

  private final SendingHouse house = new SendingHouse();
  private final NoorHouse noor = house.noor;

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void takingOverBetweenCommitAndSendWithdrawsTheAnswer() throws Exception {
    UUID thread = noor.receive(SARA, "hello");
    MessageDetails answer = noor.say(thread, "with pleasure", WhenInDoubt.SEND_AGAIN);

    change(transaction -> takeOver(transaction, thread));
    assertThat(shown(answer.id()).status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(shown(answer.id()).failure()).isEqualTo("withdrawn");
    house.sendDue();

    assertThat(house.graph.heard()).isEmpty();
    assertThat(house.state(answer.id())).isEqualTo("failed");
    assertThat(told(answer.id())).containsExactly("failed withdrawn");
  }

  @Test
  void takingOverBetweenLeaseAndSendWithdrawsTheAnswer() throws Exception {
    UUID thread = noor.receive(SARA, "hello");
    MessageDetails answer = noor.say(thread, "with pleasure", WhenInDoubt.SEND_AGAIN);
    house.refill();

    change(transaction -> {
      // Whoever has leased the message cannot read it before this transaction ends.
      transaction.sql("lock table message in access exclusive mode").update();
      outside(() -> {
        assertThat(house.outbox.send()).isTrue();
        noor.awaitBlocked(1);
      });
      takeOver(transaction, thread);
    });
    house.outbox.drain(Duration.ofSeconds(10));

    assertThat(house.graph.heard()).isEmpty();
    assertThat(house.state(answer.id())).isEqualTo("failed");
    assertThat(shown(answer.id()).failure()).isEqualTo("withdrawn");
  }

  @Test
  void whatWhatsAppDidNotTakeIsNotTriedAgainOncePeopleHaveTheWord() throws Exception {
    house.graph.script(ScriptedGraph.refuse(131000));
    UUID thread = noor.receive(SARA, "hello");
    MessageDetails answer = noor.say(thread, "with pleasure", WhenInDoubt.SEND_AGAIN);
    house.sendDue();
    assertThat(house.state(answer.id())).isEqualTo("pending");

    change(transaction -> takeOver(transaction, thread));
    house.makeDue();
    house.sendDue();

    assertThat(house.graph.texts()).containsExactly("with pleasure");
    assertThat(shown(answer.id()).failure()).isEqualTo("withdrawn");
  }

  @Test
  void aStaffMembersReplyWithdrawsWhatTheAssistantSaidAndGoesOutItself() throws Exception {
    UUID thread = noor.receive(SARA, "hello");
    noor.say(thread, "with pleasure", WhenInDoubt.SEND_AGAIN);

    change(transaction ->
        noor.conversations.reply(
            transaction,
            noor.restaurantId,
            thread,
            new Speaker(noor.ids.next(), "Sami"),
            new ReplyRequest(noor.ids.next(), "Sami here")));
    house.sendDue();

    assertThat(house.graph.texts()).containsExactly("Sami here");
  }

  @Test
  void resolvingWithdrawsWhatTheAssistantSaid() throws Exception {
    UUID thread = noor.receive(SARA, "hello");
    noor.say(thread, "with pleasure", WhenInDoubt.SEND_AGAIN);

    change(transaction -> noor.conversations.resolve(transaction, noor.restaurantId, thread, null));
    house.sendDue();

    assertThat(house.graph.heard()).isEmpty();
  }

  @Test
  void noticesOfTheHouseGoOutWhoeverHasTheWord() throws Exception {
    UUID thread = noor.receive(SARA, "hello");
    change(transaction ->
        noor.conversations.say(
            transaction,
            noor.restaurantId,
            thread,
            Sender.SYSTEM,
            new MessageContent.Text("order A-1 is ready"),
            WhenInDoubt.HOLD));

    change(transaction -> takeOver(transaction, thread));
    house.sendDue();

    assertThat(house.graph.texts()).containsExactly("order A-1 is ready");
  }

  @Test
  void theWordsWithWhichTheAssistantHandsOverGoOut() throws Exception {
    UUID thread = noor.receive(SARA, "hello");
    change(transaction -> {
      noor.conversations.say(
          transaction,
          noor.restaurantId,
          thread,
          Sender.AI,
          new MessageContent.Text("our staff will answer you"),
          WhenInDoubt.SEND_AGAIN);
      noor.conversations.escalate(
          transaction, noor.restaurantId, thread, EscalationReason.ASKED_FOR_PERSON);
    });

    house.sendDue();

    assertThat(house.graph.texts()).containsExactly("our staff will answer you");
  }

  @Test
  void whatTheAssistantSaysAfterItGotTheWordBackGoesOut() throws Exception {
    UUID thread = noor.receive(SARA, "hello");
    noor.say(thread, "before", WhenInDoubt.SEND_AGAIN);
    change(transaction -> takeOver(transaction, thread));
    change(
        transaction -> noor.conversations.handBack(transaction, noor.restaurantId, thread, null));

    noor.say(thread, "after", WhenInDoubt.SEND_AGAIN);
    house.sendDue();

    assertThat(house.graph.texts()).containsExactly("after");
  }

  @Test
  void whileSendersAndStaffRaceEachAnswerIsEitherSentOrWithdrawn() throws Exception {
    List<UUID> threads = new ArrayList<>();
    List<MessageDetails> answers = new ArrayList<>();
    for (int i = 10; i < 34; i++) {
      UUID thread = noor.receive("9665000000" + i, "hello");
      threads.add(thread);
      answers.add(noor.say(thread, "to " + i, WhenInDoubt.SEND_AGAIN));
    }

    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> sending =
          people.submit(() -> {
            house.sendDue();
            return null;
          });
      for (UUID thread : threads) {
        change(transaction -> takeOver(transaction, thread));
      }
      sending.get();
    }
    house.sendDue();
    house.outbox.drain(Duration.ofSeconds(10));

    List<String> heard = house.graph.texts();
    assertThat(heard).doesNotHaveDuplicates();
    for (MessageDetails answer : answers) {
      boolean withdrawn = "withdrawn".equals(shown(answer.id()).failure());
      assertThat(heard.contains(answer.content().preview())).isEqualTo(!withdrawn);
      assertThat(house.state(answer.id())).isEqualTo(withdrawn ? "failed" : "accepted");
    }
  }

  private void takeOver(Transaction transaction, UUID thread) {
    noor.conversations.takeOver(
        transaction, noor.restaurantId, thread, new Speaker(noor.ids.next(), "Sami"));
  }

  private void change(Consumer<Transaction> change) {
    noor.database.changeRestaurant(noor.restaurantId, change);
  }

  /// From another thread, since this one has a transaction open.
  private static void outside(Work work) {
    CompletableFuture.runAsync(
            () -> {
              try {
                work.run();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            },
            command -> Thread.ofPlatform().start(command))
        .join();
  }

  /// What may be interrupted.
  @FunctionalInterface
  private interface Work {
    void run() throws InterruptedException;
  }

  private MessageDetails shown(UUID message) {
    return noor.<MessageDetails>in(transaction ->
        noor.conversations
            .transcript()
            .message(transaction, noor.restaurantId, message)
            .orElseThrow());
  }

  /// What screens were told of a message.
  private List<String> told(UUID message) {
    return noor.in(transaction ->
        transaction
            .sql(
                """
                select (event ->> 'status') || ' ' || (event ->> 'failure') as told from live_event
                 where event ->> 'type' = 'message_status_changed'
                   and event ->> 'messageId' = cast(:message as text)
                """)
            .with("message", message)
            .list(row -> row.text("told")));
  }
}
