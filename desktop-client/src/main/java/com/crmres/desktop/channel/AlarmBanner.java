package com.crmres.desktop.channel;

import com.crmres.common.channel.ChannelNotice;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Over every screen as long as messages do not go out; it cannot be closed.
public final class AlarmBanner extends HBox {

  private final Texts texts;
  private final Label words = new Label();

  /// Leads to the list by `look`.
  public AlarmBanner(ChannelModel model, Texts texts, Runnable look) {
    super(14);
    this.texts = texts;
    var button = new Button(texts.of("channel.look"));
    button.setId("channelAlarmLook");
    button.getStyleClass().add("small");
    button.setOnAction(click -> look.run());
    words.setId("channelAlarmText");
    words.setGraphic(Icon.CRITICAL.node());
    words.setWrapText(true);
    setId("channelAlarm");
    setAlignment(Pos.CENTER);
    getStyleClass().addAll("banner", "alarm");
    getChildren().addAll(words, button);
    new Bindings(this).follow(model.alarm(), this::show);
  }

  private void show(@Nullable ChannelNotice alarm) {
    setVisible(alarm != null);
    setManaged(alarm != null);
    if (alarm != null) {
      String details = NoticeWords.details(alarm, texts);
      String title = NoticeWords.title(alarm, texts);
      words.setText(details.isEmpty() ? title : title + "  ·  " + details);
    }
  }
}
