package com.crmres.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.shell.ShellModel;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.Theme;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
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

/// Opens every screen in both languages and both themes, and keeps a picture of each.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class ScreensTest {

  private final Restaurant restaurant = Restaurant.evening(Clock.systemUTC());
  private final FakeServer server = new FakeServer(restaurant, Clock.systemUTC());
  private Stage stage;
  private DesktopProgram program;

  @Start
  void start(Stage window) {
    stage = window;
    program =
        DesktopProgram.open(window, new StartOptions(server.uri(), World.SARAH.email(), null));
  }

  @AfterEach
  void stop(FxRobot robot) {
    robot.interact(program::close);
    server.close();
  }

  @Test
  void opensEveryScreenInBothLanguagesAndThemes(FxRobot robot) throws Exception {
    pictures(robot, "signin");
    robot.interact(() -> {
      program.model().signIn().password().set(FakeServer.PASSWORD);
      program.model().signIn().signIn();
    });
    until(() -> robot.lookup("#branch-" + World.OLAYA.id()).tryQuery().isPresent());
    pictures(robot, "branch");

    robot.clickOn("#branch-" + World.OLAYA.id());
    until(() -> desk().connection().get() == ConnectionState.ONLINE);
    until(() -> desk().inbox().conversations().size() == 6);
    pictures(robot, "inbox-nothing-open");

    ConversationSummary noura = conversation(World.NOURA.name());
    robot.interact(() -> desk().inbox().open(noura));
    until(() -> desk().inbox().thread().messages().size() == 11);
    pictures(robot, "inbox");

    robot.interact(() -> desk().inbox().open(conversation(World.SARA_J.name())));
    until(() -> desk().inbox().thread().messages().size() == 1);
    robot.interact(() -> Pictures.take(stage.getScene(), "inbox-assistant-answers"));
    robot.interact(() -> desk().inbox().open(conversation(World.OMAR.name())));
    until(() -> desk().inbox().thread().messages().size() == 1);
    robot.interact(() -> desk().inbox().search().words().set("nobody"));
    robot.interact(() -> desk().inbox().search().search());
    until(() -> desk().inbox().search().state().get() == ListState.EMPTY);
    robot.interact(() -> Pictures.take(stage.getScene(), "inbox-window-closed-nothing-found"));
    robot.interact(() -> desk().inbox().search().leave());

    robot.interact(() -> desk().screen().set(Desk.Screen.ORDERS));
    until(() -> robot.lookup("#order-A-41").tryQuery().isPresent());
    robot.interact(() -> desk().orders().selected().set(desk().orders().all().getLast()));
    pictures(robot, "orders");

    robot.interact(() -> desk().orders().openSide().set(false));
    pictures(robot, "orders-ended");
    robot.interact(() -> desk().orders().openSide().set(true));
    WaitForAsyncUtils.waitForFxEvents();

    robot.clickOn("#reject-A-41");
    robot.interact(() -> Pictures.take(stage.getScene(), "orders-refusal"));
    assertThat(robot.lookup("#reason-ITEM_UNAVAILABLE").<Node>query().isVisible()).isTrue();
    robot.type(KeyCode.ESCAPE);
    frame(robot);

    server.pullOutCable();
    until(() -> desk().connection().get() == ConnectionState.LOST && desk().attempt().get() > 1);
    robot.interact(() -> Pictures.take(stage.getScene(), "orders-offline"));
    assertThat(robot.lookup("#connectionBanner").<Node>query().isVisible()).isTrue();
  }

  /// What opens over every screen.
  private void frame(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    until(() -> robot.lookup("#palette").<Node>query().isVisible());
    pictures(robot, "palette", () -> robot.push(KeyCode.CONTROL, KeyCode.K));
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.type(KeyCode.ESCAPE);

    pictures(robot, "shortcuts", () -> robot.push(KeyCode.CONTROL, KeyCode.SLASH));
    pictures(robot, "sold-out", () -> robot.clickOn("#boardSoldOut"));
    robot.clickOn("#boardSoldOut");
    UUID fries = World.id("item Fries");
    until(() -> robot.lookup("#soldOut-" + fries + "-HOUR").tryQuery().isPresent());
    robot.clickOn("#soldOut-" + fries + "-HOUR");
    until(() -> robot.lookup("#back-" + fries).tryQuery().isPresent());
    assertThat(restaurant.menu().asked()).hasSize(1);
    robot.interact(() -> Pictures.take(stage.getScene(), "sold-out-marked"));
    robot.clickOn("#soldOutClose");

    robot.interact(() -> desk().alarmTest().play());
    robot.interact(() -> Pictures.take(stage.getScene(), "alarm-test"));
    robot.interact(() -> desk().alarmTest().heard());
  }

  /// A new language is a new view, in which what lies over the screens is closed: it is opened
  /// again for each picture.
  private void pictures(FxRobot robot, String name, Runnable open) {
    for (ScreenLanguage language : ScreenLanguage.values()) {
      for (Theme theme : Theme.values()) {
        robot.interact(() -> {
          program.model().language().set(language);
          program.model().theme().set(theme);
        });
        WaitForAsyncUtils.waitForFxEvents();
        open.run();
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() ->
            Pictures.take(
                stage.getScene(),
                name + "-" + language.code() + "-" + theme.name().toLowerCase(Locale.ROOT)));
        robot.type(KeyCode.ESCAPE);
      }
    }
    robot.interact(() -> {
      program.model().language().set(ScreenLanguage.ARABIC);
      program.model().theme().set(Theme.LIGHT);
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void pictures(FxRobot robot, String name) {
    for (ScreenLanguage language : ScreenLanguage.values()) {
      for (Theme theme : Theme.values()) {
        robot.interact(() -> {
          program.model().language().set(language);
          program.model().theme().set(theme);
        });
        // Scrolling to the last message takes a second layout.
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
  }

  private Desk desk() {
    return program.model().place().get() instanceof ShellModel.AtTheDesk(Desk desk)
        ? desk
        : fail("not at the desk");
  }

  private ConversationSummary conversation(String name) {
    return desk().inbox().conversations().stream()
        .filter(one -> one.customer().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(10, SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
