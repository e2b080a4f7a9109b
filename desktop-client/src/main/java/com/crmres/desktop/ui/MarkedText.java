package com.crmres.desktop.ui;

import com.crmres.desktop.text.DisplayText;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What a person wrote, with some words made to stand out, in its own direction.
public final class MarkedText extends TextFlow {

  private static final double EMOJI_SIZE = 16;

  /// A stretch of a text.
  public record Piece(String text, boolean marked) {}

  public MarkedText() {
    getStyleClass().add("snippet");
  }

  public void show(List<Piece> pieces) {
    var whole = new StringBuilder();
    pieces.forEach(piece -> whole.append(piece.text()));
    setNodeOrientation(
        DisplayText.isRightToLeft(whole.toString())
            ? NodeOrientation.RIGHT_TO_LEFT
            : NodeOrientation.LEFT_TO_RIGHT);
    getChildren()
        .setAll(
            pieces.stream()
                .flatMap(piece ->
                    Emoji.split(piece.text()).stream().map(part -> node(part, piece.marked())))
                .toList());
  }

  private static Node node(Emoji.Part part, boolean marked) {
    return switch (part) {
      case Emoji.Words words -> words(words.text(), marked);
      case Emoji.Picture picture -> picture(picture);
    };
  }

  private static Text words(String written, boolean marked) {
    var text = new Text(DisplayText.of(written));
    text.getStyleClass().add(marked ? "snippet-mark" : "snippet-words");
    return text;
  }

  private static ImageView picture(Emoji.Picture picture) {
    var view = new ImageView(picture.image());
    view.setFitHeight(EMOJI_SIZE);
    view.setFitWidth(EMOJI_SIZE);
    // Sits on the line instead of above it.
    view.setTranslateY(EMOJI_SIZE * 0.2);
    return view;
  }
}
