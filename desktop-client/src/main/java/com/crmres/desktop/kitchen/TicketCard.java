package com.crmres.desktop.kitchen;

import com.crmres.common.kitchen.TicketMark;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One place of the display and the ticket on it.
final class TicketCard extends VBox {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final PseudoClass MOVING = PseudoClass.getPseudoClass("moving");
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final PseudoClass VOID = PseudoClass.getPseudoClass("void");

  /// Border and padding of both sides.
  private static final double SIDES = 26;

  private static final int TEN = 10;

  private final KitchenModel model;
  private final Texts texts;
  private final Times times;
  private final Label slot = new Label();
  private final Label number = new Label();
  private final Label way = new Label();
  private final Label left = new Label();
  private final Label waited = new Label();
  private final Label customer = new Label();
  private final Label marks = new Label();
  private final Label allergy = new Label();
  private final Label note = new Label();
  private final DishLines dishes;
  private final Button bump = new Button();
  private @Nullable Card card;
  private TicketAge.@Nullable Level level;
  private boolean large;

  TicketCard(KitchenModel model, Texts texts, Times times, int place) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.dishes = new DishLines(model, texts);
    getStyleClass().add("ticket");
    // Ten places have a digit.
    slot.setText(place < TEN ? DisplayText.leftToRight(Integer.toString((place + 1) % TEN)) : "");
    slot.setVisible(place < TEN);
    styled(slot, "ticket-slot");
    styled(number, "ticket-number");
    styled(way, "ticket-way");
    // The words are for those who listen: they would be cut off beside large numbers.
    way.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    way.setMinWidth(USE_PREF_SIZE);
    styled(left, "ticket-left");
    styled(waited, "ticket-waited");
    styled(customer, "ticket-customer");
    styled(marks, "ticket-marks");
    styled(allergy, "ticket-allergy");
    styled(note, "ticket-note");
    for (Label wide : List.of(marks, allergy, note)) {
      wide.setWrapText(true);
      wide.setMaxWidth(Double.MAX_VALUE);
      wide.setMinHeight(USE_PREF_SIZE);
    }
    allergy.setGraphic(Icon.WARNING.node());
    note.setGraphic(Icon.NOTE.node());
    bump.getStyleClass().add("ticket-bump");
    bump.setMaxWidth(Double.MAX_VALUE);
    bump.setMinHeight(USE_PREF_SIZE);
    bump.setFocusTraversable(false);
    VBox.setVgrow(dishes, Priority.ALWAYS);
    getChildren().addAll(head(), times(), marks, allergy, dishes, note, bump);
    setMinSize(0, 0);
    addEventFilter(MouseEvent.MOUSE_PRESSED, press -> choose());
  }

  private static void styled(Label label, String style) {
    label.getStyleClass().add(style);
    label.setMinWidth(0);
  }

  private Node head() {
    number.setMinWidth(USE_PREF_SIZE);
    slot.setMinWidth(USE_PREF_SIZE);
    var row = new HBox(8, number, way, gap(), slot);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// What does not stand beside the promise stands below it: neither is ever cut off.
  private Node times() {
    left.setMinWidth(USE_PREF_SIZE);
    waited.setMinWidth(USE_PREF_SIZE);
    customer.maxWidthProperty().bind(widthProperty().subtract(SIDES));
    var row = new FlowPane(8, 0, left, waited, customer);
    row.setRowValignment(VPos.CENTER);
    row.setMinHeight(USE_PREF_SIZE);
    return row;
  }

  private static Node gap() {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private void choose() {
    Card shown = card;
    if (shown != null) {
      model.selection().choose(shown.id());
    }
  }

  void show(@Nullable Card wanted, Instant now) {
    setVisible(wanted != null);
    ItemName.on(this, wanted == null ? null : "ticket-" + wanted.number());
    if (wanted == null) {
      card = null;
      return;
    }
    if (!wanted.equals(card)) {
      card = wanted;
      fill(wanted);
    }
    tick(now);
  }

  private void fill(Card shown) {
    number.setText(DisplayText.leftToRight(shown.number()));
    boolean delivery = shown.fulfilment() == Fulfilment.DELIVERY;
    way.setGraphic((delivery ? Icon.DELIVERY : Icon.PICKUP).node());
    way.setText(texts.of("orders.fulfilment", shown.fulfilment()));
    customer.setText(DisplayText.line(shown.customer()));
    dishes.show(shown);
    words(
        marks,
        shown.marks().stream()
            .map(mark -> texts.of("kitchen.mark", mark))
            .collect(Collectors.joining("  ·  ")));
    words(
        allergy,
        shown.allergies().isEmpty()
            ? ""
            : texts.of("kitchen.allergy", String.join(" · ", shown.allergies())));
    String said = shown.note();
    words(note, said == null ? "" : DisplayText.line(said));
    pseudoClassStateChanged(DONE, shown.done());
    pseudoClassStateChanged(VOID, shown.has(TicketMark.VOIDED));
    ItemName.on(bump, "bump-" + shown.number());
    bump.setText(texts.of(shown.needsAcknowledging() ? "kitchen.acknowledge" : "kitchen.bump"));
    bump.setGraphic((shown.needsAcknowledging() ? Icon.SEEN : Icon.DONE).node());
    bump.setVisible(model.mayMove());
    bump.setAccessibleText(bump.getText() + " " + shown.number());
    bump.setOnAction(click -> model.bump(shown));
  }

  /// Whether it takes the height of two places, since it was chosen and one shows not all of it.
  boolean isLarge() {
    return large;
  }

  private static void words(Label label, String words) {
    label.setText(words);
    label.setVisible(!words.isEmpty());
    label.setManaged(!words.isEmpty());
  }

  void tick(Instant now) {
    Card shown = card;
    if (shown == null) {
      return;
    }
    TicketAge age = TicketAge.of(shown, now);
    boolean late = age.left().isNegative();
    String span = times.left(age.left().abs());
    left.setText(late ? texts.of("kitchen.late", span) : span);
    left.setGraphic((late ? Icon.WARNING : Icon.CLOCK).node());
    waited.setText(times.waiting(shown.queueAt(), now));
    if (age.level() != level) {
      level = age.level();
      for (TicketAge.Level one : TicketAge.Level.values()) {
        pseudoClassStateChanged(
            PseudoClass.getPseudoClass(one.name().toLowerCase(Locale.ROOT).replace('_', '-')),
            one == level);
      }
    }
  }

  void showChosen() {
    Card shown = card;
    boolean chosen = shown != null && shown.id().equals(model.selection().chosen().get());
    pseudoClassStateChanged(CHOSEN, chosen);
    pseudoClassStateChanged(
        MOVING, shown != null && shown.ticketIds().stream().anyMatch(model.moving()::contains));
    dishes.showChosen(chosen ? model.selection().line().get() : -1);
    large = chosen && (large || dishes.isCutShort());
    note.setWrapText(large);
  }
}
