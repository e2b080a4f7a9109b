package com.crmres.desktop.shell;

import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Fxml;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The line into which one types what shall be done.
final class PaletteView extends StackPane {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final PaletteModel model;
  private final Runnable afterwards;

  @FXML private TextField query;
  @FXML private VBox found;
  @FXML private Label nothing;

  /// Begins hidden; [#open] shows it.
  ///
  /// @param afterwards gives the keyboard back
  PaletteView(PaletteModel model, Texts texts, Runnable afterwards) {
    this.model = model;
    this.afterwards = afterwards;
    setId("palette");
    getStyleClass().addAll("sheet", "palette-place");
    setAlignment(Pos.TOP_CENTER);
    getChildren().add(Fxml.load(this, texts, VBox.class));
    query.textProperty().bindBidirectional(model.query());
    query.setAccessibleText(texts.of("palette.prompt"));
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    setOnMousePressed(press -> {
      if (press.getTarget() == this) {
        leave();
      }
    });
    var bindings = new Bindings(this);
    bindings.followList(model.found(), this::show);
    bindings.follow(model.chosen(), place -> showChosen());
    setVisible(false);
  }

  void open() {
    model.begin();
    setVisible(true);
    query.requestFocus();
  }

  private void show() {
    found.getChildren().setAll(model.found().stream().map(this::row).toList());
    nothing.setVisible(model.found().isEmpty());
    nothing.setManaged(model.found().isEmpty());
    showChosen();
  }

  private Node row(Command command) {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var keys = new Label(command.keys());
    keys.getStyleClass().add("key-cap");
    keys.setVisible(!command.keys().isEmpty());
    var row = new HBox(10, command.icon().node(), new Label(command.words()), gap, keys);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setId("command-" + command.id());
    row.getStyleClass().add("palette-row");
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText(command.words());
    row.setOnMouseClicked(click -> run(command));
    return row;
  }

  private void showChosen() {
    for (int i = 0; i < found.getChildren().size(); i++) {
      found.getChildren().get(i).pseudoClassStateChanged(CHOSEN, i == model.chosen().get());
    }
  }

  private void pressed(KeyEvent key) {
    boolean taken = true;
    switch (key.getCode()) {
      case DOWN -> model.choose(1);
      case UP -> model.choose(-1);
      case ENTER -> runChosen();
      case ESCAPE -> leave();
      default -> taken = false;
    }
    if (taken) {
      key.consume();
    }
  }

  private void runChosen() {
    if (!model.found().isEmpty()) {
      leave();
      model.run();
    }
  }

  private void run(Command command) {
    leave();
    command.run().run();
  }

  private void leave() {
    setVisible(false);
    afterwards.run();
  }
}
