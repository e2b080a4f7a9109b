package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Icon;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Where staff write: Enter sends, Shift+Enter begins a new line, Esc leaves a suggestion's words.
final class ReplyBox {

  private static final int LONGEST = 4096;
  private static final double LINE = 22;
  private static final int MOST_LINES = 6;

  private final ThreadModel model;
  private final TextArea text;
  private final Button send;
  private final HBox failureBox;
  private final Label failure;
  private final Texts texts;

  ReplyBox(
      ThreadModel model, TextArea text, Button send, HBox failureBox, Label failure, Texts texts) {
    this.model = model;
    this.text = text;
    this.send = send;
    this.failureBox = failureBox;
    this.failure = failure;
    this.texts = texts;
  }

  void follow(Bindings bindings) {
    send.setGraphic(Icon.SEND.node());
    send.setAccessibleText(texts.of("thread.send"));
    send.setTooltip(new Tooltip(texts.of("thread.send")));
    send.setOnAction(click -> model.send());
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    bindings.follow(model.reply(), this::showText);
    text.textProperty().subscribe(this::typed);
    bindings.follow(model.sending(), busy -> showSend());
    bindings.follow(model.writing().file(), file -> showSend());
    bindings.follow(model.writing().missing(), places -> showSend());
    bindings.follow(model.conversation(), open -> showSend());
    bindings.follow(model.failure(), this::showFailure);
    text.disabledProperty().subscribe(disabled -> showSend());
  }

  private void key(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && model.writing().corrected().get() != null) {
      model.writing().leaveCorrection();
      key.consume();
    }
    if (key.getCode() != KeyCode.ENTER) {
      return;
    }
    key.consume();
    if (key.isShiftDown()) {
      text.replaceSelection("\n");
    } else {
      model.send();
    }
  }

  private void showText(String wanted) {
    if (!wanted.equals(text.getText())) {
      text.setText(wanted);
      text.end();
    }
  }

  private void typed(String words) {
    if (words.length() > LONGEST) {
      text.setText(words.substring(0, LONGEST));
      return;
    }
    model.reply().set(words);
    boolean leftToRight = !words.isBlank() && !DisplayText.isRightToLeft(words);
    text.setNodeOrientation(
        leftToRight
            ? NodeOrientation.LEFT_TO_RIGHT
            : words.isBlank() ? NodeOrientation.INHERIT : NodeOrientation.RIGHT_TO_LEFT);
    long lines = Math.clamp(words.lines().count(), 1, MOST_LINES);
    text.setPrefHeight(22 + lines * LINE);
    showSend();
  }

  private void showSend() {
    ConversationSummary open = model.conversation().get();
    send.setDisable(
        open == null
            || model.sending().get()
            || text.isDisabled()
            || model.writing().isEmpty()
            || !model.writing().missing().get().isEmpty());
  }

  private void showFailure(@Nullable ServerFailure why) {
    failureBox.setVisible(why != null);
    failureBox.setManaged(why != null);
    if (why != null) {
      failure.setGraphic(Icon.FAILED.node());
      failure.setText(texts.of("thread.notSent", FailureText.of(why, texts)));
    }
  }
}
