package com.crmres.desktop.channel;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.Ticker;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A notice of the channel: how grave, what, when, and what to do.
final class NoticeCell extends ListCell<ChannelNotice> {

  private final Texts texts;
  private final Times times;
  private final Ticker ticker;
  private final StackPane icon = new StackPane();
  private final Label title = new Label();
  private final Chip severity = new Chip();
  private final Label time = new Label();
  private final Label details = new Label();
  private final Label advice = new Label();
  private final HBox row;

  NoticeCell(Texts texts, Times times, Ticker ticker) {
    this.texts = texts;
    this.times = times;
    this.ticker = ticker;
    title.getStyleClass().add("row-title");
    time.getStyleClass().add("row-time");
    time.setMinWidth(Region.USE_PREF_SIZE);
    details.setWrapText(true);
    advice.setWrapText(true);
    advice.getStyleClass().add("muted");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var head = new HBox(10, title, severity, gap, time);
    head.setAlignment(Pos.CENTER_LEFT);
    var words = new VBox(4, head, details, advice);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(0);
    row = new HBox(14, icon, words);
    row.setAlignment(Pos.TOP_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(ChannelNotice notice, boolean empty) {
    super.updateItem(notice, empty);
    if (empty || notice == null) {
      setGraphic(null);
      ItemName.on(this, null);
      return;
    }
    ItemName.on(this, "notice-" + notice.id());
    icon.getChildren().setAll(NoticeWords.icon(notice.severity()).node());
    icon.getStyleClass()
        .setAll("notice-icon", "notice-" + notice.severity().name().toLowerCase(Locale.ROOT));
    title.setText(NoticeWords.title(notice, texts));
    severity.show(
        texts.of("channel.severity", notice.severity()), NoticeWords.tone(notice.severity()));
    String day = times.day(times.dayOf(notice.at()), ticker.instant());
    time.setText(day + "  ·  " + times.clock(notice.at()));
    details.setText(details(notice));
    details.setManaged(!details.getText().isEmpty());
    advice.setText(NoticeWords.advice(notice, texts));
    setGraphic(row);
    setAccessibleText(severity.getText() + " " + title.getText() + " " + details.getText());
  }

  private String details(ChannelNotice notice) {
    String facts = NoticeWords.details(notice, texts);
    String number = notice.phoneNumberId();
    if (number == null) {
      return facts;
    }
    String shown = texts.of("channel.number", DisplayText.leftToRight(number));
    return facts.isEmpty() ? shown : shown + "  ·  " + facts;
  }
}
