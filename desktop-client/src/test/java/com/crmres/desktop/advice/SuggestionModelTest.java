package com.crmres.desktop.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.identity.Role;
import com.crmres.desktop.FakeServerApi;
import com.crmres.desktop.PatientCalls;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ServerFailure;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SuggestionModelTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());

  private final Restaurant restaurant = Restaurant.evening(Clock.fixed(World.NOW, ZoneOffset.UTC));
  private final FakeServerApi api = new FakeServerApi(restaurant);
  private final Suggestion one = World.suggestion(NOURA, "one", World.NOW, null);
  private final List<UUID> nothing = new ArrayList<>();
  private final SuggestionModel model = model(PatientCalls.immediate(), Role.AGENT);

  private SuggestionModel model(Calls calls, Role role) {
    return new SuggestionModel(
        api.advice(), calls, World.staff(role), UUID::randomUUID, nothing::add);
  }

  @Test
  void showsWhatWaitsInTheOpenConversation() {
    restaurant.advice().has(one);

    model.open(NOURA);

    assertThat(model.face().get()).isEqualTo(SuggestionModel.Face.WAITING);
    assertThat(model.suggestion().get()).isEqualTo(one);
  }

  @Test
  void showsNothingWhereNothingWaits() {
    model.open(NOURA);

    assertThat(model.face().get()).isEqualTo(SuggestionModel.Face.NONE);
    assertThat(nothing).containsExactly(NOURA);
  }

  @Test
  void loadsThenFailsThenLoadsAgain() {
    var patient = new PatientCalls();
    SuggestionModel slow = model(patient.calls(), Role.AGENT);
    api.unreachable(true);
    slow.open(NOURA);
    assertThat(slow.face().get()).isEqualTo(SuggestionModel.Face.LOADING);

    patient.answerAll();
    assertThat(slow.face().get()).isEqualTo(SuggestionModel.Face.FAILED);

    api.unreachable(false);
    restaurant.advice().has(one);
    slow.reload();
    patient.answerAll();
    assertThat(slow.face().get()).isEqualTo(SuggestionModel.Face.WAITING);
  }

  @Test
  void approvesTheAnswerAsItIs() {
    restaurant.advice().has(one);
    model.open(NOURA);

    model.approve();

    assertThat(asked().decision()).isEqualTo(Decision.APPROVE);
    assertThat(asked().text()).isNull();
    assertThat(model.face().get()).isEqualTo(SuggestionModel.Face.DECIDED);
    assertThat(model.isMine(Objects.requireNonNull(model.suggestion().get()))).isTrue();
  }

  @Test
  void refusesWithAReasonOnlyIfOneWasWritten() {
    restaurant.advice().has(one);
    model.open(NOURA);

    model.refuse("   ");

    assertThat(asked().decision()).isEqualTo(Decision.REFUSE);
    assertThat(asked().why()).isNull();
  }

  @Test
  void sendsTheSameCommandAgainWhenTheAnswerWasLost() {
    restaurant.advice().has(one);
    model.open(NOURA);
    api.answersLost(true);
    model.approve();
    assertThat(model.failure().get()).isNotNull();
    assertThat(model.face().get()).isEqualTo(SuggestionModel.Face.WAITING);

    api.answersLost(false);
    model.approve();

    assertThat(restaurant.advice().decisionsAsked())
        .extracting(DecideSuggestionRequest::commandId)
        .hasSize(2)
        .containsOnly(asked().commandId());
    assertThat(model.face().get()).isEqualTo(SuggestionModel.Face.DECIDED);
  }

  @Test
  void showsWhoDecidedElsewhere() {
    restaurant.advice().has(one);
    model.open(NOURA);

    model.happened(World.became(one, SuggestionState.APPROVED, "خالد"));

    Suggestion shown = Objects.requireNonNull(model.suggestion().get());
    assertThat(shown.decidedBy()).isEqualTo("خالد");
    assertThat(model.isMine(shown)).isFalse();
    assertThat(model.isWaiting()).isFalse();
  }

  @Test
  void isOverWhenSomebodyElseWasFaster() {
    restaurant.advice().has(one);
    model.open(NOURA);
    restaurant.advice().has(World.became(one, SuggestionState.REFUSED, "خالد"));

    model.approve();

    assertThat(model.face().get()).isEqualTo(SuggestionModel.Face.DECIDED);
    assertThat(model.failure().get()).isNotNull();
  }

  @Test
  void neverWaitsAgainOnceDecided() {
    model.open(NOURA);
    model.happened(World.became(one, SuggestionState.WENT_OUT, null));

    model.happened(one);

    assertThat(model.face().get()).isEqualTo(SuggestionModel.Face.DECIDED);
  }

  @Test
  void isReplacedByANewerOneOnly() {
    model.open(NOURA);
    Suggestion newer = World.suggestion(NOURA, "two", World.NOW.plusSeconds(20), null);
    restaurant.advice().has(newer);
    model.happened(newer);

    model.happened(one);

    assertThat(model.suggestion().get()).isEqualTo(newer);
  }

  @Test
  void keepsNewsThatOvertookTheAnswer() {
    var patient = new PatientCalls();
    SuggestionModel slow = model(patient.calls(), Role.AGENT);
    slow.open(NOURA);
    restaurant.advice().has(one);
    slow.happened(one);

    patient.answerAll();

    assertThat(slow.suggestion().get()).isEqualTo(one);
  }

  @Test
  void ignoresOtherConversations() {
    model.open(NOURA);

    model.happened(World.suggestion(World.id("other"), "other", World.NOW, null));

    assertThat(model.suggestion().get()).isNull();
  }

  @Test
  void lieStillInTheHandsOfWhoOnlyReads() {
    restaurant.advice().has(one);
    SuggestionModel auditor = model(PatientCalls.immediate(), Role.AUDITOR);
    auditor.open(NOURA);

    auditor.approve();

    assertThat(auditor.isWaiting()).isFalse();
    assertThat(restaurant.advice().decisionsAsked()).isEmpty();
  }

  @Test
  void knowsAfterWhichFailuresNoDecisionCanFollow() {
    assertThat(SuggestionModel.isOver(Restaurant.refusal("SUGGESTION_DECIDED", ""))).isTrue();
    assertThat(SuggestionModel.isOver(Restaurant.refusal("WINDOW_CLOSED", ""))).isFalse();
    assertThat(SuggestionModel.isOver(ServerFailure.unreachable(new Exception()))).isFalse();
  }

  private DecideSuggestionRequest asked() {
    return restaurant.advice().decisionsAsked().getFirst();
  }
}
