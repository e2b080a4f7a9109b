package com.crmres.desktop.queue;

import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What waits for the network, and what waits for a person's word, each with what can be done.
public final class KeptList extends VBox {

  private final CommandQueue queue;
  private final Texts texts;
  private final Times times;
  private final KeptHands hands;

  public KeptList(CommandQueue queue, Texts texts, Times times, KeptHands hands) {
    super(8);
    this.queue = queue;
    this.texts = texts;
    this.times = times;
    this.hands = hands;
    setId("keptList");
    setAccessibleText(texts.of("kept.title"));
    new Bindings(this).followList(queue.kept(), this::show);
  }

  private void show() {
    getChildren().setAll(queue.kept().stream().map(this::row).toList());
    if (queue.kept().isEmpty()) {
      var nothing = new Label(texts.of("kept.nothing"));
      nothing.getStyleClass().add("muted");
      getChildren().add(nothing);
    }
  }

  private Node row(KeptCommand command) {
    var words = new Label(KeptText.of(command.deed(), hands.name(command.deed()), texts));
    words.setWrapText(true);
    words.setGraphic((command.waits() ? Icon.QUEUED : Icon.WARNING).node());
    var state = new Label(state(command));
    state.setWrapText(true);
    state.getStyleClass().add(command.waits() ? "muted" : "unseen");
    var text = new VBox(3, words, state);
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    var row = new HBox(8, text);
    ItemName.on(row, "kept-" + command.id());
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("kept-row");
    if (command.held() == Hold.EXPIRED) {
      row.getChildren().add(button("kept.sendNow", () -> queue.release(command)));
    }
    if (!command.waits()) {
      row.getChildren().add(button("kept.write", () -> write(command)));
    }
    // What the server may have already cannot be taken back here.
    if (!command.waits() || !command.sent()) {
      row.getChildren().add(button("kept.drop", () -> drop(command)));
    }
    return row;
  }

  private String state(KeptCommand command) {
    String at = times.clock(command.at());
    Hold held = command.held();
    return held == null ? texts.of("kept.since", at) : texts.filled("kept.held", held, at);
  }

  private Button button(String key, Runnable act) {
    var button = new Button(texts.of(key));
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(click -> act.run());
    return button;
  }

  private void write(KeptCommand command) {
    hands.write(command.deed().about(), KeptText.words(command.deed()));
    queue.drop(command);
  }

  private void drop(KeptCommand command) {
    queue.drop(command);
    hands.dropped(command);
  }
}
