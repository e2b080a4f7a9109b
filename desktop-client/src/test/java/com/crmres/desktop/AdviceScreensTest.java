package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.DecideSuggestionRequest;
import com.crmres.common.assistant.DecideSuggestionRequest.Decision;
import com.crmres.common.assistant.PreferenceKind;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.assistant.SuggestionState;
import com.crmres.common.conversation.EscalationReason;
import com.crmres.common.identity.Role;
import com.crmres.desktop.advice.SuggestionModel;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.inbox.ThreadModel;
import com.crmres.desktop.shell.Desk;
import java.time.Instant;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;

/// What the assistant tells staff beside and above a conversation, with a picture of each.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class AdviceScreensTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());
  private static final UUID AHMED = World.id("conversation " + World.AHMED.name());

  private final HandClock clock = new HandClock();
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServer server = new FakeServer(restaurant, clock);
  private OpenProgram open;

  @Start
  void start(Stage window) {
    server.signsIn(Role.MANAGER);
    open =
        OpenProgram.at(
            clock,
            window,
            new StartOptions(server.uri(), World.SARAH.email(), FakeServer.PASSWORD));
  }

  @AfterEach
  void stop(FxRobot robot) {
    open.close();
    server.close();
  }

  @Test
  void approvesCorrectsAndRefusesByKeys(FxRobot robot) throws Exception {
    Instant now = clock.instant();
    restaurant.advice().has(World.suggestion(AHMED, "one", now, null));
    sitDown();
    open(robot, AHMED);
    until(() -> face() == SuggestionModel.Face.WAITING);
    open.pictures("suggestion");

    robot.interact(() -> robot.lookup("#replyText").<Node>query().requestFocus());
    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    until(() -> face() == SuggestionModel.Face.DECIDED);
    assertThat(restaurant.advice().decisionsAsked().getFirst().decision())
        .isEqualTo(Decision.APPROVE);
    open.pictures("suggestion-decided");

    suggest(World.suggestion(AHMED, "two", now.plusSeconds(1), null));
    robot.interact(() -> thread().reply().set("ثواني وأرد عليك"));
    robot.interact(() -> robot.lookup("#conversationList").<Node>query().requestFocus());
    robot.type(KeyCode.F4);
    until(() -> thread().writing().corrected().get() != null);
    open.pictures("suggestion-editing");
    robot.interact(() -> robot.lookup("#replyText").<Node>query().requestFocus());
    robot.type(KeyCode.ESCAPE);
    until(() -> thread().reply().get().equals("ثواني وأرد عليك"));

    robot.type(KeyCode.F6);
    until(() -> robot.lookup("#suggestionReason").<Node>query().isVisible());
    open.picture("suggestion-refusing");
    robot.type(KeyCode.ENTER);
    until(() -> restaurant.advice().decisionsAsked().size() == 2);
    assertThat(restaurant.advice().decisionsAsked().getLast().decision())
        .isEqualTo(Decision.REFUSE);
  }

  @Test
  void stopsWhatGoesOutByItselfAndShowsWhoDecidedElsewhere(FxRobot robot) throws Exception {
    sitDown();
    open(robot, AHMED);
    Instant now = clock.instant();
    suggest(World.suggestion(AHMED, "one", now.minusSeconds(20), now.plusSeconds(40)));
    open.pictures("suggestion-countdown");

    robot.clickOn("#suggestionRefuse");
    until(() -> face() == SuggestionModel.Face.DECIDED);
    assertThat(restaurant.advice().decisionsAsked().getFirst().decision())
        .isEqualTo(Decision.REFUSE);

    var other = World.suggestion(AHMED, "two", now.plusSeconds(1), null);
    suggest(other);
    restaurant.decide(
        other.id(),
        new DecideSuggestionRequest(UUID.randomUUID(), Decision.APPROVE, null, null),
        "خالد الحربي");
    server.live().tellNews();
    until(() -> face() == SuggestionModel.Face.DECIDED);
    assertThat(robot.lookup("#suggestionLine").<Labeled>query().getText()).contains("خالد الحربي");

    suggest(World.suggestion(AHMED, "three", now.plusSeconds(2), null));
    restaurant.suggest(
        World.became(
            World.suggestion(AHMED, "three", now.plusSeconds(2), null),
            SuggestionState.OVERTAKEN,
            null));
    server.live().tellNews();
    until(() -> face() == SuggestionModel.Face.DECIDED);
    open.picture("suggestion-overtaken");
  }

  @Test
  void showsHandoverLogAndPreferences(FxRobot robot) throws Exception {
    Instant now = clock.instant();
    restaurant
        .advice()
        .has(World.handover(NOURA, EscalationReason.ASKED_FOR_PERSON, now.minusSeconds(140)))
        .has(NOURA, World.turns(now))
        .remembers(World.NOURA.id(), World.preferences(now));
    UUID fahd = World.id("conversation " + World.FAHD.name());
    restaurant.escalate(fahd, EscalationReason.HEALTH_OR_SAFETY);
    restaurant.advice().has(World.handover(fahd, EscalationReason.HEALTH_OR_SAFETY, now));
    sitDown();
    open(robot, NOURA);
    until(() -> thread().advice().handover().state().get() == ListState.READY);
    until(() -> thread().advice().preferences().state().get() == ListState.READY);
    open.pictures("handover");

    robot.clickOn("#handoverUse");
    until(() -> thread().reply().get().contains("نشوف مع المطبخ"));
    robot.clickOn("#handoverCause");
    robot.clickOn("#handoverFold");
    until(() -> !robot.lookup("#handoverSummary").<Node>query().getParent().isVisible());
    click(robot, "#side-log");
    until(() -> thread().advice().turns().state().get() == ListState.READY);
    open.pictures("assistant-log");

    click(robot, "#side-customer");
    robot.interact(() -> thread().advice().preferences().kind().set(PreferenceKind.ALLERGY));
    robot.interact(() -> thread().advice().preferences().value().set("سمسم"));
    open(robot, fahd);
    until(() -> thread().advice().handover().state().get() == ListState.READY);
    robot.interact(() -> thread().advice().preferences().kind().set(PreferenceKind.ALLERGY));
    robot.interact(() -> thread().advice().preferences().value().set("سمسم"));
    assertThat(robot.lookup("#preferenceConsent").<Node>query().isVisible()).isTrue();
    open.pictures("handover-health");
  }

  private void suggest(Suggestion one) throws Exception {
    restaurant.suggest(one);
    server.live().tellNews();
    until(() -> face() == SuggestionModel.Face.WAITING);
  }

  private SuggestionModel.Face face() {
    return thread().advice().suggestion().face().get();
  }

  private ThreadModel thread() {
    return desk().inbox().thread();
  }

  private void sitDown() throws Exception {
    open.sitDown();
    until(() -> desk().inbox().conversations().size() == 6);
  }

  private void open(FxRobot robot, UUID id) throws Exception {
    robot.interact(() -> desk().inbox().open(restaurant.conversation(id)));
    until(() -> !thread().messages().isEmpty());
  }

  private Desk desk() {
    return open.desk();
  }

  /// The side is laid out anew while the card above it folds: what is clicked must have its place.
  private static void click(FxRobot robot, String query) throws Exception {
    until(() -> robot.lookup(query).match(NodeQueryUtils.isVisible()).tryQuery().isPresent());
    robot.clickOn(query);
  }
}
