package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.shell.ShellModel;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.ItemName;
import java.time.Duration;
import java.util.UUID;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What staff do with mouse and keyboard, against a server on loopback.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class FlowTest {

  private static final UUID AHMED = World.id("conversation " + World.AHMED.name());

  private final HandClock clock = new HandClock();
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServer server = new FakeServer(restaurant, clock);
  private OpenProgram open;
  private Stage stage;

  @Start
  void start(Stage window) {
    stage = window;
    open = OpenProgram.at(clock, window, new StartOptions(server.uri(), null, null));
    // The headless screen is small: everything the robot clicks must be on it.
    window.setWidth(1000);
    window.setHeight(900);
  }

  @AfterEach
  void stop(FxRobot robot) {
    open.close();
    server.close();
  }

  @Test
  void signsInChoosesABranchRepliesAndAcceptsAnOrderByKey(FxRobot robot) throws Exception {
    robot.clickOn("#email").write(World.SARAH.email());
    robot.clickOn("#password").write("wrong");
    robot.clickOn("#signIn");
    until(() -> robot.lookup("#signInFailure").<Node>query().isVisible());
    robot.doubleClickOn("#password").write(FakeServer.PASSWORD);
    robot.type(KeyCode.ENTER);
    chooseOlaya(robot);

    robot.clickOn(ItemName.is("conversation-" + AHMED));
    until(() -> robot.lookup("#replyText").tryQuery().isPresent());
    robot.clickOn("#replyText").write("معك سارة، أبشر");
    robot.type(KeyCode.ENTER);
    tooLateToTakeBack(robot);
    until(() -> restaurant.repliesAsked().size() == 1);
    assertThat(restaurant.repliesAsked())
        .extracting(ReplyRequest::text)
        .containsExactly("معك سارة، أبشر");
    until(() -> robot.lookup("#replyText").queryAs(TextArea.class).getText().isEmpty());
    assertThat(restaurant.conversation(AHMED).assigneeId()).isEqualTo(World.SARAH.id());

    robot.type(KeyCode.F2);
    until(() -> robot.lookup(ItemName.is("order-A-40")).tryQuery().isPresent());
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    until(() -> restaurant.changesAsked().size() == 1);
    assertThat(restaurant.changesAsked().getFirst().action()).isEqualTo(OrderAction.ACCEPT);
    assertThat(restaurant.changesAsked().getFirst().minutes()).isEqualTo(15);
    var confirmed = ItemName.is("order-A-40");
    until(() -> robot.lookup("#column-CONFIRMED").lookup(confirmed).tryQuery().isPresent());
  }

  @Test
  void keepsWhatWasTypedThroughALossAndMissesNothing(FxRobot robot) throws Exception {
    signIn(robot);
    chooseOlaya(robot);
    robot.clickOn(ItemName.is("conversation-" + AHMED));
    until(() -> !desk().inbox().thread().messages().isEmpty());

    server.pullOutCable();
    until(() -> desk().connection().get() == ConnectionState.LOST);
    until(() -> robot.lookup("#connectionBanner").<Node>query().isVisible());
    robot.clickOn("#replyText").write("طلبك جاهز");
    robot.clickOn("#send");
    tooLateToTakeBack(robot);
    until(() -> desk().inbox().thread().messages().size() == 2);
    until(() -> robot.lookup("#keptChip").<Node>query().isVisible());
    assertThat(robot.lookup("#replyText").queryAs(TextArea.class).getText()).isEmpty();
    robot.clickOn("#replyText").write("ونرسله الآن");

    restaurant.customerWrites(AHMED, "وينكم؟");
    restaurant.place(World.order("A-60", World.REEM, OrderStatus.PENDING, clock.instant()));
    server.putCableBack();
    robot.clickOn("#connectNow");
    until(() -> desk().connection().get() == ConnectionState.ONLINE);
    until(() -> restaurant.repliesAsked().size() == 1);
    until(() -> desk().inbox().thread().messages().size() == 3);
    until(() -> desk().orders().waiting().get() == 3);
    until(() -> !robot.lookup("#keptChip").<Node>query().isVisible());

    assertThat(robot.lookup("#replyText").queryAs(TextArea.class).getText())
        .isEqualTo("ونرسله الآن");
    assertThat(restaurant.repliesAsked())
        .extracting(ReplyRequest::text)
        .containsExactly("طلبك جاهز");
  }

  @Test
  void switchesTheLanguageWithoutLosingWhatIsBeingWritten(FxRobot robot) throws Exception {
    signIn(robot);
    chooseOlaya(robot);
    robot.clickOn(ItemName.is("conversation-" + AHMED));
    until(() -> robot.lookup("#replyText").tryQuery().isPresent());
    robot.clickOn("#replyText").write("half a sentence");

    robot.clickOn("#language");

    assertThat(open.model().language().get()).isEqualTo(ScreenLanguage.ENGLISH);
    assertThat(stage.getScene().getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    assertThat(robot.lookup("#replyText").queryAs(TextArea.class).getText())
        .isEqualTo("half a sentence");
  }

  @Test
  void goesBackToSigningInWhenTheSessionIsOver(FxRobot robot) throws Exception {
    signIn(robot);
    chooseOlaya(robot);
    server.endSessions();

    server.live().cutOff(4401);

    until(() -> open.model().place().get() instanceof ShellModel.AtTheDoor);
    assertThat(robot.lookup("#signIn").tryQuery()).isPresent();
  }

  @Test
  void choosesTheFirstBranchByEnter(FxRobot robot) throws Exception {
    signIn(robot);
    until(() -> robot.lookup("#branch-" + World.OLAYA.id()).tryQuery().isPresent());
    until(() -> robot.lookup("#branchList").<Node>query().isFocused());

    robot.type(KeyCode.ENTER);

    until(() -> desk().connection().get() == ConnectionState.ONLINE);
    assertThat(desk().branch()).isEqualTo(World.OLAYA);
  }

  @Test
  void rejectsAnOrderWithAReason(FxRobot robot) throws Exception {
    signIn(robot);
    chooseOlaya(robot);
    robot.type(KeyCode.F2);
    until(() -> robot.lookup(ItemName.is("reject-A-40")).tryQuery().isPresent());
    robot.clickOn(ItemName.is("reject-A-40"));
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#reason-KITCHEN_TOO_BUSY");

    until(() -> restaurant.changesAsked().size() == 1);
    assertThat(restaurant.changesAsked().getFirst().reasonCode())
        .isEqualTo(OrderReason.KITCHEN_TOO_BUSY);
  }

  /// What was sent can be taken back for some seconds, and goes only then.
  private void tooLateToTakeBack(FxRobot robot) throws Exception {
    until(() -> robot.lookup("#held").<Node>query().isVisible());
    clock.pass(Duration.ofSeconds(6));
  }

  private void signIn(FxRobot robot) {
    robot.interact(() -> {
      var signIn = open.model().signIn();
      signIn.email().set(World.SARAH.email());
      signIn.password().set(FakeServer.PASSWORD);
      signIn.signIn();
    });
  }

  private void chooseOlaya(FxRobot robot) throws Exception {
    open.sitDown();
    until(() -> robot.lookup(ItemName.is("conversation-" + AHMED)).tryQuery().isPresent());
  }

  private Desk desk() {
    return open.desk();
  }
}
