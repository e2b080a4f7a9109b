package com.crmres.desktop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.fail;

import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.media.FileDesk;
import com.crmres.desktop.shell.Desk;
import com.crmres.desktop.shell.ShellModel;
import com.crmres.desktop.text.ScreenLanguage;
import com.crmres.desktop.ui.Theme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The program in the one window that all tests share: sitting down, waiting, taking pictures.
public final class OpenProgram implements AutoCloseable {

  /// A server that is silent is waited for as long as a test looks at it.
  static final Duration ENDLESS = Duration.ofHours(1);

  private static final int PATIENCE_SECONDS = 30;
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double TALL = 1900;

  private final FxRobot robot = new FxRobot();
  private final Stage stage;
  private final DesktopProgram program;
  private boolean tall;

  /// On the FX thread, as soon as the program is open: another test may have made the window
  /// narrow, or have left it beyond the headless screen.
  public OpenProgram(Stage stage, DesktopProgram program) {
    this.stage = stage;
    this.program = program;
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(WIDTH);
    stage.setHeight(HEIGHT);
  }

  /// The same by a clock that stands, or is moved by hand: a machine's own runs on while a slow one
  /// takes pictures. Nothing is heard.
  public static OpenProgram at(Clock moment, Stage stage, StartOptions options) {
    return new OpenProgram(
        stage,
        DesktopProgram.open(
            stage,
            options,
            new Machine(new NoFiles(), moment, (sound, strength) -> true, ENDLESS)));
  }

  /// A person who thinks better of it.
  private static final class NoFiles implements FileDesk {

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

    @Override
    public void browse(URI page) {}
  }

  public Stage stage() {
    return stage;
  }

  public ShellModel model() {
    return program.model();
  }

  public Desk desk() {
    return model().place().get() instanceof ShellModel.AtTheDesk(Desk desk)
        ? desk
        : fail("not at the desk");
  }

  public void signIn() {
    robot.interact(() -> {
      model().signIn().password().set(FakeServer.PASSWORD);
      model().signIn().signIn();
    });
  }

  /// Chooses Olaya and waits until its live channel is there.
  public void sitDown() throws Exception {
    String branch = "#branch-" + World.OLAYA.id();
    until(() -> robot.lookup(branch).tryQuery().isPresent());
    robot.clickOn(branch);
    until(() -> desk().connection().get() == ConnectionState.ONLINE);
  }

  /// Taller than the headless screen, so that a whole thread is laid out at once.
  public void tall() {
    tall = true;
    robot.interact(() -> stage.getScene().getRoot().resize(WIDTH, TALL));
  }

  /// Does something on the FX thread, and waits for it.
  public void interact(Runnable what) {
    robot.interact(what);
  }

  public void press(KeyCode... together) {
    robot.push(together);
  }

  public boolean shows(String query) {
    return robot.lookup(query).tryQuery().map(Node::isVisible).orElse(false);
  }

  /// Presses a button, wherever it stands.
  public void fire(String query) {
    interact(() -> robot.lookup(query).queryAs(ButtonBase.class).fire());
  }

  /// As it looks now.
  public void picture(String name) {
    robot.interact(() -> {
      if (tall) {
        Pictures.take(stage.getScene().getRoot(), name);
      } else {
        Pictures.take(stage.getScene(), name);
      }
    });
  }

  /// In both languages and both themes.
  public void pictures(String name) {
    each(name, () -> {}, () -> {});
  }

  /// Of what lies over the screens: a new language is a new view, in which it is closed.
  ///
  /// @param open opens it; the escape key closes it
  public void pictures(String name, Runnable open) {
    each(name, open, () -> robot.type(KeyCode.ESCAPE));
  }

  private void each(String name, Runnable open, Runnable close) {
    for (ScreenLanguage language : ScreenLanguage.values()) {
      for (Theme theme : Theme.values()) {
        wear(language, theme);
        open.run();
        // Scrolling to the last message takes a second layout.
        WaitForAsyncUtils.waitForFxEvents();
        picture(name + "-" + language.code() + "-" + theme.name().toLowerCase(Locale.ROOT));
        close.run();
      }
    }
    wear(ScreenLanguage.ARABIC, Theme.LIGHT);
  }

  /// Speaks this language and looks like this.
  public void wear(ScreenLanguage language, Theme theme) {
    robot.interact(() -> {
      model().language().set(language);
      model().theme().set(theme);
    });
    WaitForAsyncUtils.waitForFxEvents(1);
  }

  public static void until(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Override
  public void close() {
    robot.interact(program::close);
  }
}
