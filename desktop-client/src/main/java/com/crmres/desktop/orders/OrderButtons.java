package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What can be done with an order now; what cannot is not shown.
final class OrderButtons extends VBox {

  /// They have buttons of their own on the card.
  private static final Set<OrderAction> SHOWN =
      Set.of(OrderAction.REJECT, OrderAction.UNDO_READY, OrderAction.RESTORE);

  private final OrderBoardModel model;
  private final Texts texts;
  private final Times times;
  private final Supplier<Instant> now;
  private final BoardKeys.Hands hands;
  private @Nullable OrderSummary shown;
  private @Nullable OrderAction undoing;
  private @Nullable Button undo;

  OrderButtons(
      OrderBoardModel model,
      Texts texts,
      Times times,
      Supplier<Instant> now,
      BoardKeys.Hands hands) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.now = now;
    this.hands = hands;
    getStyleClass().add("order-buttons");
  }

  void show(OrderSummary order) {
    shown = order;
    undo = null;
    getChildren().clear();
    setDisable(model.moving().contains(order.id()));
    var row = new HBox(6);
    row.setAlignment(Pos.CENTER_LEFT);
    model.nextStep(order).ifPresent(action -> row.getChildren().add(next(order, action)));
    undoable(order).ifPresent(action -> row.getChildren().add(undo(order, action)));
    others(order, row);
    if (!row.getChildren().isEmpty()) {
      getChildren().add(row);
    }
    if (model.may(order, OrderAction.ACCEPT)) {
      getChildren().add(minutes(order));
    }
    tick();
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

  private Optional<OrderAction> undoable(OrderSummary order) {
    return List.of(OrderAction.UNDO_READY, OrderAction.RESTORE).stream()
        .filter(action -> model.may(order, action))
        .filter(action -> !UndoTime.isOver(order, action, now.get()))
        .findFirst();
  }

  private Button undo(OrderSummary order, OrderAction action) {
    var button = button("undo-" + order.number(), texts.of("orders.action", action));
    button.setGraphic(Icon.UNDO.node());
    button.getStyleClass().addAll("button-outlined", "undo");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(texts.of("orders.action", action)));
    button.setOnAction(click -> hands.act().accept(order, action));
    undo = button;
    undoing = action;
    return button;
  }

  /// The time in which a step can be taken back runs on the button.
  void tick() {
    OrderSummary order = shown;
    OrderAction action = undoing;
    Button button = undo;
    if (order == null || action == null || button == null) {
      return;
    }
    Duration left = UndoTime.left(order, action, now.get()).orElse(Duration.ZERO);
    boolean over = left.isZero();
    button.setVisible(!over);
    button.setManaged(!over);
    button.setText(times.left(left));
    button.setAccessibleText(texts.of("orders.action", action) + " " + times.left(left));
  }

  private void others(OrderSummary order, HBox row) {
    List<OrderAction> others = model.otherMoves(order);
    if (others.contains(OrderAction.REJECT)) {
      row.getChildren().add(reject(order));
    }
    row.getChildren()
        .add(menu(order, others.stream().filter(action -> !SHOWN.contains(action)).toList()));
  }

  private Button reject(OrderSummary order) {
    var button = button("reject-" + order.number(), texts.of("orders.action", OrderAction.REJECT));
    button.getStyleClass().addAll("button-outlined", "danger");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(click -> hands.act().accept(order, OrderAction.REJECT));
    return button;
  }

  private Node menu(OrderSummary order, List<OrderAction> actions) {
    var menu = new MenuButton();
    ItemName.on(menu, "more-" + order.number());
    menu.setGraphic(Icon.MORE.node());
    menu.setAccessibleText(texts.of("orders.more"));
    menu.getStyleClass().addAll("flat", "no-arrow");
    menu.setFocusTraversable(false);
    for (OrderAction action : actions) {
      menu.getItems()
          .add(
              item(
                  texts.of("orders.action", action),
                  BoardKey.letterOf(action).orElse(""),
                  () -> hands.act().accept(order, action)));
    }
    menu.getItems()
        .addAll(
            item(texts.of("orders.chat"), "H", () -> hands.chat().accept(order)),
            item(texts.of("orders.print"), "P", () -> hands.print().accept(order)),
            item(texts.of("orders.receipt"), "Q", () -> hands.receipt().accept(order)));
    return menu;
  }

  private static MenuItem item(String words, String letter, Runnable act) {
    var key = new Label(letter);
    key.getStyleClass().add("key-cap");
    key.setVisible(!letter.isEmpty());
    var item = new MenuItem(words, key);
    item.setOnAction(click -> act.run());
    return item;
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
  private static Button button(String name, String words) {
    var button = new Button(words);
    ItemName.on(button, name);
    button.setFocusTraversable(false);
    return button;
  }
}
