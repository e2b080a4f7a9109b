package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.ModeRule;
import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.Personality;
import com.crmres.desktop.assistant.AssistantModel;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.shell.Desk;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The screen on which managers set up the assistant, with a picture of each page.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class AssistantScreensTest {

  private final HandClock clock = new HandClock();
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServer server = new FakeServer(restaurant, clock);
  private OpenProgram open;

  @Start
  void start(Stage window) {
    server.signsIn(Role.OWNER);
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
  void showsEveryPageAndSettlesAConflict(FxRobot robot) throws Exception {
    World.samples().forEach(restaurant.assistant()::has);
    World.usage(clock.instant()).forEach(restaurant.assistant()::has);
    restaurant.assistant().has(World.correction(clock.instant()));
    sitDown();
    robot.type(KeyCode.F8);
    until(() -> assistant().settings().state().get() == ListState.READY);
    until(() -> assistant().preview().other().state().get() == ListState.READY);
    robot.clickOn("#personality-TRADITIONAL");
    until(() -> assistant().preview().other().personality().get() == Personality.TRADITIONAL);
    until(() -> assistant().preview().other().state().get() == ListState.READY);
    open.pictures("assistant-manner");

    robot.clickOn("#assistant-MODES");
    robot.interact(() ->
        assistant().settings().mode(World.OLAYA.id(), Intent.COMPLAINT, AssistantMode.SUGGEST));
    open.pictures("assistant-modes");

    somebodyElseSaves();
    robot.clickOn("#assistantSave");
    until(() -> assistant().settings().theirs().get() != null);
    open.pictures("assistant-conflict");
    robot.clickOn("#assistantKeepMine");
    until(() -> restaurant.assistant().settings().version() == 3);
    assertThat(restaurant.assistant().settings().personality()).isEqualTo(Personality.TRADITIONAL);
    assertThat(restaurant.assistant().settings().undoSeconds()).isEqualTo(60);

    robot.clickOn("#assistant-USAGE");
    until(() -> assistant().usage().state().get() == ListState.READY);
    open.pictures("assistant-usage");

    robot.clickOn("#assistant-CORRECTIONS");
    until(() -> assistant().corrections().state().get() == ListState.READY);
    open.pictures("assistant-corrections");
  }

  @Test
  void showsFacesOfEmptyAndFailedPagesToAuditors(FxRobot robot) throws Exception {
    server.signsIn(Role.AUDITOR);
    robot.interact(() -> open.model().signOut());
    open.signIn();
    sitDown();
    robot.interact(() -> desk().screen().set(Desk.Screen.ASSISTANT));
    until(() -> assistant().settings().state().get() == ListState.READY);
    assertThat(robot.lookup("#personality-FORMAL").<Node>query().isDisabled()).isTrue();
    open.picture("assistant-read-only");
    robot.clickOn("#assistant-USAGE");
    until(() -> assistant().usage().state().get() == ListState.EMPTY);
    open.picture("assistant-usage-empty");

    server.pullOutCable();
    robot.clickOn("#assistant-CORRECTIONS");
    until(() -> assistant().corrections().state().get() == ListState.FAILED);
    open.picture("assistant-corrections-failed");
  }

  private void somebodyElseSaves() {
    AssistantSettings now = restaurant.assistant().settings();
    restaurant
        .assistant()
        .settings(
            new AssistantSettings(
                now.personality(),
                List.of(
                    new ModeRule(null, null, AssistantMode.AUTOMATIC),
                    new ModeRule(World.MALAZ.id(), Intent.CANCEL, AssistantMode.OFF)),
                60,
                now.centsPerDay(),
                now.version() + 1));
  }

  private AssistantModel assistant() {
    return desk().assistant();
  }

  private void sitDown() throws Exception {
    open.sitDown();
    until(() -> desk().inbox().conversations().size() == 6);
  }

  private Desk desk() {
    return open.desk();
  }
}
