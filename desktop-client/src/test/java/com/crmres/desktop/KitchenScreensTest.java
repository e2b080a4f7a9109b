package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.ui.ItemName;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The kitchen's display and the board at the counter, in both languages and both themes.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class KitchenScreensTest {

  private final HandClock clock = new HandClock();
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServer server = new FakeServer(restaurant, clock);
  private OpenProgram open;

  @Start
  void start(Stage window) {
    server.signsIn(Role.KITCHEN);
    open = OpenProgram.at(clock, window, new StartOptions(server.uri(), World.SARAH.email(), null));
  }

  @AfterEach
  void stop(FxRobot robot) {
    open.close();
    server.close();
  }

  @Test
  void showsTicketsAndBumpsThemByKey(FxRobot robot) throws Exception {
    open.signIn();
    open.sitDown();
    robot.interact(() -> desk().alarmTest().heard());
    until(() -> desk().kitchen().shown().size() == 8);
    open.pictures("kitchen-expediter");

    robot.interact(() -> desk().kitchen().station().set(FakeKitchen.GRILL.id()));
    until(() -> robot.lookup(ItemName.is("ticket-A-30")).tryQuery().isPresent());
    robot.type(KeyCode.DIGIT1);
    open.picture("kitchen-large");
    robot.type(KeyCode.A);
    robot.type(KeyCode.DIGIT2);
    robot.type(KeyCode.DOWN);
    open.pictures("kitchen-station");

    robot.type(KeyCode.DIGIT2, KeyCode.ENTER);
    until(() -> restaurant.kitchen().asked().size() == 1);
    assertThat(restaurant.kitchen().asked().getFirst().action()).isEqualTo(KitchenAction.BUMP);
    robot.type(KeyCode.R);
    until(() -> robot.lookup(ItemName.is("recall-A-30")).tryQuery().isPresent());
    open.picture("kitchen-recall");
    robot.type(KeyCode.U);
    until(() -> restaurant.kitchen().asked().size() == 2);

    robot.type(KeyCode.F5);
    until(() -> robot.lookup("#pickup").tryQuery().isPresent());
    open.pictures("pickup");
  }

  private Desk desk() {
    return open.desk();
  }
}
