package com.crmres.desktop.media;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// A picture or sticker in its bubble: its room is there before it comes, so nothing jumps.
public final class PictureBox extends Button {

  private static final double WIDTH = 280;
  private static final double HEIGHT = 200;
  private static final double STICKER = 132;
  private static final double ROUND = 20;

  private final StackPane room = new StackPane();
  private final boolean sticker;

  public PictureBox(MessageContent.Media media, MediaModel model, Texts texts, Runnable open) {
    this.sticker = media.kind() == MediaKind.STICKER;
    String kind = texts.of("media.kind", media.kind());
    room.getChildren().add(Icon.of(media.kind()).node());
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
    model.thumbnail(media.id(), this::show, why -> getStyleClass().add("picture-missing"));
  }

  private double width() {
    return sticker ? STICKER : WIDTH;
  }

  private double height() {
    return sticker ? STICKER : HEIGHT;
  }

  private void show(byte[] bytes) {
    Photo.of(bytes, width() * 2, height() * 2)
        .ifPresent(image -> {
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
        });
  }
}
