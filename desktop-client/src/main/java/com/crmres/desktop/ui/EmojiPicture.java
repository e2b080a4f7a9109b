package com.crmres.desktop.ui;

import com.crmres.desktop.text.DisplayText;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;

/// One emoji in colour, on its own.
public final class EmojiPicture {

  private EmojiPicture() {}

  /// Its picture, or its characters where we have none.
  public static Node of(String emoji, double size) {
    List<Emoji.Part> parts = Emoji.split(emoji);
    if (parts.isEmpty() || !(parts.getFirst() instanceof Emoji.Picture picture)) {
      return new Label(DisplayText.of(emoji));
    }
    var view = new ImageView(picture.image());
    view.setFitHeight(size);
    view.setFitWidth(size);
    return view;
  }
}
