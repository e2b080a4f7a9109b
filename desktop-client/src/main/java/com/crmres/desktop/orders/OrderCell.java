package com.crmres.desktop.orders;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.LineText;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// An order's card: number, age, customer, lines, total, and what can be done now.
final class OrderCell extends ListCell<OrderSummary> {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
  private static final PseudoClass MOVING = PseudoClass.getPseudoClass("moving");

  private final OrderBoardModel model;
  private final Texts texts;
  private final Times times;
  private final ObservableValue<Instant> now;
  private final ObservableValue<@Nullable UUID> selected;

  private final Label number = new Label();
  private final Chip age = new Chip();
  private final Chip warning = new Chip();
  private final LineText customer = new LineText();
  private final OrderLines lines;
  private final Label note = new Label();
  private final Label fulfilment = new Label();
  private final Label promise = new Label();
  private final Label total = new Label();
  private final OrderButtons buttons;
  private final VBox card;

  OrderCell(
      OrderBoardModel model,
      Texts texts,
      Times times,
      ObservableValue<Instant> now,
      ObservableValue<@Nullable UUID> selected,
      BiConsumer<OrderSummary, OrderAction> refuse) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.now = now;
    this.selected = selected;
    this.lines = new OrderLines(texts);
    this.buttons = new OrderButtons(model, texts, refuse);
    this.card = card();
    setPrefWidth(0);
    now.subscribe(tick -> showAge());
    selected.subscribe(chosen -> showChosen());
    addEventFilter(MouseEvent.MOUSE_PRESSED, press -> choose());
  }

  private VBox card() {
    number.getStyleClass().add("order-number");
    customer.getStyleClass().add("order-customer");
    note.getStyleClass().add("order-note");
    note.setWrapText(true);
    note.setGraphic(Icon.NOTE.node());
    fulfilment.getStyleClass().add("muted");
    promise.getStyleClass().add("muted");
    total.getStyleClass().add("order-total");
    total.setMinWidth(USE_PREF_SIZE);
    promise.setMinWidth(USE_PREF_SIZE);
    number.setMinWidth(USE_PREF_SIZE);
    var box =
        new VBox(
            8,
            spread(number, age),
            warning,
            spread(customer, promise),
            lines,
            note,
            spread(fulfilment, total),
            buttons);
    box.getStyleClass().add("order-card");
    return box;
  }

  private static HBox spread(Node start, Node end) {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var row = new HBox(6, start, gap, end);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void choose() {
    if (getItem() != null) {
      model.selected().set(getItem());
    }
  }

  @Override
  protected void updateItem(OrderSummary order, boolean empty) {
    super.updateItem(order, empty);
    if (empty || order == null) {
      setGraphic(null);
      card.setId(null);
      return;
    }
    card.setId("order-" + order.number());
    number.setText(DisplayText.leftToRight("#" + order.number()));
    customer.show(order.customer().name());
    lines.show(order.lines());
    showNote(order.note());
    showWarning(order);
    showFulfilment(order);
    total.setText(DisplayText.money(order.total(), texts));
    buttons.show(order);
    showAge();
    showChosen();
    setGraphic(card);
  }

  private void showNote(@Nullable String words) {
    boolean any = words != null && !words.isBlank();
    note.setVisible(any);
    note.setManaged(any);
    note.setText(words == null ? "" : DisplayText.of(words));
  }

  private void showWarning(OrderSummary order) {
    if (order.status() == OrderStatus.CANCEL_REQUESTED) {
      warning.show(texts.of("orders.cancelRequested"), Chip.Tone.LATE, Icon.WARNING);
    } else {
      warning.hide();
    }
  }

  private void showFulfilment(OrderSummary order) {
    boolean delivery = order.fulfilment() == Fulfilment.DELIVERY;
    fulfilment.setGraphic((delivery ? Icon.DELIVERY : Icon.PICKUP).node());
    String way = texts.of("orders.fulfilment", order.fulfilment());
    String phone = DisplayText.phone(order.contactPhone());
    fulfilment.setText(phone.isEmpty() ? way : way + " · " + phone);
    Instant promised = order.promisedAt();
    promise.setText(promised == null ? "" : texts.of("orders.promised", times.clock(promised)));
  }

  private void showAge() {
    OrderSummary order = getItem();
    if (order == null) {
      return;
    }
    OrderAge shown = OrderAge.of(order, now.getValue());
    Chip.Tone tone =
        switch (shown.level()) {
          case FRESH -> order.status() == OrderStatus.PENDING ? Chip.Tone.NEW : Chip.Tone.GOOD;
          case DUE -> Chip.Tone.DUE;
          case LATE -> Chip.Tone.LATE;
        };
    boolean late = shown.level() == OrderAge.Level.LATE;
    age.show(words(order, shown.shown()), tone, late ? Icon.WARNING : Icon.CLOCK);
    card.pseudoClassStateChanged(LATE, late);
  }

  private String words(OrderSummary order, Duration span) {
    return order.status() == OrderStatus.PENDING
        ? times.waiting(order.placedAt(), now.getValue())
        : times.span(span);
  }

  private void showChosen() {
    OrderSummary order = getItem();
    card.pseudoClassStateChanged(CHOSEN, order != null && order.id().equals(selected.getValue()));
    card.pseudoClassStateChanged(MOVING, order != null && model.moving().contains(order.id()));
  }
}
