package com.crmres.desktop.ready;

import com.crmres.common.conversation.ReadyReply;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Icon;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.StringProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The reply that is being written: its shortcut, both languages, what is filled in by itself.
final class ReadyReplyForm extends VBox {

  /// What only the moment of a reply knows; in its text it stands by this name in small letters.
  private enum Place {
    NAME,
    BRANCH,
    ORDER,
    ME;

    String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int ROWS = 4;

  private final ReadyRepliesModel model;
  private final Texts texts;
  private final TextField shortcut = new TextField();
  private final TextArea arabic = area("readyArabic", NodeOrientation.RIGHT_TO_LEFT);
  private final TextArea english = area("readyEnglish", NodeOrientation.LEFT_TO_RIGHT);
  private final Label failure = new Label();
  private final Button save;
  private final Button delete;

  /// Where a place goes: the text that was written in last.
  private TextArea last = arabic;

  ReadyReplyForm(ReadyRepliesModel model, Texts texts, Bindings bindings) {
    super(8);
    this.model = model;
    this.texts = texts;
    HBox.setHgrow(this, Priority.ALWAYS);
    this.save = button("readySave", "readySheet.save", Icon.DONE, model::save);
    save.getStyleClass().add("accent");
    this.delete = button("readyDelete", "readySheet.delete", Icon.REJECT, model::delete);
    shortcut.setId("readyShortcut");
    failure.setId("readyFailure");
    failure.getStyleClass().add("failure-text");
    failure.setWrapText(true);
    var buttons = new HBox(10, save, delete);
    buttons.setAlignment(Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            named("readySheet.shortcut", shortcut),
            named("readySheet.ar", arabic),
            named("readySheet.en", english),
            places(),
            failure,
            buttons);
    write(shortcut.textProperty(), model.shortcut());
    write(arabic.textProperty(), model.arabic());
    write(english.textProperty(), model.english());
    for (TextArea one : List.of(arabic, english)) {
      one.focusedProperty().subscribe(here -> last = here ? one : last);
    }
    bindings.follow(model.chosen(), this::show);
    bindings.follow(model.failure(), this::showFailure);
    bindings.follow(model.busy(), busy -> showSave());
  }

  private void write(StringProperty field, StringProperty known) {
    field.bindBidirectional(known);
    field.subscribe(now -> showSave());
  }

  private static TextArea area(String id, NodeOrientation orientation) {
    var area = new TextArea();
    area.setId(id);
    area.setWrapText(true);
    area.setPrefRowCount(ROWS);
    area.setNodeOrientation(orientation);
    return area;
  }

  private Node named(String key, Node field) {
    var name = new Label(texts.of(key));
    name.getStyleClass().add("row-time");
    name.setLabelFor(field);
    field.setAccessibleText(texts.of(key));
    return new VBox(4, name, field);
  }

  private Node places() {
    var line = new FlowPane(8, 8, new Label(texts.of("readySheet.places")));
    for (Place place : Place.values()) {
      var button = new Button(texts.of("readySheet.place", place));
      button.setId("readyPlace-" + place.written());
      button.setFocusTraversable(false);
      button.setOnAction(
          click -> last.insertText(last.getCaretPosition(), "{" + place.written() + "}"));
      button.disableProperty().bind(arabic.disabledProperty());
      line.getChildren().add(button);
    }
    return line;
  }

  private Button button(String id, String key, Icon icon, Runnable run) {
    var button = new Button(texts.of(key), icon.node());
    button.setId(id);
    button.setOnAction(click -> run.run());
    return button;
  }

  private void show(@Nullable ReadyReply one) {
    boolean writable = one != null && model.mayEdit();
    for (Node field : List.of(shortcut, arabic, english, delete)) {
      field.setDisable(!writable);
    }
    if (writable && one != null && one.version() == 0) {
      shortcut.requestFocus();
    }
    showSave();
  }

  private void showSave() {
    boolean writable = model.chosen().get() != null && model.mayEdit();
    save.setDisable(!writable || model.busy().get() || !model.isWhole());
  }

  private void showFailure(@Nullable ServerFailure why) {
    failure.setText(
        why != null
            ? FailureText.of(why, texts)
            : model.mayEdit() ? "" : texts.of("readySheet.readers"));
  }
}
