package com.crmres.desktop.shell;

import com.crmres.desktop.media.FileDesk;
import com.crmres.desktop.signin.BranchChoiceView;
import com.crmres.desktop.signin.SignInView;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Theme;
import com.crmres.desktop.ui.Ticker;
import java.time.Clock;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;

/// The window. A new place, or a new language, is a new tree of nodes; what a person was doing
/// lives in the models and stays.
public final class ShellView implements AutoCloseable {

  /// For the few things that layout does not mirror by itself, such as arrows.
  private static final PseudoClass RIGHT_TO_LEFT = PseudoClass.getPseudoClass("right-to-left");

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 880;

  private final ShellModel model;
  private final Stage stage;
  private final FileDesk files;
  private final Ticker ticker;
  private final WindowMemory window;
  private final WindowBadge badge;
  private final Tray tray;
  private final StackPane root = new StackPane();
  private final Scene scene = new Scene(root, WIDTH, HEIGHT);
  private Subscription whole = Subscription.EMPTY;

  /// @param tray what is seen of the program while its window is not
  public ShellView(ShellModel model, Clock clock, Stage stage, FileDesk files, Tray tray) {
    this.model = model;
    this.stage = stage;
    this.files = files;
    this.ticker = new Ticker(clock);
    this.window = new WindowMemory(stage, model.habits());
    this.badge = new WindowBadge(stage);
    this.tray = tray;
    root.setId("program");
  }

  public void show() {
    whole =
        Subscription.combine(
            model.theme().subscribe((Theme theme) -> theme.applyTo(scene)),
            model.language().subscribe(language -> build()),
            model.place().subscribe(place -> build()),
            model.place().subscribe(this::placeWindow),
            window.follow());
    stage.setScene(scene);
    stage.setMinWidth(1024);
    stage.setMinHeight(640);
    window.place();
    stage.show();
  }

  private void build() {
    Texts texts = Texts.in(model.language().get());
    scene.setNodeOrientation(
        texts.isRightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    root.pseudoClassStateChanged(RIGHT_TO_LEFT, texts.isRightToLeft());
    showWaiting(0, texts);
    root.getChildren().setAll(nodeOf(model.place().get(), texts));
  }

  private Parent nodeOf(ShellModel.Place place, Texts texts) {
    return switch (place) {
      case ShellModel.AtTheDoor(var signIn) ->
          new SignInView(signIn, texts, this::switchLanguage, this::switchTheme).node();
      case ShellModel.ChoosingBranch(var choice) ->
          new BranchChoiceView(choice, texts, model::signOut).node();
      case ShellModel.AtTheDesk(var desk) -> atTheDesk(desk, texts);
    };
  }

  private Parent atTheDesk(Desk desk, Texts texts) {
    Parent view = new DeskView(desk, model, texts, ticker, files, this::toTheFront).node();
    new Bindings(view).follow(desk.calling(), count -> showWaiting(count.intValue(), texts));
    return view;
  }

  private void showWaiting(int count, Texts texts) {
    if (badge.show(count, texts)) {
      tray.show(WindowBadge.icon(count), count, texts);
    }
  }

  /// Whoever has just signed in finds the window where he left it.
  private void placeWindow(ShellModel.Place place) {
    if (place instanceof ShellModel.ChoosingBranch) {
      window.place();
    }
  }

  /// A window that was made small comes back, and before the others.
  public void toTheFront() {
    stage.setIconified(false);
    stage.toFront();
  }

  private void switchLanguage() {
    model.language().set(model.language().get().other());
  }

  private void switchTheme() {
    model.theme().set(model.theme().get().other());
  }

  @Override
  public void close() {
    whole.unsubscribe();
    ticker.close();
    tray.close();
  }
}
