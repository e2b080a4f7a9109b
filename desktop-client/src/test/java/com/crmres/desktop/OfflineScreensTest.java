package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.payment.PaymentTask;
import com.crmres.desktop.alert.Notice;
import com.crmres.desktop.alert.PastNotice;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person sees and keeps while the network is gone, after it is back, and after the program
/// was started anew.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class OfflineScreensTest {

  private static final UUID AHMED = World.id("conversation " + World.AHMED.name());

  @TempDir private static Path folder;

  private final HandClock clock = new HandClock();
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServer server = new FakeServer(restaurant, clock);
  private OpenProgram open;
  private Stage stage;
  private Path home;

  @Start
  void start(Stage window) {
    stage = window;
    home = folder.resolve(UUID.randomUUID().toString());
    open();
  }

  private void open() {
    open = OpenProgram.at(clock, stage, new StartOptions(server.uri(), null, null, home, false));
    // The headless screen ends at 1000: what another test left elsewhere would reach beyond it.
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(900);
  }

  @AfterEach
  void stop() {
    open.close();
    server.close();
  }

  @Test
  void showsWhatIsKeptAndWhatBecameOfIt(FxRobot robot) throws Exception {
    sitDown(robot);
    robot.interact(() -> desk().screen().set(Desk.Screen.ORDERS));
    goOffline(robot);
    OrderSummary first = order("A-40");
    OrderSummary second = order("A-41");
    robot.interact(() -> desk().orders().accept(first, 15));
    robot.interact(() -> desk().orders().accept(second, 15));
    until(() -> order("A-40").status() == OrderStatus.CONFIRMED);
    until(() -> desk().orders().kept().size() == 2);
    say(robot, "طلبك في الطريق");
    until(() -> words(robot, "#connectionBannerText").contains("3"));
    pictures(robot, "offline-orders", () -> {});
    pictures(robot, "offline-news", () -> robot.push(KeyCode.CONTROL, KeyCode.J));

    restaurant.acceptedBy(
        first.id(),
        new Colleague(World.id("khalid"), "خالد", Role.AGENT, List.of(World.OLAYA.id())));
    restaurant.place(
        World.moved(restaurant.order(second.id()), OrderStatus.EXPIRED, clock.instant()));
    restaurant.closeWindow(AHMED);
    comeBack(robot);
    until(() -> kinds().contains(Notice.Kind.KEPT_ASKS));
    until(() -> desk().orders().kept().isEmpty());

    assertThat(kinds()).contains(Notice.Kind.KEPT_ACCEPTED_BEFORE, Notice.Kind.KEPT_TOO_LATE);
    assertThat(order("A-41").status()).isEqualTo(OrderStatus.EXPIRED);
    assertThat(restaurant.messages(AHMED)).hasSize(1);
    pictures(robot, "news", () -> robot.push(KeyCode.CONTROL, KeyCode.J));
    robot.push(KeyCode.CONTROL, KeyCode.J);
    until(() -> robot.lookup("#news").<Node>query().isVisible());
    assertThat(desk().alerts().unseen().get()).isPositive();
    robot.clickOn("#newsAllSeen");
    until(() -> desk().alerts().unseen().get() == 0);
    robot.type(KeyCode.ESCAPE);
    assertThat(robot.lookup("#news").<Node>query().isVisible()).isFalse();
  }

  @Test
  void keepsWhatWasDoneThroughAStartAndTellsWhatHappenedMeanwhile(FxRobot robot) throws Exception {
    sitDown(robot);
    goOffline(robot);
    say(robot, "أبشر");
    until(() -> robot.lookup("#keptChip").<Node>query().isVisible());
    robot.interact(() ->
        desk().inbox().conversations().stream()
            .filter(one -> !one.id().equals(AHMED))
            .findFirst()
            .ifPresent(desk().inbox()::open));
    look(robot);
    until(() ->
        desk().inbox().thread().messages().stream()
            .map(MessageDetails::content)
            .anyMatch(new MessageContent.Text("أبشر")::equals));

    open.close();
    restaurant.place(World.order("A-77", World.REEM, OrderStatus.PENDING, clock.instant()));
    server.putCableBack();
    robot.interact(this::open);
    sitDown(robot);

    until(() -> restaurant.repliesAsked().size() == 1);
    until(() -> kinds().contains(Notice.Kind.KEPT_SENT));
    until(() -> kinds().contains(Notice.Kind.NEW_ORDER));
    assertThat(restaurant.repliesAsked()).extracting(ReplyRequest::text).containsExactly("أبشر");
    assertThat(desk().alerts().notices())
        .extracting(Notice::kind)
        .doesNotContain(Notice.Kind.NEW_ORDER);
    until(() -> stage.getTitle().startsWith("("));
  }

  @Test
  void theKitchenGoesOn(FxRobot robot) throws Exception {
    sitDown(robot);
    robot.interact(() -> {
      desk().kitchen().station().set(FakeKitchen.GRILL.id());
      desk().screen().set(Desk.Screen.KITCHEN);
    });
    until(() -> desk().kitchen().shown().size() > 5);
    goOffline(robot);
    int before = desk().kitchen().shown().size();

    robot.type(KeyCode.DIGIT1, KeyCode.ENTER);

    until(() -> desk().kitchen().shown().size() == before - 1);
    open.picture("offline-kitchen");
    comeBack(robot);
    until(() -> restaurant.kitchen().open(FakeKitchen.GRILL.id()).size() == before - 1);
    until(() -> kinds().contains(Notice.Kind.KEPT_SENT));
  }

  @Test
  void theNextPrayerStandsInTheSideBar(FxRobot robot) throws Exception {
    sitDown(robot);

    until(() -> robot.lookup("#nextPrayer").<Node>query().isVisible());
    assertThat(robot.lookup("#nextPrayer").<Node>query().getAccessibleText()).contains("المغرب");
  }

  @Test
  void tooLittleAtTheDoorIsToldOverEveryScreenAndLeadsToItsOrder(FxRobot robot) throws Exception {
    sitDown(robot);
    OrderSummary order = order("A-40");

    restaurant.tell(
        new LiveEvent.PaymentTaskChanged(
            new PaymentTask(
                World.id("short"),
                World.id("payment"),
                order.id(),
                order.branchId(),
                PaymentTask.Reason.SHORT,
                PaymentTask.State.FOR_PEOPLE,
                new Money(500),
                null,
                World.NOW)));

    server.live().tellNews();
    until(() -> kinds().contains(Notice.Kind.SHORT_MONEY));
    pictures(robot, "short-money", () -> {});
    robot.interact(() -> desk().alerts().look(desk().alerts().notices().getFirst()));
    until(() -> desk().screen().get() == Desk.Screen.ORDERS);
  }

  private List<Notice.Kind> kinds() {
    return desk().alerts().past().stream().map(PastNotice::notice).map(Notice::kind).toList();
  }

  private OrderSummary order(String number) {
    return desk().orders().all().stream()
        .filter(one -> one.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  private void look(FxRobot robot) {
    robot.interact(() ->
        desk().inbox().conversations().stream()
            .filter(one -> one.id().equals(AHMED))
            .findFirst()
            .ifPresent(desk().inbox()::open));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void say(FxRobot robot, String words) throws Exception {
    look(robot);
    robot.interact(() -> {
      desk().inbox().thread().reply().set(words);
      desk().inbox().thread().send();
    });
    // What can still be taken back goes a little later.
    clock.pass(Duration.ofSeconds(6));
  }

  private void goOffline(FxRobot robot) throws Exception {
    server.pullOutCable();
    until(() -> desk().lostAt().get() != null);
    until(() -> robot.lookup("#connectionBanner").<Node>query().isVisible());
  }

  private void comeBack(FxRobot robot) throws Exception {
    server.putCableBack();
    robot.interact(() -> desk().connectNow());
    until(() -> desk().connection().get() == ConnectionState.ONLINE);
  }

  private String words(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private void pictures(FxRobot robot, String name, Runnable before) {
    for (ScreenLanguage language : ScreenLanguage.values()) {
      for (Theme theme : Theme.values()) {
        open.wear(language, theme);
        before.run();
        WaitForAsyncUtils.waitForFxEvents();
        open.picture(name + "-" + language.code() + "-" + theme.name().toLowerCase(Locale.ROOT));
        robot.type(KeyCode.ESCAPE);
      }
    }
    open.wear(ScreenLanguage.ARABIC, Theme.LIGHT);
  }

  private void sitDown(FxRobot robot) throws Exception {
    robot.interact(() -> {
      var signIn = open.model().signIn();
      signIn.email().set(World.SARAH.email());
      signIn.password().set(FakeServer.PASSWORD);
      signIn.signIn();
    });
    open.sitDown();
    until(() -> desk().inbox().conversations().size() == 6);
  }

  private Desk desk() {
    return open.desk();
  }
}
