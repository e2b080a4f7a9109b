package com.crmres.desktop.handling;

import com.crmres.common.conversation.Note;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ItemName;
import com.crmres.desktop.ui.MessageText;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a colleague noted: yellow, with a lock, so that nobody takes it for a message.
public final class NoteBubble extends VBox {

  private final NotesModel model;
  private final Texts texts;
  private final Times times;
  private final Label author = new Label();
  private final MessageText words = new MessageText();
  private final Label time = new Label();
  private final Label called = new Label();
  private final Button withdraw = new Button();
  private @Nullable Note shown;

  public NoteBubble(NotesModel model, Texts texts, Times times) {
    super(4);
    this.model = model;
    this.texts = texts;
    this.times = times;
    getStyleClass().addAll("bubble", "bubble-note");
    setMaxWidth(Region.USE_PREF_SIZE);
    author.getStyleClass().add("bubble-author");
    author.setGraphic(Icon.LOCK.node());
    time.getStyleClass().add("bubble-time");
    called.getStyleClass().add("bubble-time");
    called.setGraphic(Icon.MENTION.node());
    withdraw.setGraphic(Icon.DELETE.node());
    withdraw.getStyleClass().add("card-button");
    withdraw.setAccessibleText(texts.of("note.withdraw"));
    withdraw.setTooltip(new Tooltip(texts.of("note.withdraw")));
    withdraw.setOnAction(click -> {
      Note present = shown;
      if (present != null) {
        model.withdraw(present);
      }
    });
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var meta = new HBox(8, time, called, gap, withdraw);
    meta.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(author, words, meta);
  }

  public void show(Note note) {
    shown = note;
    author.setText(texts.of("note.by", DisplayText.line(note.authorName())));
    words.show(note.text());
    time.setText(times.clock(note.at()));
    boolean me = model.callsMe(note);
    called.setText(texts.of("note.callsYou"));
    called.setVisible(me);
    called.setManaged(me);
    ItemName.on(withdraw, "withdraw-" + note.id());
    withdraw.setVisible(model.mayWithdraw(note));
    withdraw.setManaged(model.mayWithdraw(note));
    setAccessibleText(
        texts.of("note.by", DisplayText.line(note.authorName())) + ". " + note.text());
  }
}
