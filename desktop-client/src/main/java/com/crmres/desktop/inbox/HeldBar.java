package com.crmres.desktop.inbox;

import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.CountDown;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.LineText;
import com.crmres.desktop.ui.Ticker;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A message on its way out, with the seconds in which it can still be taken back.
final class HeldBar extends HBox {

  private final Texts texts;
  private final Ticker ticker;
  private final WritingModel model;
  private final StackPane sign = new StackPane();
  private final CountDown seconds = new CountDown();
  private final Label title = new Label();
  private final LineText words = new LineText();
  private final Button now;

  HeldBar(WritingModel model, Texts texts, Ticker ticker, Bindings bindings) {
    super(12);
    this.model = model;
    this.texts = texts;
    this.ticker = ticker;
    setId("held");
    getStyleClass().add("held-bar");
    setAlignment(Pos.CENTER_LEFT);
    title.getStyleClass().add("kind-title");
    var said = new VBox(1, title, words);
    said.setMinWidth(0);
    HBox.setHgrow(said, Priority.ALWAYS);
    var back = button("heldBack", "held.back", Icon.UNDO, model::takeBack);
    back.getStyleClass().add("accent");
    this.now = button("heldNow", "held.now", Icon.SEND, model::goNow);
    getChildren().addAll(sign, said, now, back);
    bindings.follow(model.held(), this::show);
    bindings.follow(ticker.now(), tick -> count());
  }

  private Button button(String id, String key, Icon icon, Runnable run) {
    var button = new Button(texts.of(key), icon.node());
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(click -> run.run());
    return button;
  }

  private void show(@Nullable Held held) {
    setVisible(held != null);
    setManaged(held != null);
    if (held != null) {
      boolean stuck = held.isStuck();
      title.setText(texts.of(stuck ? "held.stuck" : "held.title"));
      now.setText(texts.of(stuck ? "face.retry" : "held.now"));
      sign.getChildren().setAll(stuck ? Icon.FAILED.node() : seconds);
      words.show(
          held.text().isEmpty() ? texts.of("held.file") : held.text().replaceAll("\\s+", " "));
      count();
    }
  }

  private void count() {
    Held held = model.held().get();
    if (held != null && !held.isStuck()) {
      seconds.show(held.since(), held.until(), ticker.instant());
    }
  }
}
