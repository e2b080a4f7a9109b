package com.crmres.desktop.ui;

import com.crmres.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One thing to choose: its sign, its name, a second line, and whether it holds already.
final class PickCell extends ListCell<PickOption> {

  private final Texts texts;
  private final StackPane sign = new StackPane();
  private final LineText title = new LineText();
  private final LineText detail = new LineText();
  private final Label mark = new Label();
  private final Button other = new Button();
  private final HBox row;

  PickCell(PickModel model, Texts texts) {
    this.texts = texts;
    title.getStyleClass().add("pick-title");
    mark.setGraphic(Icon.ACCEPT.node());
    var words = new VBox(1, title, detail);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    // Whatever direction the words have, they begin where those of all others begin.
    words.setFillWidth(false);
    row = new HBox(12, sign, words, mark, other);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
    other.getStyleClass().add("card-button");
    other.setFocusTraversable(false);
    other.setOnAction(click -> {
      if (getItem() != null) {
        model.takeOther(getItem());
      }
    });
    setOnMouseClicked(click -> {
      if (getItem() != null) {
        model.take(getItem());
      }
    });
  }

  @Override
  protected void updateItem(PickOption option, boolean empty) {
    super.updateItem(option, empty);
    if (empty || option == null) {
      setGraphic(null);
      setId(null);
      setAccessibleText(null);
      return;
    }
    setId("pick-" + option.id());
    sign.getChildren().clear();
    if (option.icon() != null) {
      sign.getChildren().add(option.icon().node());
    }
    title.show(option.title());
    detail.show(option.detail());
    detail.setVisible(!option.detail().isEmpty());
    detail.setManaged(!option.detail().isEmpty());
    mark.setVisible(option.marked());
    showOther(option);
    setAccessibleText(said(option, texts));
    setGraphic(row);
  }

  /// For who hears the screen.
  static String said(PickOption option, Texts texts) {
    return (option.marked() ? texts.of("pick.marked", option.title()) : option.title())
        + (option.detail().isEmpty() ? "" : ". " + option.detail());
  }

  private void showOther(PickOption option) {
    PickOption.Other also = option.other();
    other.setVisible(also != null);
    other.setManaged(also != null);
    if (also != null) {
      String words = texts.of("pick.other", also.words());
      other.setId("other-" + option.id());
      other.setGraphic(also.icon().node());
      other.setAccessibleText(words);
      other.setTooltip(new Tooltip(words));
    }
  }
}
