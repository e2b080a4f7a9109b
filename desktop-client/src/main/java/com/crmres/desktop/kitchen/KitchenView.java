package com.crmres.desktop.kitchen;

import com.crmres.common.kitchen.KitchenStats;
import com.crmres.common.kitchen.StationPlan;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The kitchen's display: tickets in a grid, the oldest first, in big letters on dark.
public final class KitchenView {

  private final KitchenModel model;
  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final StackPane root;
  private final List<TicketCard> places = new ArrayList<>();

  @FXML private HBox stations;
  @FXML private Chip onTime;
  @FXML private Chip median;
  @FXML private Chip lateNow;
  @FXML private Label pages;
  @FXML private ToggleButton allDay;
  @FXML private ToggleButton recall;
  @FXML private ToggleButton scheduled;
  @FXML private Button undo;
  @FXML private Label failure;
  @FXML private GridPane grid;
  @FXML private ListFace face;
  @FXML private StackPane panelPlace;

  /// @param soldOutOf opens the list of what can be had, at what is named so
  public KitchenView(
      KitchenModel model, Texts texts, Times times, Ticker ticker, Consumer<String> soldOutOf) {
    this.model = model;
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    this.root = Fxml.load(this, texts, StackPane.class);
    var zoom = new Zoom(root);
    var bindings = new Bindings(root);
    bindings.follow(model.shape(), this::makeGrid);
    face.follow(bindings, model.state(), texts, "kitchen.empty", grid, model::reload);
    bindings.followList(model.shown(), this::show);
    bindings.follow(model.selection().page(), page -> show());
    bindings.follow(model.selection().chosen(), id -> showChosen());
    bindings.follow(model.selection().line(), line -> showChosen());
    bindings.followSet(model.moving(), this::showChosen);
    bindings.follow(ticker.now(), this::tick);
    bindings.followList(model.stations(), this::showStations);
    bindings.follow(model.station(), id -> showStations());
    bindings.follow(model.failure(), this::showFailure);
    bindings.follow(model.panels().stats(), this::showStats);
    panelPlace.getChildren().add(new KitchenPanel(model, texts, times));
    panelButtons(bindings);
    new KitchenKeys(model, zoom, texts.isRightToLeft(), soldOutOf, texts).listenOn(root);
    root.sceneProperty()
        .subscribe(scene -> {
          if (scene != null) {
            Platform.runLater(root::requestFocus);
          }
        });
  }

  public Parent node() {
    return root;
  }

  private void makeGrid(GridShape shape) {
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    grid.getRowConstraints().clear();
    places.clear();
    for (int column = 0; column < shape.columns(); column++) {
      var wide = new ColumnConstraints();
      wide.setPercentWidth(100.0 / shape.columns());
      grid.getColumnConstraints().add(wide);
    }
    for (int row = 0; row < shape.rows(); row++) {
      var high = new RowConstraints();
      high.setPercentHeight(100.0 / shape.rows());
      grid.getRowConstraints().add(high);
    }
    for (int slot = 0; slot < shape.places(); slot++) {
      var card = new TicketCard(model, texts, times, slot);
      places.add(card);
      grid.add(card, slot % shape.columns(), slot / shape.columns());
    }
    show();
  }

  private void show() {
    List<Card> shown = model.selection().onPage();
    for (int slot = 0; slot < places.size(); slot++) {
      places.get(slot).show(slot < shown.size() ? shown.get(slot) : null, ticker.instant());
    }
    int pageCount = model.selection().pages();
    pages.setVisible(pageCount > 1);
    pages.setText(
        texts.of(
            "kitchen.pages",
            Integer.toString(model.selection().page().get() + 1),
            Integer.toString(pageCount),
            Integer.toString(model.shown().size())));
    showChosen();
  }

  private void showChosen() {
    for (int slot = 0; slot < places.size(); slot++) {
      TicketCard card = places.get(slot);
      card.showChosen();
      GridPane.setRowIndex(card, card.isLarge() ? 0 : slot / model.shape().get().columns());
      GridPane.setRowSpan(card, card.isLarge() ? model.shape().get().rows() : 1);
      card.setViewOrder(card.isLarge() ? -1 : 0);
    }
  }

  private void tick(Instant now) {
    places.forEach(place -> place.tick(now));
  }

  private void showStations() {
    stations.getChildren().clear();
    stations.getChildren().add(station("EXPEDITER", texts.of("kitchen.expediter"), null));
    for (StationPlan.Station one : model.stations()) {
      stations.getChildren().add(station(one.id().toString(), texts.name(one.name()), one.id()));
    }
  }

  private ToggleButton station(String id, String name, @Nullable UUID stationId) {
    var button = new ToggleButton(name);
    button.setId("station-" + id);
    button.setFocusTraversable(false);
    button.setSelected(Objects.equals(stationId, model.station().get()));
    button.setOnAction(click -> {
      model.station().set(stationId);
      button.setSelected(true);
    });
    return button;
  }

  private void showFailure(@Nullable ServerFailure why) {
    failure.setVisible(why != null);
    failure.setManaged(why != null);
    failure.setText(why == null ? "" : FailureText.of(why, texts));
  }

  private void showStats(@Nullable KitchenStats stats) {
    if (stats == null) {
      onTime.hide();
      median.hide();
      lateNow.hide();
      return;
    }
    Integer percent = stats.onTimePercent();
    Long seconds = stats.medianSeconds();
    shown(onTime, "kitchen.onTime", percent == null ? null : percent.toString(), Chip.Tone.GOOD);
    shown(
        median,
        "kitchen.median",
        seconds == null ? null : times.span(Duration.ofSeconds(seconds)),
        Chip.Tone.NEUTRAL);
    shown(
        lateNow,
        "kitchen.lateNow",
        stats.lateNow() == 0 ? null : Long.toString(stats.lateNow()),
        Chip.Tone.LATE);
  }

  private void shown(Chip chip, String key, @Nullable String value, Chip.Tone tone) {
    if (value == null) {
      chip.hide();
    } else {
      chip.show(texts.of(key, value), tone, tone == Chip.Tone.LATE ? Icon.WARNING : Icon.CLOCK);
    }
  }

  private void panelButtons(Bindings bindings) {
    panelButton(allDay, KitchenPanels.Panel.ALL_DAY, Icon.COUNTS, bindings);
    panelButton(recall, KitchenPanels.Panel.RECALL, Icon.RECALL, bindings);
    panelButton(scheduled, KitchenPanels.Panel.SCHEDULED, Icon.SCHEDULED, bindings);
    undo.setText(texts.of("kitchen.undo"));
    undo.setGraphic(Icon.UNDO.node());
    undo.setOnAction(click -> model.undo());
  }

  private void panelButton(
      ToggleButton button, KitchenPanels.Panel panel, Icon icon, Bindings bindings) {
    button.setText(texts.of("kitchen.panel", panel));
    button.setGraphic(icon.node());
    button.setOnAction(click -> model.panels().toggle(panel));
    bindings.follow(model.panels().open(), open -> button.setSelected(open == panel));
  }
}
