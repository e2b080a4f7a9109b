package com.crmres.desktop.ui;

import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/// What stands in the place of a list that is loading, empty or could not be loaded.
public final class ListFace extends VBox {

  private final ProgressIndicator spinner = new ProgressIndicator();
  private final Label words = new Label();
  private final Button again = new Button();

  public ListFace() {
    getStyleClass().add("list-face");
    setAlignment(Pos.CENTER);
    spinner.getStyleClass().add("face-spinner");
    words.setWrapText(true);
    again.setGraphic(Icon.RETRY.node());
  }

  /// Follows `state`; the list itself is visible only when it has something.
  public void follow(
      Bindings bindings,
      ObservableValue<ListState> state,
      Texts texts,
      String emptyKey,
      Node list,
      Runnable retry) {
    again.setText(texts.of("face.retry"));
    again.setOnAction(click -> retry.run());
    bindings.follow(state, now -> show(now, texts, emptyKey, list));
  }

  /// Other words than usual for what is shown now; empty for the usual ones.
  public void says(String other) {
    if (!other.isEmpty()) {
      words.setText(other);
    }
  }

  private void show(ListState state, Texts texts, String emptyKey, Node list) {
    list.setVisible(state == ListState.READY);
    setVisible(state != ListState.READY);
    switch (state) {
      case LOADING -> {
        words.setText(texts.of("face.loading"));
        getChildren().setAll(spinner, words);
      }
      case EMPTY -> {
        words.setText(texts.of(emptyKey));
        getChildren().setAll(Icon.EMPTY.node(), words);
      }
      case FAILED -> {
        words.setText(texts.of("face.failed"));
        getChildren().setAll(Icon.OFFLINE.node(), words, again);
      }
      case READY -> getChildren().clear();
    }
  }
}
