package com.crmres.desktop.cart;

import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Icon;
import java.net.URI;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where a delivery goes, in words, by its short national address and by a pin, and whom to call
/// about it.
final class CartAddress {

  private static final double CODE_WIDTH = 96;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final CartModel model;
  private final CartField words;
  private final CartField code;
  private final CartField pin;
  private final CartField phone;
  private final Button map = new Button("", Icon.PLACE.node());
  private final VBox root = new VBox(6);
  private WrittenPlace shown = WrittenPlace.of(null);

  /// @param browse shows a page in the browser
  CartAddress(CartModel model, Texts texts, Consumer<URI> browse) {
    this.model = model;
    this.words =
        new CartField(
            "cartPlace", texts.of("cart.place"), true, said -> change(shown.withWords(said)));
    this.code = new CartField("cartShort", texts.of("cart.short"), true, this::coded);
    this.pin =
        new CartField("cartPin", texts.of("cart.pin"), true, said -> change(shown.withPin(said)));
    this.phone = new CartField("cartPhone", texts.of("cart.phone"), false, this::called);
    code.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    code.setMinWidth(CODE_WIDTH);
    code.setPrefWidth(CODE_WIDTH);
    code.setTooltip(new Tooltip(texts.of("cart.short.tip")));
    pin.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    pin.setMinWidth(0);
    pin.setTooltip(new Tooltip(texts.of("cart.pin.tip")));
    map.setId("cartMap");
    map.getStyleClass().add("card-button");
    map.setAccessibleText(texts.of("cart.map"));
    map.setTooltip(new Tooltip(texts.of("cart.map")));
    map.setOnAction(click -> shown.map().ifPresent(browse));
    HBox.setHgrow(pin, Priority.ALWAYS);
    var exact = new HBox(6, code, pin, map);
    exact.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(words, exact, phone);
  }

  Node node() {
    return root;
  }

  void show(CartDetails cart) {
    CartView.visible(root, cart.fulfilment() == Fulfilment.DELIVERY);
    shown = WrittenPlace.of(cart.place());
    words.shows(shown.words());
    code.shows(shown.shortAddress());
    code.pseudoClassStateChanged(WRONG, false);
    pin.shows(shown.pin());
    phone.shows(cart.contactPhone());
    map.setDisable(shown.map().isEmpty());
  }

  private void coded(String said) {
    var written = shown.withShortAddress(said);
    code.pseudoClassStateChanged(WRONG, written.isEmpty());
    written.ifPresent(this::change);
  }

  private void change(WrittenPlace place) {
    CartWishes wishes = model.wishes();
    if (wishes != null) {
      model.change(wishes.place(place.place()));
    }
  }

  private void called(String said) {
    CartWishes wishes = model.wishes();
    if (wishes != null) {
      model.change(wishes.phone(said));
    }
  }
}
