package com.crmres.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was sent can be taken back for a few seconds, and is never lost and never doubled.
class TakingBackTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());
  private static final UUID REEM = World.id("conversation " + World.REEM.name());

  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);
  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final InboxModel inbox =
      new InboxModel(
          api,
          PatientCalls.immediate(),
          World.OLAYA.id(),
          World.SARAH,
          FXCollections.observableArrayList(),
          UUID::randomUUID,
          (InstantSource) now::get);
  private final ThreadModel thread = inbox.thread();
  private final WritingModel writing = thread.writing();

  @BeforeEach
  void openReem() {
    inbox.reload();
    inbox.open(restaurant.conversation(REEM));
    writing.canBeTakenBackFor(Duration.ofSeconds(5));
  }

  private void send(String words) {
    thread.reply().set(words);
    thread.send();
  }

  private void after(int seconds) {
    now.set(now.get().plusSeconds(seconds));
    inbox.tick();
  }

  private List<String> arrived() {
    return restaurant.newestFirst(REEM, Long.MAX_VALUE).reversed().stream()
        .map(message -> message.content().preview())
        .skip(1)
        .toList();
  }

  @Test
  void goesWhenItsTimeIsOver() {
    send("أبشري");
    assertThat(thread.reply().get()).isEmpty();
    assertThat(writing.held().get()).isNotNull();

    after(4);
    assertThat(arrived()).isEmpty();
    after(1);

    assertThat(arrived()).containsExactly("أبشري");
    assertThat(writing.held().get()).isNull();
  }

  @Test
  void comesBackBeforeWhatWasTypedSince() {
    send("أبشري");
    thread.reply().set("ثانية");

    writing.takeBack();

    assertThat(thread.reply().get()).isEqualTo("أبشري\nثانية");
    after(20);
    assertThat(arrived()).isEmpty();
  }

  @Test
  void losesNothingOfWhatWasTypedSinceThatItSaysAlready() {
    send("أبشري الآن");
    thread.reply().set("الآن");

    writing.takeBack();

    assertThat(thread.reply().get()).isEqualTo("أبشري الآن\nالآن");
  }

  @Test
  void keepsTheNextOneInTheBoxWhileTheFirstDoesNotGo() {
    send("أولى");
    api.unreachable(true);
    send("ثانية");

    Held first = writing.held().get();
    assertThat(first == null ? "" : first.text()).isEqualTo("أولى");
    assertThat(thread.reply().get()).isEqualTo("ثانية");

    api.unreachable(false);
    thread.send();
    after(5);
    assertThat(arrived()).containsExactly("أولى", "ثانية");
  }

  @Test
  void goesAtOnceWhenSomebodySaysSo() {
    send("أبشري");

    writing.goNow();

    assertThat(arrived()).containsExactly("أبشري");
  }

  @Test
  void goesBeforeTheNextOne() {
    send("أولى");
    after(1);
    send("ثانية");
    assertThat(arrived()).containsExactly("أولى");

    after(5);
    assertThat(arrived()).containsExactly("أولى", "ثانية");
  }

  @Test
  void goesWhileAnotherConversationIsOpen() {
    send("أبشري");
    inbox.open(restaurant.conversation(NOURA));
    assertThat(writing.held().get()).isNull();

    after(5);

    assertThat(arrived()).containsExactly("أبشري");
    assertThat(thread.messages()).noneMatch(one -> one.conversationId().equals(REEM));
  }

  @Test
  void standsInTheBoxAgainWhenItDidNotArriveAndIsOneMessageAfterTheSecondTry() {
    api.answersLost(true);
    send("أبشري");
    after(5);
    assertThat(thread.reply().get()).isEqualTo("أبشري");
    assertThat(thread.failure().get()).isNotNull();

    api.answersLost(false);
    thread.send();
    after(5);

    assertThat(arrived()).containsExactly("أبشري");
    assertThat(restaurant.repliesAsked())
        .extracting(ReplyRequest::commandId)
        .containsOnly(restaurant.repliesAsked().getFirst().commandId());
  }

  @Test
  void staysByItselfWhenOtherWordsWereTypedMeanwhile() {
    api.answersLost(true);
    send("أبشري");
    thread.reply().set("وبعد");
    after(5);
    Held stuck = writing.held().get();
    assertThat(stuck).isNotNull();
    assertThat(stuck != null && stuck.isStuck()).isTrue();
    assertThat(thread.reply().get()).isEqualTo("وبعد");

    api.answersLost(false);
    after(60);
    assertThat(restaurant.repliesAsked()).hasSize(1);
    writing.goNow();

    assertThat(arrived()).containsExactly("أبشري");
    assertThat(thread.reply().get()).isEqualTo("وبعد");
  }

  @Test
  void goesWhenTheProgramEnds() {
    send("أبشري");

    inbox.close();

    assertThat(arrived()).containsExactly("أبشري");
  }

  @Test
  void waitsForASecondWordWhereAColleagueWrites() {
    inbox.happened(
        List.of(
            new LiveEvent.StaffWrites(REEM, World.KHALED.id(), World.KHALED.name(), World.NOW)));
    send("أبشري");
    assertThat(thread.reply().get()).isEqualTo("أبشري");
    assertThat(writing.held().get()).isNull();

    thread.send();
    after(5);
    assertThat(arrived()).containsExactly("أبشري");
  }

  @Test
  void doesNotGoWithPlacesThatAReadyReplyLeftOpen() {
    writing.use("طلبك {order} في الطريق");
    writing.stillMissing(List.of("order"));
    thread.send();
    assertThat(writing.missing().get()).containsExactly("{order}");
    assertThat(writing.held().get()).isNull();

    thread.reply().set("طلبك A-29 في الطريق");
    thread.send();
    after(5);
    assertThat(arrived()).containsExactly("طلبك A-29 في الطريق");
  }
}
