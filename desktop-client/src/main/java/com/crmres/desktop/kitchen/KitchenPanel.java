package com.crmres.desktop.kitchen;

import com.crmres.common.kitchen.AllDayCount;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.ListFace;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Beside the tickets: how many of each dish, what was done, or what waits for its time.
final class KitchenPanel extends VBox {

  private final KitchenModel model;
  private final Texts texts;
  private final Times times;
  private final Label title = new Label();
  private final VBox rows = new VBox(6);
  private final ListFace face = new ListFace();

  KitchenPanel(KitchenModel model, Texts texts, Times times) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    setId("kitchenPanel");
    getStyleClass().add("kitchen-panel");
    title.getStyleClass().add("kitchen-panel-title");
    var scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("kitchen-scroll");
    var place = new StackPane(scroll, face);
    VBox.setVgrow(place, Priority.ALWAYS);
    getChildren().addAll(title, place);
    var bindings = new Bindings(this);
    KitchenPanels panels = model.panels();
    face.follow(bindings, panels.state(), texts, "kitchen.panel.empty", scroll, panels::reload);
    bindings.follow(panels.open(), open -> show());
    bindings.followList(panels.counts(), this::show);
    bindings.followList(panels.tickets(), this::show);
  }

  private void show() {
    KitchenPanels.Panel open = model.panels().open().get();
    setVisible(open != KitchenPanels.Panel.NONE);
    setManaged(open != KitchenPanels.Panel.NONE);
    rows.getChildren().clear();
    switch (open) {
      case NONE -> {}
      case ALL_DAY -> model.panels().counts().forEach(count -> rows.getChildren().add(row(count)));
      case RECALL, SCHEDULED ->
          model.panels().tickets().forEach(ticket -> rows.getChildren().add(row(ticket, open)));
    }
    title.setText(open == KitchenPanels.Panel.NONE ? "" : texts.of("kitchen.panel", open));
  }

  private Node row(AllDayCount count) {
    var quantity = new Label(DisplayText.leftToRight(Long.toString(count.quantity())));
    quantity.getStyleClass().add("count-quantity");
    quantity.setMinWidth(USE_PREF_SIZE);
    var name = new Label(DisplayText.line(texts.name(count.name())));
    name.setWrapText(true);
    name.getStyleClass().add("dish-name");
    var row = new HBox(10, quantity, name);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("kitchen-row");
    return row;
  }

  private Node row(KitchenTicket ticket, KitchenPanels.Panel open) {
    boolean recall = open == KitchenPanels.Panel.RECALL;
    var number = new Label(DisplayText.leftToRight(ticket.number()));
    number.getStyleClass().add("dish-name");
    Instant at = recall ? ticket.doneAt() : ticket.fireAt();
    var when = new Label(at == null ? "" : times.clock(at));
    when.getStyleClass().add("ticket-waited");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var button = new Button(texts.of(recall ? "kitchen.recall" : "kitchen.fire"));
    ItemName.on(button, (recall ? "recall-" : "fire-") + ticket.number());
    button.setFocusTraversable(false);
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setDisable(!model.mayMove());
    button.setOnAction(click -> {
      if (recall) {
        model.recall(ticket);
      } else {
        model.fire(ticket);
      }
    });
    var row = new HBox(10, number, when, gap, button);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("kitchen-row");
    return row;
  }
}
