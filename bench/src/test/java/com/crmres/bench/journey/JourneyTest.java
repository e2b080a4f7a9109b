package com.crmres.bench.journey;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.crmres.bench.house.House;
import com.crmres.bench.house.ServerNode;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.DesktopProgram;
import com.crmres.desktop.StartOptions;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.orders.BoardColumn;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.shell.ShellModel;
import com.crmres.desktop.ui.ItemName;
import com.crmres.simulator.Simulator;
import com.crmres.simulator.cloudapi.Send;
import com.crmres.simulator.customers.Customer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The main job, with everything real but WhatsApp: a customer orders, staff accept, he is told.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class JourneyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private House house;
  private Simulator simulator;
  private ServerNode server;
  private DesktopProgram program;

  @Start
  void start(Stage window) throws Exception {
    house = House.open();
    simulator = Simulator.builder().appSecret(House.appSecret()).build().start();
    server = house.node("server", Map.of("WHATSAPP_GRAPH_URL", simulator.url().toString())).start();
    simulator.target(server.webhook());
    program =
        DesktopProgram.open(
            window, new StartOptions(server.url(), House.OWNER, House.STAFF_PASSWORD));
    // The headless screen is small: everything the robot clicks must be on it.
    window.setWidth(1000);
    window.setHeight(900);
  }

  @AfterEach
  void stop(FxRobot robot) throws Exception {
    robot.interact(program::close);
    server.close();
    simulator.close();
    house.close();
  }

  @Test
  void anOrderWrittenOnWhatsAppIsAcceptedAtTheBranchAndTheCustomerIsTold(FxRobot robot)
      throws Exception {
    sitDownAtOlaya(robot);
    CompletableFuture<Instant> onBoard = nextOrderOnBoard(robot);
    Customer sara = simulator.customer("966551234567", "سارة");

    sara.says("ابغى ٢ شاورما دجاج عادي استلام من فرع العليا");
    Send readBack = answerWith(sara, "confirm");
    assertThat(readBack.text()).contains("شاورما دجاج");
    sara.says("نعم");
    Send placed = answer(sara, "A-");

    until(() -> onBoard.isDone());
    OrderSummary order = desk().orders().column(BoardColumn.NEW).getFirst();
    assertThat(placed.text()).contains(order.number());
    IO.println(
        "from placed to board: "
            + Duration.between(order.placedAt(), onBoard.join()).toMillis()
            + " ms");
    var card = ItemName.is("order-" + order.number());
    until(() -> robot.lookup("#column-NEW").lookup(card).tryQuery().isPresent());

    robot.type(KeyCode.DOWN, KeyCode.ENTER);

    until(() -> robot.lookup("#column-CONFIRMED").lookup(card).tryQuery().isPresent());
    Send told = answer(sara, "تم قبول طلبك");
    assertThat(told.text()).contains(order.number());
    assertThat(simulator.ledger().doubled()).isEmpty();
    assertThat(simulator.ledger().unacknowledged()).isEmpty();
  }

  private void sitDownAtOlaya(FxRobot robot) throws Exception {
    String branch = "#branch-" + olaya();
    until(() -> robot.lookup(branch).tryQuery().isPresent());
    robot.clickOn(branch);
    until(() -> desk().connection().get() == ConnectionState.ONLINE);
    robot.type(KeyCode.F2);
    until(() -> robot.lookup("#column-NEW").tryQuery().isPresent());
  }

  private CompletableFuture<Instant> nextOrderOnBoard(FxRobot robot) {
    CompletableFuture<Instant> arrived = new CompletableFuture<>();
    robot.interact(() -> {
      ObservableList<OrderSummary> pending = desk().orders().column(BoardColumn.NEW);
      ListChangeListener<OrderSummary> listener = change -> arrived.complete(Instant.now());
      pending.addListener(listener);
    });
    return arrived;
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

  private UUID olaya() throws SQLException {
    try (Connection connection = house.lookBehindTheWall();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select id from branch where code = 'A'")) {
      row.next();
      return row.getObject(1, UUID.class);
    }
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(PATIENCE.toSeconds(), SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
