package com.crmres.server.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.Dialect;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.Sentiment;
import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.conversation.Presence;
import com.crmres.server.conversation.Speaker;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.restaurant.Restaurants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final String SARA = "966500000001";
  private static final Duration IDLE = NoorHouse.PACE.idle();
  private static final Duration MOST = NoorHouse.PACE.most();

  private final NoorHouse noor = new NoorHouse();
  private final RecordingMind mind = new RecordingMind();
  private final RecordedPresence presence = new RecordedPresence();
  private final Turns turns = turns();

  @AfterEach
  void stop() {
    noor.close();
  }

  /// Trap 23.
  @Test
  void aBurstIsOneTurnAndIsAnsweredOnce() {
    UUID conversation = noor.receive(SARA, "one");
    noor.receive(SARA, "two");
    noor.receive(SARA, "three");

    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: one, two, three");
  }

  @Test
  void theCustomerSeesThatHeIsReadBeforeTheMindReads() {
    UUID conversation = noor.receive(SARA, "hello");
    mind.meanwhile(() -> assertThat(presence.typing).containsExactly(conversation));
    assertThat(presence.typing).isEmpty();

    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: hello");
  }

  @Test
  void waitsForSilenceButNoLongerThanABurstMayLast() {
    UUID conversation = noor.receive(SARA, "m0");
    forward(IDLE.minusMillis(1));
    assertThat(turns.answerNext()).isFalse();

    for (int i = 1; i <= 4; i++) {
      noor.receive(SARA, "m" + i);
      forward(Duration.ofMillis(1_100));
      assertThat(turns.answerNext()).as("after message %d", i).isFalse();
    }
    forward(MOST.minusMillis(1_499 + 4 * 1_100));
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: m0, m1, m2, m3, m4");
  }

  @Test
  void whatArrivesWhileTheMindReadsIsReadWithTheRestAndAnsweredOnce() {
    UUID conversation = noor.receive(SARA, "two burgers");
    forward(IDLE);
    mind.meanwhile(() -> noor.receive(SARA, "no, three"));

    turns.answerNext();
    assertThat(answers(conversation)).isEmpty();
    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: two burgers, no, three");
  }

  @Test
  void whatArrivesAfterTheLongestBurstIsTheNextTurns() {
    UUID conversation = noor.receive(SARA, "first");
    forward(MOST);
    mind.meanwhile(() -> noor.receive(SARA, "second"));

    turns.answerNext();
    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: first", "re: second");
  }

  @Test
  void goingOnWritingIsNoFailureOfTheAssistant() {
    UUID conversation = noor.receive(SARA, "m0");
    for (int i = 1; i <= 7; i++) {
      int number = i;
      noor.system("update turn set due_at = opened_at");
      mind.meanwhile(() -> noor.receive(SARA, "m" + number));
      assertThat(turns.answerNext()).isTrue();
    }
    forward(MOST);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: m0, m1, m2, m3, m4, m5, m6, m7");
    assertThat(noor.conversation(conversation).status()).isEqualTo(ConversationStatus.ACTIVE);
  }

  @Test
  void twoWorkersAnswerEachTurnOnce() throws Exception {
    List<UUID> conversations = new ArrayList<>();
    for (int i = 10; i < 22; i++) {
      conversations.add(noor.receive("9665000000" + i, "hello"));
    }
    forward(IDLE);
    Turns other = turns();

    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running =
          List.of(nodes.submit(() -> answerAll(turns)), nodes.submit(() -> answerAll(other)));
      for (Future<?> node : running) {
        node.get();
      }
    }

    assertThat(conversations)
        .allSatisfy(id -> assertThat(answers(id)).containsExactly("re: hello"));
  }

  @Test
  void anAnswerWhoseLeaseWasLostIsThrownAway() {
    UUID conversation = noor.receive(SARA, "hello");
    forward(IDLE);
    Turns other = turns();
    mind.meanwhile(() -> {
      noor.system("update turn set leased_until = now() - interval '1 second'");
      other.answerNext();
    });

    turns.answerNext();
    answerAll();

    assertThat(mind.read).hasSize(2);
    assertThat(answers(conversation)).containsExactly("re: hello");
  }

  @Test
  void nothingIsSaidOnceAPersonHasTakenOver() {
    UUID conversation = noor.receive(SARA, "hello");
    forward(IDLE);
    mind.meanwhile(() -> takeOver(conversation));

    turns.answerNext();
    answerAll();

    assertThat(answers(conversation)).isEmpty();
    assertThat(noor.conversation(conversation).answerer()).isEqualTo(Answerer.STAFF);
  }

  /// behaviour 29, trap 50: another program got the thread while the mind was reading.
  @Test
  void nothingIsSaidInAThreadThatAnotherProgramHas() {
    UUID conversation = noor.receive(SARA, "hello");
    forward(IDLE);
    mind.meanwhile(() ->
        noor.database.changeRestaurant(
            noor.restaurantId,
            transaction ->
                noor.conversations
                    .elsewhere()
                    .overhear(
                        transaction,
                        noor.restaurantId,
                        new InboundMessage(
                            NoorHouse.NUMBER,
                            new Identifiers(null, SARA, null),
                            null,
                            "wamid.standby",
                            new MessageContent.Text("to the other one"),
                            InboundMessage.Mentions.NONE,
                            "{}",
                            noor.clock.instant(),
                            true))));

    turns.answerNext();
    answerAll();

    assertThat(answers(conversation)).isEmpty();
    assertThat(noor.conversation(conversation).channel().standby()).isTrue();
  }

  @Test
  void aMindThatFailsIsAskedAgain() {
    UUID conversation = noor.receive(SARA, "hello");
    forward(IDLE);
    mind.meanwhile(RecordingMind.FAILS);

    turns.answerNext();
    assertThat(answers(conversation)).isEmpty();
    forward(Duration.ofSeconds(1));
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: hello");
  }

  @Test
  void afterFiveFailuresAPersonMustLook() {
    UUID conversation = noor.receive(SARA, "a hard one");
    for (int i = 0; i < 5; i++) {
      mind.meanwhile(i % 2 == 0 ? RecordingMind.FAILS : RecordingMind.RECURSES);
    }
    for (int i = 0; i < 6; i++) {
      forward(IDLE);
      assertThat(turns.answerNext()).isTrue();
    }
    forward(IDLE);

    assertThat(turns.answerNext()).isFalse();
    assertThat(mind.read).hasSize(5);
    ConversationSummary given = noor.conversation(conversation);
    assertThat(given.status()).isEqualTo(ConversationStatus.ESCALATED);
    assertThat(given.reason()).isEqualTo(EscalationReason.ASSISTANT_FAILED);
    assertThat(given.waitingSince()).isNotNull();
    assertThat(given.unread()).isEqualTo(1);
  }

  @Test
  void aPersonWhoTookOverMeanwhileIsNotCalledAgain() {
    UUID conversation = noor.receive(SARA, "a hard one");
    noor.system("update turn set attempts = 5");
    forward(IDLE);

    CompletableFuture<Void> worker =
        noor.in(transaction -> {
          noor.conversations.lock(transaction, noor.restaurantId, conversation);
          CompletableFuture<Void> running =
              CompletableFuture.runAsync(
                  turns::answerNext, command -> Thread.ofPlatform().start(command));
          awaitBlockedOutside();
          noor.conversations.takeOver(
              transaction, noor.restaurantId, conversation, new Speaker(noor.ids.next(), "Sami"));
          return running;
        });
    worker.join();

    assertThat(noor.conversation(conversation).status()).isEqualTo(ConversationStatus.ACTIVE);
  }

  @Test
  void whatAPersonDealtWithIsNeverAnsweredAgain() {
    UUID conversation = noor.receive(SARA, "two burgers please");
    takeOver(conversation);
    reply(conversation, "two burgers, at once");
    noor.receive(SARA, "thank you");
    resolve(conversation);

    noor.receive(SARA, "hello again");
    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: hello again");
  }

  @Test
  void whatNobodyAnsweredIsTheAssistantsAfterHandingBack() {
    UUID conversation = noor.receive(SARA, "two burgers please");
    reply(conversation, "one moment");
    noor.receive(SARA, "and a juice");
    noor.in(transaction ->
        noor.conversations.say(
            transaction,
            noor.restaurantId,
            conversation,
            Sender.SYSTEM,
            new MessageContent.Text("order A-1 is ready"),
            Channel.WhenInDoubt.HOLD));
    handBack(conversation);
    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: and a juice");
  }

  @Test
  void handingBackWhatIsAnsweredOpensNothing() {
    UUID conversation = noor.receive(SARA, "hello");
    forward(IDLE);
    answerAll();
    takeOver(conversation);

    handBack(conversation);
    forward(IDLE);

    assertThat(turns.answerNext()).isFalse();
  }

  @Test
  void aSecondPartTakenOverAndHandedBackIsStillAnswered() {
    UUID conversation = noor.receive(SARA, "first");
    forward(MOST);
    mind.meanwhile(() -> noor.receive(SARA, "second"));
    turns.answerNext();

    takeOver(conversation);
    handBack(conversation);
    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: first", "re: second");
  }

  @Test
  void aNewNameAndANewLanguageAtOnceDoNotDeadlock() {
    UUID conversation = noor.receive(SARA, "hello");

    CompletableFuture<UUID> receiving =
        noor.in(transaction -> {
          noor.conversations.lock(transaction, noor.restaurantId, conversation);
          CompletableFuture<UUID> running =
              CompletableFuture.supplyAsync(
                  () -> noor.receive(SARA, "New Name", new MessageContent.Text("more")),
                  command -> Thread.ofPlatform().start(command));
          awaitBlockedOutside();
          noor.conversations.speaks(
              transaction, noor.restaurantId, conversation, Language.EGYPTIAN);
          return running;
        });

    assertThat(receiving.join()).isEqualTo(conversation);
    assertThat(noor.conversation(conversation).customer().name()).isEqualTo("New Name");
  }

  /// Trap 22.
  @Test
  void anEditBeforeTheAnswerIsReadInPlaceOfTheOldWords() {
    UUID conversation = noor.receive(SARA, "two burgers");
    noor.edit(SARA, noor.lastWamid(), "three burgers");

    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: three burgers");
    assertThat(mind.read.getLast().said().getFirst().corrects()).isNull();
  }

  /// Trap 22.
  @Test
  void anEditWhileTheMindReadsIsReadAnewAndAnsweredOnce() {
    UUID conversation = noor.receive(SARA, "two burgers");
    String wamid = noor.lastWamid();
    forward(IDLE);
    mind.meanwhile(() -> noor.edit(SARA, wamid, "three burgers"));

    turns.answerNext();
    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: three burgers");
  }

  /// Trap 22.
  @Test
  void anEditAfterTheAnswerIsATurnThatKnowsWhatWasAnswered() {
    UUID conversation = noor.receive(SARA, "two burgers");
    String wamid = noor.lastWamid();
    forward(IDLE);
    answerAll();

    noor.edit(SARA, wamid, "four burgers");
    noor.edit(SARA, wamid, "three burgers");
    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: two burgers", "re: three burgers");
    assertThat(mind.read.getLast().said())
        .singleElement()
        .satisfies(said ->
            assertThat(said.corrects())
                .extracting(Turn.Correction::before)
                .isEqualTo(new MessageContent.Text("two burgers")));
  }

  /// Trap 22.
  @Test
  void whatWasTakenBackIsNeverRead() {
    UUID conversation = noor.receive(SARA, "two burgers");
    noor.revoke(SARA, noor.lastWamid());
    forward(IDLE);
    answerAll();
    assertThat(answers(conversation)).isEmpty();

    noor.receive(SARA, "a juice");
    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: a juice");
  }

  /// Trap 22.
  @Test
  void takingBackWhatWasAnsweredSaysNothingAndEndsTheTurn() {
    UUID conversation = noor.receive(SARA, "two burgers");
    String wamid = noor.lastWamid();
    forward(IDLE);
    answerAll();

    noor.revoke(SARA, wamid);
    forward(MOST);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: two burgers");
    assertThat(turns.answerNext()).isFalse();
  }

  /// Trap 25: an older message that comes late is read with what it belongs to, or as a turn of its
  /// own once that is answered.
  @Test
  void anOlderMessageThatComesLateIsReadFirstAndLeftOutOfNothing() {
    UUID conversation = noor.receive(SARA, "and a juice");
    noor.clock.forward(Duration.ofSeconds(-10));
    noor.receive(SARA, "two burgers");
    noor.clock.forward(Duration.ofSeconds(10));

    forward(IDLE);
    answerAll();

    assertThat(answers(conversation)).containsExactly("re: two burgers, and a juice");
  }

  /// From another thread, since this one has a transaction open.
  private void awaitBlockedOutside() {
    CompletableFuture.runAsync(
            () -> noor.awaitBlocked(1), command -> Thread.ofPlatform().start(command))
        .join();
  }

  private Turns turns() {
    Restaurants restaurants = new Restaurants(noor.clock);
    Menus menus = new Menus(noor.events);
    Carts carts = new Carts(restaurants, menus, noor.clock, noor.ids);
    return new Turns(
        noor.database,
        noor.conversations,
        noor.turnQueue,
        new Dialogue(
            noor.conversations,
            new Context(noor.conversations, restaurants, menus, carts),
            TurnsTest::repeat,
            noor.clock),
        mind,
        Discretion.FULL,
        presence,
        MOST,
        noor.clock);
  }

  /// A desk that says back what was said.
  private static Desk.Served repeat(
      Transaction transaction, UUID restaurantId, Turn turn, Reading reading) {
    List<String> words = turn.said().stream().map(said -> said.content().preview()).toList();
    return new Desk.Served(
        List.of(new MessageContent.Text("re: " + String.join(", ", words))), null, 0, null);
  }

  private void forward(Duration by) {
    noor.clock.forward(by);
  }

  private void answerAll() {
    answerAll(turns);
  }

  private static void answerAll(Turns worker) {
    boolean more = true;
    while (more) {
      more = worker.answerNext();
    }
  }

  private List<String> answers(UUID conversation) {
    return noor.said(conversation, Sender.AI);
  }

  private void takeOver(UUID conversation) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.takeOver(
                transaction,
                noor.restaurantId,
                conversation,
                new Speaker(noor.ids.next(), "Sami")));
  }

  private void handBack(UUID conversation) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.handBack(transaction, noor.restaurantId, conversation, null));
  }

  private void resolve(UUID conversation) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.resolve(transaction, noor.restaurantId, conversation, null));
  }

  private void reply(UUID conversation, String text) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.reply(
                transaction,
                noor.restaurantId,
                conversation,
                new Speaker(noor.ids.next(), "Sami"),
                new ReplyRequest(noor.ids.next(), text)));
  }

  /// Remembers what it read, and lets happen what the test wants while it reads.
  private static final class RecordingMind implements Mind {

    static final Runnable FAILS =
        () -> {
          throw new IllegalStateException("the mind is tired");
        };
    static final Runnable RECURSES =
        () -> {
          throw new StackOverflowError("too deep");
        };

    final List<Turn> read = Collections.synchronizedList(new ArrayList<>());
    private final Queue<Runnable> meanwhile = new ConcurrentLinkedQueue<>();

    void meanwhile(Runnable happening) {
      meanwhile.add(happening);
    }

    @Override
    public Reading read(Turn turn) {
      read.add(turn);
      Runnable happening = meanwhile.poll();
      if (happening != null) {
        happening.run();
      }
      return new Reading(
          List.of(),
          List.of(),
          List.of(),
          new Judgement(Intent.GREETING, 1, Sentiment.NEUTRAL, 1, Dialect.SAUDI, 1),
          1,
          Language.SAUDI,
          Work.byItself("recording"));
    }
  }

  /// Remembers to whom it was shown that we write.
  private static final class RecordedPresence implements Presence {
    private final List<UUID> typing = new ArrayList<>();

    @Override
    public void read(UUID restaurantId, UUID conversationId) {}

    @Override
    public void typing(UUID restaurantId, UUID conversationId) {
      typing.add(conversationId);
    }
  }
}
