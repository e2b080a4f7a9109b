package com.crmres.desktop.search;

import com.crmres.desktop.text.DisplayText;
import javafx.geometry.NodeOrientation;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A found text with the words that were searched for made to stand out, in its own direction.
final class SnippetText extends TextFlow {

  SnippetText() {
    getStyleClass().add("snippet");
  }

  void show(String whole, Snippet snippet) {
    setNodeOrientation(
        DisplayText.isRightToLeft(whole)
            ? NodeOrientation.RIGHT_TO_LEFT
            : NodeOrientation.LEFT_TO_RIGHT);
    getChildren().setAll(snippet.pieces().stream().map(SnippetText::node).toList());
  }

  private static Text node(Snippet.Piece piece) {
    var text = new Text(DisplayText.of(piece.text()));
    text.getStyleClass().add(piece.marked() ? "snippet-mark" : "snippet-words");
    return text;
  }
}
