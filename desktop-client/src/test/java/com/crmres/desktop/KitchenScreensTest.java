package com.crmres.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.shell.ShellModel;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.Theme;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The kitchen's display and the board at the counter, in both languages and both themes.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class KitchenScreensTest {

  private final Restaurant restaurant = Restaurant.evening(Clock.systemUTC());
  private final FakeServer server = new FakeServer(restaurant, Clock.systemUTC());
  private Stage stage;
  private DesktopProgram program;

  @Start
  void start(Stage window) {
    stage = window;
    server.signsIn(Role.KITCHEN);
    program =
        DesktopProgram.open(window, new StartOptions(server.uri(), World.SARAH.email(), null));
  }

  @AfterEach
  void stop(FxRobot robot) {
    robot.interact(program::close);
    server.close();
  }

  @Test
  void showsTicketsAndBumpsThemByKey(FxRobot robot) throws Exception {
    robot.interact(() -> {
      program.model().signIn().password().set(FakeServer.PASSWORD);
      program.model().signIn().signIn();
    });
    until(() -> robot.lookup("#branch-" + World.OLAYA.id()).tryQuery().isPresent());
    robot.clickOn("#branch-" + World.OLAYA.id());
    until(() -> desk().connection().get() == ConnectionState.ONLINE);
    robot.interact(() -> desk().alarmTest().heard());
    until(() -> desk().kitchen().shown().size() == 8);
    pictures(robot, "kitchen-expediter");

    robot.interact(() -> desk().kitchen().station().set(FakeKitchen.GRILL.id()));
    until(() -> robot.lookup("#ticket-A-30").tryQuery().isPresent());
    robot.type(KeyCode.DIGIT1);
    robot.interact(() -> Pictures.take(stage.getScene(), "kitchen-large"));
    robot.type(KeyCode.A);
    robot.type(KeyCode.DIGIT2);
    robot.type(KeyCode.DOWN);
    pictures(robot, "kitchen-station");

    robot.type(KeyCode.DIGIT2, KeyCode.ENTER);
    until(() -> restaurant.kitchen().asked().size() == 1);
    assertThat(restaurant.kitchen().asked().getFirst().action()).isEqualTo(KitchenAction.BUMP);
    robot.type(KeyCode.R);
    until(() -> robot.lookup("#recall-A-30").tryQuery().isPresent());
    robot.interact(() -> Pictures.take(stage.getScene(), "kitchen-recall"));
    robot.type(KeyCode.U);
    until(() -> restaurant.kitchen().asked().size() == 2);

    robot.type(KeyCode.F5);
    until(() -> robot.lookup("#pickup").tryQuery().isPresent());
    pictures(robot, "pickup");
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
