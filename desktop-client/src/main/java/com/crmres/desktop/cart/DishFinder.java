package com.crmres.desktop.cart;

import com.crmres.common.menu.MenuDetails;
import com.crmres.common.ordering.CartDetails;
import com.crmres.desktop.connection.ListState;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import com.crmres.desktop.ui.ListFace;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// Over the cart: the menu, searched for a dish, and then its choices.
final class DishFinder {

  private final CartModel model;
  private final Texts texts;
  private final Runnable leave;
  private final DishPutting putting;
  private final StackPane root = new StackPane();
  private final CustomTextField words = new CustomTextField();
  private final ListView<MenuDetails.Item> dishes = new ListView<>();
  private final VBox search;
  private @Nullable Awaited awaited;

  /// A dish whose choices are shown as soon as the menu is there.
  private record Awaited(UUID itemId, CartDetails.@Nullable Line line) {}

  /// @param leave goes back to the cart
  DishFinder(CartModel model, Texts texts, Runnable leave) {
    this.model = model;
    this.texts = texts;
    this.leave = leave;
    this.putting = new DishPutting(model);
    this.search = search();
    root.getStyleClass().add("dish-finder");
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            leave.run();
            key.consume();
          }
        });
    var bindings = new Bindings(root);
    bindings.follow(model.menu().state(), state -> showAwaited());
    bindings.follow(model.menu().search(), this::typed);
    bindings.followList(model.menu().found(), this::selectFirst);
  }

  Parent node() {
    return root;
  }

  private void typed(String now) {
    if (!now.equals(words.getText())) {
      words.setText(now);
    }
  }

  private VBox search() {
    words.setId("dishSearch");
    words.setLeft(Icon.SEARCH.node());
    words.setPromptText(texts.of("cart.find"));
    words.setAccessibleText(texts.of("cart.find"));
    words.textProperty().subscribe((before, now) -> model.menu().search().set(now));
    words.addEventFilter(KeyEvent.KEY_PRESSED, this::wander);
    dishes.setId("dishList");
    dishes.setAccessibleText(texts.of("cart.find"));
    dishes.setItems(model.menu().found());
    dishes.setCellFactory(list -> new DishCell());
    dishes.setOnMouseClicked(click -> choose());
    dishes.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.ENTER) {
        choose();
        key.consume();
      }
    });
    var face = new ListFace();
    face.follow(
        new Bindings(root),
        model.menu().state(),
        texts,
        "cart.find.empty",
        dishes,
        model.menu()::reload);
    var place = new StackPane(dishes, face);
    VBox.setVgrow(place, Priority.ALWAYS);
    var close = new Button("", Icon.REJECT.node());
    close.setId("dishClose");
    close.getStyleClass().add("card-button");
    close.setAccessibleText(texts.of("cart.back"));
    close.setTooltip(new Tooltip(texts.of("cart.back")));
    close.setOnAction(click -> leave.run());
    HBox.setHgrow(words, Priority.ALWAYS);
    var head = new HBox(6, words, close);
    head.setAlignment(Pos.CENTER_LEFT);
    var all = new VBox(8, head, place);
    all.getStyleClass().add("cart");
    return all;
  }

  /// The arrows wander through the dishes while words are typed.
  private void wander(KeyEvent key) {
    int by =
        switch (key.getCode()) {
          case DOWN -> 1;
          case UP -> -1;
          default -> 0;
        };
    if (by != 0) {
      int at = dishes.getSelectionModel().getSelectedIndex() + by;
      dishes.getSelectionModel().clearAndSelect(Math.clamp(at, 0, dishes.getItems().size() - 1));
      dishes.scrollTo(dishes.getSelectionModel().getSelectedIndex());
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER) {
      choose();
      key.consume();
    }
  }

  private void selectFirst() {
    dishes.getSelectionModel().selectFirst();
  }

  /// Looks for a dish to put in.
  void begin() {
    awaited = null;
    root.getChildren().setAll(search);
    words.requestFocus();
  }

  /// Shows the choices of a line as soon as the menu is there.
  void correct(CartDetails.Line line) {
    await(new Awaited(line.itemId(), line));
  }

  /// Puts a dish in, or asks for its choices, as soon as the menu is there.
  void put(UUID item) {
    await(new Awaited(item, null));
  }

  private void await(Awaited wanted) {
    awaited = wanted;
    root.getChildren().setAll(search);
    showAwaited();
  }

  private void showAwaited() {
    Awaited wanted = awaited;
    if (wanted != null && model.menu().state().get() == ListState.READY) {
      awaited = null;
      model.menu().item(wanted.itemId()).ifPresentOrElse(item -> show(item, wanted.line()), leave);
    }
  }

  private void show(MenuDetails.Item item, CartDetails.@Nullable Line line) {
    if (line == null) {
      take(item);
    } else {
      form(new DishModel(item, line));
    }
  }

  private void choose() {
    take(dishes.getSelectionModel().getSelectedItem());
  }

  /// What leaves no choice goes in at once.
  private void take(MenuDetails.@Nullable Item item) {
    if (item == null || !item.available()) {
      return;
    }
    var dish = new DishModel(item);
    if (item.groups().isEmpty()) {
      done(dish);
    } else {
      form(dish);
    }
  }

  private void form(DishModel dish) {
    var form = new DishForm(dish, texts, () -> done(dish), leave);
    root.getChildren().setAll(form.node());
    form.begin();
  }

  private void done(DishModel dish) {
    putting.put(dish);
    leave.run();
  }

  /// A dish with its price, or why it cannot be had.
  private final class DishCell extends ListCell<MenuDetails.Item> {

    @Override
    protected void updateItem(MenuDetails.@Nullable Item item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setId(null);
        return;
      }
      setId("dish-" + item.id());
      var name = new Label(texts.name(item.name()));
      name.setMinWidth(0);
      var gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      var price = new Label(DisplayText.money(item.price(), texts));
      price.setMinWidth(Region.USE_PREF_SIZE);
      var row = new HBox(8, name, gap, price);
      row.setAlignment(Pos.CENTER_LEFT);
      if (!item.available()) {
        var gone = new Chip();
        gone.show(texts.of("cart.line.gone"), Chip.Tone.LATE);
        row.getChildren().set(2, gone);
        name.getStyleClass().add("muted");
      }
      setGraphic(row);
      setAccessibleText(texts.name(item.name()) + ", " + DisplayText.money(item.price(), texts));
    }
  }
}
