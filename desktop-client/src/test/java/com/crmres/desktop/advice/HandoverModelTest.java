package com.crmres.desktop.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.Handover;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.ListState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandoverModelTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());
  private static final UUID AHMED = World.id("conversation " + World.AHMED.name());

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final PatientCalls calls = new PatientCalls();
  private final HandoverModel model = new HandoverModel(api.advice(), calls.calls());
  private final Handover handover =
      World.handover(NOURA, EscalationReason.ASKED_FOR_PERSON, World.NOW);

  @Test
  void loadsForAnEscalatedConversation() {
    restaurant.advice().has(handover);

    model.follow(restaurant.conversation(NOURA));
    assertThat(model.state().get()).isEqualTo(ListState.LOADING);
    calls.answerAll();

    assertThat(model.state().get()).isEqualTo(ListState.READY);
    assertThat(model.handover().get()).isEqualTo(handover);
  }

  @Test
  void isEmptyWhereTheAssistantAnswers() {
    model.follow(restaurant.conversation(AHMED));
    calls.answerAll();

    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
  }

  @Test
  void isEmptyWhereTheServerKnowsNothing() {
    model.follow(restaurant.conversation(NOURA));
    calls.answerAll();

    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
  }

  @Test
  void saysThatItFailedAndLoadsAgain() {
    api.unreachable(true);
    model.follow(restaurant.conversation(NOURA));
    calls.answerAll();
    assertThat(model.state().get()).isEqualTo(ListState.FAILED);

    api.unreachable(false);
    restaurant.advice().has(handover);
    model.reload();
    calls.answerAll();
    assertThat(model.state().get()).isEqualTo(ListState.READY);
  }

  @Test
  void staysFoldedAndThereForWhoeverTookOver() {
    restaurant.advice().has(handover);
    model.follow(restaurant.conversation(NOURA));
    calls.answerAll();
    model.folded().set(true);

    model.follow(World.answeredBy(restaurant.conversation(NOURA), World.SARAH));
    calls.answerAll();

    assertThat(model.folded().get()).isTrue();
    assertThat(model.handover().get()).isEqualTo(handover);
  }

  @Test
  void goesWhenTheConversationIsHandedBack() {
    restaurant.advice().has(handover);
    model.follow(restaurant.conversation(NOURA));
    calls.answerAll();

    ConversationSummary back = World.answeredBy(restaurant.conversation(NOURA), null);
    model.follow(back);

    assertThat(model.state().get()).isEqualTo(ListState.EMPTY);
  }

  @Test
  void ignoresAnAnswerThatComesAfterAnotherWasOpened() {
    restaurant.advice().has(handover);
    model.follow(restaurant.conversation(NOURA));
    model.follow(restaurant.conversation(AHMED));

    calls.answerAll();

    assertThat(model.handover().get()).isNull();
  }
}
