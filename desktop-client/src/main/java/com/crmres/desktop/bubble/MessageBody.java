package com.crmres.desktop.bubble;

import com.crmres.common.conversation.MessageContent;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.LineText;
import com.crmres.desktop.ui.MessageText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a bubble says, every kind as what it is.
public final class MessageBody extends VBox {

  private final Texts texts;
  private final MediaContent media;
  private final Tables tables;
  private final MessageText plain = new MessageText();

  public MessageBody(BubbleTools tools) {
    this.texts = tools.texts();
    this.media = new MediaContent(tools);
    this.tables = new Tables(texts);
    getStyleClass().add("message-body");
  }

  /// Of a message that its author took back: what it said is kept, and not shown.
  public void showRevoked() {
    var words = new Label(texts.of("message.revoked"), Icon.DELETED.node());
    words.getStyleClass().add("revoked");
    getChildren().setAll(words);
  }

  public void show(MessageContent content) {
    if (content instanceof MessageContent.Text(var text) && !text.isBlank()) {
      showPlain(text);
    } else {
      getChildren().clear();
      draw(content);
    }
  }

  /// Nearly all bubbles: the nodes of the one before are used again.
  private void showPlain(String text) {
    plain.show(text);
    if (getChildren().size() != 1 || getChildren().getFirst() != plain) {
      getChildren().setAll(plain);
    }
  }

  private void draw(MessageContent content) {
    switch (content) {
      case MessageContent.Text text -> words(text.text());
      case MessageContent.Choice choice -> choice(choice);
      case MessageContent.Buttons buttons -> {
        line(buttons.header(), "wa-header");
        words(buttons.text());
        line(buttons.footer(), "wa-footer");
        buttons.buttons().forEach(button -> add(button(button.title(), null)));
      }
      case MessageContent.Options options -> options(options);
      case MessageContent.Place place -> add(placeCard(place));
      case MessageContent.Media file -> {
        add(media.of(file));
        words(file.caption());
      }
      case MessageContent.Contacts contacts -> add(tables.contacts(contacts));
      case MessageContent.FormAnswer answer -> add(tables.form(answer));
      case MessageContent.CatalogueOrder order -> {
        add(tables.cart(order));
        words(order.note());
      }
      case MessageContent.Notice notice -> words(texts.of("message.notice", notice.kind()));
      case MessageContent.Link link -> link(link);
      case MessageContent.LocationRequest request -> {
        words(request.text());
        add(button(texts.of("message.sendPlace"), Icon.PLACE));
      }
      case MessageContent.ContactRequest request -> {
        words(request.text());
        add(button(texts.of("message.sendContact"), Icon.CONTACT));
      }
      case MessageContent.Product product -> product(product);
      case MessageContent.ProductList list -> {
        words(list.text());
        add(tables.products(list));
        line(list.footer(), "wa-footer");
      }
      case MessageContent.Template template -> template(template);
      case MessageContent.Unsupported unsupported -> add(unsupported(unsupported));
      case MessageContent.Other other -> {
        MessageKind kind = MessageKind.of(other, texts);
        Icon icon = kind.icon();
        add(
            new KindCard(icon == null ? Icon.UNKNOWN : icon, kind.name())
                .small(texts.of("message.seePhone")));
        words(other.caption());
      }
    }
  }

  private void add(Node node) {
    getChildren().add(node);
  }

  private void words(@Nullable String text) {
    if (text != null && !text.isBlank()) {
      var words = new MessageText();
      words.show(text);
      add(words);
    }
  }

  private void line(@Nullable String words, String style) {
    if (words != null && !words.isBlank()) {
      var line = new LineText();
      line.show(words);
      line.getStyleClass().add(style);
      add(line);
    }
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
    line(options.header(), "wa-header");
    words(options.text());
    line(options.footer(), "wa-footer");
    add(rows(options.rows()));
    add(button(options.open(), Icon.LIST));
  }

  /// Rows of one section stand below its title.
  private static Node rows(List<MessageContent.Row> all) {
    var rows = new VBox();
    rows.getStyleClass().add("wa-rows");
    String section = "";
    for (MessageContent.Row row : all) {
      String title = Objects.requireNonNullElse(row.section(), "");
      if (!title.equals(section)) {
        var label = KindCard.smallLabel(DisplayText.line(title));
        label.getStyleClass().add("wa-row");
        rows.getChildren().add(label);
        section = title;
      }
      rows.getChildren().add(row(row));
    }
    if (!all.isEmpty()) {
      rows.getChildren().getLast().getStyleClass().add("wa-row-last");
    }
    return rows;
  }

  private static Node row(MessageContent.Row row) {
    var title = new Label(DisplayText.line(row.title()));
    title.getStyleClass().add("wa-row-title");
    var lines = new VBox(title);
    lines.getStyleClass().add("wa-row");
    String description = row.description();
    if (description != null && !description.isBlank()) {
      lines.getChildren().add(KindCard.smallLabel(DisplayText.line(description)));
    }
    return lines;
  }

  private Node placeCard(MessageContent.Place place) {
    String name = place.name();
    String address = place.address();
    String coordinates =
        DisplayText.leftToRight(
            String.format(Locale.ROOT, "%.5f, %.5f", place.latitude(), place.longitude()));
    return new KindCard(
            Icon.PLACE,
            name == null || name.isBlank() ? texts.of("message.place") : DisplayText.line(name))
        .small(address == null || address.isBlank() ? coordinates : DisplayText.line(address));
  }

  /// The address is seen in full, so that nobody needs to trust a label.
  private void link(MessageContent.Link link) {
    line(link.header(), "wa-header");
    words(link.text());
    line(link.footer(), "wa-footer");
    add(button(link.label(), Icon.LINK));
    var address = KindCard.smallLabel(DisplayText.leftToRight(DisplayText.line(link.url())));
    address.getStyleClass().add("link-address");
    add(address);
  }

  private void product(MessageContent.Product product) {
    words(product.text());
    add(
        new KindCard(Icon.PRODUCT, texts.of("message.product"))
            .small(DisplayText.leftToRight(product.sku())));
    line(product.footer(), "wa-footer");
  }

  private void template(MessageContent.Template template) {
    var name = new Chip();
    name.show(DisplayText.leftToRight(template.name()), Chip.Tone.NEUTRAL, Icon.TEMPLATE);
    var language = new Chip();
    language.show(DisplayText.leftToRight(template.language()), Chip.Tone.NEUTRAL);
    var category = new Chip();
    category.show(texts.of("template.category", template.category()), Chip.Tone.BRAND);
    add(new HBox(6, name, language, category));
    words(template.text());
  }

  private Node unsupported(MessageContent.Unsupported unsupported) {
    String kind = unsupported.kind();
    String word = kind == null ? "" : kind.toLowerCase(Locale.ROOT);
    return new KindCard(
            Icon.UNKNOWN, texts.known("message.unsupported.kind", word, "message.unsupported"))
        .small(
            texts.known(
                "message.unsupported.code",
                "c" + unsupported.code(),
                "message.unsupported.unknown"))
        .small(texts.of("media.askAgain"));
  }
}
