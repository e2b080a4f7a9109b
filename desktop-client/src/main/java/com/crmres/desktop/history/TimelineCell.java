package com.crmres.desktop.history;

import com.crmres.common.conversation.TimelineEntry;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.TallCell;
import com.crmres.desktop.ui.Ticker;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One thing that happened: what, who, when, why.
final class TimelineCell extends TallCell<TimelineEntry> {

  private final TimelineModel model;
  private final TimelineWords words;
  private final Times times;
  private final Ticker ticker;

  TimelineCell(TimelineModel model, Texts texts, Times times, Ticker ticker) {
    this.model = model;
    this.words = new TimelineWords(texts);
    this.times = times;
    this.ticker = ticker;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable TimelineEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      ItemName.on(this, null);
      setAccessibleText(null);
      return;
    }
    ItemName.on(this, "timeline-" + entry.id());
    if (getIndex() >= model.entries().size() - 1) {
      // Not while the list lays itself out.
      Platform.runLater(model::loadOlder);
    }
    String title = words.title(entry);
    String when = times.listedMoment(entry.at(), ticker.instant());
    var box = new VBox(1, head(entry, title), small(words.who(entry) + "  ·  " + when));
    String details = words.details(entry);
    if (!details.isEmpty()) {
      box.getChildren().add(small(details));
    }
    box.getStyleClass().addAll("timeline-entry", "timeline-" + entry.kind().wireName());
    setGraphic(box);
    setAccessibleText(title + ", " + words.who(entry) + ", " + when);
  }

  private HBox head(TimelineEntry entry, String title) {
    var icon = words.icon(entry).node();
    var label = new Label(title);
    label.getStyleClass().add("timeline-title");
    label.setWrapText(true);
    label.setMinWidth(0);
    HBox.setHgrow(label, Priority.ALWAYS);
    var gap = new Region();
    return new HBox(6, icon, label, gap);
  }

  private static Label small(String words) {
    var label = new Label(words);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }
}
