package com.crmres.desktop.orders;

import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.LineText;
import com.crmres.desktop.ui.TallCell;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// An order's card: number, age, customer, lines, total, and what can be done now.
final class OrderCell extends TallCell<OrderSummary> {

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
  private final LineText customer = new LineText();
  private final OrderLines lines;
  private final Label note = new Label();
  private final Label fulfilment = new Label();
  private final Label promise = new Label();
  private final Label phone = new Label();
  private final Label total = new Label();
  private final Label fee = new Label();
  private final OrderMarks marks;
  private final OrderButtons buttons;
  private final VBox card;

  OrderCell(
      OrderBoardModel model,
      Texts texts,
      Times times,
      ObservableValue<Instant> now,
      ObservableValue<@Nullable UUID> selected,
      BoardKeys.Hands hands,
      Consumer<OrderSummary.Line> soldOut) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.now = now;
    this.selected = selected;
    this.lines = new OrderLines(texts, soldOut);
    this.marks = new OrderMarks(texts, times);
    this.buttons = new OrderButtons(model, texts, times, now::getValue, hands);
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
    phone.getStyleClass().add("muted");
    phone.setGraphic(Icon.PHONE.node());
    total.getStyleClass().add("order-total");
    total.setMinWidth(USE_PREF_SIZE);
    promise.setMinWidth(USE_PREF_SIZE);
    number.setMinWidth(USE_PREF_SIZE);
    var box =
        new VBox(
            8,
            spread(number, age),
            spread(customer, promise),
            phone,
            marks,
            lines,
            note,
            sum(),
            buttons);
    box.getStyleClass().add("order-card");
    return box;
  }

  private VBox sum() {
    fee.getStyleClass().add("muted");
    fee.setMinWidth(USE_PREF_SIZE);
    // Two rows: beside each other both would be wider than a narrow column.
    var sum = new VBox(spread(fulfilment, total), fee);
    sum.setAlignment(Pos.CENTER_RIGHT);
    return sum;
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
      ItemName.on(card, null);
      return;
    }
    ItemName.on(card, "order-" + order.number());
    number.setText(DisplayText.leftToRight("#" + order.number()));
    customer.show(order.customer().name());
    lines.show(order.lines());
    showNote(order.note());
    marks.show(order, now.getValue(), model.kept().contains(order.id()));
    showFulfilment(order);
    total.setText(DisplayText.money(order.total(), texts));
    showFee(order);
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

  private void showFulfilment(OrderSummary order) {
    boolean delivery = order.fulfilment() == Fulfilment.DELIVERY;
    fulfilment.setGraphic((delivery ? Icon.DELIVERY : Icon.PICKUP).node());
    fulfilment.setText(texts.of("orders.fulfilment", order.fulfilment()));
    fulfilment.setMinWidth(USE_PREF_SIZE);
    String called = DisplayText.phone(order.contactPhone());
    // Who comes for his order need not be called.
    boolean calls = delivery && !called.isEmpty();
    phone.setText(called);
    phone.setVisible(calls);
    phone.setManaged(calls);
    Instant promised = order.promisedAt();
    promise.setText(promised == null ? "" : texts.of("orders.promised", times.clock(promised)));
  }

  private void showFee(OrderSummary order) {
    boolean any = order.deliveryFee().halalas() > 0;
    fee.setVisible(any);
    fee.setManaged(any);
    fee.setText(texts.of("orders.fee", DisplayText.money(order.deliveryFee(), texts)));
  }

  private void showAge() {
    OrderSummary order = getItem();
    if (order == null) {
      return;
    }
    buttons.tick();
    if (!BoardColumn.of(order.status()).isOpen()) {
      age.show(times.clock(order.statusSince()), Chip.Tone.NEUTRAL, Icon.CLOCK);
      card.pseudoClassStateChanged(LATE, false);
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
