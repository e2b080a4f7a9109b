package com.crmres.desktop;

import com.crmres.desktop.alert.MachineLoudspeaker;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.HttpServerApi;
import com.crmres.desktop.connection.ServerClock;
import com.crmres.desktop.connection.ServerLink;
import com.crmres.desktop.habit.HabitFiles;
import com.crmres.desktop.habit.HabitKeeper;
import com.crmres.desktop.habit.HabitsModel;
import com.crmres.desktop.media.MachineFiles;
import com.crmres.desktop.queue.LocalStores;
import com.crmres.desktop.queue.QueueFolder;
import com.crmres.desktop.shell.MachineTray;
import com.crmres.desktop.shell.ShellModel;
import com.crmres.desktop.shell.ShellView;
import com.crmres.desktop.shell.Surroundings;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.LinuxTextFix;
import com.crmres.desktop.ui.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The whole program on one window: makes every object, in the order of the arrows, and opens it.
///
/// Tests find its nodes by these ids: `#email`, `#password`, `#server`, `#signIn`,
/// `#signInFailure`; `#branchList`, `#branch-<id>`; `#navInbox`, `#navOrders`, `#language`,
/// `#theme`, `#person`, `#branchName`, `#connectionChip`, `#connectionBanner`, `#connectNow`;
/// `#search`, `#foundList`, `#filter-ALL` (and the other tabs), `#inboxSort`, `#inboxNarrow`,
/// `#inboxNarrowNone`, `#inboxCalls`, `#bulkBar`, `#bulkAssign` (and the other errands),
/// `#bulkUnread`, `#bulkExport`, `#bulkResult`, `#bulkRead`, `#pick`, `#pickWords`, `#pickList`,
/// `#pick-<id>`, `#threadMore`, `#collision`, `#collisionSend`, `#collisionKeep`, `#past`,
/// `#pastNewest`, `#held`, `#heldBack`, `#heldNow`, `#composeReply`, `#composeNote`, `#noteText`,
/// `#noteSave`, `#mention-<id>`, `#readyReplies`, `#pickDish`, `#conversationList`; `#threadName`,
/// `#messageList`, `#takeOver`, `#handBack`, `#resolve`, `#replyText`, `#send`, `#replyHint`,
/// `#replyFailure`, `#attach`, `#replyFile`, `#fileAway`, `#menuReply`, `#replyQuote`,
/// `#quoteAway`, `#react-1f44d` (and five others), `#threadWindow`, `#standbyBanner`,
/// `#customerWindow`, `#customerCost`; `#template`, `#templateList`, `#template-<name>-<language>`,
/// `#template-BODY-1` (and the other fields), `#templatePreview`, `#templateSend`,
/// `#templateCancel`, `#templateFailure`; `#pictureWindow`, `#pictureNearer`, `#pictureFarther`,
/// `#pictureFit`, `#pictureSave`; `#navChannel`, `#channelBadge`, `#channelAlarm`,
/// `#channelAlarmLook`, `#noticeList`, `#suggestion`, `#suggestionApprove`, `#suggestionEdit`,
/// `#suggestionRefuse`, `#suggestionReason`, `#suggestionRefuseNow`, `#suggestionKeep`,
/// `#suggestionLeave`, `#suggestionLine`, `#suggestionDismiss`, `#suggestionFailure`; `#handover`,
/// `#handoverReason`, `#handoverSummary`, `#handoverCause`, `#handoverUse`, `#handoverFold`;
/// `#side-customer`, `#side-log`, `#turnList`; `#preferences`, `#preferenceKind`,
/// `#preferenceValue`, `#preferenceConsent`, `#preferenceAdd`; `#navAssistant`, `#assistant-MANNER`
/// (and the other pages), `#personality-FORMAL` (and the others), `#sample-<id>`, `#previewSaid`,
/// `#previewRun`, `#previewOne`, `#previewOther`, `#assistantUndo`, `#assistantMoney`,
/// `#mode-ALL-ALL` (branch, matter), `#assistantSave`, `#assistantDiscard`, `#assistantConflict`,
/// `#assistantKeepMine`, `#assistantTakeTheirs`, `#usageTable`, `#usageBars`, `#correctionList`,
/// `#orderBoard`, `#column-NEW` (and the other columns), `#orderFailure`, `#boardOpen`,
/// `#boardEnded`, `#way-ALL` (`DELIVERY`, `PICKUP`), `#boardUnpaid`, `#boardSearch`,
/// `#boardSoldOut`; `#reason-CLOSING` (and the other reasons), `#minutes-<minutes>`, `#whole`,
/// `#missing-<item id>`, `#reasonText`, `#refuse`, `#refuseCancel`; `#orderAlarm`,
/// `#orderAlarmLook`, `#orderAlarmSeen`; `#alarmTest`, `#alarmTestPlay`, `#alarmTestHeard`,
/// `#alarmTestUnheard`; `#notices`, `#notice-<kind>`, `#look-<kind>`, `#seen-<kind>`;
/// `#soldOutSearch`, `#soldOutItems`, `#soldOut-<item id>-HOUR` (and the other presets),
/// `#back-<item id>`, `#soldOutClose`; `#palette`, `#paletteQuery`, `#command-<id>`; `#shortcuts`,
/// `#shortcutsClose`, `#sound`; `#readySheet`, `#readyNew`, `#readyClose`, `#readySearch`,
/// `#readyList`, `#readyShortcut`, `#readyArabic`, `#readyEnglish`, `#readyPlace-name` (and the
/// other places), `#readySave`, `#readyDelete`, `#readyFailure`; `#cartShort`, `#cartPin`,
/// `#cartMap`, `#way-<way>`, `#other-<option id>`.
///
/// Rows, cards and their buttons show one item after the other and are found by an item's name:
/// `conversation-<id>`, `message-<id>`, `note-<id>`, `withdraw-<id>`, `found-<id>`, `notice-<id>`,
/// `turn-<id>`, `timeline-<id>`, `forget-<id>`, `correction-<id>`, `merge-<id>`, `kept-<id>`,
/// `cartLine-<id>`, `cartEvidence-<id>`, `earlier-<id>`, `repeat-<id>`; `order-<number>`,
/// `accept-<number>`, `accept-<number>-<minutes>`, `next-<number>`, `reject-<number>`,
/// `more-<number>`, `undo-<number>`; `ticket-<number>`, `bump-<number>`, `recall-<number>`,
/// `fire-<number>`; `pickup-<number>`; `readyReply-<id>`.
public final class DesktopProgram implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DesktopProgram.class);

  private final ExecutorService background;
  private final ShellModel model;
  private final ShellView view;
  private final HabitsModel habits;

  private DesktopProgram(
      Stage stage, StartOptions options, ExecutorService background, Machine machine) {
    this.background = background;
    var clock = new ServerClock(machine.clock());
    this.habits = new HabitsModel(keeper(options), background);
    ObjectProperty<ScreenLanguage> language = new SimpleObjectProperty<>(ScreenLanguage.ARABIC);
    var surroundings =
        new Surroundings(
            server ->
                ServerLink.to(
                    new HttpServerApi(
                        server, machine.clock(), () -> language.get().code(), machine.patience())),
            new Calls(background, Platform::runLater),
            Platform::runLater,
            clock,
            UUID::randomUUID,
            RandomGenerator.getDefault(),
            habits,
            machine.speaker(),
            local(options));
    this.model = new ShellModel(surroundings, language);
    this.view =
        new ShellView(
            model, clock, stage, machine.files(), MachineTray.of(background, this::toTheFront));
    fillSignIn(options);
  }

  /// Opens the program; call it on the FX thread.
  public static DesktopProgram open(Stage stage, StartOptions options) {
    ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    var files = new MachineFiles(stage, background);
    var machine =
        new Machine(files, Clock.systemUTC(), new MachineLoudspeaker(), HttpServerApi.PATIENCE);
    return open(stage, options, background, machine);
  }

  /// The same on another machine.
  static DesktopProgram open(Stage stage, StartOptions options, Machine machine) {
    return open(stage, options, Executors.newVirtualThreadPerTaskExecutor(), machine);
  }

  private static DesktopProgram open(
      Stage stage, StartOptions options, ExecutorService background, Machine machine) {
    boolean fixed = LinuxTextFix.install();
    log.info("wrapped text fix {}", fixed ? "in force" : "not needed");
    Theme.loadFonts();
    var program = new DesktopProgram(stage, options, background, machine);
    stage.setOnCloseRequest(close -> {
      close.consume();
      leave();
    });
    program.view.show();
    FirstSight.await(options.rehearsal() ? DesktopProgram::leave : () -> {});
    return program;
  }

  private static HabitKeeper keeper(StartOptions options) {
    Path folder = options.folder();
    return folder == null ? HabitKeeper.FORGETFUL : new HabitFiles(folder);
  }

  private void toTheFront() {
    Platform.runLater(view::toTheFront);
  }

  private static LocalStores local(StartOptions options) {
    Path folder = options.folder();
    return folder == null
        ? LocalStores.IN_MEMORY
        : new QueueFolder(folder.resolve("queue"), UUID::randomUUID);
  }

  private void fillSignIn(StartOptions options) {
    var signIn = model.signIn();
    signIn.server().set(options.server().toString());
    if (options.email() != null) {
      signIn.email().set(options.email());
    }
    if (options.email() != null && options.password() != null) {
      signIn.password().set(options.password());
      signIn.signIn();
    }
  }

  /// Hides every window first: exit with an open popup kills the process on GTK.
  private static void leave() {
    List<Window> windows = new ArrayList<>(Window.getWindows());
    Collections.reverse(windows);
    windows.forEach(Window::hide);
    Platform.exit();
  }

  /// What the program knows, for tests that watch it from inside.
  public ShellModel model() {
    return model;
  }

  /// Stops what runs behind the window; the window itself is the caller's.
  @Override
  public void close() {
    view.close();
    model.close();
    habits.close();
    background.shutdownNow();
  }
}
