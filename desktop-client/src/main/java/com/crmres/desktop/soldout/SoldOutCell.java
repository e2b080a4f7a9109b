package com.crmres.desktop.soldout;

import com.crmres.common.menu.AvailabilityPreset;
import com.crmres.common.menu.MenuDetails;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.Ticker;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One dish: its name and price, and for how long there is none.
final class SoldOutCell extends ListCell<MenuDetails.Item> {

  private final SoldOutModel model;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final Label name = new Label();
  private final Label price = new Label();
  private final Chip gone = new Chip();
  private final HBox buttons = new HBox(6);
  private final HBox row;

  SoldOutCell(SoldOutModel model, Texts texts, Times times, Ticker ticker) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    name.getStyleClass().add("kind-title");
    price.getStyleClass().add("muted");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    this.row = new HBox(10, new VBox(2, name, price), gone, gap, buttons);
    row.setAlignment(Pos.CENTER_LEFT);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setMinWidth(Region.USE_PREF_SIZE);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(MenuDetails.Item item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      return;
    }
    name.setText(DisplayText.line(texts.name(item.name())));
    price.setText(DisplayText.money(item.price(), texts));
    buttons.getChildren().clear();
    if (item.available()) {
      gone.hide();
      SoldOutModel.PRESETS.forEach(preset -> buttons.getChildren().add(button(item, preset)));
    } else {
      gone.show(words(item), Chip.Tone.LATE, Icon.SOLD_OUT);
      buttons.getChildren().add(back(item));
    }
    buttons.setVisible(model.mayMark());
    setGraphic(row);
  }

  private String words(MenuDetails.Item item) {
    Instant until = item.until();
    return until == null
        ? texts.of("soldOut.gone")
        : texts.of("soldOut.until", times.listedMoment(until, ticker.instant()));
  }

  private Button button(MenuDetails.Item item, AvailabilityPreset preset) {
    var button = new Button(texts.of("soldOut.preset", preset));
    button.setId("soldOut-" + item.id() + "-" + preset.name());
    button.setAccessibleText(
        texts.of("soldOut.mark", texts.name(item.name()), texts.of("soldOut.preset", preset)));
    button.getStyleClass().add("reason");
    button.setOnAction(click -> model.soldOut(item, preset));
    return button;
  }

  private Button back(MenuDetails.Item item) {
    var button = new Button(texts.of("soldOut.back"));
    button.setId("back-" + item.id());
    button.getStyleClass().add("accent");
    button.setOnAction(click -> model.back(item));
    return button;
  }
}
