package com.crmres.desktop.media;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/// A picture or sticker in its bubble: its room is there before it comes, so nothing jumps.
public final class PictureBox extends Button {

  private static final double WIDTH = 280;
  private static final double HEIGHT = 200;
  private static final double STICKER = 132;
  private static final double ROUND = 20;

  private final StackPane room = new StackPane();
  private final boolean sticker;
  private final Icon icon;
  private final String kind;

  public PictureBox(MessageContent.Media media, MediaModel model, Texts texts, Runnable open) {
    this.sticker = media.kind() == MediaKind.STICKER;
    this.icon = Icon.of(media.kind());
    this.kind = texts.of("media.kind", media.kind());
    room.getChildren().add(icon.node());
    room.setMinSize(width(), height());
    room.setMaxSize(width(), height());
    var corners = new Rectangle(width(), height());
    corners.setArcWidth(ROUND);
    corners.setArcHeight(ROUND);
    room.setClip(corners);
    setGraphic(room);
    getStyleClass().addAll("picture-box", sticker ? "sticker-box" : "photo-box");
    setAccessibleText(texts.of("media.open", kind));
    setOnAction(click -> open.run());
    model.thumbnail(media.id(), this::show, why -> missing());
  }

  private double width() {
    return sticker ? STICKER : WIDTH;
  }

  private double height() {
    return sticker ? STICKER : HEIGHT;
  }

  private void show(byte[] bytes) {
    Photo.of(bytes, width() * 2, height() * 2).ifPresentOrElse(this::show, this::missing);
  }

  private void show(Image image) {
    var view = new ImageView(image);
    view.setPreserveRatio(true);
    view.setSmooth(true);
    boolean wide = image.getWidth() / image.getHeight() > width() / height();
    // A photo fills its frame, a sticker is seen whole.
    if (wide == sticker) {
      view.setFitWidth(width());
    } else {
      view.setFitHeight(height());
    }
    room.getChildren().setAll(view);
  }

  /// No small form of it can be had; the file itself can still be saved.
  private void missing() {
    getStyleClass().add("picture-missing");
    var words = new VBox(6, icon.node(), new Label(kind));
    words.setAlignment(Pos.CENTER);
    room.getChildren().setAll(words);
  }
}
