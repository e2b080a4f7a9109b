package com.crmres.server.whatsapp.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Channel.WhenInDoubt;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.webhook.DeliverySplitter;
import com.crmres.server.whatsapp.webhook.Inbox;
import com.crmres.server.whatsapp.webhook.MarketingWishes;
import com.crmres.server.whatsapp.webhook.Sample;
import com.crmres.server.whatsapp.webhook.UnitWorker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {

  private static final Duration WAIT = SendingHouse.WAIT;
  private static final String USER_ID = "SA.20261122000000012345";
  private static final String SARA = "966500000001";

  private final SendingHouse house = new SendingHouse();
  private final NoorHouse noor = house.noor;
  private final Inbox inbox = house.inbox;
  private final ScriptedGraph graph = house.graph;
  private final Outbox outbox = house.outbox;
  private final Doubts doubts = house.doubts;
  private final OutboxStore store = new OutboxStore();

  @AfterEach
  void stop() throws InterruptedException {
    inbox.stop();
    house.close();
  }

  /// trap 27: taken is not delivered.
  @Test
  void keepsTheIdUnderWhichWhatsAppTookAMessage() throws Exception {
    UUID message = say(SARA, "أهلاً");

    sendDue(outbox);

    assertThat(graph.heard())
        .singleElement()
        .satisfies(heard -> {
          assertThat(heard.to()).isEqualTo(SARA);
          assertThat(heard.text()).isEqualTo("أهلاً");
          assertThat(heard.callbackData()).isEqualTo(message.toString());
        });
    assertThat(state(message)).isEqualTo("accepted");
    assertThat(text(message, "wamid")).isEqualTo("wamid.out.1");
    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.QUEUED);
  }

  /// trap 28
  @Test
  void sendsOneCustomersMessagesInTheirOrderEvenWhenOneIsTriedAgain() throws Exception {
    graph.script(ScriptedGraph::accept, ScriptedGraph.refuse(131000));
    for (int i = 1; i <= 4; i++) {
      say(SARA, "m" + i);
    }

    sendDue(outbox);
    assertThat(graph.texts()).containsExactly("m1", "m2");
    makeDue();
    sendDue(outbox);

    assertThat(graph.texts()).containsExactly("m1", "m2", "m2", "m3", "m4");
  }

  @Test
  void twoSendersNeverSendOneMessageTwice() throws Exception {
    List<String> expected = new ArrayList<>();
    for (int customer = 0; customer < 12; customer++) {
      for (int i = 0; i < 4; i++) {
        say("9665000001" + (10 + customer), customer + "/" + i);
        expected.add(customer + "/" + i);
      }
    }
    Outbox other = house.outbox(Duration.ofSeconds(12));

    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running =
          List.of(nodes.submit(() -> sendAll(outbox)), nodes.submit(() -> sendAll(other)));
      for (Future<?> node : running) {
        node.get();
      }
    }
    sendDue(outbox);

    assertThat(graph.texts()).containsExactlyInAnyOrderElementsOf(expected);
    for (int customer = 0; customer < 12; customer++) {
      String prefix = customer + "/";
      assertThat(graph.texts().stream().filter(text -> text.startsWith(prefix)))
          .containsExactly(prefix + 0, prefix + 1, prefix + 2, prefix + 3);
    }
  }

  @ParameterizedTest
  @CsvSource({"131000, 1", "131016, 1", "131056, 1", "131048, 3600", "131049, 86400"})
  void waitsAsLongAsTheRefusalAsksFor(int code, double seconds) throws Exception {
    graph.script(ScriptedGraph.refuse(code));
    UUID message = say(SARA, "later");

    sendDue(outbox);

    assertThat(state(message)).isEqualTo("pending");
    assertThat(number(message, "refusals")).isEqualTo(1);
    assertThat(number(message, "extract(epoch from next_at - now())"))
        .isCloseTo(seconds, within(5.0))
        .isLessThanOrEqualTo(seconds);
    makeDue();
    sendDue(outbox);
    assertThat(state(message)).isEqualTo("accepted");
  }

  @Test
  void aRefusedCustomerDelaysNoOther() throws Exception {
    graph.script(ScriptedGraph.refuse(131056));
    say(SARA, "too much");
    sendDue(outbox);
    say(SARA, "next");
    say("966500000002", "hello");

    sendDue(outbox);

    assertThat(graph.texts()).containsExactly("too much", "hello");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 190, 200, 299, 131031, 133010})
  void aBrokenNumberRestsAndLosesNothing(int code) throws Exception {
    graph.script(ScriptedGraph.refuse(code));
    UUID first = say(SARA, "first");
    sendDue(outbox);
    UUID second = say("966500000002", "second");

    sendDue(outbox);
    assertThat(graph.texts()).containsExactly("first");
    noor.system("update whatsapp_number set probation = true");
    makeDue();
    sendDue(outbox);

    assertThat(state(first)).isEqualTo("accepted");
    assertThat(state(second)).isEqualTo("accepted");
    assertThat(number(first, "refusals")).isZero();
  }

  /// behaviour 21, trap 14: whoever has no phone is written to by his user id.
  @Test
  void writesToACustomerWithoutPhoneByHisUserId() throws Exception {
    noor.say(byUserId(), "أهلاً", WhenInDoubt.SEND_AGAIN);

    sendDue(outbox);

    assertThat(graph.heard())
        .singleElement()
        .satisfies(heard -> {
          assertThat(heard.body().path("recipient").asText()).isEqualTo(USER_ID);
          assertThat(heard.body().has("to")).isFalse();
        });
  }

  /// behaviour 21: what needs a phone fails for all to see, and a person is called.
  @Test
  void callsAPersonWhereAUserIdIsNoAddress() throws Exception {
    graph.script(ScriptedGraph.refuse(131062));
    UUID conversation = byUserId();
    UUID message = noor.say(conversation, "أهلاً", WhenInDoubt.SEND_AGAIN).id();

    sendDue(outbox);

    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(noor.conversation(conversation).status()).isEqualTo(ConversationStatus.ESCALATED);
  }

  /// trap 12: he is known by the number we dialled and by the one WhatsApp calls him.
  @Test
  void keepsTheNumberByWhichWhatsAppCallsACustomer() throws Exception {
    graph.script(ScriptedGraph.acceptAs("551187654321"));
    UUID conversation = noor.receive("5511987654321", "oi");
    noor.say(conversation, "olá", WhenInDoubt.SEND_AGAIN);

    sendDue(outbox);

    assertThat(noor.receive("551187654321", "oi")).isEqualTo(conversation);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 131026, 131047, 131009, 999_999})
  void showsWhyAHopelessMessageFailedAndGoesOn(int code) throws Exception {
    graph.script(ScriptedGraph.refuse(code));
    UUID message = say(SARA, "hopeless");
    UUID next = say(SARA, "next");

    sendDue(outbox);

    assertThat(state(message)).isEqualTo("failed");
    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(shown(message).failure()).isEqualTo(code + " no thanks");
    assertThat(state(next)).isEqualTo("accepted");
  }

  @Test
  void givesUpAfterThreeRetriesWhereWhatsAppDoesNotKnowWhatIsWrong() throws Exception {
    UUID message = say(SARA, "again and again");
    for (int i = 0; i < 5; i++) {
      graph.script(ScriptedGraph.refuse(131000));
    }

    for (int i = 0; i < 6; i++) {
      makeDue();
      sendDue(outbox);
    }

    assertThat(graph.heard()).hasSize(4);
    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.FAILED);
  }

  @Test
  void triesAgainWhatCouldNotBeHandedOver() throws Exception {
    int port = graph.port();
    graph.close();
    UUID message = say(SARA, "nobody there");
    sendDue(outbox);
    assertThat(state(message)).isEqualTo("pending");

    try (ScriptedGraph back = new ScriptedGraph(port)) {
      makeDue();
      sendDue(outbox);
      assertThat(back.texts()).containsExactly("nobody there");
    }
    assertThat(state(message)).isEqualTo("accepted");
  }

  /// trap 26, behaviour 15
  @Test
  void aStatusSettlesAMessageWhoseAnswerWasLost() throws Exception {
    graph.script(ScriptedGraph::loseAnswer);
    UUID message = say(SARA, "lost answer");
    sendDue(outbox);
    assertThat(state(message)).isEqualTo("in_doubt");

    status(message, "wamid.out.1", "delivered");
    listen(WAIT);
    doubts.settle();
    sendDue(outbox);

    assertThat(state(message)).isEqualTo("accepted");
    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(graph.heard()).hasSize(1);
    assertThat(house.counted("crm.channel.doubts", "outcome", "opened")).isEqualTo(1);
    assertThat(house.counted("crm.channel.doubts", "outcome", "settled_by_status")).isEqualTo(1);
    assertThat(house.counted("crm.channel.doubts", "outcome", "sent_again")).isZero();
  }

  /// behaviour 15
  @ParameterizedTest
  @EnumSource(value = DoubtPolicy.class, names = "BY_MESSAGE", mode = EnumSource.Mode.EXCLUDE)
  void theOperatorMayDecideForAllMessagesWhatADoubtMeans(DoubtPolicy policy) throws Exception {
    graph.script(ScriptedGraph::loseAnswer);
    boolean again = policy == DoubtPolicy.SEND_AGAIN;
    UUID message = say(SARA, "in doubt", again ? WhenInDoubt.HOLD : WhenInDoubt.SEND_AGAIN);
    sendDue(outbox);
    listen(WAIT);

    house.doubts(policy).settle();
    sendDue(outbox);

    assertThat(state(message)).isEqualTo(again ? "accepted" : "held");
    assertThat(house.counted("crm.channel.doubts", "outcome", again ? "sent_again" : "held"))
        .isEqualTo(1);
  }

  @Test
  void anAnswerThatIsNoJsonLeavesADoubt() throws Exception {
    graph.script(ScriptedGraph::answerInHtml);
    UUID message = say(SARA, "bad gateway");

    sendDue(outbox);

    assertThat(state(message)).isEqualTo("in_doubt");
  }

  @Test
  void anAnswerWithoutEndFreesItsSender() throws Exception {
    graph.script(ScriptedGraph::stall);
    UUID message = say(SARA, "stalled");
    Outbox hasty = house.outbox(Duration.ofMillis(300));

    sendDue(hasty);

    assertThat(state(message)).isEqualTo("in_doubt");
  }

  /// trap 26
  @Test
  void sendsADoubtfulMessageAgainOnlyAfterItHasListenedLongEnough() throws Exception {
    graph.script(ScriptedGraph::loseAnswer);
    UUID message = say(SARA, "in doubt");
    sendDue(outbox);

    listen(WAIT.minusSeconds(10));
    doubts.settle();
    assertThat(state(message)).isEqualTo("in_doubt");

    listen(Duration.ofSeconds(10));
    doubts.settle();
    sendDue(outbox);

    assertThat(graph.heard()).hasSize(2);
    assertThat(state(message)).isEqualTo("accepted");
  }

  @Test
  void showsPeopleAMessageOfWhichNothingWasHeardAfterFourAttempts() throws Exception {
    graph.script(
        ScriptedGraph::loseAnswer,
        ScriptedGraph::loseAnswer,
        ScriptedGraph::loseAnswer,
        ScriptedGraph::loseAnswer);
    UUID message = say(SARA, "in doubt");

    for (int attempt = 1; attempt <= 4; attempt++) {
      sendDue(outbox);
      assertThat(graph.heard()).hasSize(attempt);
      listen(WAIT);
      doubts.settle();
    }
    sendDue(outbox);

    assertThat(graph.heard()).hasSize(4);
    assertThat(state(message)).isEqualTo("held");
    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.FAILED);
  }

  @Test
  void timeInWhichNobodyListenedDoesNotCount() throws Exception {
    graph.script(ScriptedGraph::loseAnswer);
    UUID message = say(SARA, "a long stop");
    sendDue(outbox);

    noor.system("update listening set beat_at = now() - interval '2 hours'");
    doubts.settle();

    assertThat(state(message)).isEqualTo("in_doubt");
  }

  @Test
  void aDeliveryNotYetReadKeepsADoubtOpen() throws Exception {
    graph.script(ScriptedGraph::loseAnswer);
    UUID message = say(SARA, "a status lies there");
    sendDue(outbox);
    deliver(message, "wamid.out.1", "sent");
    noor.system("update webhook_delivery set received_at = now() - interval '5 seconds'");
    listen(WAIT);

    doubts.settle();

    assertThat(state(message)).isEqualTo("in_doubt");
  }

  @Test
  void whileDeliveriesAreRefusedNoDoubtEnds() throws Exception {
    graph.script(ScriptedGraph::loseAnswer);
    UUID message = say(SARA, "deaf");
    sendDue(outbox);
    listen(WAIT);
    inbox.stop();

    doubts.settle();

    assertThat(state(message)).isEqualTo("in_doubt");
  }

  /// behaviour 15
  @Test
  void whatMustNotBeDoubledIsShownToPeopleInsteadOfSentAgain() throws Exception {
    graph.script(ScriptedGraph::loseAnswer);
    UUID message = say(SARA, "order A-17 is placed", WhenInDoubt.HOLD);
    sendDue(outbox);

    listen(WAIT);
    doubts.settle();
    sendDue(outbox);

    assertThat(graph.heard()).hasSize(1);
    assertThat(state(message)).isEqualTo("held");
    assertThat(shown(message).failure()).isEqualTo("no word from WhatsApp");

    status(message, "wamid.out.1", "delivered");
    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(shown(message).failure()).isNull();
  }

  /// A film takes minutes; words need not wait for it.
  @Test
  void filesOnTheirWayToWhatsAppHoldUpNobodyElse() throws Exception {
    Outbox sender =
        house.outbox(
            noor.database,
            new CloudApi(
                house.graphApi(Duration.ofSeconds(12)),
                house.tokens::of,
                (_, _, _) -> {
                  throw MediaUnavailable.forNow("its upload goes on");
                }));
    MessageContent film =
        new MessageContent.Media(
            noor.ids.next(),
            MediaKind.VIDEO,
            "video/mp4",
            1_000L,
            null,
            null,
            false,
            MediaState.READY,
            null);
    for (int i = 0; i < 6; i++) {
      house.say("96650000010" + i, film);
    }
    sendDue(sender);

    UUID words = say(SARA, "your order is ready");
    sendDue(sender);

    assertThat(state(words)).isEqualTo("accepted");
  }

  /// His phone may be off for days; whoever still saw a failure would send the message again.
  @Test
  void aMessageThatWhatsAppHasAfterAllIsNoLongerShownAsFailed() throws Exception {
    graph.script(ScriptedGraph::loseAnswer);
    UUID message = say(SARA, "order A-19 is placed", WhenInDoubt.HOLD);
    sendDue(outbox);
    listen(WAIT);
    doubts.settle();
    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.FAILED);

    status(message, "wamid.out.1", "sent");

    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(shown(message).failure()).isNull();
  }

  /// Two messages, or two nodes, may learn a reader's other number at the same time.
  @Test
  void aReadersOtherNumberInDisputeLeavesNoDoubtAboutTheMessage() throws Exception {
    graph.script(ScriptedGraph.acceptAs("551187654321"));
    UUID message = say("5511987654321", "olá");
    noor.receive(SARA, "hello");

    whileOthersHold(
        transaction ->
            transaction
                .sql(
                    """
                    insert into customer_identifier (restaurant_id, kind, value, customer_id, since)
                    select restaurant_id, 'phone', '551187654321', customer_id, now()
                      from customer_identifier where value = :sara
                    """)
                .with("sara", SARA)
                .update(),
        _ -> {});

    assertThat(state(message)).isEqualTo("accepted");
  }

  /// A merge holds the message and wants its place in the outbox, while the answer comes.
  @Test
  void anAnswerThatLosesADeadlockIsNotForgotten() throws Exception {
    UUID message = say(SARA, "once");

    whileOthersHold(
        transaction ->
            transaction
                .sql("update message set raw = raw where id = :id")
                .with("id", message)
                .update(),
        transaction ->
            transaction
                .sql("update outbox set created_at = created_at where message_id = :id")
                .with("id", message)
                .update());

    assertThat(state(message)).isEqualTo("accepted");
  }

  /// Sends while another transaction holds something, which goes on once the sender waits for it.
  private void whileOthersHold(Consumer<Transaction> first, Consumer<Transaction> then)
      throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Thread other =
        Thread.ofVirtual()
            .start(() ->
                noor.database.changeRestaurant(
                    noor.restaurantId,
                    transaction -> {
                      first.accept(transaction);
                      held.countDown();
                      await(goOn);
                      then.accept(transaction);
                    }));
    held.await();
    house.refill();
    outbox.send();
    noor.awaitBlocked(1);
    goOn.countDown();
    other.join();
    outbox.drain(Duration.ofSeconds(10));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void noMessageIsGivenUpWithoutPeopleBeingTold() throws Exception {
    graph.script(ScriptedGraph::loseAnswer);
    UUID message = say(SARA, "order A-18 is placed", WhenInDoubt.HOLD);
    sendDue(outbox);
    listen(WAIT);
    Doubts dying =
        new Doubts(
            noor.database,
            inbox::heardEverything,
            noor.conversations,
            WAIT,
            DoubtPolicy.BY_MESSAGE,
            house.metrics,
            new ClockThatKills());

    assertThatThrownBy(dying::settle).isInstanceOf(IllegalStateException.class);
    assertThat(state(message)).isEqualTo("in_doubt");
    doubts.settle();

    assertThat(state(message)).isEqualTo("held");
    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.FAILED);
  }

  @Test
  void aSenderThatDiedLeavesADoubtAndItsLateAnswerSettlesIt() {
    UUID message = say(SARA, "the sender dies");
    OutboxStore.Held held = hold();
    noor.system("update outbox set leased_until = now() - interval '1 second'");

    doubts.settle();
    assertThat(state(message)).isEqualTo("in_doubt");
    boolean settled = noor.in(transaction -> store.accepted(transaction, held, "wamid.late"));

    assertThat(settled).isTrue();
    assertThat(state(message)).isEqualTo("accepted");
    assertThat(text(message, "wamid")).isEqualTo("wamid.late");
  }

  @Test
  void anAnswerOfAnEarlierAttemptSettlesNothing() {
    UUID message = say(SARA, "fenced");
    OutboxStore.Held first = hold();
    noor.system("update outbox set state = 'pending', leased_until = null");
    hold();

    boolean settled = noor.in(transaction -> store.failed(transaction, first, 100));

    assertThat(settled).isFalse();
    assertThat(state(message)).isEqualTo("sending");
  }

  /// trap 7, behaviour 13
  @Test
  void aStatusMayOvertakeTheAnswer() throws Exception {
    UUID message = say(SARA, "overtaken");
    graph.script((request, exchange) -> {
      status(message, request.wamid(), "sent");
      ScriptedGraph.accept(request, exchange);
    });

    sendDue(outbox);

    assertThat(state(message)).isEqualTo("accepted");
    assertThat(shown(message).status()).isEqualTo(DeliveryStatus.SENT);
    assertThat(text(message, "wamid")).isEqualTo("wamid.out.1");
  }

  /// trap 5, trap 6, trap 9, behaviour 14
  @Test
  void statusesOnlyMoveUp() {
    Map<DeliveryStatus, Set<DeliveryStatus>> above = new EnumMap<>(DeliveryStatus.class);
    above.put(
        DeliveryStatus.QUEUED,
        EnumSet.of(
            DeliveryStatus.SENT,
            DeliveryStatus.DELIVERED,
            DeliveryStatus.READ,
            DeliveryStatus.FAILED));
    above.put(
        DeliveryStatus.SENT,
        EnumSet.of(DeliveryStatus.DELIVERED, DeliveryStatus.READ, DeliveryStatus.FAILED));
    above.put(DeliveryStatus.DELIVERED, EnumSet.of(DeliveryStatus.READ));
    above.put(DeliveryStatus.READ, EnumSet.noneOf(DeliveryStatus.class));
    above.put(DeliveryStatus.FAILED, EnumSet.of(DeliveryStatus.DELIVERED, DeliveryStatus.READ));

    for (DeliveryStatus from : DeliveryStatus.values()) {
      for (DeliveryStatus to : DeliveryStatus.values()) {
        UUID message = say(SARA, from + " " + to);
        report(message, from);
        report(message, to);
        boolean moves = above.getOrDefault(from, Set.of()).contains(to);
        assertThat(shown(message).status())
            .as("%s after %s", to, from)
            .isEqualTo(moves ? to : from);
      }
    }
  }

  @Test
  void sendsAtMost45AtOnceToOneCustomerAndDelaysNoOther() throws Exception {
    IntStream.range(0, 50).forEach(i -> say(SARA, "s" + i));
    say("966500000002", "other");

    sendDue(outbox);

    assertThat(graph.heard().stream().filter(heard -> heard.to().equals(SARA))).hasSize(45);
    assertThat(graph.texts()).contains("other");
    noor.system("update outbox_pace set used_until = used_until - interval '6 seconds'");
    sendDue(outbox);
    assertThat(graph.heard().stream().filter(heard -> heard.to().equals(SARA))).hasSize(46);
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "0.5, 1"})
  void sendsNoFasterThanTheNumberMay(double perSecond, int atOnce) throws Exception {
    noor.numbers.assign(noor.restaurantId, NoorHouse.ACCOUNT, NoorHouse.NUMBER, perSecond);
    IntStream.range(10, 20).forEach(i -> say("9665000000" + i, "hello"));
    refill();

    outbox.send();
    outbox.drain(Duration.ofSeconds(5));

    assertThat(graph.heard()).hasSize(atOnce);
  }

  private UUID byUserId() {
    return noor.in(transaction -> {
      UUID message =
          noor.conversations
              .receive(
                  transaction,
                  noor.restaurantId,
                  new InboundMessage(
                      NoorHouse.NUMBER,
                      new Identifiers(USER_ID, null, "khalid.eats"),
                      null,
                      "wamid.user",
                      new MessageContent.Text("hi"),
                      InboundMessage.Mentions.NONE,
                      "{}",
                      noor.clock.instant(),
                      true))
              .orElseThrow();
      return noor.conversations.ofMessage(transaction, noor.restaurantId, message).id();
    });
  }

  private UUID say(String customer, String text) {
    return say(customer, text, WhenInDoubt.SEND_AGAIN);
  }

  private UUID say(String customer, String text, WhenInDoubt whenInDoubt) {
    return noor.say(noor.receive(customer, "hello"), text, whenInDoubt).id();
  }

  private void sendDue(Outbox sender) throws InterruptedException {
    house.sendDue(sender);
  }

  private boolean sendAll(Outbox sender) throws InterruptedException {
    sendDue(sender);
    return true;
  }

  private void refill() {
    house.refill();
  }

  private void makeDue() {
    house.makeDue();
  }

  private void listen(Duration span) {
    house.listen(span);
  }

  private OutboxStore.Held hold() {
    return noor.database.inSystem(
        transaction -> store.hold(transaction, NoorHouse.NUMBER, 1).getFirst());
  }

  private void report(UUID message, DeliveryStatus status) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations
                .channelNews()
                .report(
                    transaction, noor.restaurantId, message, status, noor.clock.instant(), null));
  }

  /// WhatsApp delivers a status, and it is worked through.
  private void status(UUID message, String wamid, String status) {
    deliver(message, wamid, status);
    DeliverySplitter splitter = new DeliverySplitter(noor.database, () -> {});
    UnitWorker worker =
        new UnitWorker(
            noor.database,
            new Inbox(noor.testDatabase.application(), () -> {}),
            "node",
            noor.numbers,
            noor.conversations,
            noor.changes,
            house.reports,
            List.of(),
            List.of(),
            (_, _, _, _) -> {},
            noor.ids,
            new MarketingWishes(noor.conversations, noor.customers, noor.consents, noor.notices));
    boolean more = true;
    while (more) {
      more = splitter.split();
      more |= worker.work();
    }
  }

  private void deliver(UUID message, String wamid, String status) {
    byte[] body =
        Sample.delivery(List.of(Sample.status(message.toString(), wamid, status, 1_790_000_000)));
    noor.database.changeSystem(transaction ->
        transaction
            .sql("insert into webhook_delivery (body) values (:body)")
            .with("body", body)
            .update());
  }

  private String state(UUID message) {
    return text(message, "state");
  }

  private MessageDetails shown(UUID message) {
    return noor.in(transaction ->
        noor
            .conversations
            .transcript()
            .messages(
                transaction,
                noor.restaurantId,
                UUID.fromString(text(transaction, message, "conversation_id")),
                null,
                200)
            .stream()
            .filter(details -> details.id().equals(message))
            .findFirst()
            .orElseThrow());
  }

  private double number(UUID message, String column) {
    return Double.parseDouble(text(message, column));
  }

  private String text(UUID message, String column) {
    return noor.in(transaction -> text(transaction, message, column));
  }

  private static String text(Transaction transaction, UUID message, String column) {
    return transaction
        .sql("select cast(" + column + " as text) as found from outbox where message_id = :message")
        .with("message", message)
        .one(row -> row.text("found"));
  }

  /// Stands for a process that dies at a certain moment.
  private static final class ClockThatKills extends Clock {
    @Override
    public Instant instant() {
      throw new IllegalStateException("the process dies");
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
