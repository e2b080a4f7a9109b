package com.crmres.desktop.history;

import com.crmres.common.conversation.TimelineEntry;
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

/// Beside the thread: what happened besides what was said, the newest first.
public final class TimelineView {

  private final StackPane root;

  @FXML private ListView<TimelineEntry> entries;
  @FXML private ListFace face;

  public TimelineView(TimelineModel model, Texts texts, Times times, Ticker ticker) {
    this.root = Fxml.load(this, texts, StackPane.class);
    entries.setCellFactory(list -> new TimelineCell(model, texts, times, ticker));
    entries.setItems(model.entries());
    entries.setAccessibleText(texts.of("timeline.title"));
    face.follow(new Bindings(root), model.state(), texts, "timeline.empty", entries, model::reload);
  }

  public Parent node() {
    return root;
  }
}
