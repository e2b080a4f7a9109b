package com.crmres.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.ModeRule;
import com.crmres.common.identity.Role;
import com.crmres.common.restaurant.Personality;
import com.crmres.desktop.assistant.AssistantModel;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.shell.ShellModel;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.Theme;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The screen on which managers set up the assistant, with a picture of each page.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class AssistantScreensTest {

  private final Restaurant restaurant = Restaurant.evening(Clock.systemUTC());
  private final FakeServer server = new FakeServer(restaurant, Clock.systemUTC());
  private Stage stage;
  private DesktopProgram program;

  @Start
  void start(Stage window) {
    stage = window;
    server.signsIn(Role.OWNER);
    program =
        DesktopProgram.open(
            window, new StartOptions(server.uri(), World.SARAH.email(), FakeServer.PASSWORD));
    // All tests share one window, and another one may have made it narrow.
    window.setWidth(1440);
    window.setHeight(900);
  }

  @AfterEach
  void stop(FxRobot robot) {
    robot.interact(program::close);
    server.close();
  }

  @Test
  void showsEveryPageAndSettlesAConflict(FxRobot robot) throws Exception {
    World.samples().forEach(restaurant.assistant()::has);
    World.usage(Instant.now()).forEach(restaurant.assistant()::has);
    restaurant.assistant().has(World.correction(Instant.now()));
    sitDown(robot);
    robot.type(KeyCode.F8);
    until(() -> assistant().settings().state().get() == ListState.READY);
    until(() -> assistant().preview().other().state().get() == ListState.READY);
    robot.clickOn("#personality-TRADITIONAL");
    until(() -> assistant().preview().other().personality().get() == Personality.TRADITIONAL);
    until(() -> assistant().preview().other().state().get() == ListState.READY);
    pictures(robot, "assistant-manner");

    robot.clickOn("#assistant-MODES");
    robot.interact(() ->
        assistant().settings().mode(World.OLAYA.id(), Intent.COMPLAINT, AssistantMode.SUGGEST));
    pictures(robot, "assistant-modes");

    somebodyElseSaves();
    robot.clickOn("#assistantSave");
    until(() -> assistant().settings().theirs().get() != null);
    pictures(robot, "assistant-conflict");
    robot.clickOn("#assistantKeepMine");
    until(() -> restaurant.assistant().settings().version() == 3);
    assertThat(restaurant.assistant().settings().personality()).isEqualTo(Personality.TRADITIONAL);
    assertThat(restaurant.assistant().settings().undoSeconds()).isEqualTo(60);

    robot.clickOn("#assistant-USAGE");
    until(() -> assistant().usage().state().get() == ListState.READY);
    pictures(robot, "assistant-usage");

    robot.clickOn("#assistant-CORRECTIONS");
    until(() -> assistant().corrections().state().get() == ListState.READY);
    pictures(robot, "assistant-corrections");
  }

  @Test
  void showsFacesOfEmptyAndFailedPagesToAuditors(FxRobot robot) throws Exception {
    server.signsIn(Role.AUDITOR);
    robot.interact(() -> program.model().signOut());
    robot.interact(() -> {
      program.model().signIn().password().set(FakeServer.PASSWORD);
      program.model().signIn().signIn();
    });
    sitDown(robot);
    robot.interact(() -> desk().screen().set(Desk.Screen.ASSISTANT));
    until(() -> assistant().settings().state().get() == ListState.READY);
    assertThat(robot.lookup("#personality-FORMAL").<Node>query().isDisabled()).isTrue();
    robot.interact(() -> Pictures.take(stage.getScene(), "assistant-read-only"));
    robot.clickOn("#assistant-USAGE");
    until(() -> assistant().usage().state().get() == ListState.EMPTY);
    robot.interact(() -> Pictures.take(stage.getScene(), "assistant-usage-empty"));

    server.pullOutCable();
    robot.clickOn("#assistant-CORRECTIONS");
    until(() -> assistant().corrections().state().get() == ListState.FAILED);
    robot.interact(() -> Pictures.take(stage.getScene(), "assistant-corrections-failed"));
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

  private void sitDown(FxRobot robot) throws Exception {
    until(() -> robot.lookup("#branch-" + World.OLAYA.id()).tryQuery().isPresent());
    robot.clickOn("#branch-" + World.OLAYA.id());
    until(() -> desk().connection().get() == ConnectionState.ONLINE);
    until(() -> desk().inbox().conversations().size() == 6);
  }

  private void pictures(FxRobot robot, String name) {
    for (ScreenLanguage language : ScreenLanguage.values()) {
      for (Theme theme : Theme.values()) {
        robot.interact(() -> {
          program.model().language().set(language);
          program.model().theme().set(theme);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() ->
            Pictures.take(
                stage.getScene(),
                name + "-" + language.code() + "-" + theme.name().toLowerCase(Locale.ROOT)));
      }
    }
    robot.interact(() -> {
      program.model().language().set(ScreenLanguage.ARABIC);
      program.model().theme().set(Theme.LIGHT);
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Desk desk() {
    return program.model().place().get() instanceof ShellModel.AtTheDesk(Desk desk)
        ? desk
        : fail("not at the desk");
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(10, SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
