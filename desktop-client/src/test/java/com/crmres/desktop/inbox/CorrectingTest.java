package com.crmres.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever becomes of a suggestion, what somebody typed is never lost.
class CorrectingTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());
  private static final String OWN = "لحظة من فضلك";

  private final Clock clock = Clock.fixed(World.NOW, ZoneOffset.UTC);
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final InboxModel inbox =
      new InboxModel(
          api,
          PatientCalls.immediate(),
          World.OLAYA.id(),
          World.SARAH,
          FXCollections.observableArrayList(),
          UUID::randomUUID,
          clock);
  private final ThreadModel thread = inbox.thread();
  private final WritingModel writing = thread.writing();
  private final Suggestion one = World.suggestion(NOURA, "one", World.NOW, null);

  @BeforeEach
  void writeAndBeginToCorrect() {
    restaurant.advice().has(one);
    inbox.reload();
    inbox.open(restaurant.conversation(NOURA));
    thread.reply().set(OWN);
    writing.correct(one);
  }

  @Test
  void opensTheSuggestedWordsInTheBox() {
    assertThat(thread.reply().get()).isEqualTo(Corrections.words(one)).contains("بيبسي");
  }

  @Test
  void sendsTheOtherWordsAsADecisionAndGivesTheBoxBack() {
    thread.reply().set("أبشري، أضفت بيبسي صغير.");

    thread.send();

    assertThat(restaurant.advice().decisionsAsked().getFirst().decision()).isEqualTo(Decision.EDIT);
    assertThat(restaurant.advice().decisionsAsked().getFirst().text())
        .isEqualTo("أبشري، أضفت بيبسي صغير.");
    assertThat(writing.corrected().get()).isNull();
    assertThat(thread.reply().get()).isEqualTo(OWN);
  }

  @Test
  void givesTheBoxBackToWhoLeavesIt() {
    thread.reply().set("other words");

    writing.leaveCorrection();

    assertThat(thread.reply().get()).isEqualTo(OWN);
  }

  @Test
  void keepsBothWhenTheNetworkFails() {
    thread.reply().set("words");
    api.unreachable(true);

    thread.send();

    assertThat(writing.failure().get()).isNotNull();
    assertThat(thread.reply().get()).isEqualTo("words");
    writing.leaveCorrection();
    assertThat(thread.reply().get()).isEqualTo(OWN);
  }

  @Test
  void givesChangedWordsToTheWriterWhenSomebodyElseDecides() {
    thread.reply().set("my better words");

    decidedElsewhere(SuggestionState.APPROVED);

    assertThat(writing.corrected().get()).isNull();
    assertThat(thread.reply().get()).isEqualTo(OWN + "\nmy better words");
  }

  @Test
  void dropsUnchangedWordsWhenSomebodyElseDecides() {
    decidedElsewhere(SuggestionState.REFUSED);

    assertThat(thread.reply().get()).isEqualTo(OWN);
  }

  @Test
  void keepsTheWordsWhenTheServerSaysItIsTooLate() {
    restaurant.advice().has(World.became(one, SuggestionState.OVERTAKEN, null));
    thread.reply().set("my better words");

    thread.send();

    assertThat(thread.reply().get()).contains("my better words");
    assertThat(writing.failure().get()).isNotNull();
  }

  @Test
  void doesNotRepeatWordsWhoseAnswerWasLost() {
    thread.reply().set("my better words");
    api.answersLost(true);
    thread.send();
    api.answersLost(false);

    decidedElsewhere(SuggestionState.EDITED);

    assertThat(thread.reply().get()).isEqualTo(OWN);
  }

  @Test
  void waitsInItsConversationWhileAnotherIsOpen() {
    thread.reply().set("half of an answer");

    inbox.open(restaurant.conversation(World.id("conversation " + World.AHMED.name())));
    assertThat(thread.reply().get()).isEmpty();
    assertThat(writing.corrected().get()).isNull();

    inbox.open(restaurant.conversation(NOURA));
    assertThat(thread.reply().get()).isEqualTo("half of an answer");
    assertThat(writing.corrected().get()).isEqualTo(one);
  }

  @Test
  void endsWhenTheServerKnowsOfNoSuggestionAfterABreak() {
    thread.reply().set("my better words");
    restaurant.advice().has(World.became(one, SuggestionState.OVERTAKEN, null));

    inbox.reload();

    assertThat(writing.corrected().get()).isNull();
    assertThat(thread.reply().get()).contains(OWN).contains("my better words");
  }

  @Test
  void putsUsedWordsAfterThoseThatAreThere() {
    writing.leaveCorrection();

    writing.use("نعتذر منك");
    writing.use("نعتذر منك");

    assertThat(thread.reply().get()).isEqualTo(OWN + "\nنعتذر منك");
  }

  private void decidedElsewhere(SuggestionState state) {
    inbox.happened(List.of(new LiveEvent.SuggestionChanged(World.became(one, state, "خالد"))));
  }
}
