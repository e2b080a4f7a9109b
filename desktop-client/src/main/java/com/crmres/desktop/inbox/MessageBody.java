package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.MessageText;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a bubble says: words, buttons, a place, or the name of what cannot be shown here.
final class MessageBody extends VBox {

  private final Texts texts;
  private final MessageText words = new MessageText();

  MessageBody(Texts texts) {
    this.texts = texts;
    getStyleClass().add("message-body");
  }

  void show(MessageContent content) {
    getChildren().clear();
    switch (content) {
      case MessageContent.Text text -> words(text.text());
      case MessageContent.Choice choice -> choice(choice);
      case MessageContent.Buttons buttons -> {
        words(buttons.text());
        buttons.buttons().forEach(button -> add(button(button.title(), null)));
      }
      case MessageContent.Options options -> options(options);
      case MessageContent.Place place -> add(placeCard(place));
      case MessageContent.Unsupported unsupported -> add(kindCard(content, unsupported.kind()));
      case MessageContent.Link _,
          MessageContent.LocationRequest _,
          MessageContent.ContactRequest _,
          MessageContent.Product _,
          MessageContent.ProductList _,
          MessageContent.Template _ ->
          words(content.preview());
      case MessageContent.Media _,
          MessageContent.Contacts _,
          MessageContent.FormAnswer _,
          MessageContent.CatalogueOrder _,
          MessageContent.Notice _ -> {
        add(kindCard(content, null));
        if (!content.preview().isEmpty()) {
          words(content.preview());
        }
      }
      case MessageContent.Other other -> {
        add(kindCard(content, null));
        String caption = other.caption();
        if (caption != null) {
          words(caption);
        }
      }
    }
  }

  private void add(Node node) {
    getChildren().add(node);
  }

  private void words(String text) {
    words.show(text);
    add(words);
  }

  private void choice(MessageContent.Choice choice) {
    var label = new Label(DisplayText.line(choice.title()), Icon.TAP.node());
    label.getStyleClass().add("choice");
    add(label);
  }

  private static Node button(String title, @Nullable Icon icon) {
    var label = new Label(DisplayText.line(title), icon == null ? null : icon.node());
    label.getStyleClass().add("wa-button");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setAlignment(Pos.CENTER);
    return label;
  }

  private void options(MessageContent.Options options) {
    words(options.text());
    var rows = new VBox();
    rows.getStyleClass().add("wa-rows");
    for (MessageContent.Row row : options.rows()) {
      rows.getChildren().add(row(row));
    }
    add(rows);
    add(button(options.open(), Icon.LIST));
  }

  private static Node row(MessageContent.Row row) {
    var title = new Label(DisplayText.line(row.title()));
    title.getStyleClass().add("wa-row-title");
    var lines = new VBox(title);
    lines.getStyleClass().add("wa-row");
    String description = row.description();
    if (description != null && !description.isBlank()) {
      var small = new Label(DisplayText.line(description));
      small.getStyleClass().add("muted");
      lines.getChildren().add(small);
    }
    return lines;
  }

  private Node placeCard(MessageContent.Place place) {
    String name = place.name();
    String address = place.address();
    String coordinates =
        DisplayText.leftToRight(
            String.format(Locale.ROOT, "%.5f, %.5f", place.latitude(), place.longitude()));
    return card(
        Icon.PLACE,
        name == null || name.isBlank() ? texts.of("message.place") : DisplayText.line(name),
        address == null || address.isBlank() ? coordinates : DisplayText.line(address));
  }

  private Node kindCard(MessageContent content, @Nullable String detail) {
    MessageKind kind = MessageKind.of(content, texts);
    Icon icon = kind.icon();
    return card(
        icon == null ? Icon.UNKNOWN : icon,
        kind.name(),
        detail == null ? texts.of("message.seePhone") : DisplayText.line(detail));
  }

  private static Node card(Icon icon, String title, String detail) {
    var picture = new StackPane(icon.node());
    picture.getStyleClass().add("kind-icon");
    var head = new Label(title);
    head.getStyleClass().add("kind-title");
    var small = new Label(detail);
    small.getStyleClass().add("muted");
    small.setWrapText(true);
    var lines = new VBox(head, small);
    HBox.setHgrow(lines, Priority.ALWAYS);
    var card = new HBox(10, picture, lines);
    card.setAlignment(Pos.CENTER_LEFT);
    card.getStyleClass().add("kind-card");
    return card;
  }
}
