package com.crmres.desktop.orders;

import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One column of the board: its name, its count, its cards.
final class BoardColumnView extends VBox {

  private final BoardColumn column;
  private final OrderBoardModel model;
  private final ListView<OrderSummary> list = new ListView<>();
  private final Label count = new Label();
  private final Label empty = new Label();
  private final ObjectProperty<@Nullable UUID> selected = new SimpleObjectProperty<>();

  BoardColumnView(
      BoardColumn column,
      OrderBoardModel model,
      Texts texts,
      Times times,
      ObservableValue<Instant> now,
      BiConsumer<OrderSummary, OrderAction> refuse) {
    this.column = column;
    this.model = model;
    setId("column-" + column.name());
    getStyleClass().add("board-column");
    setMinWidth(0);
    setPrefWidth(300);
    list.getStyleClass().add("order-list");
    list.setFocusTraversable(false);
    list.setItems(model.column(column));
    list.setCellFactory(view -> new OrderCell(model, texts, times, now, selected, refuse));
    empty.setText(texts.of("orders.column.empty"));
    empty.setGraphic(Icon.EMPTY.node());
    empty.getStyleClass().add("column-empty");
    var cards = new StackPane(list, empty);
    VBox.setVgrow(cards, Priority.ALWAYS);
    getChildren().addAll(head(texts), cards);
  }

  private HBox head(Texts texts) {
    var dot = new Region();
    dot.getStyleClass().addAll("dot", "dot-" + column.name().toLowerCase(Locale.ROOT));
    var title = new Label(texts.of("orders.column", column));
    title.getStyleClass().add("column-title");
    count.getStyleClass().add("count-badge");
    var head = new HBox(8, dot, title, count);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("column-head");
    return head;
  }

  void follow(Bindings bindings) {
    ObservableList<OrderSummary> orders = model.column(column);
    bindings.followList(
        orders,
        () -> {
          count.setText(Integer.toString(orders.size()));
          empty.setVisible(orders.isEmpty());
        });
    bindings.follow(model.selected(), this::select);
    bindings.followSet(model.moving(), list::refresh);
  }

  private void select(@Nullable OrderSummary order) {
    selected.set(order == null ? null : order.id());
    if (order == null) {
      return;
    }
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i).id().equals(order.id())) {
        list.scrollTo(i);
      }
    }
  }
}
