package com.crmres.desktop;

import static com.crmres.desktop.OpenProgram.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.identity.Role;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.ui.ItemName;
import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Every kind of message, every mark and the channel's notices as staff see them, with a picture of
/// each in both languages and both themes.
@SuppressWarnings("NullAway.Init") // TestFX calls start first
@ExtendWith(ApplicationExtension.class)
class KindsTest {

  @TempDir private Path folder;

  private final HandClock clock = new HandClock();
  private final Restaurant restaurant = EveryKind.restaurant(clock);
  private final FakeServer server = new FakeServer(restaurant, clock);
  private HandyFiles files;
  private Stage stage;
  private OpenProgram open;

  @Start
  void start(Stage window) {
    stage = window;
    server.signsIn(Role.MANAGER);
    files = new HandyFiles(folder);
    open =
        new OpenProgram(
            window,
            DesktopProgram.open(
                window,
                new StartOptions(server.uri(), World.SARAH.email(), FakeServer.PASSWORD),
                new Machine(files, clock, (sound, strength) -> false, OpenProgram.ENDLESS)));
  }

  @AfterEach
  void stop(FxRobot robot) {
    open.close();
    robot.interact(() ->
        Window.getWindows().stream()
            .filter(one -> !one.equals(stage))
            .toList()
            .forEach(Window::hide));
    server.close();
  }

  @Test
  void showsFilesAsWhatTheyAre(FxRobot robot) throws Exception {
    sitDown();
    open(robot, World.NOURA, 9);
    until(() -> pictureIn(robot, 1) != null && pictureIn(robot, 2) != null);
    open.pictures("kinds-files");

    assertThat(words(robot, World.NOURA, 1)).contains("وصلني كذا");
    // The stranger called it `exe.pdf`, turned round by an invisible character.
    assertThat(words(robot, World.NOURA, 3)).contains("فاتورةfdp.exe.pdf").contains("293");
    assertThat(words(robot, World.NOURA, 4)).contains("رسالة صوتية").contains("OGG");
    assertThat(words(robot, World.NOURA, 5)).contains("مقطع فيديو").contains("7.1");
    assertThat(words(robot, World.NOURA, 6)).contains("catering-menu.xlsx");
    assertThat(words(robot, World.NOURA, 7)).contains("في الطريق من واتساب");
    assertThat(words(robot, World.NOURA, 8)).contains("لم تعد موجودة").contains("اطلب من العميل");
    assertThat(words(robot, World.NOURA, 9)).contains("ليس كما يُذكر");
  }

  @Test
  void opensAPictureLargeAndSavesADocument(FxRobot robot) throws Exception {
    sitDown();
    open(robot, World.NOURA, 9);
    until(() -> pictureIn(robot, 1) != null);
    robot.interact(() -> button(robot, 1, ".picture-box").fire());
    until(() ->
        robot.lookup("#pictureWindow .image-view").tryQuery().isPresent()
            || robot
                .lookup("#pictureWindow")
                .lookup(ImageView.class::isInstance)
                .tryQuery()
                .isPresent());
    robot.interact(() -> robot.lookup("#pictureNearer").queryAs(Button.class).fire());
    Node window = robot.lookup("#pictureWindow").query();
    robot.interact(() -> Pictures.take(window.getScene(), "picture-large"));
    robot.interact(() -> robot.lookup("#pictureSave").queryAs(Button.class).fire());
    until(() -> Files.exists(folder.resolve("صورة.jpg")));
    assertThat(folder.resolve("صورة.jpg"))
        .hasBinaryContent(restaurant.channel().file(EveryKind.PHOTO));

    server.files().breakOnceAfter(100_000);
    robot.interact(() -> lastButton(robot, 3, ".card-button").fire());
    until(() -> words(robot, World.NOURA, 3).contains("لم يُحفظ"));
    robot.interact(() -> button(robot, 3, ".small").fire());
    until(() -> words(robot, World.NOURA, 3).contains("حُفظ"));
    assertThat(folder.resolve("فاتورةfdp.exe.pdf")).hasSize(300_000);
    // A line that breaks may also lose what was under way on it.
    assertThat(server.files().ranges().getLast()).matches("bytes=[1-9]\\d+-");
  }

  @Test
  void opensAStickerLargeThoughOnlyTheServerCanReadIt(FxRobot robot) throws Exception {
    sitDown();
    open(robot, World.NOURA, 9);
    until(() -> pictureIn(robot, 2) != null);

    robot.interact(() -> button(robot, 2, ".picture-box").fire());

    until(() ->
        robot.lookup("#pictureWindow").lookup(ImageView.class::isInstance).tryQuery().isPresent());
    robot.interact(
        () -> Pictures.take(robot.lookup("#pictureWindow").query().getScene(), "sticker-large"));
  }

  @Test
  void showsWhatElseCustomersSend(FxRobot robot) throws Exception {
    sitDown();
    open(robot, World.AHMED, 8);
    open.pictures("kinds-customer");

    assertThat(words(robot, World.AHMED, 1)).contains("غيّر العميل رقمه").doesNotContain("User A");
    assertThat(words(robot, World.AHMED, 2)).contains("خالد العتيبي").contains("765 4321");
    assertThat(words(robot, World.AHMED, 3))
        .contains("guests")
        .contains("6")
        .contains("جلسة عائلية")
        .contains("لا يُحتسب");
    assertThat(words(robot, World.AHMED, 4))
        .contains("BRG-01")
        .contains("21.00")
        .contains("قائمتنا");
    assertThat(words(robot, World.AHMED, 6)).contains("استطلاع").contains("لا يسلّم واتساب");
    assertThat(words(robot, World.AHMED, 7)).contains("تعذّر على واتساب");
    assertThat(words(robot, World.AHMED, 8)).contains("شوف");
    assertThat(robot.lookup("#threadWindow").queryAs(Label.class).getText()).contains("تُغلق خلال");
    assertThat(robot.lookup("#customerCost").queryAs(Label.class).getText()).contains("0.0453 USD");
  }

  @Test
  void showsWhatWeSend(FxRobot robot) throws Exception {
    sitDown();
    open(robot, World.SARA_J, 7);
    open.pictures("kinds-ours");

    assertThat(words(robot, World.SARA_J, 1))
        .contains("Track order")
        .contains("https://noor.example");
    assertThat(words(robot, World.SARA_J, 2)).contains("إرسال الموقع");
    assertThat(words(robot, World.SARA_J, 3)).contains("مشاركة رقم الجوال");
    assertThat(words(robot, World.SARA_J, 4)).contains("BRG-07");
    assertThat(words(robot, World.SARA_J, 5)).contains("مشروبات").contains("PEP-01");
    assertThat(words(robot, World.SARA_J, 6))
        .contains("order_ready")
        .contains("خدمي")
        .contains("جاهز");
  }

  @Test
  void showsMarksAndWhatAMessageSaidBefore(FxRobot robot) throws Exception {
    sitDown();
    open(robot, World.REEM, 5);
    robot.interact(() -> edited(robot).fire());
    until(() -> words(robot, World.REEM, 4).contains("وجبتين"));
    open.picture("kinds-marks-versions");
    open.pictures("kinds-marks");

    assertThat(words(robot, World.REEM, 1)).contains("جاء من إعلان").contains("FAM-01");
    assertThat(words(robot, World.REEM, 2)).contains("شفت عرضكم");
    assertThat(words(robot, World.REEM, 3)).contains("كثيرًا");
    assertThat(words(robot, World.REEM, 5)).contains("حذف العميل").doesNotContain("1234");
    assertThat(robot.lookup("#standbyBanner").<Node>query().isVisible()).isTrue();
    assertThat(robot.lookup("#replyText").<Node>query().isDisabled()).isTrue();
  }

  @Test
  void sendsATemplateWhenFreeTextMayNotBeSent(FxRobot robot) throws Exception {
    sitDown();
    open(robot, World.REEM, 5);
    robot.interact(() -> robot.lookup("#template").queryAs(Button.class).fire());
    until(() -> robot.lookup("#template-order_ready-ar").tryQuery().isPresent());
    robot.interact(() ->
        desk().inbox().thread().templates().choose(restaurant.channel().templates().getFirst()));
    robot.interact(() -> robot.lookup("#template-BODY-1").queryAs(TextField.class).setText("ريم"));
    Button send = robot.lookup("#templateSend").queryAs(Button.class);
    assertThat(send.isDisabled()).isTrue();
    robot.interact(() -> robot.lookup("#template-BODY-2").queryAs(TextField.class).setText("A-31"));
    open.pictures("template");
    assertThat(words(robot.lookup("#templatePreview").query()))
        .contains("أهلًا ريم، طلبك A-31 جاهز");

    Button now = robot.lookup("#templateSend").queryAs(Button.class);
    robot.interact(now::fire);

    until(() -> restaurant.templatesAsked().size() == 1);
    until(() -> !desk().inbox().thread().templates().isOpen().get());
    assertThat(restaurant.templatesAsked().getFirst().parameters())
        .extracting(MessageContent.TemplateParameter::text)
        .containsExactly("ريم", "A-31");
  }

  @Test
  void sendsAFileAsAnAnswerWithItsWords(FxRobot robot) throws Exception {
    sitDown();
    open(robot, World.NOURA, 9);
    Path photo = folder.resolve("برجر جديد.png");
    Files.write(photo, EveryKind.picture(64, 64, Color.RED, Color.BLUE));
    files.sends(photo);
    robot.interact(() -> {
      desk().inbox().thread().writing().answer(desk().inbox().thread().messages().getFirst());
      robot.lookup("#attach").queryAs(Button.class).fire();
      desk().inbox().thread().reply().set("هذا بديله");
    });
    open.pictures("reply-with-file");

    robot.interact(() -> robot.lookup("#send").queryAs(Button.class).fire());
    until(() -> robot.lookup("#held").<Node>query().isVisible());
    clock.pass(Duration.ofSeconds(6));

    until(() -> restaurant.sendsAsked().size() == 1);
    until(() -> desk().inbox().thread().messages().size() == 10);
    var sent = restaurant.sendsAsked().getFirst();
    assertThat(sent.replyTo()).isEqualTo(EveryKind.message(World.NOURA, 1));
    assertThat(sent.content())
        .isInstanceOfSatisfying(
            MessageContent.Media.class,
            media -> {
              assertThat(media.kind()).isEqualTo(MediaKind.IMAGE);
              assertThat(media.caption()).isEqualTo("هذا بديله");
              assertThat(media.fileName()).isEqualTo("برجر جديد.png");
            });
    assertThat(server.files().typesUploaded()).containsExactly("image/png");
    assertThat(robot.lookup("#replyFile").<Node>query().isVisible()).isFalse();
  }

  @Test
  void tellsManagersWhatWhatsAppToldOfTheChannel(FxRobot robot) throws Exception {
    sitDown();
    until(() -> desk().channel().unseen().get() == 2);
    until(() -> robot.lookup("#channelAlarm").<Node>query().isVisible());
    assertThat(robot.lookup("#channelBadge").queryAs(Label.class).getText()).isEqualTo("3");
    robot.interact(() -> robot.lookup("#channelAlarmLook").queryAs(Button.class).fire());
    until(() -> robot.lookup("#noticeList").tryQuery().isPresent());
    open.pictures("channel");

    assertThat(desk().channel().unseen().get()).isZero();
    assertThat(robot.lookup("#channelAlarm").<Node>query().isVisible()).isTrue();
    assertThat(words(robot.lookup("#noticeList").query()))
        .contains("توقفت رسائل هذا الرقم")
        .contains("weekend_offer")
        .contains("Access token has expired");
    assertThat(words(robot.lookup("#mergePane").query())).contains("شارك أحدهما رقم الآخر");
    robot.interact(() ->
        robot.lookup("#mergePane").lookup(".small").queryAllAs(Button.class).stream()
            .filter(button -> button.getText().startsWith("شخص واحد"))
            .findFirst()
            .orElseThrow()
            .fire());
    until(() ->
        robot.lookup("#mergeUndo").<Node>query().isVisible()
            && desk().merges().last().get() != null);
    open.pictures("channel-merged");
    robot.interact(() -> robot.lookup("#mergeUndo").queryAs(Button.class).fire());
    until(() -> words(robot.lookup("#mergePane").query()).contains("كما كانا"));
  }

  private void sitDown() throws Exception {
    open.sitDown();
    until(() -> desk().inbox().conversations().size() == 4);
    open.tall();
  }

  private void open(FxRobot robot, CustomerSummary customer, int messages) throws Exception {
    robot.interact(() ->
        desk().inbox().open(restaurant.conversation(World.id("conversation " + customer.name()))));
    until(() -> desk().inbox().thread().messages().size() == messages);
    until(() -> robot.lookup(id(customer, messages)).tryQuery().isPresent());
  }

  private static Predicate<Node> id(CustomerSummary customer, int sequence) {
    return ItemName.is("message-" + EveryKind.message(customer, sequence));
  }

  private static String words(FxRobot robot, CustomerSummary customer, int sequence) {
    return words(robot.lookup(id(customer, sequence)).query());
  }

  /// Whatever is written below a node and seen, without marks of direction.
  private static String words(Node top) {
    return top.lookupAll("*").stream()
        .filter(Node::isVisible)
        .map(node ->
            node instanceof Labeled labeled
                ? labeled.getText()
                : node instanceof Text text ? text.getText() : "")
        .filter(words -> words != null && !words.isBlank())
        .collect(Collectors.joining(" | "))
        .replace("\u200E", "");
  }

  private static @Nullable Node pictureIn(FxRobot robot, int sequence) {
    return robot
        .lookup(id(World.NOURA, sequence))
        .lookup(".picture-box")
        .lookup((Node node) -> node instanceof ImageView)
        .tryQuery()
        .orElse(null);
  }

  private static Button button(FxRobot robot, int sequence, String style) {
    return robot.lookup(id(World.NOURA, sequence)).lookup(style).queryAs(Button.class);
  }

  private static Button lastButton(FxRobot robot, int sequence, String style) {
    return robot.lookup(id(World.NOURA, sequence)).lookup(style).queryAllAs(Button.class).stream()
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  private static Hyperlink edited(FxRobot robot) {
    return robot.lookup(id(World.REEM, 4)).lookup(".edited").queryAs(Hyperlink.class);
  }

  private Desk desk() {
    return open.desk();
  }
}
