package com.crmres.desktop.ui;

import com.crmres.desktop.text.DisplayText;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;

/// What a person wrote on one line, in its own direction, cut short with dots where it does not
/// fit.
public final class LineText extends HBox {

  private static final double EMOJI_SIZE = 17;

  public LineText() {
    getStyleClass().add("line-text");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
  }

  public void show(String written) {
    setNodeOrientation(
        DisplayText.isRightToLeft(written)
            ? NodeOrientation.RIGHT_TO_LEFT
            : NodeOrientation.LEFT_TO_RIGHT);
    List<Emoji.Part> parts = Emoji.split(written);
    if (parts.size() == 1
        && parts.getFirst() instanceof Emoji.Words(var words)
        && getChildren().size() == 1
        && getChildren().getFirst() instanceof Label before) {
      // A new node costs its styles: words take the place of words.
      before.setText(DisplayText.of(words));
    } else {
      getChildren().setAll(parts.stream().map(LineText::node).toList());
    }
  }

  private static Node node(Emoji.Part part) {
    return switch (part) {
      case Emoji.Words words -> new Label(DisplayText.of(words.text()));
      case Emoji.Picture picture -> picture(picture);
    };
  }

  private static Node picture(Emoji.Picture picture) {
    var view = new ImageView(picture.image());
    view.setFitHeight(EMOJI_SIZE);
    view.setFitWidth(EMOJI_SIZE);
    return view;
  }
}
