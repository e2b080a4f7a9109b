package com.crmres.desktop.kitchen;

import com.crmres.common.kitchen.KitchenModifier;
import com.crmres.common.kitchen.LineChange;
import com.crmres.common.ordering.KitchenState;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The dishes of a ticket. What finds no room is not cut through: the last line says how many more
/// there are.
final class DishLines extends Region {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double GAP = 5;

  private final KitchenModel model;
  private final Texts texts;
  private final Label more = new Label();
  private final List<Node> rows = new ArrayList<>();

  DishLines(KitchenModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    more.getStyleClass().add("ticket-more");
    setMinHeight(0);
  }

  void show(Card card) {
    rows.clear();
    card.dishes().forEach(dish -> rows.add(row(dish)));
    getChildren().setAll(rows);
    getChildren().add(more);
    requestLayout();
  }

  void showChosen(int line) {
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).pseudoClassStateChanged(CHOSEN, i == line);
    }
  }

  /// Whether something of it finds no room.
  boolean isCutShort() {
    return more.isVisible();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double moreHeight = more.prefHeight(width);
    double y = 0;
    int shown = 0;
    for (Node row : rows) {
      double height = row.prefHeight(width);
      boolean last = shown == rows.size() - 1;
      if (y + height + (last ? 0 : moreHeight) > getHeight()) {
        break;
      }
      row.resizeRelocate(0, y, width, height);
      y += height + GAP;
      shown++;
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).setVisible(i < shown);
    }
    more.setVisible(shown < rows.size());
    more.setText(texts.of("kitchen.more", Integer.toString(rows.size() - shown)));
    more.resizeRelocate(0, Math.max(0, getHeight() - moreHeight), width, moreHeight);
  }

  @Override
  protected double computePrefHeight(double width) {
    return rows.stream().mapToDouble(row -> row.prefHeight(width) + GAP).sum();
  }

  private Node row(Card.Dish dish) {
    var box = new VBox(1);
    box.getStyleClass().add("dish");
    if (dish.change() == LineChange.ADDED) {
      box.getStyleClass().add("dish-added");
      box.getChildren().add(label(texts.of("kitchen.added"), "dish-mark"));
    }
    box.getChildren().add(name(dish));
    modifiers(dish, box);
    note(dish.person(), "kitchen.person", "dish-person", box);
    note(dish.note(), "kitchen.note", "dish-note", box);
    state(dish, box);
    box.setAccessibleRole(AccessibleRole.BUTTON);
    box.setAccessibleText(dish.quantity() + " " + texts.name(dish.name()));
    box.setOnMouseClicked(click -> model.toggle(dish));
    return box;
  }

  private static void state(Card.Dish dish, VBox box) {
    if (dish.isVoid()) {
      box.getStyleClass().add("dish-void");
    } else if (dish.isDone()) {
      box.getStyleClass().add("dish-done");
    } else if (dish.state() == KitchenState.HELD) {
      box.getStyleClass().add("dish-held");
    }
  }

  private Node name(Card.Dish dish) {
    String name = texts.name(dish.name());
    LocalizedText size = dish.size();
    String sized = size == null ? name : name + " (" + texts.name(size) + ")";
    Label words = label(dish.quantity() + " × " + sized, "dish-name");
    var row = new HBox(6, words);
    row.setAlignment(Pos.TOP_LEFT);
    if (!dish.isVoid() && (dish.parts().size() > 1 || model.station().get() == null)) {
      row.getChildren().add(ticks(dish));
    }
    return row;
  }

  /// For the expediter: which stations are done with it.
  private Label ticks(Card.Dish dish) {
    long done = dish.parts().stream().filter(part -> part.state() == KitchenState.DONE).count();
    boolean all = done == dish.parts().size();
    Label ticks =
        label(
            all ? "✓" : DisplayText.leftToRight(done + "/" + dish.parts().size()),
            all ? "dish-ticked" : "dish-ticks");
    ticks.setMinWidth(USE_PREF_SIZE);
    return ticks;
  }

  /// Side by side as far as they go: height is dear on a ticket.
  private void modifiers(Card.Dish dish, VBox box) {
    var row = new FlowPane(10, 0);
    for (KitchenModifier modifier : dish.modifiers()) {
      String name = DisplayText.line(texts.name(modifier.name()));
      row.getChildren()
          .add(
              switch (modifier.kind()) {
                case WITHOUT -> label(texts.of("kitchen.without", name), "dish-without");
                case EXTRA -> label("+ " + name, "dish-extra");
                case CHOICE -> label(name, "dish-choice");
              });
    }
    if (!row.getChildren().isEmpty()) {
      row.getStyleClass().add("dish-modifiers");
      box.getChildren().add(row);
    }
  }

  private void note(@Nullable String said, String key, String style, VBox box) {
    if (said != null && !said.isBlank()) {
      box.getChildren().add(label(texts.of(key, DisplayText.line(said)), style));
    }
  }

  private static Label label(String words, String style) {
    var label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }
}
