package com.crmres.desktop.bubble;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.media.PictureBox;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A file in its bubble: on its way, failed with its reason, or here.
final class MediaContent {

  private final BubbleTools tools;
  private final Texts texts;

  MediaContent(BubbleTools tools) {
    this.tools = tools;
    this.texts = tools.texts();
  }

  Node of(MessageContent.Media media) {
    return switch (media.state()) {
      case FETCHING -> fetching(media);
      case FAILED -> failed(media);
      case READY -> ready(media);
    };
  }

  private Node fetching(MessageContent.Media media) {
    var spinner = new ProgressIndicator();
    spinner.getStyleClass().add("small-spinner");
    var words = new Label(texts.of("media.fetching", texts.of("media.kind", media.kind())));
    var row = new HBox(10, spinner, words);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("kind-card");
    return row;
  }

  private Node failed(MessageContent.Media media) {
    @Nullable MediaFailure why = media.failure();
    var card =
        new KindCard(Icon.FAILED, texts.of("media.failed", texts.of("media.kind", media.kind())))
            .small(why == null ? texts.of("media.failure.unknown") : texts.of("media.failure", why))
            .small(texts.of("media.askAgain"));
    card.getStyleClass().add("failed-card");
    return card;
  }

  private Node ready(MessageContent.Media media) {
    if (media.kind() != MediaKind.IMAGE && media.kind() != MediaKind.STICKER) {
      return new FileCard(media, tools);
    }
    var place = new HBox();
    place
        .getChildren()
        .add(
            new PictureBox(
                media, tools.media(), texts, () -> tools.showLarge(media, place.getScene())));
    return place;
  }
}
