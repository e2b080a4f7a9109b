package com.crmres.desktop.bubble;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.media.Download;
import com.crmres.desktop.media.FileSize;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.FailureText;
import com.crmres.desktop.ui.Icon;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A document, sound or film: what it is, how large, and the way onto this machine.
final class FileCard extends VBox {

  private final MessageContent.Media file;
  private final BubbleTools tools;
  private final Texts texts;
  private final VBox progress = new VBox(4);

  FileCard(MessageContent.Media file, BubbleTools tools) {
    this.file = file;
    this.tools = tools;
    this.texts = tools.texts();
    var card = new KindCard(icon(), title()).small(details());
    if (isOpenable()) {
      card.action(
          button(
              file.kind() == MediaKind.DOCUMENT ? Icon.OPEN : Icon.PLAY,
              "media.openOutside",
              () -> tools.open(file)));
    }
    card.action(button(Icon.SAVE, "media.save", () -> tools.save(file)));
    getChildren().addAll(card, progress);
    getStyleClass().add("file-card");
    new Bindings(this).follow(tools.media().download(file.id()), this::show);
  }

  /// Nothing that its program might run: only what is looked at or listened to.
  private boolean isOpenable() {
    return file.kind() != MediaKind.DOCUMENT || file.mimeType().equals("application/pdf");
  }

  private Icon icon() {
    if (file.mimeType().equals("application/pdf")) {
      return Icon.PDF;
    }
    boolean sheet = file.mimeType().contains("spreadsheet") || file.mimeType().contains("excel");
    return sheet ? Icon.SHEET : Icon.of(file.kind());
  }

  private String title() {
    return file.kind() == MediaKind.DOCUMENT
        ? DisplayText.line(tools.name(file))
        : texts.of("media.kind", file.kind());
  }

  private String details() {
    String name = tools.name(file);
    String end = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    Long bytes = file.bytes();
    return bytes == null
        ? DisplayText.leftToRight(end)
        : FileSize.of(bytes, texts) + "  ·  " + DisplayText.leftToRight(end);
  }

  private Button button(Icon icon, String words, Runnable action) {
    var button = new Button("", icon.node());
    button.getStyleClass().add("card-button");
    button.setAccessibleText(texts.of(words) + " " + title());
    button.setTooltip(new Tooltip(texts.of(words)));
    button.setOnAction(click -> action.run());
    return button;
  }

  private void show(@Nullable Download download) {
    progress.getChildren().clear();
    progress.setManaged(download != null);
    if (download != null) {
      new Bindings(this).follow(download.state(), state -> show(download, state));
    }
  }

  private void show(Download download, Download.State state) {
    Node shown =
        switch (state) {
          case RUNNING -> bar(download);
          case DONE ->
              KindCard.smallLabel(
                  texts.of("media.saved", DisplayText.line(download.target().getFileName() + "")));
          case FAILED -> failed(download);
        };
    progress.getChildren().setAll(shown);
  }

  private static Node bar(Download download) {
    var bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(download.part());
    return bar;
  }

  private Node failed(Download download) {
    String why = FailureText.of(Objects.requireNonNull(download.failure()), texts);
    var words = KindCard.smallLabel(texts.of("media.notSaved", why));
    words.getStyleClass().add("failure-text");
    var again = new Button(texts.of("media.goOn"), Icon.RETRY.node());
    again.getStyleClass().add("small");
    again.setOnAction(click -> download.start());
    return new VBox(4, words, again);
  }
}
