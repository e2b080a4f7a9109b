package com.crmres.desktop.inbox;

import com.crmres.desktop.ui.Chip;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A customer's order as a small bill.
final class OrderCard {

  private final VBox card = new VBox(8);

  OrderCard() {
    card.getStyleClass().add("card");
  }

  Node node() {
    return card;
  }

  void head(String title, String state) {
    var label = new Label(title);
    label.getStyleClass().add("card-title");
    var chip = new Chip();
    chip.show(state, Chip.Tone.BRAND);
    pair(label, chip);
  }

  void pair(String words, String amount) {
    var left = new Label(words);
    left.setWrapText(true);
    var right = new Label(amount);
    right.setMinWidth(Region.USE_PREF_SIZE);
    pair(left, right);
  }

  void total(String words, String amount) {
    var left = new Label(words);
    var right = new Label(amount);
    left.getStyleClass().add("card-total");
    right.getStyleClass().add("card-total");
    right.setMinWidth(Region.USE_PREF_SIZE);
    pair(left, right);
  }

  private void pair(Node left, Node right) {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var row = new HBox(8, left, gap, right);
    row.setAlignment(Pos.CENTER_LEFT);
    card.getChildren().add(row);
  }

  void separator() {
    card.getChildren().add(new Separator());
  }

  OrderCard line(Node node) {
    card.getChildren().add(node);
    return this;
  }
}
