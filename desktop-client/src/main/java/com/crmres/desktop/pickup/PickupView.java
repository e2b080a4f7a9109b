package com.crmres.desktop.pickup;

import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import java.time.Instant;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The board at the counter, read from afar.
public final class PickupView {

  private static final PseudoClass COLD = PseudoClass.getPseudoClass("cold");

  private final PickupModel model;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final StackPane root;

  @FXML private HBox columns;
  @FXML private FlowPane making;
  @FXML private FlowPane ready;
  @FXML private VBox drivers;
  @FXML private ListFace face;

  public PickupView(PickupModel model, Texts texts, Times times, Ticker ticker) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    this.root = Fxml.load(this, texts, StackPane.class);
    var bindings = new Bindings(root);
    face.follow(bindings, model.state(), texts, "pickup.empty", columns, model::reload);
    bindings.followList(model.making(), this::show);
    bindings.followList(model.ready(), this::show);
    bindings.followList(model.drivers(), this::show);
    bindings.follow(ticker.now(), now -> show());
  }

  public Parent node() {
    return root;
  }

  private void show() {
    Instant now = ticker.instant();
    fill(making, model.making(), now, false);
    fill(ready, model.ready(), now, true);
    fill(drivers, model.drivers(), now, true);
  }

  private void fill(
      Pane place, ObservableList<PickupEntry> entries, Instant now, boolean onTheShelf) {
    place
        .getChildren()
        .setAll(entries.stream().map(entry -> card(entry, now, onTheShelf)).toList());
  }

  private Node card(PickupEntry entry, Instant now, boolean onTheShelf) {
    Label number = label(DisplayText.leftToRight(entry.number()), "pickup-number");
    Label name = label(DisplayText.line(entry.name()), "pickup-name");
    Label phone = label(DisplayText.leftToRight(entry.phone()), "pickup-phone");
    phone.setVisible(!entry.phone().isEmpty());
    var card = new VBox(2, number, name, phone);
    card.setAlignment(Pos.CENTER);
    ItemName.on(card, "pickup-" + entry.number());
    card.getStyleClass().add("pickup-card");
    card.setAccessibleText(entry.number() + " " + entry.name());
    String driver = entry.driver();
    if (driver != null) {
      card.getChildren().add(label(DisplayText.line(driver), "pickup-driver"));
    }
    if (onTheShelf) {
      boolean cold = entry.isCold(now);
      Label age = label(texts.of("pickup.since", times.waiting(entry.since(), now)), "pickup-age");
      age.setGraphic((cold ? Icon.WARNING : Icon.CLOCK).node());
      card.getChildren().add(age);
      card.pseudoClassStateChanged(COLD, cold);
    }
    return card;
  }

  private static Label label(String words, String style) {
    var label = new Label(words);
    label.getStyleClass().add(style);
    return label;
  }
}
