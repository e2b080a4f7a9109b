package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.desktop.bubble.BubbleTools;
import com.crmres.desktop.bubble.MessageKind;
import com.crmres.desktop.media.FileSize;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.LineText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What goes with the words about to be sent: the message they answer, and a file.
final class ReplyExtras {

  private static final Logger log = LoggerFactory.getLogger(ReplyExtras.class);

  private final WritingModel model;
  private final BubbleTools tools;
  private final Texts texts;
  private final HBox quoteBar;
  private final HBox fileBar;
  private final Button attach;

  ReplyExtras(WritingModel model, BubbleTools tools, HBox quoteBar, HBox fileBar, Button attach) {
    this.model = model;
    this.tools = tools;
    this.texts = tools.texts();
    this.quoteBar = quoteBar;
    this.fileBar = fileBar;
    this.attach = attach;
  }

  void follow(Bindings bindings) {
    attach.setGraphic(Icon.ATTACH.node());
    attach.setAccessibleText(texts.of("thread.attach"));
    attach.setTooltip(new Tooltip(texts.of("thread.attach")));
    attach.setOnAction(click -> choose());
    bindings.follow(model.answered(), this::showQuote);
    bindings.follow(model.file(), this::showFile);
  }

  private void choose() {
    Path chosen = tools.files().whatToSend(texts.of("thread.attach"));
    if (chosen != null) {
      model.attach(chosen);
    }
  }

  private void showQuote(@Nullable MessageDetails message) {
    if (message == null) {
      fill(quoteBar);
      return;
    }
    var who =
        new Label(
            texts.of(
                "thread.answering",
                texts.of(message.sender() == Sender.CUSTOMER ? "marks.customer" : "marks.us")));
    who.getStyleClass().add("quote-author");
    var words = new LineText();
    words.show(MessageKind.preview(message, texts).replaceAll("\\s+", " "));
    fill(
        quoteBar,
        Icon.REPLY.node(),
        grown(new VBox(1, who, words)),
        away("quoteAway", () -> model.answer(null)));
  }

  private void showFile(@Nullable Path file) {
    if (file == null) {
      fill(fileBar);
      return;
    }
    var name = new Label(DisplayText.line(Objects.toString(file.getFileName(), "")));
    name.getStyleClass().add("kind-title");
    var size = new Label(size(file));
    size.getStyleClass().add("muted");
    fill(
        fileBar,
        Icon.ATTACH.node(),
        grown(new VBox(1, name, size)),
        away("fileAway", () -> model.attach(null)));
  }

  private String size(Path file) {
    try {
      return FileSize.of(Files.size(file), texts);
    } catch (IOException e) {
      log.warn("the chosen file cannot be read", e);
      return texts.of("failure.disk");
    }
  }

  private static Node grown(VBox box) {
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setMinWidth(0);
    return box;
  }

  private Button away(String id, Runnable action) {
    var away = new Button("", Icon.REJECT.node());
    away.setId(id);
    away.getStyleClass().add("card-button");
    away.setAccessibleText(texts.of("thread.without"));
    away.setTooltip(new Tooltip(texts.of("thread.without")));
    away.setOnAction(click -> action.run());
    return away;
  }

  private static void fill(HBox bar, Node... nodes) {
    bar.getChildren().setAll(nodes);
    bar.setVisible(nodes.length > 0);
    bar.setManaged(nodes.length > 0);
  }
}
