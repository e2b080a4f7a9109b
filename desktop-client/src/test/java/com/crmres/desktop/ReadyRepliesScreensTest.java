package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ReadyReply;
import com.crmres.common.identity.Role;
import com.crmres.desktop.ui.ItemName;
import java.time.Clock;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The settings of ready replies, by key, in both languages and both themes.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class ReadyRepliesScreensTest {

  private final Restaurant restaurant = Restaurant.evening(Clock.systemUTC());
  private final FakeServer server = new FakeServer(restaurant, Clock.systemUTC());
  private OpenProgram open;

  @Start
  void start(Stage window) {
    server.signsIn(Role.MANAGER);
    open =
        OpenProgram.at(
            Clock.systemUTC(),
            window,
            new StartOptions(server.uri(), World.SARAH.email(), FakeServer.PASSWORD));
  }

  @AfterEach
  void stop() {
    open.close();
    server.close();
  }

  @Test
  void aManagerWritesOneByKeyAndItIsKept(FxRobot robot) throws Exception {
    open.sitDown();
    open.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
    until(() ->
        robot.lookup(ItemName.is("readyReply-" + World.id("ready عذر"))).tryQuery().isPresent());
    open.fire("#readyNew");
    robot.interact(() -> {
      open.desk().readyReplies().shortcut().set("مواقف");
      open.desk().readyReplies().arabic().set("المواقف خلف فرع ");
      open.desk().readyReplies().english().set("Parking is behind the branch");
      robot.lookup("#readyArabic").queryTextInputControl().end();
    });
    open.fire("#readyPlace-branch");
    open.pictures("ready-settings", () -> open.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y));

    open.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Y);
    until(() -> open.shows("#readySave"));
    open.fire("#readySave");

    until(() -> restaurant.handling().written().all().size() == 4);
    assertThat(restaurant.handling().written().all())
        .extracting(ReadyReply::shortcut)
        .contains("مواقف");
  }
}
