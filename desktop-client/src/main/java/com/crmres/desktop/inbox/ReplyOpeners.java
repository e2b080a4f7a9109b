package com.crmres.desktop.inbox;

import com.crmres.common.conversation.FilledReply;
import com.crmres.desktop.text.Texts;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;

/// What a character opens while nothing else stands in its place: `/` the ready replies, `#` the
/// menu.
final class ReplyOpeners {

  private static final String READY = "/";
  private static final String DISH = "#";

  private final WritingModel writing;
  private final ReplyChoices choices;
  private final TextArea reply;
  private final Texts texts;

  ReplyOpeners(WritingModel writing, ReplyChoices choices, TextArea reply, Texts texts) {
    this.writing = writing;
    this.choices = choices;
    this.reply = reply;
    this.texts = texts;
  }

  void listen() {
    reply.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    reply.setAccessibleHelp(texts.of("composer.help"));
  }

  private void typed(KeyEvent key) {
    if (key.getCharacter().equals(READY) && reply.getText().isBlank()) {
      key.consume();
      readyReply();
    } else if (key.getCharacter().equals(DISH) && beginsWord()) {
      key.consume();
      dish();
    }
  }

  private boolean beginsWord() {
    int cursor = reply.getCaretPosition();
    return cursor == 0 || Character.isWhitespace(reply.getText().charAt(cursor - 1));
  }

  void readyReply() {
    choices.readyReply(this::use);
  }

  private void use(FilledReply filled) {
    writing.use(filled.text());
    writing.stillMissing(filled.missing());
    reply.requestFocus();
  }

  void dish() {
    choices.dish(words -> {
      int cursor = Math.min(reply.getCaretPosition(), reply.getText().length());
      boolean gap = cursor > 0 && !Character.isWhitespace(reply.getText().charAt(cursor - 1));
      reply.insertText(cursor, gap ? " " + words : words);
      reply.requestFocus();
    });
  }
}
