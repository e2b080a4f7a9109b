package com.crmres.desktop.ui;

import com.crmres.desktop.text.DisplayText;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What a person wrote, in its own direction and with its emoji in colour.
public final class MessageText extends TextFlow {

  private static final double EMOJI_SIZE = 19;

  public MessageText() {
    getStyleClass().add("message-text");
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
        && getChildren().getFirst() instanceof Text before) {
      // A new node costs its styles: words take the place of words.
      before.setText(DisplayText.of(words));
    } else {
      getChildren().setAll(parts.stream().map(MessageText::node).toList());
    }
  }

  private static Node node(Emoji.Part part) {
    return switch (part) {
      case Emoji.Words words -> new Text(DisplayText.of(words.text()));
      case Emoji.Picture picture -> picture(picture);
    };
  }

  private static Node picture(Emoji.Picture picture) {
    var view = new ImageView(picture.image());
    view.setFitHeight(EMOJI_SIZE);
    view.setFitWidth(EMOJI_SIZE);
    // Sits on the line instead of above it.
    view.setTranslateY(EMOJI_SIZE * 0.2);
    return view;
  }
}
