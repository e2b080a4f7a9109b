package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.desktop.alert.Notice;
import com.crmres.desktop.alert.PastNotice;
import com.crmres.desktop.alert.Sound;
import com.crmres.desktop.media.FileDesk;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person finds again after the program was started anew, and what calls him by name.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class KeptWordsScreensTest {

  private static final UUID NOURA = World.id("conversation " + World.NOURA.name());
  private static final UUID AHMED = World.id("conversation " + World.AHMED.name());

  private static final long PATIENCE_MILLIS = 60_000;

  @TempDir private static Path folder;

  private final Restaurant restaurant = Restaurant.evening(Clock.systemUTC());
  private final FakeServer server = new FakeServer(restaurant, Clock.systemUTC());
  private final List<Sound> heard = new CopyOnWriteArrayList<>();
  private OpenProgram open;
  private Stage stage;
  private Path home;

  @Start
  void start(Stage window) {
    stage = window;
    home = folder.resolve(UUID.randomUUID().toString());
    open = started();
  }

  private OpenProgram started() {
    var machine =
        new Machine(
            new NobodyChooses(),
            Clock.systemUTC(),
            (sound, strength) -> {
              heard.add(sound);
              return true;
            },
            OpenProgram.ENDLESS);
    var options =
        new StartOptions(server.uri(), World.SARAH.email(), FakeServer.PASSWORD, home, false);
    return new OpenProgram(stage, DesktopProgram.open(stage, options, machine));
  }

  private static final class NobodyChooses implements FileDesk {

    @Override
    public void browse(URI page) {}

    @Override
    public @Nullable Path whereToSave(String title, String suggestedName) {
      return null;
    }

    @Override
    public @Nullable Path whatToSend(String title) {
      return null;
    }

    @Override
    public void open(Path file) {}
  }

  @AfterEach
  void stop() {
    open.close();
    server.close();
  }

  private boolean told(Notice.Kind kind) {
    return onScreen(() ->
        open.desk().alerts().past().stream()
            .map(PastNotice::notice)
            .map(Notice::kind)
            .anyMatch(kind::equals));
  }

  private String box() {
    return onScreen(() -> open.desk().inbox().thread().reply().get());
  }

  /// Models belong to the screen's thread.
  private static <T> T onScreen(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, question);
  }

  @Test
  void findsWordsAgainAndIsToldOfThoseThatDidNotGo(FxRobot robot) throws Exception {
    open.sitDown();
    read(NOURA);
    robot.interact(() -> open.desk().inbox().thread().reply().set("لحظة أتأكد لك من المطبخ"));
    read(AHMED);
    restaurant.closeWindow(AHMED);
    robot.interact(() -> {
      open.desk().inbox().thread().reply().set("طلبك خرج مع المندوب");
      open.desk().inbox().thread().send();
    });

    open.close();
    robot.interact(() -> open = started());
    open.sitDown();

    until(() -> told(Notice.Kind.UNSENT));
    until(() -> open.shows("#look-UNSENT"));
    open.pictures("unsent");
    robot.interact(() -> robot.lookup("#look-UNSENT").queryButton().fire());
    until(() -> box().equals("طلبك خرج مع المندوب"));
    read(NOURA);
    assertThat(box()).isEqualTo("لحظة أتأكد لك من المطبخ");
  }

  @Test
  void isCalledByNameWithASoundOfItsOwnAndOnce(FxRobot robot) throws Exception {
    open.sitDown();
    var khaled = new Colleague(World.id("khalid"), "خالد", Role.AGENT, List.of(World.OLAYA.id()));

    restaurant
        .handling()
        .note(
            NOURA,
            khaled,
            "@سارة العميلة عندها حساسية، كلميها",
            List.of(World.SARAH.id()),
            Clock.systemUTC().instant());
    server.live().tellNews();

    until(() -> told(Notice.Kind.MENTIONED));
    until(() -> heard.contains(Sound.MENTION));
    open.pictures("mentioned");
    robot.interact(() -> robot.lookup("#look-MENTIONED").queryButton().fire());
    until(() -> open.shows("#replyText"));
    assertThat(heard.stream().filter(Sound.MENTION::equals)).hasSize(1);
    assertThat(robot.lookup("#messageList").<Node>query().isVisible()).isTrue();
  }

  @Test
  void marksSeveralAsUnreadAndSeesThoseOfOneStatus(FxRobot robot) throws Exception {
    open.sitDown();
    until(() -> onScreen(() -> open.desk().inbox().conversations().size() > 2));
    open.interact(() -> {
      open.desk().inbox().picked().toggle(restaurant.conversation(NOURA));
      open.desk().inbox().picked().toggle(restaurant.conversation(AHMED));
    });
    until(() -> open.shows("#bulkUnread"));
    assertThat(open.shows("#bulkExport")).isFalse();
    open.pictures("inbox-marks");

    open.fire("#bulkUnread");

    until(() ->
        restaurant.conversation(NOURA).unread() > 0 && restaurant.conversation(AHMED).unread() > 0);
    open.interact(() -> open.desk().inbox().narrowTo(ConversationStatus.ESCALATED));
    until(() -> open.shows("#inboxNarrowNone"));
    open.pictures("inbox-status");
  }

  private void read(UUID conversation) throws Exception {
    open.interact(() -> open.desk().inbox().open(restaurant.conversation(conversation)));
    until(() -> onScreen(() -> !open.desk().inbox().thread().messages().isEmpty()));
  }
}
