package com.crmres.desktop.alert;

import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The notices in the lower corner, over every screen and in the way of none.
public final class NoticeStack extends VBox {

  private final AlertsModel model;
  private final Texts texts;
  private final Times times;

  public NoticeStack(AlertsModel model, Texts texts, Times times) {
    super(10);
    this.model = model;
    this.texts = texts;
    this.times = times;
    setId("notices");
    getStyleClass().add("notice-stack");
    setPickOnBounds(false);
    setMaxSize(380, USE_PREF_SIZE);
    new Bindings(this).followList(model.notices(), this::show);
  }

  private void show() {
    getChildren().setAll(model.notices().stream().map(this::card).toList());
  }

  private Node card(Notice notice) {
    var words = new Label(NoticeText.of(notice, texts, times));
    words.setWrapText(true);
    words.setGraphic((notice.kind().isGrave() ? Icon.WARNING : Icon.BELL).node());
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    var row = new HBox(8, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setId("notice-" + notice.kind().name());
    row.getStyleClass().add("notice-card");
    if (notice.kind().isGrave()) {
      row.getStyleClass().add("notice-grave");
    }
    if (notice.look() != null) {
      row.getChildren().add(button("look", "alert.look", () -> model.look(notice), notice));
    }
    row.getChildren().add(button("seen", "alert.seen", () -> model.seen(notice), notice));
    return row;
  }

  private Button button(String id, String words, Runnable act, Notice notice) {
    var button = new Button(texts.of(words));
    button.setId(id + "-" + notice.kind().name());
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setOnAction(click -> act.run());
    return button;
  }
}
