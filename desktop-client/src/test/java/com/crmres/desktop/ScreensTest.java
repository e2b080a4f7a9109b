package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.ui.ItemName;
import java.util.UUID;
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

  private final HandClock clock = new HandClock();
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServer server = new FakeServer(restaurant, clock);
  private OpenProgram open;

  @Start
  void start(Stage window) {
    open = OpenProgram.at(clock, window, new StartOptions(server.uri(), World.SARAH.email(), null));
  }

  @AfterEach
  void stop(FxRobot robot) {
    open.close();
    server.close();
  }

  @Test
  void opensEveryScreenInBothLanguagesAndThemes(FxRobot robot) throws Exception {
    open.pictures("signin");
    open.signIn();
    until(() -> robot.lookup("#branch-" + World.OLAYA.id()).tryQuery().isPresent());
    open.pictures("branch");

    robot.clickOn("#branch-" + World.OLAYA.id());
    until(() -> desk().connection().get() == ConnectionState.ONLINE);
    until(() -> desk().inbox().conversations().size() == 6);
    open.pictures("inbox-nothing-open");

    ConversationSummary noura = conversation(World.NOURA.name());
    robot.interact(() -> desk().inbox().open(noura));
    until(() -> desk().inbox().thread().messages().size() == 11);
    open.pictures("inbox");

    robot.interact(() -> desk().inbox().open(conversation(World.SARA_J.name())));
    until(() -> desk().inbox().thread().messages().size() == 1);
    open.picture("inbox-assistant-answers");
    robot.interact(() -> desk().inbox().open(conversation(World.OMAR.name())));
    until(() -> desk().inbox().thread().messages().size() == 1);
    robot.interact(() -> desk().inbox().search().words().set("nobody"));
    robot.interact(() -> desk().inbox().search().search());
    until(() -> desk().inbox().search().state().get() == ListState.EMPTY);
    open.picture("inbox-window-closed-nothing-found");
    robot.interact(() -> desk().inbox().search().leave());

    robot.interact(() -> desk().screen().set(Desk.Screen.ORDERS));
    until(() -> robot.lookup(ItemName.is("order-A-41")).tryQuery().isPresent());
    robot.interact(() -> desk().orders().selected().set(desk().orders().all().getLast()));
    open.pictures("orders");

    robot.interact(() -> desk().orders().openSide().set(false));
    open.pictures("orders-ended");
    robot.interact(() -> desk().orders().openSide().set(true));
    WaitForAsyncUtils.waitForFxEvents();

    robot.clickOn(ItemName.is("reject-A-41"));
    open.picture("orders-refusal");
    assertThat(robot.lookup("#reason-ITEM_UNAVAILABLE").<Node>query().isVisible()).isTrue();
    robot.type(KeyCode.ESCAPE);
    frame(robot);

    server.pullOutCable();
    until(() -> desk().connection().get() == ConnectionState.LOST && desk().attempt().get() > 1);
    open.picture("orders-offline");
    assertThat(robot.lookup("#connectionBanner").<Node>query().isVisible()).isTrue();
  }

  /// What opens over every screen.
  private void frame(FxRobot robot) throws Exception {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    until(() -> robot.lookup("#palette").<Node>query().isVisible());
    open.pictures("palette", () -> robot.push(KeyCode.CONTROL, KeyCode.K));
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.type(KeyCode.ESCAPE);

    open.pictures("shortcuts", () -> robot.push(KeyCode.CONTROL, KeyCode.SLASH));
    open.pictures("sold-out", () -> robot.clickOn("#boardSoldOut"));
    robot.clickOn("#boardSoldOut");
    UUID fries = World.id("item Fries");
    until(() -> robot.lookup("#soldOut-" + fries + "-HOUR").tryQuery().isPresent());
    robot.clickOn("#soldOut-" + fries + "-HOUR");
    until(() -> robot.lookup("#back-" + fries).tryQuery().isPresent());
    assertThat(restaurant.menu().asked()).hasSize(1);
    open.picture("sold-out-marked");
    robot.clickOn("#soldOutClose");

    robot.interact(() -> desk().alarmTest().play());
    open.picture("alarm-test");
    robot.interact(() -> desk().alarmTest().heard());
  }

  private Desk desk() {
    return open.desk();
  }

  private ConversationSummary conversation(String name) {
    return desk().inbox().conversations().stream()
        .filter(one -> one.customer().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
