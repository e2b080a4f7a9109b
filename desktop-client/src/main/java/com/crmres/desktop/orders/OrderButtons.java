package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What can be done with an order now; what cannot is not shown.
final class OrderButtons extends VBox {

  private final OrderBoardModel model;
  private final Texts texts;
  private final BiConsumer<OrderSummary, OrderAction> refuse;

  OrderButtons(OrderBoardModel model, Texts texts, BiConsumer<OrderSummary, OrderAction> refuse) {
    this.model = model;
    this.texts = texts;
    this.refuse = refuse;
    getStyleClass().add("order-buttons");
  }

  void show(OrderSummary order) {
    getChildren().clear();
    boolean busy = model.moving().contains(order.id());
    setDisable(busy);
    var row = new HBox(6);
    row.setAlignment(Pos.CENTER_LEFT);
    model.nextStep(order).ifPresent(action -> row.getChildren().add(next(order, action)));
    others(order, row);
    if (!row.getChildren().isEmpty()) {
      getChildren().add(row);
    }
    if (model.may(order, OrderAction.ACCEPT)) {
      getChildren().add(minutes(order));
    }
  }

  private Button next(OrderSummary order, OrderAction action) {
    boolean accept = action == OrderAction.ACCEPT;
    var button =
        button((accept ? "accept-" : "next-") + order.number(), texts.of("orders.action", action));
    button.setGraphic((accept ? Icon.ACCEPT : Icon.NEXT).node());
    button.getStyleClass().add(accept ? "success" : "accent");
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(click -> model.advance(order));
    return button;
  }

  private void others(OrderSummary order, HBox row) {
    List<OrderAction> others = model.otherMoves(order);
    if (others.contains(OrderAction.REJECT)) {
      row.getChildren().add(reject(order));
    }
    List<OrderAction> rest =
        others.stream()
            .filter(action -> action != OrderAction.REJECT && action != OrderAction.ACCEPT)
            .toList();
    if (!rest.isEmpty()) {
      row.getChildren().add(menu(order, rest));
    }
  }

  private Button reject(OrderSummary order) {
    var button = button("reject-" + order.number(), texts.of("orders.action", OrderAction.REJECT));
    button.setGraphic(Icon.REJECT.node());
    button.getStyleClass().addAll("button-outlined", "danger");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(click -> refuse.accept(order, OrderAction.REJECT));
    return button;
  }

  private Node menu(OrderSummary order, List<OrderAction> actions) {
    var menu = new MenuButton();
    menu.setId("more-" + order.number());
    menu.setGraphic(Icon.MORE.node());
    menu.setAccessibleText(texts.of("orders.more"));
    menu.getStyleClass().addAll("flat", "no-arrow");
    menu.setFocusTraversable(false);
    for (OrderAction action : actions) {
      var item = new MenuItem(texts.of("orders.action", action));
      item.setOnAction(click -> act(order, action));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void act(OrderSummary order, OrderAction action) {
    if (OrderMoves.needsReason(action)) {
      refuse.accept(order, action);
    } else {
      model.move(order, action);
    }
  }

  private HBox minutes(OrderSummary order) {
    var words = new Label(texts.of("orders.readyIn"));
    words.getStyleClass().add("muted");
    words.setMinWidth(USE_PREF_SIZE);
    var row = new HBox(4, words);
    row.setAlignment(Pos.CENTER_LEFT);
    for (int minutes : OrderBoardModel.MINUTES) {
      var button = button("accept-" + order.number() + "-" + minutes, Integer.toString(minutes));
      button.getStyleClass().add("minutes");
      if (minutes == OrderBoardModel.USUAL_MINUTES) {
        button.getStyleClass().add("usual");
      }
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(click -> model.accept(order, minutes));
      row.getChildren().add(button);
    }
    return row;
  }

  /// The board keeps the keyboard: its keys reach every one of these.
  private static Button button(String id, String words) {
    var button = new Button(words);
    button.setId(id);
    button.setFocusTraversable(false);
    return button;
  }
}
