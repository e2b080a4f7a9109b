package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.CartPlace;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.ReadBackState;
import com.crmres.desktop.cart.CartModel;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.inbox.SideModels.Tab;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What stands beside a thread, with a picture of each: the cart, the customer, what happened.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class PanelScreensTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());
  private static final UUID AHMED = World.id("conversation " + World.AHMED.name());

  private final HandClock clock = new HandClock();
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServer server = new FakeServer(restaurant, clock);
  private OpenProgram open;

  @Start
  void start(Stage window) {
    server.signsIn(Role.MANAGER);
    open =
        OpenProgram.at(
            clock,
            window,
            new StartOptions(server.uri(), World.SARAH.email(), FakeServer.PASSWORD));
  }

  @AfterEach
  void stop() {
    open.close();
    server.close();
  }

  @Test
  void aCartIsBuiltByKeysFromTheFirstDishToTheOrder(FxRobot robot) throws Exception {
    sitDown();
    open(robot, NOURA);
    robot.interact(() -> robot.lookup("#conversationList").<Node>query().requestFocus());
    robot.press(KeyCode.ALT, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.ALT);
    until(() -> side(Tab.CART));
    until(() -> cart().state().get() == ListState.EMPTY && cart().cart().get() != null);
    pictures(robot, "cart-empty");

    robot.press(KeyCode.CONTROL, KeyCode.I).release(KeyCode.I, KeyCode.CONTROL);
    until(() -> cart().menu().state().get() == ListState.READY);
    pictures(robot, "cart-find", () -> robot.lookup("#cartAdd").queryButton().fire());
    pictures(robot, "cart-dish", () -> chooseBurger(robot));
    robot.interact(() -> chooseBurger(robot));
    until(() -> robot.lookup("#dishPut").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#" + option("large")).<Node>query().requestFocus());
    robot.type(KeyCode.SPACE);
    robot.interact(() -> robot.lookup("#" + option("cheese")).<Node>query().requestFocus());
    robot.type(KeyCode.SPACE);
    String light = "#way-" + World.id("way light cheese");
    robot.interact(() -> robot.lookup(light).<Node>query().requestFocus());
    robot.type(KeyCode.SPACE);
    until(() -> robot.lookup(light).<Node>query().isFocused());
    robot.type(KeyCode.ENTER);
    until(() -> lines() == 1);
    assertThat(restaurant.carts().asked().getFirst().optionIds())
        .containsExactly(World.id("option large"), World.id("way light cheese"));
    assertThat(text(robot, "#cartQuestion")).isNotBlank();
    pictures(robot, "cart-question");

    robot.interact(
        () -> robot.lookup("#cartLines").<ListView<?>>query().getSelectionModel().select(0));
    robot.interact(() -> robot.lookup("#cartLines").<Node>query().requestFocus());
    robot.type(KeyCode.ADD);
    until(() -> quantity() == 2);
    robot.clickOn("#cartPickup");
    until(() -> cartNow().fulfilment() == Fulfilment.PICKUP);
    robot.press(KeyCode.CONTROL, KeyCode.R).release(KeyCode.R, KeyCode.CONTROL);
    until(() -> cartNow().readBack() == ReadBackState.WAITING);
    pictures(robot, "cart-read-back");

    robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O)
        .release(KeyCode.O, KeyCode.SHIFT, KeyCode.CONTROL);
    until(() -> robot.lookup("#cartReason").<Node>query().isFocused());
    robot.write("phone").type(KeyCode.ENTER);
    until(() -> !restaurant.carts().steps().isEmpty() && lines() == 0);
    assertThat(restaurant.carts().steps().getLast().reason()).isEqualTo("phone");
  }

  @Test
  void aLineLeadsToItsMessageAndSaysWhatIsGone(FxRobot robot) throws Exception {
    UUID message = restaurant.newestFirst(NOURA, Long.MAX_VALUE).getLast().id();
    restaurant
        .carts()
        .has(
            NOURA,
            FakeCarts.line("Chicken burger", 2, message),
            FakeCarts.line("Fries", 1, null),
            FakeCarts.line("Umm Ali", 1, null));
    sitDown();
    open(robot, NOURA);
    robot.interact(() -> desk().side().tab().set(Tab.CART));
    until(() -> cart().state().get() == ListState.READY);
    pictures(robot, "cart-lines");

    robot.clickOn(ItemName.is("cartEvidence-" + World.id("cart line Chicken burger")));
    until(() -> robot.lookup(ItemName.is("message-" + message)).tryQuery().isPresent());
    robot.clickOn(ItemName.is("cartLine-" + World.id("cart line Fries")));
    until(() ->
        robot.lookup("#cartLineremove-" + World.id("cart line Fries")).<Node>query().isVisible());
    robot.clickOn("#cartLineremove-" + World.id("cart line Fries"));
    until(() -> lines() == 2);
  }

  @Test
  void aDishOfTheMenuGoesFromTheComposerIntoTheCartByKeyAndByPress(FxRobot robot) throws Exception {
    sitDown();
    open(robot, NOURA);
    robot.clickOn("#replyText");
    robot.interact(() -> robot.lookup("#pickDish").queryButton().fire());
    until(() -> robot.lookup("#pick-dish-" + World.id("item Pepsi")).tryQuery().isPresent());
    pictures(robot, "dish-two-ways", () -> robot.lookup("#pickDish").queryButton().fire());
    robot.interact(() -> robot.lookup("#pickDish").queryButton().fire());
    String pepsi = World.id("item Pepsi").toString();
    until(() -> robot.lookup("#other-dish-" + pepsi).tryQuery().isPresent());
    robot.clickOn("#other-dish-" + pepsi);
    until(() -> side(Tab.CART) && lines() == 1);

    robot.interact(() -> robot.lookup("#pickDish").queryButton().fire());
    until(() -> robot.lookup("#pickWords").<Node>query().isFocused());
    robot.interact(() -> robot.lookup("#pickWords").<TextField>query().setText("برجر"));
    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    until(() -> robot.lookup("#dishPut").tryQuery().isPresent());
    robot.interact(() -> robot.lookup("#dishPut").queryButton().fire());
    until(() -> lines() == 2);
    assertThat(robot.lookup("#replyText").<TextArea>query().getText()).isEmpty();
  }

  @Test
  void aDeliveryHasAnAddressAShortOneAndAPin(FxRobot robot) throws Exception {
    restaurant.carts().has(NOURA, FakeCarts.line("Fries", 1, null));
    sitDown();
    open(robot, NOURA);
    robot.interact(() -> desk().side().tab().set(Tab.CART));
    until(() -> cart().state().get() == ListState.READY);
    robot.clickOn("#cartDelivery");
    until(() -> cartNow().fulfilment() == Fulfilment.DELIVERY);
    assertThat(robot.lookup("#cartMap").queryButton().isDisabled()).isTrue();
    write(robot, "#cartPlace", "شقة 4");
    until(() -> Objects.equals(placeNow(), new CartPlace(null, null, "شقة 4")));
    write(robot, "#cartShort", "rrrd 2929");
    until(() -> Objects.equals(placeNow(), new CartPlace(null, null, "RRRD2929 شقة 4")));
    write(robot, "#cartPin", "24.7136, 46.6753");
    until(() -> Objects.equals(placeNow(), new CartPlace(24.7136, 46.6753, "RRRD2929 شقة 4")));
    assertThat(robot.lookup("#cartMap").queryButton().isDisabled()).isFalse();
    pictures(robot, "cart-delivery");
  }

  private @Nullable CartPlace placeNow() {
    return cartNow().place();
  }

  private static void write(FxRobot robot, String field, String words) {
    robot.interact(() -> {
      TextField box = robot.lookup(field).query();
      box.requestFocus();
      box.setText(words);
    });
    robot.type(KeyCode.ENTER);
  }

  @Test
  void aCartThatCannotBeReadSaysSo(FxRobot robot) throws Exception {
    sitDown();
    server.pullOutCable();
    robot.interact(() -> desk().side().tab().set(Tab.CART));
    robot.interact(() -> desk().inbox().open(restaurant.conversation(AHMED)));
    until(() -> cart().state().get() == ListState.FAILED);
    open.picture("cart-failed");
    server.putCableBack();
  }

  @Test
  void theCustomersFiguresAndOrdersStandBesideTheThread(FxRobot robot) throws Exception {
    Instant now = clock.instant();
    restaurant
        .carts()
        .ordered(
            World.NOURA.id(),
            World.order("A-31", World.NOURA, OrderStatus.PREPARING, now),
            World.order("A-12", World.NOURA, OrderStatus.DELIVERED, now.minus(Duration.ofDays(2))),
            World.order("A-9", World.NOURA, OrderStatus.CANCELLED, now.minus(Duration.ofDays(9))));
    restaurant.advice().remembers(World.NOURA.id(), World.preferences(now));
    sitDown();
    open(robot, NOURA);
    until(() -> desk().side().customer().state().get() == ListState.READY);
    pictures(robot, "customer-panel");
    robot.interact(() -> scroll(robot, 1));
    pictures(robot, "customer-panel-end");

    robot.interact(
        () -> robot.lookup(ItemName.is("repeat-" + World.id("order A-12"))).queryButton().fire());
    until(() -> side(Tab.CART) && lines() == 1);
    assertThat(text(robot, "#cartOutcome")).contains("كبسة دجاج");
    pictures(robot, "cart-repeated");
  }

  @Test
  void whatHappenedIsToldFromTheNewestOn(FxRobot robot) throws Exception {
    restaurant.carts().happened(NOURA, World.timeline(clock.instant()));
    sitDown();
    open(robot, NOURA);
    robot.interact(() -> desk().side().tab().set(Tab.TIMELINE));
    until(() -> desk().side().timeline().state().get() == ListState.READY);
    pictures(robot, "timeline");
    open(robot, AHMED);
    until(() -> desk().side().timeline().state().get() == ListState.EMPTY);
    open.picture("timeline-empty");
  }

  private void chooseBurger(FxRobot robot) {
    robot.lookup("#cartAdd").queryButton().fire();
    cart().menu().search().set("برجر");
    Node search = robot.lookup("#dishSearch").query();
    search.fireEvent(
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
  }

  private static void scroll(FxRobot robot, double to) {
    robot.lookup(".customer-pane").queryAs(ScrollPane.class).setVvalue(to);
  }

  private static String option(String name) {
    return "option-" + World.id("option " + name);
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Labeled>query().getText();
  }

  private boolean side(Tab tab) {
    return desk().side().tab().get() == tab;
  }

  private CartModel cart() {
    return desk().side().cart();
  }

  private CartDetails cartNow() {
    return Objects.requireNonNull(cart().cart().get());
  }

  private int lines() {
    CartDetails now = cart().cart().get();
    return now == null ? -1 : now.lines().size();
  }

  private int quantity() {
    return cartNow().lines().getFirst().quantity();
  }

  private void sitDown() throws Exception {
    open.sitDown();
    until(() -> desk().inbox().conversations().size() == 6);
  }

  private void open(FxRobot robot, UUID id) throws Exception {
    robot.interact(() -> desk().inbox().open(restaurant.conversation(id)));
    until(() -> !desk().inbox().thread().messages().isEmpty());
  }

  private void pictures(FxRobot robot, String name) {
    pictures(robot, name, () -> {});
  }

  /// @param before shows again what a new language has closed
  private void pictures(FxRobot robot, String name, Runnable before) {
    for (ScreenLanguage language : ScreenLanguage.values()) {
      for (Theme theme : Theme.values()) {
        open.wear(language, theme);
        robot.interact(before);
        WaitForAsyncUtils.waitForFxEvents();
        open.picture(name + "-" + language.code() + "-" + theme.name().toLowerCase(Locale.ROOT));
      }
    }
    open.wear(ScreenLanguage.ARABIC, Theme.LIGHT);
  }

  private Desk desk() {
    return open.desk();
  }
}
