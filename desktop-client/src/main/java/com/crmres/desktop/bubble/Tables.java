package com.crmres.desktop.bubble;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.money.Money;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.LineText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Contents of several lines: address cards, forms, carts of the catalogue.
final class Tables {

  private static final String RIYAL = "SAR";

  private final Texts texts;

  Tables(Texts texts) {
    this.texts = texts;
  }

  Node contacts(MessageContent.Contacts contacts) {
    var cards = new VBox(6);
    contacts.contacts().forEach(one -> cards.getChildren().add(contact(one)));
    cards
        .getChildren()
        .add(
            KindCard.smallLabel(
                texts.of(
                    contacts.onRequest() ? "message.contacts.sure" : "message.contacts.claim")));
    return cards;
  }

  private Node contact(MessageContent.Contact contact) {
    String name = contact.name();
    var card =
        new KindCard(
            Icon.CONTACT,
            name == null || name.isBlank() ? texts.of("message.contacts") : DisplayText.line(name));
    contact.phones().forEach(phone -> card.small(DisplayText.leftToRight(phone.strip())));
    contact.emails().forEach(mail -> card.small(DisplayText.leftToRight(mail.strip())));
    String organisation = contact.organisation();
    return organisation == null ? card : card.small(DisplayText.line(organisation));
  }

  Node form(MessageContent.FormAnswer answer) {
    var table = new GridPane(14, 6);
    table.getStyleClass().add("form-table");
    int row = 0;
    for (var field : answer.fields().entrySet()) {
      var name = KindCard.smallLabel(DisplayText.line(field.getKey().replace('_', ' ')));
      name.setMinWidth(Region.USE_PREF_SIZE);
      var value = new LineText();
      value.getStyleClass().add("form-value");
      value.show(field.getValue());
      // Each value beside its name, whichever way its words run.
      GridPane.setFillWidth(value, false);
      table.addRow(row++, name, value);
    }
    var lines = new VBox(8, table);
    if (!answer.accepted()) {
      lines.getChildren().add(KindCard.smallLabel(texts.of("message.form.notCounted")));
    }
    return titled(Icon.FORM, texts.of("message.form"), lines);
  }

  Node cart(MessageContent.CatalogueOrder order) {
    var lines = new VBox(6);
    order.lines().forEach(line -> lines.getChildren().add(cartLine(line)));
    lines.getChildren().add(KindCard.smallLabel(texts.of("message.catalogueOrder.prices")));
    return titled(Icon.CART, texts.of("message.catalogueOrder"), lines);
  }

  private Node cartLine(MessageContent.CatalogueLine line) {
    var what =
        new Label(
            DisplayText.leftToRight(Integer.toString(line.quantity()))
                + " × "
                + DisplayText.leftToRight(line.sku()));
    what.getStyleClass().add("kind-title");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var price = KindCard.smallLabel(price(line.price(), line.currency()));
    price.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(12, what, gap, price);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private String price(@Nullable BigDecimal price, @Nullable String currency) {
    if (price == null) {
      return texts.of("message.catalogueOrder.noPrice");
    }
    BigDecimal amount = price.setScale(2, RoundingMode.HALF_UP);
    return currency == null || currency.equals(RIYAL)
        ? DisplayText.money(new Money(amount.unscaledValue().longValue()), texts)
        : DisplayText.leftToRight(amount.toPlainString() + " " + currency);
  }

  Node products(MessageContent.ProductList list) {
    var lines = new VBox(4);
    for (MessageContent.ProductSection section : list.sections()) {
      var title = new Label(DisplayText.line(section.title()));
      title.getStyleClass().add("kind-title");
      lines.getChildren().add(title);
      section
          .skus()
          .forEach(
              sku -> lines.getChildren().add(KindCard.smallLabel(DisplayText.leftToRight(sku))));
    }
    return titled(Icon.PRODUCT, DisplayText.line(list.header()), lines);
  }

  private static Node titled(Icon icon, String title, Node below) {
    var head = new Label(title, icon.node());
    head.getStyleClass().add("table-title");
    var card = new VBox(8, head, below);
    card.getStyleClass().add("table-card");
    return card;
  }
}
