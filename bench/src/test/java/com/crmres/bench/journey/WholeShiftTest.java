package com.crmres.bench.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.desktop.DesktopProgram;
import com.crmres.desktop.StartOptions;
import com.crmres.desktop.alert.AlarmTestModel;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.inbox.ThreadModel;
import com.crmres.desktop.orders.BoardColumn;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.shell.ShellModel;
import com.crmres.desktop.ui.ItemName;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.customers.Customer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A shift from its first minute to its last, with everything real but WhatsApp.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class WholeShiftTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String DISH = "شاورما دجاج";

  private static House house;
  private static Simulator simulator;
  private static ServerNode server;
  private DesktopProgram program;

  /// Not with the window: a busy machine takes longer for a server than TestFX waits for one.
  @BeforeAll
  static void open() throws Exception {
    house = House.open();
    simulator = Simulator.builder().appSecret(House.appSecret()).build().start();
    server = house.node("server", Map.of("WHATSAPP_GRAPH_URL", simulator.url().toString())).start();
    simulator.target(server.webhook());
  }

  @Start
  void start(Stage window) {
    program =
        DesktopProgram.open(
            window, new StartOptions(server.url(), House.OWNER, House.STAFF_PASSWORD));
    // The headless screen is small: everything the robot clicks must be on it.
    window.setWidth(1000);
    window.setHeight(900);
  }

  @AfterEach
  void stop(FxRobot robot) {
    robot.interact(program::close);
  }

  @AfterAll
  static void close() throws Exception {
    server.close();
    simulator.close();
    house.close();
  }

  @Test
  @Timeout(value = 300, unit = SECONDS)
  void fromTheAlarmTestToSigningOut(FxRobot robot) throws Exception {
    sitDown(robot);
    testTheAlarm(robot);
    Customer sara = simulator.customer("966551234567", "سارة");
    OrderSummary order = ordered(sara);
    acceptCookAndHandOver(robot, sara, order);
    settleAComplaint(robot);
    sellOut(robot);
    robot.interact(() -> program.model().signOut());
    until(() -> program.model().place().get() instanceof ShellModel.AtTheDoor);
    assertThat(simulator.ledger().doubled()).isEmpty();
    assertThat(simulator.ledger().unacknowledged()).isEmpty();
  }

  private void sitDown(FxRobot robot) throws Exception {
    until(() -> robot.lookup("#branch-" + olaya()).tryQuery().isPresent());
    robot.clickOn("#branch-" + olaya());
    until(() -> desk().connection().get() == ConnectionState.ONLINE);
  }

  private void testTheAlarm(FxRobot robot) throws Exception {
    until(() -> desk().alarmTest().step().get() == AlarmTestModel.Step.ASKED);
    robot.interact(() -> desk().alarmTest().play());
    robot.interact(() -> desk().alarmTest().heard());
    assertThat(desk().alarmTest().step().get()).isEqualTo(AlarmTestModel.Step.DONE);
  }

  private OrderSummary ordered(Customer sara) throws Exception {
    sara.says("ابغى ٢ شاورما دجاج عادي استلام من فرع العليا");
    Send readBack = answerWith(sara, "confirm");
    assertThat(readBack.text()).contains(DISH);
    sara.says("نعم");
    until(() -> !desk().orders().column(BoardColumn.NEW).isEmpty());
    return desk().orders().column(BoardColumn.NEW).getFirst();
  }

  private void acceptCookAndHandOver(FxRobot robot, Customer sara, OrderSummary order)
      throws Exception {
    robot.type(KeyCode.F2);
    until(() -> robot.lookup(ItemName.is("order-" + order.number())).tryQuery().isPresent());
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    until(() -> status(order) == OrderStatus.CONFIRMED);
    assertThat(answer(sara, "تم قبول طلبك").text()).contains(order.number());

    robot.type(KeyCode.F3);
    until(() -> !desk().kitchen().shown().isEmpty());
    robot.type(KeyCode.DIGIT1, KeyCode.ENTER);
    until(() -> status(order) == OrderStatus.READY);
    assertThat(answer(sara, "جاهز").text()).contains(order.number());

    robot.type(KeyCode.F2);
    robot.interact(() -> desk().orders().select(order.id()));
    robot.type(KeyCode.ENTER);
    until(() -> status(order) == OrderStatus.DELIVERED);
  }

  private void settleAComplaint(FxRobot robot) throws Exception {
    Customer fahd = simulator.customer("966559876543", "فهد");
    fahd.says("الطلب وصلني بارد، ابغى اكلم موظف");
    until(() -> escalated().isPresent());
    robot.type(KeyCode.F1);
    robot.interact(() -> desk().inbox().open(escalated().orElseThrow()));
    robot.interact(() -> thread().takeOver());
    until(() -> thread().isMine());
    robot.interact(() -> thread().reply().set("نعتذر منك يا فهد، نرسل لك بديلًا الآن"));
    robot.interact(() -> thread().send());
    assertThat(answer(fahd, "نعتذر منك يا فهد").text()).contains("بديلًا");
    robot.interact(() -> thread().resolve());
    until(() -> thread().isResolved());
  }

  private void sellOut(FxRobot robot) throws Exception {
    until(() -> !desk().soldOut().all().isEmpty());
    UUID dish = item().id();
    robot.interact(() -> desk().soldOut().soldOut(item(), AvailabilityPreset.HOUR));
    until(() ->
        desk().soldOut().all().stream()
            .anyMatch(item -> item.id().equals(dish) && !item.available()));
    Customer reem = simulator.customer("966554443322", "ريم");
    reem.says("ابغى ٢ شاورما دجاج عادي استلام من فرع العليا");
    Send answer = found(reem.awaitAnswer(PATIENCE), reem);
    assertThat(answer.text()).contains("نفدت");
  }

  private MenuDetails.Item item() {
    return desk().soldOut().all().stream()
        .filter(item -> item.name().ar().equals(DISH))
        .findFirst()
        .orElseThrow();
  }

  private Optional<ConversationSummary> escalated() {
    return desk().inbox().conversations().stream()
        .filter(one -> one.status() == ConversationStatus.ESCALATED)
        .findFirst();
  }

  private OrderStatus status(OrderSummary order) {
    return desk().orders().all().stream()
        .filter(one -> one.id().equals(order.id()))
        .findFirst()
        .map(OrderSummary::status)
        .orElse(order.status());
  }

  private ThreadModel thread() {
    return desk().inbox().thread();
  }

  private static Send answer(Customer customer, String part) throws InterruptedException {
    return found(customer.awaitAnswer(send -> send.text().contains(part), PATIENCE), customer);
  }

  /// The next answer with a button whose id says so.
  private static Send answerWith(Customer customer, String option) throws InterruptedException {
    return found(
        customer.awaitAnswer(
            send -> send.options().stream().anyMatch(o -> o.id().contains(option)), PATIENCE),
        customer);
  }

  private static Send found(Optional<Send> send, Customer customer) {
    return send.orElseGet(
        () -> fail("no such answer among " + customer.answers().stream().map(Send::text).toList()));
  }

  private Desk desk() {
    return program.model().place().get() instanceof ShellModel.AtTheDesk(Desk desk)
        ? desk
        : fail("not at the desk");
  }

  private UUID olaya() {
    if (program.model().place().get() instanceof ShellModel.ChoosingBranch(var choice)) {
      return choice.branches().stream()
          .filter(branch -> branch.name().ar().contains("العليا"))
          .findFirst()
          .map(BranchSummary::id)
          .orElse(new UUID(0, 0));
    }
    return new UUID(0, 0);
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(PATIENCE.toSeconds(), SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
