package com.crmres.desktop.inbox;

import com.crmres.common.ordering.CartDetails;
import com.crmres.desktop.advice.LogView;
import com.crmres.desktop.advice.TurnsModel;
import com.crmres.desktop.cart.CartView;
import com.crmres.desktop.history.TimelineView;
import com.crmres.desktop.inbox.SideModels.Tab;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.text.Times;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Ticker;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The thread's side: the customer, his cart, what happened, or the assistant's log for those who
/// may read it.
final class SideView {

  private static final double WIDTH = 336;

  private final SideModels side;
  private final Texts texts;
  private final TurnsModel turns;
  private final CartView cart;
  private final Map<Tab, Node> places = new EnumMap<>(Tab.class);
  private final Map<Tab, ToggleButton> buttons = new EnumMap<>(Tab.class);
  private final VBox root = new VBox();

  /// @param jump shows a message of the thread
  /// @param browse shows a page in the browser
  SideView(
      InboxModel model,
      SideModels side,
      Texts texts,
      Times times,
      Ticker ticker,
      Consumer<UUID> jump,
      Consumer<URI> browse) {
    this.side = side;
    this.texts = texts;
    this.turns = model.thread().advice().turns();
    this.cart = new CartView(side.cart(), texts, times, ticker, jump, browse);
    places.put(
        Tab.CUSTOMER, new CustomerView(model, side, texts, times, ticker, this::repeat).node());
    places.put(Tab.CART, cart.node());
    places.put(Tab.TIMELINE, new TimelineView(side.timeline(), texts, times, ticker).node());
    places.put(Tab.LOG, new LogView(turns, texts, times, ticker).node());
    var place = new StackPane();
    place.getChildren().addAll(places.values());
    VBox.setVgrow(place, Priority.ALWAYS);
    var tabs = new HBox();
    for (Tab tab : Tab.values()) {
      ToggleButton button = tab(tab);
      buttons.put(tab, button);
      if (tab != Tab.LOG || turns.mayLook()) {
        tabs.getChildren().add(button);
      }
    }
    tabs.getStyleClass().add("segments");
    var head = new VBox(tabs);
    head.getStyleClass().add("side-head");
    root.getStyleClass().add("side");
    root.setMinWidth(WIDTH);
    root.setMaxWidth(WIDTH);
    root.getChildren().addAll(head, place);
    var bindings = new Bindings(root);
    bindings.follow(side.tab(), this::show);
    bindings.follow(side.cart().cart(), this::count);
  }

  Parent node() {
    return root;
  }

  private ToggleButton tab(Tab tab) {
    var button = new ToggleButton(texts.of("side.tab", tab));
    button.setId("side-" + tab.name().toLowerCase(Locale.ROOT));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setTooltip(
        new Tooltip(
            texts.of("side.tab.keys", Integer.toString(List.of(Tab.values()).indexOf(tab) + 1))));
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setOnAction(click -> {
      side.tab().set(tab);
      // A second click on the chosen one leaves it chosen.
      show(tab);
    });
    return button;
  }

  private void show(Tab chosen) {
    turns.reading().set(chosen == Tab.LOG);
    buttons.forEach((tab, button) -> button.setSelected(tab == chosen));
    places.forEach((tab, place) -> place.setVisible(tab == chosen));
  }

  private void count(@Nullable CartDetails shown) {
    int pieces =
        shown == null ? 0 : shown.lines().stream().mapToInt(CartDetails.Line::quantity).sum();
    String name = texts.of("side.tab", Tab.CART);
    Objects.requireNonNull(buttons.get(Tab.CART))
        .setText(pieces == 0 ? name : name + " " + DisplayText.leftToRight("(" + pieces + ")"));
  }

  /// An earlier order is put into the cart, which is shown.
  private void repeat(UUID orderId) {
    side.tab().set(Tab.CART);
    side.cart().repeat(orderId);
  }

  /// The side's keys, from anywhere in the inbox.
  boolean heard(KeyEvent key) {
    if (key.isAltDown() && !key.isShortcutDown()) {
      return tabByKey(key.getCode());
    }
    if (!key.isShortcutDown()) {
      return false;
    }
    if (InboxKeys.is(key, KeyCode.R, "ق") && !key.isShiftDown()) {
      side.tab().set(Tab.CART);
      cart.readBack();
    } else if (InboxKeys.is(key, KeyCode.I, "ه")) {
      side.tab().set(Tab.CART);
      cart.find();
    } else if (InboxKeys.is(key, KeyCode.O, "خ") && key.isShiftDown()) {
      side.tab().set(Tab.CART);
      cart.confirm();
    } else {
      return false;
    }
    return true;
  }

  private boolean tabByKey(KeyCode code) {
    Tab wanted =
        switch (code) {
          case DIGIT1, NUMPAD1 -> Tab.CUSTOMER;
          case DIGIT2, NUMPAD2 -> Tab.CART;
          case DIGIT3, NUMPAD3 -> Tab.TIMELINE;
          case DIGIT4, NUMPAD4 -> turns.mayLook() ? Tab.LOG : null;
          default -> null;
        };
    if (wanted != null) {
      side.tab().set(wanted);
    }
    return wanted != null;
  }
}
