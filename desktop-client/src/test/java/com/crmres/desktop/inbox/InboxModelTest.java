package com.crmres.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.DeliveryStatus;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboxModelTest {

  private final Clock clock = Clock.fixed(World.NOW, ZoneOffset.UTC);
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final InboxModel inbox = inbox(PatientCalls.immediate());
  private final ThreadModel thread = inbox.thread();

  private InboxModel inbox(Calls calls) {
    return new InboxModel(
        api,
        calls,
        World.OLAYA.id(),
        World.SARAH,
        FXCollections.observableArrayList(),
        UUID::randomUUID,
        clock);
  }

  @Test
  void listsWhatWasWrittenLastFirst() {
    loadEverything();

    assertThat(names())
        .containsExactly(
            World.AHMED.name(),
            World.NOURA.name(),
            World.SARA_J.name(),
            World.FAHD.name(),
            World.REEM.name(),
            World.OMAR.name());
    assertThat(inbox.waiting().get()).isEqualTo(2);
  }

  @Test
  void putsWhoWaitsLongestFirstAmongThoseWaiting() {
    loadEverything();

    inbox.filter().set(InboxFilter.WAITING);

    assertThat(names()).containsExactly(World.FAHD.name(), World.NOURA.name());
  }

  @Test
  void putsHealthAndSafetyBeforeWhoeverWaitsLonger() {
    restaurant.escalate(
        World.id("conversation " + World.AHMED.name()), EscalationReason.HEALTH_OR_SAFETY);
    loadEverything();

    inbox.filter().set(InboxFilter.WAITING);

    assertThat(names()).containsExactly(World.AHMED.name(), World.FAHD.name(), World.NOURA.name());
  }

  @Test
  void knowsWhichConversationsAreMineAndWhichTheAssistantHas() {
    loadEverything();

    inbox.filter().set(InboxFilter.MINE);
    assertThat(names()).containsExactly(World.REEM.name());

    inbox.filter().set(InboxFilter.ASSISTANT);
    assertThat(names()).containsExactly(World.AHMED.name(), World.SARA_J.name(), World.OMAR.name());
  }

  /// The list has pages; whoever waits must not be on one that nobody has opened.
  @Test
  void knowsWhoWaitsBeforeTheWholeListIsLoaded() {
    inbox.reload();

    assertThat(names()).contains(World.FAHD.name(), World.NOURA.name());
    assertThat(inbox.waiting().get()).isEqualTo(2);
  }

  /// As the server pages: a message that came late stands where it was written.
  @Test
  void ordersAThreadByWhenThingsWereWritten() {
    var late = World.conversation(World.OMAR, "", World.NOW);
    restaurant.has(
        late,
        World.message(late.id(), 2, Sender.CUSTOMER, "second", World.NOW.minusSeconds(10)),
        World.message(late.id(), 3, Sender.CUSTOMER, "third", World.NOW.minusSeconds(10)),
        World.message(late.id(), 4, Sender.CUSTOMER, "first", World.NOW.minusSeconds(30)));
    inbox.open(late);

    assertThat(thread.messages().subList(thread.messages().size() - 3, thread.messages().size()))
        .extracting(message -> message.content().preview())
        .containsExactly("first", "second", "third");
  }

  @Test
  void showsNothingOfAMessageThatWasTakenBack() {
    loadEverything();
    var ahmed = restaurant.conversation(World.id("conversation " + World.AHMED.name()));
    inbox.open(ahmed);
    MessageDetails gone = World.revoked(thread.messages().getLast(), World.NOW);

    inbox.happened(List.of(new LiveEvent.MessageChanged(gone)));

    assertThat(thread.messages().getLast().marks().revokedAt()).isEqualTo(World.NOW);
    assertThat(inbox.conversations().getFirst().lastMessage()).isEqualTo(gone);
  }

  @Test
  void showsAFailedFaceWhenTheFirstListCannotBeLoadedAndRecovers() {
    api.unreachable(true);
    inbox.reload();
    assertThat(inbox.state().get()).isEqualTo(ListState.FAILED);

    api.unreachable(false);
    inbox.reload();
    assertThat(inbox.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void keepsTheListWhenReloadingFails() {
    loadEverything();

    api.unreachable(true);
    inbox.reload();

    assertThat(inbox.state().get()).isEqualTo(ListState.READY);
    assertThat(names()).hasSize(6);
  }

  @Test
  void isNotSetBackByAListOlderThanAnEvent() {
    var patient = new PatientCalls();
    var late = inbox(patient.calls());
    late.reload();
    ConversationSummary ahmed = conversation(World.AHMED.name());
    ConversationSummary newer = World.answeredBy(ahmed, World.SARAH);

    late.happened(List.of(new LiveEvent.ConversationChanged(newer)));
    patient.answerAll();

    assertThat(late.conversations()).contains(newer).doesNotContain(ahmed);
  }

  @Test
  void movesAConversationUpWhenItsCustomerWrites() {
    loadEverything();
    UUID omar = conversation(World.OMAR.name()).id();

    int before = restaurant.events();
    MessageDetails message = restaurant.customerWrites(omar, "hello?");
    inbox.happened(restaurant.eventsFrom(before));

    assertThat(inbox.conversations().getFirst().lastMessage()).isEqualTo(message);
  }

  @Test
  void dropsAConversationThatWentToAnotherBranch() {
    loadEverything();
    ConversationSummary one = conversation(World.AHMED.name());
    var elsewhere =
        new ConversationSummary(
            one.id(),
            one.customer(),
            World.MALAZ.id(),
            one.status(),
            one.type(),
            one.answerer(),
            null,
            null,
            null,
            one.lastMessage(),
            0,
            null,
            one.channel(),
            one.version() + 1);

    inbox.happened(List.of(new LiveEvent.ConversationChanged(elsewhere)));

    assertThat(names()).doesNotContain(World.AHMED.name());
  }

  @Test
  void showsAMessageOnceHoweverOftenItIsTold() {
    open(World.AHMED.name());
    int before = restaurant.events();
    restaurant.customerWrites(openId(), "وينكم؟");
    List<LiveEvent> news = restaurant.eventsFrom(before);

    inbox.happened(news);
    inbox.happened(news);
    thread.reload();

    assertThat(thread.messages()).hasSize(2);
  }

  @Test
  void loadsHistoryPageByPage() {
    open(World.NOURA.name());
    assertThat(thread.messages())
        .extracting(MessageDetails::sequence)
        .containsExactly(9L, 10L, 11L);

    thread.loadOlder();
    thread.loadOlder();
    thread.loadOlder();
    thread.loadOlder();

    assertThat(thread.messages())
        .extracting(MessageDetails::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
  }

  @Test
  void hidesNoHoleWhenMuchWasWrittenWhileAway() {
    open(World.NOURA.name());
    for (int i = 0; i < 5; i++) {
      restaurant.customerWrites(openId(), "رسالة " + i);
    }

    thread.reload();

    assertThat(thread.messages())
        .extracting(MessageDetails::sequence)
        .containsExactly(14L, 15L, 16L);
    thread.loadOlder();
    assertThat(thread.messages()).hasSize(6);
  }

  @Test
  void movesTicksUpAndNeverDown() {
    open(World.REEM.name());
    write("أبشر");
    thread.send();
    MessageDetails reply = thread.messages().getLast();

    came(reply, DeliveryStatus.READ);
    came(reply, DeliveryStatus.DELIVERED);

    assertThat(thread.messages().getLast().status()).isEqualTo(DeliveryStatus.READ);
  }

  private void came(MessageDetails message, DeliveryStatus status) {
    inbox.happened(
        List.of(
            new LiveEvent.MessageStatusChanged(
                message.conversationId(), message.id(), status, null)));
  }

  @Test
  void takesOverBeforeTheFirstReplySoThatThereIsOneVoice() {
    open(World.AHMED.name());
    assertThat(thread.assistantAnswers()).isTrue();

    write("معك سارة");
    thread.send();

    assertThat(restaurant.conversation(openId()).assigneeId()).isEqualTo(World.SARAH.id());
    assertThat(thread.messages().getLast().sender()).isEqualTo(Sender.STAFF);
    assertThat(thread.reply().get()).isEmpty();
  }

  @Test
  void keepsWhatWasTypedForEachConversation() {
    open(World.AHMED.name());
    write("نصف جملة");
    open(World.REEM.name());
    assertThat(thread.reply().get()).isEmpty();

    open(World.AHMED.name());

    assertThat(thread.reply().get()).isEqualTo("نصف جملة");
  }

  @Test
  void keepsTheTextAndSendsTheSameCommandAgainWhenTheAnswerWasLost() {
    open(World.REEM.name());
    write("طلبك في الطريق");
    api.answersLost(true);
    thread.send();
    assertThat(failureKind()).isEqualTo(ServerFailure.Kind.UNREACHABLE);
    assertThat(thread.reply().get()).isEqualTo("طلبك في الطريق");

    api.answersLost(false);
    thread.send();

    assertThat(restaurant.repliesAsked()).hasSize(2);
    assertThat(restaurant.repliesAsked())
        .extracting(ReplyRequest::commandId)
        .containsOnly(firstCommand());
    assertThat(thread.messages()).filteredOn(one -> one.sender() == Sender.STAFF).hasSize(1);
    assertThat(thread.reply().get()).isEmpty();
    assertThat(thread.failure().get()).isNull();
  }

  private UUID firstCommand() {
    return restaurant.repliesAsked().getFirst().commandId();
  }

  @Test
  void sendsAnotherCommandForAnotherText() {
    open(World.REEM.name());
    write("أولًا");
    api.unreachable(true);
    thread.send();
    api.unreachable(false);

    write("ثانيًا");
    thread.send();
    write("أولًا");
    thread.send();

    assertThat(restaurant.repliesAsked())
        .extracting(ReplyRequest::commandId)
        .doesNotHaveDuplicates();
  }

  @Test
  void takesOverAndHandsBack() {
    open(World.NOURA.name());

    thread.takeOver();
    assertThat(thread.isMine()).isTrue();

    thread.handBack();
    assertThat(thread.assistantAnswers()).isTrue();
  }

  @Test
  void knowsWhenTheServiceWindowIsClosed() {
    open(World.OMAR.name());

    assertThat(thread.windowIsOpen(World.NOW)).isFalse();
    assertThat(thread.windowIsOpen(World.NOW.minus(Duration.ofHours(3)))).isTrue();
  }

  @Test
  void countsANewEscalationAtOnce() {
    loadEverything();
    int before = restaurant.events();
    restaurant.escalate(conversation(World.AHMED.name()).id(), EscalationReason.ANGER);

    inbox.happened(restaurant.eventsFrom(before));

    assertThat(inbox.waiting().get()).isEqualTo(3);
  }

  @Test
  void closesAConversationThatWasJoinedIntoAnother() {
    loadEverything();
    open(World.REEM.name());
    UUID joined = openId();
    restaurant.join(joined);

    inbox.happened(List.of(new LiveEvent.ThreadsRearranged(List.of(joined))));

    assertThat(thread.conversation().get()).isNull();
    assertThat(thread.messages()).isEmpty();
    assertThat(names()).doesNotContain(World.REEM.name());
  }

  @Test
  void loadsAnOpenConversationAnewAfterAMerge() {
    loadEverything();
    open(World.AHMED.name());
    int before = thread.messages().size();
    restaurant.customerWrites(openId(), "من رقمي الثاني");

    inbox.happened(List.of(new LiveEvent.ThreadsRearranged(List.of(openId()))));

    assertThat(openId()).isEqualTo(conversation(World.AHMED.name()).id());
    assertThat(thread.messages()).hasSize(before + 1);
    assertThat(thread.state().get()).isEqualTo(ListState.READY);
  }

  private void loadEverything() {
    inbox.reload();
    inbox.loadMore();
    inbox.loadMore();
  }

  private void open(String customer) {
    inbox.open(conversation(customer));
  }

  private void write(String text) {
    thread.reply().set(text);
  }

  private UUID openId() {
    @Nullable ConversationSummary open = thread.conversation().get();
    assertThat(open).isNotNull();
    return open == null ? UUID.randomUUID() : open.id();
  }

  private ServerFailure.@Nullable Kind failureKind() {
    ServerFailure failure = thread.failure().get();
    return failure == null ? null : failure.kind();
  }

  private ConversationSummary conversation(String customer) {
    return restaurant.conversations(customer).getFirst();
  }

  private List<String> names() {
    return inbox.conversations().stream().map(one -> one.customer().name()).toList();
  }
}
