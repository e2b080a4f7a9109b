package com.crmres.desktop.advice;

import com.crmres.common.assistant.TurnRecord;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Fxml;
import com.crmres.desktop.ui.ListFace;
import com.crmres.desktop.ui.Ticker;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;

/// Beside the thread: what the assistant made of each turn, and what that cost.
public final class LogView {

  private final StackPane root;

  @FXML private ListView<TurnRecord> turns;
  @FXML private ListFace face;

  public LogView(TurnsModel model, Texts texts, Times times, Ticker ticker) {
    this.root = Fxml.load(this, texts, StackPane.class);
    turns.setCellFactory(list -> new TurnCell(model, texts, times, ticker));
    turns.setItems(model.turns());
    turns.setAccessibleText(texts.of("log.title"));
    face.follow(new Bindings(root), model.state(), texts, "log.empty", turns, model::reload);
  }

  public Parent node() {
    return root;
  }
}
