package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.EmojiPicture;
import com.crmres.desktop.ui.Icon;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// What can be done with a message: answer it, put a sign on it, copy its words.
final class MessageMenu {

  /// As WhatsApp offers them first.
  private static final List<String> SIGNS = List.of("👍", "❤️", "😂", "😮", "😢", "🙏");

  private static final double SIZE = 22;

  private final ThreadModel model;
  private final Texts texts;
  private final Supplier<@Nullable MessageDetails> message;
  private final ContextMenu menu = new ContextMenu();

  MessageMenu(ThreadModel model, Texts texts, Supplier<@Nullable MessageDetails> message) {
    this.model = model;
    this.texts = texts;
    this.message = message;
    var reply = new MenuItem(texts.of("thread.answer"), Icon.REPLY.node());
    reply.setId("menuReply");
    reply.setOnAction(click -> model.writing().answer(message.get()));
    var copy = new MenuItem(texts.of("thread.copy"), Icon.COPY.node());
    copy.setOnAction(click -> copyText());
    var signs = signs();
    menu.getItems().setAll(signs, reply, copy);
    menu.setOnShowing(opening -> {
      boolean may = mayAnswer();
      reply.setVisible(may);
      signs.setVisible(may);
      copy.setVisible(!words().isEmpty());
    });
  }

  ContextMenu menu() {
    return menu;
  }

  private CustomMenuItem signs() {
    var row = new HBox(4);
    for (String sign : SIGNS) {
      var button = new Button("", EmojiPicture.of(sign, SIZE));
      button.setId("react-" + Integer.toHexString(sign.codePointAt(0)));
      button.getStyleClass().add("sign-button");
      button.setAccessibleText(texts.of("thread.react", sign));
      button.setOnAction(click -> react(sign));
      row.getChildren().add(button);
    }
    return new CustomMenuItem(row, false);
  }

  private void react(String sign) {
    menu.hide();
    MessageDetails about = message.get();
    if (about != null) {
      model.writing().react(about, sign);
    }
  }

  private boolean mayAnswer() {
    MessageDetails about = message.get();
    return about != null
        && model.mayWrite()
        && !(about.content() instanceof MessageContent.Notice)
        && about.marks().revokedAt() == null;
  }

  private void copyText() {
    var content = new ClipboardContent();
    content.putString(words());
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// What was taken back is not copied either.
  private String words() {
    MessageDetails about = message.get();
    return about == null || about.marks().revokedAt() != null ? "" : about.content().preview();
  }
}
