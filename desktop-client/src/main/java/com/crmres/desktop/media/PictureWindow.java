package com.crmres.desktop.media;

import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Icon;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// A picture large, in a window of its own: nearer, farther, fitted, saved.
public final class PictureWindow {

  private static final double STEP = 1.25;
  private static final double SMALLEST = 0.05;
  private static final double LARGEST = 8;
  private static final double WIDTH = 960;
  private static final double HEIGHT = 760;

  private final Texts texts;
  private final Stage stage = new Stage();
  private final StackPane place = new StackPane();
  private final ScrollPane pane = new ScrollPane(place);
  private final ImageView view = new ImageView();
  private final Label percent = new Label();
  private double zoom = 1;

  /// Opens beside `owner` in its language and colours.
  public static PictureWindow open(
      MessageContent.Media media, MediaModel model, Texts texts, Scene owner, Runnable save) {
    var window = new PictureWindow(texts, owner, save);
    model.whole(
        media.id(),
        bytes -> window.show(bytes, () -> window.showSmall(media, model)),
        window::failed);
    window.stage.show();
    return window;
  }

  private PictureWindow(Texts texts, Scene owner, Runnable save) {
    this.texts = texts;
    pane.setFitToWidth(true);
    pane.setFitToHeight(true);
    pane.setPannable(true);
    pane.getStyleClass().add("picture-pane");
    pane.addEventFilter(ScrollEvent.SCROLL, this::wheel);
    place.getChildren().add(new ProgressIndicator());
    view.setPreserveRatio(true);
    var root = new BorderPane(pane);
    root.setTop(bar(save));
    root.setId("pictureWindow");
    root.getStyleClass().add("picture-window");
    var scene = new Scene(root, WIDTH, HEIGHT);
    scene.getStylesheets().setAll(owner.getStylesheets());
    scene.setNodeOrientation(owner.getNodeOrientation());
    if (owner.getRoot().getStyleClass().contains("dark")) {
      root.getStyleClass().add("dark");
    }
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    stage.initOwner(owner.getWindow());
    stage.setTitle(texts.of("media.kind.IMAGE"));
    stage.setScene(scene);
  }

  private Node bar(Runnable save) {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    percent.setMinWidth(Region.USE_PREF_SIZE);
    percent.getStyleClass().add("muted");
    var bar =
        new HBox(
            8,
            button("pictureFarther", Icon.FARTHER, "media.farther", () -> zoom(zoom / STEP)),
            button("pictureNearer", Icon.NEARER, "media.nearer", () -> zoom(zoom * STEP)),
            button("pictureFit", Icon.FIT, "media.fit", this::fit),
            percent,
            gap,
            button("pictureSave", Icon.SAVE, "media.save", save));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("picture-bar");
    return bar;
  }

  private Button button(String id, Icon icon, String words, Runnable action) {
    var button = new Button("", icon.node());
    button.setId(id);
    button.setTooltip(new Tooltip(texts.of(words)));
    button.setAccessibleText(texts.of(words));
    button.setOnAction(click -> action.run());
    return button;
  }

  /// What this program cannot read, such as a sticker's WebP, the server has made a small picture
  /// of.
  private void showSmall(MessageContent.Media media, MediaModel model) {
    Runnable nothing = () -> say(texts.of("media.notShown"));
    model.thumbnail(media.id(), bytes -> show(bytes, nothing), why -> nothing.run());
  }

  private void show(byte[] bytes, Runnable otherwise) {
    Photo.of(bytes)
        .ifPresentOrElse(
            image -> {
              view.setImage(image);
              place.getChildren().setAll(view);
              fit();
            },
            otherwise);
  }

  private void failed(ServerFailure why) {
    say(FailureText.of(why, texts));
  }

  private void say(String words) {
    var label = new Label(words, Icon.FAILED.node());
    label.setWrapText(true);
    place.getChildren().setAll(label);
  }

  private void fit() {
    Image image = view.getImage();
    if (image == null) {
      return;
    }
    double width = pane.getWidth() > 0 ? pane.getWidth() : WIDTH;
    double height = pane.getHeight() > 0 ? pane.getHeight() : HEIGHT;
    zoom(Math.min(1, Math.min(width / image.getWidth(), height / image.getHeight()) * 0.98));
  }

  private void zoom(double wanted) {
    Image image = view.getImage();
    if (image == null) {
      return;
    }
    zoom = Math.clamp(wanted, SMALLEST, LARGEST);
    view.setFitWidth(image.getWidth() * zoom);
    percent.setText(Math.round(zoom * 100) + "%");
  }

  private void wheel(ScrollEvent wheel) {
    if (wheel.isShortcutDown()) {
      wheel.consume();
      zoom(wheel.getDeltaY() > 0 ? zoom * STEP : zoom / STEP);
    }
  }

  private void key(KeyEvent key) {
    switch (key.getCode()) {
      case ESCAPE -> stage.close();
      case PLUS, EQUALS, ADD -> zoom(zoom * STEP);
      case MINUS, SUBTRACT -> zoom(zoom / STEP);
      case DIGIT0, NUMPAD0 -> fit();
      case DIGIT1, NUMPAD1 -> zoom(1);
      default -> {}
    }
  }
}
