package com.crmres.desktop.ui;

import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Over a screen: a line to type into and what can be chosen, by keys alone or by a press.
public final class PickSheet extends StackPane {

  private static final double WIDTH = 460;
  private static final double HEIGHT = 430;

  private final PickModel model;
  private final Texts texts;
  private final Runnable afterwards;
  private final Label title = new Label();
  private final TextField words = new TextField();
  private final ListView<PickOption> options = new ListView<>();

  /// Hidden until its model is asked something.
  ///
  /// @param afterwards gives the keyboard back
  public PickSheet(PickModel model, Texts texts, Runnable afterwards) {
    this.model = model;
    this.texts = texts;
    this.afterwards = afterwards;
    var face = new ListFace();
    setId("pick");
    getStyleClass().addAll("sheet", "palette-place");
    setAlignment(Pos.TOP_CENTER);
    title.getStyleClass().add("card-title");
    title.setId("pickTitle");
    words.setId("pickWords");
    words.textProperty().bindBidirectional(model.words());
    options.setId("pickList");
    options.getStyleClass().add("pick-list");
    options.setItems(model.shown());
    options.setCellFactory(list -> new PickCell(model, texts));
    options.setFocusTraversable(false);
    title.setLabelFor(words);
    var card = new VBox(title, words, new StackPane(options, face));
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.getStyleClass().addAll("sheet-card", "pick-card");
    card.setMaxSize(WIDTH, HEIGHT);
    getChildren().add(card);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    setOnMousePressed(press -> {
      if (press.getTarget() == this) {
        leave();
      }
    });
    var bindings = new Bindings(this);
    face.follow(bindings, model.state(), texts, "pick.empty", options, model::load);
    bindings.follow(model.state(), state -> face.says(state == ListState.EMPTY ? empty() : ""));
    bindings.follow(model.question(), this::show);
    bindings.follow(model.open(), this::open);
    bindings.follow(model.chosen(), place -> choose(place.intValue()));
    bindings.followList(model.shown(), () -> choose(model.chosen().get()));
    bindings.follow(model.state(), state -> tell());
  }

  private String empty() {
    PickModel.Question question = model.question().get();
    return question == null || !model.words().get().isBlank() ? "" : question.empty();
  }

  private String nothing() {
    return switch (model.state().get()) {
      case LOADING -> texts.of("face.loading");
      case FAILED -> texts.of("face.failed");
      case EMPTY, READY -> empty().isEmpty() ? texts.of("pick.empty") : empty();
    };
  }

  private void show(PickModel.@Nullable Question question) {
    if (question != null) {
      title.setText(question.title());
      words.setPromptText(question.prompt());
      words.setAccessibleText(question.title() + ". " + question.prompt());
      options.setAccessibleText(question.title());
    }
  }

  private void open(boolean wanted) {
    boolean was = isVisible();
    setVisible(wanted);
    if (wanted) {
      words.requestFocus();
    } else if (was) {
      afterwards.run();
    }
  }

  private void choose(int place) {
    options.getSelectionModel().clearAndSelect(place);
    options.scrollTo(place);
    tell();
  }

  /// The keyboard stays in the line of words: what Enter takes is told there.
  private void tell() {
    PickOption chosen = options.getSelectionModel().getSelectedItem();
    words.setAccessibleHelp(chosen == null ? nothing() : PickCell.said(chosen, texts));
  }

  private void pressed(KeyEvent key) {
    boolean taken = true;
    switch (key.getCode()) {
      case DOWN -> model.wander(1);
      case UP -> model.wander(-1);
      case ENTER -> {
        if (key.isShortcutDown()) {
          model.takeOther();
        } else {
          model.take();
        }
      }
      case ESCAPE -> leave();
      default -> taken = false;
    }
    if (taken) {
      key.consume();
    }
  }

  private void leave() {
    model.close();
  }
}
