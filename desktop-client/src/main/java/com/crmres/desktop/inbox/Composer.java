package com.crmres.desktop.inbox;

import com.crmres.desktop.handling.NoteBox;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Whether somebody writes to the customer or a note for colleagues; never both in one box, so that
/// no note goes out by mistake.
final class Composer extends HBox {

  private final TextArea reply;
  private final Node replyParts;
  private final NoteBox note;
  private final ToggleButton toReply;
  private final ToggleButton toNote;

  Composer(ThreadModel model, Texts texts, TextArea reply, Node replyParts, NoteBox note) {
    this.reply = reply;
    this.replyParts = replyParts;
    this.note = note;
    var group = new ToggleGroup();
    this.toReply =
        tab(group, "composeReply", texts.of("composer.reply"), texts.of("composer.reply.tip"));
    this.toNote =
        tab(group, "composeNote", texts.of("composer.note"), texts.of("composer.note.tip"));
    toReply.setOnAction(click -> reply());
    toNote.setOnAction(click -> note());
    getStyleClass().addAll("segments", "composer-tabs");
    setMaxWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(toReply, toNote);
    setVisible(model.mayWrite());
    setManaged(model.mayWrite());
    show(false);
  }

  void follow(Bindings bindings) {
    bindings.follow(
        note.cancelled(),
        times -> {
          if (times.intValue() > 0) {
            reply();
          }
        });
  }

  private static ToggleButton tab(ToggleGroup group, String id, String words, String tip) {
    var tab = new ToggleButton(words);
    tab.setId(id);
    tab.setToggleGroup(group);
    tab.setTooltip(new Tooltip(tip));
    tab.setMinWidth(Region.USE_PREF_SIZE);
    return tab;
  }

  void reply() {
    show(false);
    reply.requestFocus();
  }

  void note() {
    if (isVisible()) {
      show(true);
      note.begin();
    }
  }

  void focus() {
    if (toNote.isSelected()) {
      note.begin();
    } else {
      reply.requestFocus();
    }
  }

  private void show(boolean noting) {
    toReply.setSelected(!noting);
    toNote.setSelected(noting);
    replyParts.setVisible(!noting);
    replyParts.setManaged(!noting);
    note.setVisible(noting);
    note.setManaged(noting);
  }
}
