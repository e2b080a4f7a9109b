package com.crmres.desktop.bubble;

import com.crmres.desktop.ui.Icon;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A card within a bubble: an icon, a title, small lines, and buttons where there is something to
/// do.
final class KindCard extends HBox {

  private final VBox lines = new VBox(2);

  KindCard(Icon icon, String title) {
    var picture = new StackPane(icon.node());
    picture.getStyleClass().add("kind-icon");
    var head = new Label(title);
    head.getStyleClass().add("kind-title");
    head.setWrapText(true);
    lines.getChildren().add(head);
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren().addAll(picture, lines);
    setSpacing(10);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("kind-card");
  }

  KindCard small(String words) {
    return words.isEmpty() ? this : line(smallLabel(words));
  }

  KindCard line(Node node) {
    lines.getChildren().add(node);
    return this;
  }

  KindCard action(Node button) {
    getChildren().add(button);
    return this;
  }

  static Label smallLabel(String words) {
    var small = new Label(words);
    small.getStyleClass().add("muted");
    small.setWrapText(true);
    small.setMinHeight(Region.USE_PREF_SIZE);
    return small;
  }
}
