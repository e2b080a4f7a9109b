package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.LabelRequest;
import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.Priority;
import com.crmres.common.conversation.SnoozeRequest;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.live.LiveEvent;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.inbox.InboxFilter;
import com.crmres.desktop.inbox.InboxModel;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.ui.ItemName;
import java.util.List;
import java.util.UUID;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What staff arrange among themselves, by key and by press, in both languages and both themes.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class InboxScreensTest {

  private final HandClock clock = new HandClock();
  private final Restaurant restaurant = Restaurant.evening(clock);
  private final FakeServer server = new FakeServer(restaurant, clock);
  private OpenProgram open;

  @Start
  void start(Stage window) {
    FakeHandling handling = restaurant.handling();
    var _ = handling.prioritise(id(World.NOURA), Priority.URGENT);
    var _ =
        handling.label(
            id(World.NOURA), new LabelRequest(List.of("شكوى", "عميل مميز", "Catering"), List.of()));
    var _ = handling.prioritise(id(World.FAHD), Priority.HIGH);
    var _ = handling.label(id(World.REEM), new LabelRequest(List.of("توصيل"), List.of()));
    var _ = handling.snooze(id(World.OMAR), new SnoozeRequest(180));
    open = OpenProgram.at(clock, window, new StartOptions(server.uri(), World.SARAH.email(), null));
  }

  @BeforeEach
  void sitDown(FxRobot robot) throws Exception {
    open.signIn();
    open.sitDown();
    robot.interact(() -> desk().alarmTest().heard());
    until(() -> inbox().conversations().size() == 5 && inbox().counts().get() != null);
  }

  @AfterEach
  void stop(FxRobot robot) {
    open.close();
    server.close();
  }

  @Test
  void picksSeveralByKeyAndDoesAnErrandWithThemNamingWhatFailed(FxRobot robot) throws Exception {
    read(robot, World.NOURA);
    robot.interact(() -> robot.lookup("#conversationList").<Node>query().requestFocus());
    robot.type(KeyCode.X);
    arabic(robot, "ت"); // j: the next one
    arabic(robot, "ء"); // x: pick it
    until(() -> inbox().picked().ids().size() == 2);
    open.pictures("inbox-picked");

    ConversationSummary refused = inbox().picked().conversations().getLast();
    restaurant.handling().refuses(refused.id());
    robot.type(KeyCode.A);
    until(() -> inbox().choice().open().get());
    until(() -> inbox().choice().state().get() == ListState.READY);
    open.picture("inbox-assign");
    robot.write("مها");
    robot.type(KeyCode.ENTER);
    until(() -> inbox().handling().outcome().get() != null);
    until(() -> robot.lookup("#bulkResult").<Node>query().isVisible());
    open.pictures("inbox-bulk-failed");
    assertThat(robot.lookup("#bulkResult").queryLabeled().getText())
        .contains(refused.customer().name().split(" ", 2)[0]);
    robot.clickOn("#bulkRead");
    assertThat(inbox().handling().outcome().get()).isNull();
  }

  @Test
  void snoozesLabelsAndPrioritisesByKeyUnderBothLayouts(FxRobot robot) throws Exception {
    read(robot, World.AHMED);
    robot.interact(() -> robot.lookup("#conversationList").<Node>query().requestFocus());

    robot.type(KeyCode.S);
    until(() -> inbox().choice().open().get());
    open.pictures("inbox-snooze", () -> ask(robot, KeyCode.S));
    robot.interact(() -> robot.lookup("#conversationList").<Node>query().requestFocus());
    arabic(robot, "س");
    until(() -> inbox().choice().state().get() == ListState.READY);
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    until(() -> inbox().conversations().size() == 4);
    robot.interact(() -> inbox().filter().set(InboxFilter.ASLEEP));
    until(() -> inbox().conversations().size() == 2);
    open.pictures("inbox-asleep");
    robot.interact(() -> inbox().filter().set(InboxFilter.ALL));

    read(robot, World.REEM);
    robot.interact(() -> robot.lookup("#conversationList").<Node>query().requestFocus());
    arabic(robot, "م"); // l: labels
    until(() -> inbox().choice().state().get() == ListState.READY);
    robot.interact(() -> inbox().choice().words().set("حفلة"));
    open.picture("inbox-labels");
    robot.type(KeyCode.ENTER);
    until(() -> restaurant.conversation(id(World.REEM)).handling().labels().size() == 2);
    robot.interact(() -> robot.lookup("#conversationList").<Node>query().requestFocus());
    robot.type(KeyCode.DIGIT1);
    until(() -> restaurant.conversation(id(World.REEM)).handling().priority() == Priority.URGENT);
  }

  @Test
  void findsWhatWasSaidAndOpensItAtItsPlace(FxRobot robot) throws Exception {
    ConversationSummary omar = restaurant.conversation(id(World.OMAR));
    for (int i = 0; i < 30; i++) {
      var _ =
          restaurant.customerWrites(
              omar.id(), i == 3 ? "وصلني البرجر بارد والبطاطس ناقصة" : "كلام رقم " + i);
    }
    robot.interact(() -> robot.lookup("#conversationList").<Node>query().requestFocus());
    robot.push(KeyCode.CONTROL, KeyCode.F);
    assertThat(robot.lookup("#search").<Node>query().isFocused()).isTrue();
    robot.write("برجر");
    // A slow hand is searched for after half a word.
    until(() -> inbox().search().words().get().equals("برجر"));
    until(() -> inbox().search().state().get() == ListState.READY);
    open.pictures("inbox-search");

    robot.interact(() -> robot.lookup("#search").<Node>query().requestFocus());
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    until(() -> inbox().thread().conversation().get() != null);
    UUID said = restaurant.newestFirst(omar.id(), 6).getFirst().id();
    until(() -> robot.lookup(ItemName.is("message-" + said)).tryQuery().isPresent());
    assertThat(robot.lookup("#past").<Node>query().isVisible()).isTrue();
    open.pictures("inbox-found");
    robot.clickOn("#pastNewest");
    until(() -> !inbox().thread().past().get());
    robot.interact(() -> {
      inbox().search().words().set("بارد");
      inbox().search().search();
    });
    until(() -> inbox().search().state().get() == ListState.READY);
    open.picture("inbox-search-one");

    server.pullOutCable();
    robot.interact(() -> {
      inbox().search().words().set("A-31");
      inbox().search().search();
    });
    until(() -> inbox().search().state().get() == ListState.FAILED);
    open.pictures("inbox-search-failed");
  }

  @Test
  void keepsNotesThatCallAColleague(FxRobot robot) throws Exception {
    read(robot, World.NOURA);
    Note note =
        restaurant
            .handling()
            .note(
                id(World.NOURA),
                World.KHALED,
                "زبونة دائمة ولها حساسية من الفول السوداني. @سارة العمري تابعيها من فضلك",
                List.of(World.SARAH.id()),
                clock.instant());
    server.live().tellNews();
    until(() -> robot.lookup(ItemName.is("note-" + note.id())).tryQuery().isPresent());
    robot.push(KeyCode.ALT, KeyCode.P);
    until(() -> robot.lookup("#noteText").<Node>query().isFocused());
    robot.write("@خا");
    until(() -> robot.lookup("#mention-" + World.KHALED.id()).tryQuery().isPresent());
    open.pictures("inbox-note");

    robot.interact(() -> inbox().thread().notes().text().set(""));
    robot.push(KeyCode.ALT, KeyCode.P);
    robot.write("@خا");
    until(() -> robot.lookup("#mention-" + World.KHALED.id()).tryQuery().isPresent());
    robot.type(KeyCode.ENTER);
    assertThat(text(robot, "#noteText")).isEqualTo("@خالد الحربي ");
    robot.write("تم");
    robot.type(KeyCode.ENTER);
    until(() -> restaurant.handling().notes(id(World.NOURA)).size() == 2);
    assertThat(restaurant.handling().notes(id(World.NOURA)).getFirst().mentions())
        .containsExactly(World.KHALED.id());
    assertThat(restaurant.repliesAsked()).isEmpty();
  }

  @Test
  void takesBackAMessageAndWarnsOfAColleagueWhoWrites(FxRobot robot) throws Exception {
    read(robot, World.REEM);
    robot.clickOn("#replyText");
    robot.write("أبشري، الطلب في الطريق");
    robot.type(KeyCode.ENTER);
    until(() -> robot.lookup("#held").<Node>query().isVisible());
    open.picture("inbox-held");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    until(() -> !robot.lookup("#held").<Node>query().isVisible());
    assertThat(text(robot, "#replyText")).isEqualTo("أبشري، الطلب في الطريق");
    assertThat(restaurant.repliesAsked()).isEmpty();

    restaurant.tell(
        new LiveEvent.StaffWrites(
            id(World.REEM), World.KHALED.id(), World.KHALED.name(), clock.instant()));
    server.live().tellNews();
    until(() -> robot.lookup("#collision").<Node>query().isVisible());
    robot.interact(() -> robot.lookup("#replyText").<Node>query().requestFocus());
    robot.type(KeyCode.ENTER);
    until(() -> robot.lookup("#collisionSend").<Node>query().isVisible());
    open.pictures("inbox-collision");
    robot.clickOn("#collisionSend");
    until(() -> robot.lookup("#held").<Node>query().isVisible());
    open.pictures("inbox-held-now");
    robot.clickOn("#heldNow");
    until(() -> restaurant.repliesAsked().size() == 1);
  }

  @Test
  void offersReadyRepliesAndDishesInTheComposer(FxRobot robot) throws Exception {
    read(robot, World.REEM);
    robot.clickOn("#replyText");
    robot.write("/");
    until(() -> inbox().choice().state().get() == ListState.READY);
    open.pictures("inbox-ready", () -> robot.clickOn("#readyReplies"));
    robot.clickOn("#readyReplies");
    until(() -> inbox().choice().state().get() == ListState.READY);
    robot.write("order");
    robot.type(KeyCode.ENTER);
    until(() -> text(robot, "#replyText").contains("{order}"));
    open.picture("inbox-ready-missing");
    assertThat(robot.lookup("#send").<Node>query().isDisabled()).isTrue();

    robot.interact(() -> inbox().thread().reply().set("عندنا "));
    robot.interact(() -> robot.lookup("#replyText").queryAs(TextArea.class).end());
    robot.clickOn("#replyText");
    robot.type(KeyCode.END);
    robot.write("#");
    until(() -> inbox().choice().open().get());
    until(() -> inbox().choice().state().get() == ListState.READY);
    open.picture("inbox-dish");
    robot.type(KeyCode.ENTER);
    until(() -> text(robot, "#replyText").startsWith("عندنا برجر دجاج"));
  }

  /// With the keyboard on the list, which a new view has not.
  private static void ask(FxRobot robot, KeyCode key) {
    robot.interact(() -> robot.lookup("#conversationList").<Node>query().requestFocus());
    robot.type(key);
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(TextArea.class).getText();
  }

  /// As an Arabic keyboard types it.
  private void arabic(FxRobot robot, String letter) {
    robot.interact(() -> {
      Node focused = open.stage().getScene().getFocusOwner();
      Event.fireEvent(
          focused,
          new KeyEvent(
              KeyEvent.KEY_TYPED, letter, "", KeyCode.UNDEFINED, false, false, false, false));
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void read(FxRobot robot, CustomerSummary customer) throws Exception {
    robot.interact(() -> inbox().open(id(customer)));
    until(() -> !inbox().thread().messages().isEmpty());
  }

  private InboxModel inbox() {
    return desk().inbox();
  }

  private Desk desk() {
    return open.desk();
  }

  private static UUID id(CustomerSummary customer) {
    return World.id("conversation " + customer.name());
  }
}
