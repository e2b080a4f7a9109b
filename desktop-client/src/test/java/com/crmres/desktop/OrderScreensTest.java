package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderReason;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.ui.ItemName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Where an order on the board leads: to another branch, to its conversation, to its receipt.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class OrderScreensTest {

  @TempDir private Path folder;

  private final HandClock clock = new HandClock();
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServer server = new FakeServer(restaurant, clock);
  private HandyFiles files;
  private OpenProgram open;

  @Start
  void start(Stage window) {
    server.signsIn(Role.MANAGER);
    restaurant.has(movable(order()));
    files = new HandyFiles(folder);
    open =
        new OpenProgram(
            window,
            DesktopProgram.open(
                window,
                new StartOptions(server.uri(), World.SARAH.email(), FakeServer.PASSWORD),
                new Machine(files, clock, (sound, strength) -> true, OpenProgram.ENDLESS)));
  }

  @BeforeEach
  void choosesTheOrder(FxRobot robot) throws Exception {
    open.sitDown();
    robot.interact(() -> desk().alarmTest().heard());
    robot.type(KeyCode.F2);
    until(() -> robot.lookup(ItemName.is("order-A-38")).tryQuery().isPresent());
    robot.interact(() -> desk().orders().select(order().id()));
  }

  @AfterEach
  void stop() {
    open.close();
    server.close();
  }

  @Test
  void goesToAnotherBranchForAReason(FxRobot robot) throws Exception {
    String malaz = "#to-" + World.MALAZ.id();
    open.pictures("order-move", () -> robot.type(KeyCode.L));
    robot.type(KeyCode.L);
    until(() -> robot.lookup(malaz).tryQuery().isPresent());
    robot.clickOn(malaz);
    until(() -> robot.lookup("#reason-KITCHEN_TOO_BUSY").tryQuery().isPresent());
    open.picture("order-move-reason");
    robot.clickOn("#reason-KITCHEN_TOO_BUSY");

    until(() -> restaurant.changesAsked().size() == 1);
    ChangeOrderRequest asked = restaurant.changesAsked().getFirst();
    assertThat(asked.action()).isEqualTo(OrderAction.MOVE);
    assertThat(asked.branchId()).isEqualTo(World.MALAZ.id());
    assertThat(asked.reasonCode()).isEqualTo(OrderReason.KITCHEN_TOO_BUSY);
  }

  @Test
  void leadsToItsConversation(FxRobot robot) throws Exception {
    robot.type(KeyCode.H);

    until(() -> desk().screen().get() == Desk.Screen.INBOX);
    UUID conversation = order().conversationId();
    until(() -> {
      var shown = desk().inbox().thread().conversation().get();
      return shown != null && shown.id().equals(conversation);
    });
    until(() -> !desk().inbox().thread().messages().isEmpty());
    open.pictures("order-chat");
  }

  @Test
  void itsReceiptOpensOrItSaysWhyNot(FxRobot robot) throws Exception {
    server.mood().breaksAt(path -> path.contains("/receipt"));
    robot.type(KeyCode.Q);
    until(() -> saysWhyNot(robot));
    open.pictures("order-receipt-failed");

    server.mood().willing();
    robot.type(KeyCode.Q);
    until(() -> files.opened().size() == 1);
    assertThat(files.opened().getFirst()).content().isEqualTo("%PDF A-38");
    until(() -> !saysWhyNot(robot));
  }

  private static boolean saysWhyNot(FxRobot robot) {
    return robot.lookup("#orderFailure").<Node>query().getParent().isVisible();
  }

  private OrderSummary order() {
    return restaurant.order(World.id("order A-38"));
  }

  /// Two branches make the same dishes.
  private static OrderSummary movable(OrderSummary one) {
    List<OrderAction> allowed = new ArrayList<>(one.allowed());
    allowed.add(OrderAction.MOVE);
    return new OrderSummary(
        one.id(),
        one.number(),
        one.branchId(),
        one.conversationId(),
        one.customer(),
        one.status(),
        one.standing(),
        one.fulfilment(),
        one.contactPhone(),
        one.lines(),
        one.deliveryFee(),
        one.total(),
        one.vat(),
        one.note(),
        one.reason(),
        allowed,
        one.placedAt(),
        one.statusSince(),
        one.promisedAt(),
        one.version());
  }

  private Desk desk() {
    return open.desk();
  }
}
