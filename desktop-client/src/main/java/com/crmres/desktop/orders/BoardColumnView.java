package com.crmres.desktop.orders;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
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

  /// Narrower than this a card cannot show its buttons: the board scrolls sideways instead.
  private static final double LEAST_WIDTH = 250;

  private final BoardColumn column;
  private final OrderBoardModel model;
  private final ListView<OrderSummary> list = new ListView<>();
  private final Label count = new Label();
  private final Label figures = new Label();
  private final Texts texts;
  private final Times times;
  private final ObservableValue<Instant> now;
  private final Label empty = new Label();
  private final ObjectProperty<@Nullable UUID> selected = new SimpleObjectProperty<>();

  BoardColumnView(
      BoardColumn column,
      OrderBoardModel model,
      Texts texts,
      Times times,
      ObservableValue<Instant> now,
      BoardKeys.Hands hands,
      Consumer<OrderSummary.Line> soldOut) {
    this.column = column;
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.now = now;
    setId("column-" + column.name());
    getStyleClass().add("board-column");
    setMinWidth(LEAST_WIDTH);
    setPrefWidth(300);
    list.getStyleClass().add("order-list");
    list.setFocusTraversable(false);
    list.setItems(model.column(column));
    list.setCellFactory(view -> new OrderCell(model, texts, times, now, selected, hands, soldOut));
    empty.setText(texts.of("orders.column.empty"));
    empty.setGraphic(Icon.EMPTY.node());
    empty.getStyleClass().add("column-empty");
    var cards = new StackPane(list, empty);
    VBox.setVgrow(cards, Priority.ALWAYS);
    getChildren().addAll(head(), cards);
  }

  private VBox head() {
    var dot = new Region();
    dot.getStyleClass().addAll("dot", "dot-" + column.name().toLowerCase(Locale.ROOT));
    var title = new Label(texts.of("orders.column", column));
    title.getStyleClass().add("column-title");
    count.getStyleClass().add("count-badge");
    var head = new HBox(8, dot, title, count);
    head.setAlignment(Pos.CENTER_LEFT);
    figures.getStyleClass().add("muted");
    var both = new VBox(head, figures);
    both.getStyleClass().add("column-head");
    return both;
  }

  void follow(Bindings bindings) {
    ObservableList<OrderSummary> orders = model.column(column);
    bindings.followList(
        orders,
        () -> {
          count.setText(Integer.toString(orders.size()));
          empty.setVisible(orders.isEmpty());
          showFigures();
        });
    bindings.follow(now, tick -> showFigures());
    bindings.follow(model.selected(), this::select);
    bindings.followSet(model.moving(), list::refresh);
    bindings.followSet(model.kept(), list::refresh);
  }

  /// How old the oldest is, and what they come to.
  private void showFigures() {
    List<OrderSummary> orders = list.getItems();
    if (orders.isEmpty()) {
      figures.setText("");
      return;
    }
    Money sum = orders.stream().map(OrderSummary::total).reduce(Money.ZERO, Money::plus);
    Instant oldest = orders.getFirst().placedAt();
    Duration age = Duration.between(oldest, now.getValue());
    String money = DisplayText.money(sum, texts);
    figures.setText(
        column.isOpen()
            ? texts.of(
                "orders.column.figures", times.span(age.isNegative() ? Duration.ZERO : age), money)
            : money);
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
