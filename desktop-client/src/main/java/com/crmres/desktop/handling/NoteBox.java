package com.crmres.desktop.handling;

import com.crmres.common.identity.Colleague;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Icon;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where staff write notes: yellow, Enter keeps it, `@` completes the names of colleagues.
public final class NoteBox extends VBox {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
  private static final double LINE = 22;
  private static final int MOST_LINES = 6;

  private final NotesModel model;
  private final Texts texts;
  private final TextArea text = new TextArea();
  private final Button save = new Button();
  private final Label failure = new Label();
  private final VBox offered = new VBox();
  private final ReadOnlyIntegerWrapper cancelled = new ReadOnlyIntegerWrapper();

  public NoteBox(NotesModel model, Texts texts) {
    super(8);
    this.model = model;
    this.texts = texts;
    getStyleClass().add("note-box");
    text.setId("noteText");
    text.setWrapText(true);
    text.setPrefRowCount(1);
    text.setPromptText(texts.of("note.prompt"));
    text.setAccessibleText(texts.of("composer.note"));
    HBox.setHgrow(text, Priority.ALWAYS);
    save.setId("noteSave");
    save.setGraphic(Icon.ACCEPT.node());
    save.getStyleClass().add("note-save");
    save.setAccessibleText(texts.of("note.save"));
    save.setTooltip(new Tooltip(texts.of("note.save")));
    save.setOnAction(click -> model.save());
    offered.setId("mentions");
    offered.getStyleClass().add("mentions");
    failure.setId("noteFailure");
    failure.getStyleClass().add("failure-text");
    failure.setWrapText(true);
    var line = new HBox(10, text, save);
    line.getStyleClass().addAll("reply-row", "note-row");
    line.setAlignment(Pos.BOTTOM_CENTER);
    getChildren().addAll(offered, failure, line);
  }

  public void follow(Bindings bindings) {
    bindings.follow(model.text(), this::showText);
    text.textProperty().subscribe(this::typed);
    text.caretPositionProperty().subscribe(place -> look());
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    bindings.followList(model.mentions().offered(), this::showOffered);
    bindings.follow(model.mentions().chosen(), place -> showChosen());
    bindings.follow(model.saving(), busy -> showSave());
    bindings.follow(model.failure(), this::showFailure);
  }

  /// How often somebody left it by Escape.
  public ReadOnlyIntegerProperty cancelled() {
    return cancelled.getReadOnlyProperty();
  }

  public void begin() {
    model.mentions().begin();
    text.requestFocus();
  }

  private void showText(String wanted) {
    if (!wanted.equals(text.getText())) {
      text.setText(wanted);
      text.end();
    }
  }

  private void typed(String words) {
    model.text().set(words);
    text.setNodeOrientation(
        words.isBlank()
            ? NodeOrientation.INHERIT
            : DisplayText.isRightToLeft(words)
                ? NodeOrientation.RIGHT_TO_LEFT
                : NodeOrientation.LEFT_TO_RIGHT);
    text.setPrefHeight(22 + Math.clamp(words.lines().count(), 1, MOST_LINES) * LINE);
    look();
    showSave();
  }

  private void look() {
    model.mentions().look(text.getText(), Math.min(text.getCaretPosition(), text.getLength()));
  }

  private void showSave() {
    save.setDisable(model.saving().get() || text.getText().isBlank());
  }

  private void showFailure(@Nullable ServerFailure why) {
    failure.setVisible(why != null);
    failure.setManaged(why != null);
    failure.setText(why == null ? "" : words(why));
  }

  private String words(ServerFailure why) {
    String words = FailureText.of(why, texts);
    return why.kind() == ServerFailure.Kind.KEPT ? words : texts.of("note.notKept", words);
  }

  private void pressed(KeyEvent key) {
    boolean completing = !model.mentions().offered().isEmpty();
    boolean taken = completing ? completing(key) : writing(key);
    if (taken) {
      key.consume();
    }
  }

  private boolean completing(KeyEvent key) {
    switch (key.getCode()) {
      case DOWN -> model.mentions().wander(1);
      case UP -> model.mentions().wander(-1);
      case ENTER, TAB -> complete();
      case ESCAPE -> model.mentions().leave();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean writing(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      cancelled.set(cancelled.get() + 1);
      return true;
    }
    if (key.getCode() != KeyCode.ENTER) {
      return false;
    }
    if (key.isShiftDown()) {
      text.replaceSelection("\n");
    } else {
      model.save();
    }
    return true;
  }

  private void complete() {
    int cursor = Math.min(text.getCaretPosition(), text.getLength());
    int after = text.getLength() - cursor;
    text.setText(model.mentions().completed(text.getText(), cursor));
    text.positionCaret(Math.max(0, text.getLength() - after));
  }

  private void showOffered() {
    offered.getChildren().setAll(model.mentions().offered().stream().map(this::row).toList());
    offered.setVisible(!offered.getChildren().isEmpty());
    offered.setManaged(!offered.getChildren().isEmpty());
    showChosen();
  }

  private Node row(Colleague one) {
    var row =
        new Label(
            texts.of("note.offer", DisplayText.line(one.name()), texts.of("role", one.role())));
    row.setGraphic(Icon.PERSON.node());
    row.setId("mention-" + one.id());
    row.getStyleClass().add("palette-row");
    row.setMaxWidth(Double.MAX_VALUE);
    row.setOnMouseClicked(click -> {
      model
          .mentions()
          .wander(model.mentions().offered().indexOf(one) - model.mentions().chosen().get());
      complete();
      text.requestFocus();
    });
    return row;
  }

  private void showChosen() {
    for (int i = 0; i < offered.getChildren().size(); i++) {
      offered
          .getChildren()
          .get(i)
          .pseudoClassStateChanged(CHOSEN, i == model.mentions().chosen().get());
    }
  }
}
