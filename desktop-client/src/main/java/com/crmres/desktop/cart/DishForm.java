package com.crmres.desktop.cart;

import com.crmres.common.menu.MenuDetails.Group;
import com.crmres.common.menu.MenuDetails.Option;
import com.crmres.common.money.Money;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import com.crmres.desktop.ui.Bindings;
import com.crmres.desktop.ui.Chip;
import com.crmres.desktop.ui.Icon;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The choices of one dish, its number and its wish.
final class DishForm {

  private final DishModel dish;
  private final Texts texts;
  private final Runnable done;
  private final VBox groups = new VBox(10);
  private final Label quantity = new Label();
  private final Button put = new Button();
  private final VBox root = new VBox(8);

  /// @param done puts it into the cart
  DishForm(DishModel dish, Texts texts, Runnable done, Runnable leave) {
    this.dish = dish;
    this.texts = texts;
    this.done = done;
    var name = new Label(texts.name(dish.item().name()));
    name.getStyleClass().add("card-title");
    name.setWrapText(true);
    groups.getStyleClass().add("dish-groups");
    var scroll = new ScrollPane(groups);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("dish-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root.getStyleClass().add("cart");
    root.getChildren().addAll(name, scroll, note(), foot(leave));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    var bindings = new Bindings(root);
    bindings.follow(dish.changes(), changed -> show());
    bindings.follow(
        dish.quantity(),
        number -> quantity.setText(DisplayText.leftToRight(number.intValue() + " ×")));
  }

  Parent node() {
    return root;
  }

  /// The first choice has the keyboard.
  void begin() {
    Node first = groups.lookup(".dish-option");
    if (first == null) {
      put.requestFocus();
    } else {
      first.requestFocus();
    }
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER && !put.isDisabled()) {
      done.run();
      key.consume();
    } else if (key.isShortcutDown() && key.getCode() == KeyCode.UP) {
      dish.more(1);
      key.consume();
    } else if (key.isShortcutDown() && key.getCode() == KeyCode.DOWN) {
      dish.more(-1);
      key.consume();
    }
  }

  private Node note() {
    var note = new TextField(dish.note().get());
    note.setId("dishNote");
    note.setPromptText(texts.of("cart.dish.note"));
    note.setAccessibleText(texts.of("cart.dish.note"));
    note.textProperty()
        .subscribe((before, now) -> {
          dish.note().set(now);
          put.setDisable(!dish.isAllowed());
        });
    return note;
  }

  private Node foot(Runnable leave) {
    quantity.setId("dishQuantity");
    quantity.setMinWidth(Region.USE_PREF_SIZE);
    put.setId("dishPut");
    put.setText(texts.of(dish.lineId() == null ? "cart.dish.put" : "cart.dish.change"));
    put.setGraphic(Icon.DONE.node());
    put.getStyleClass().add("accent");
    put.setOnAction(click -> done.run());
    var back = icon(Icon.REJECT, texts.of("cart.back"), leave);
    back.setId("dishBack");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var foot =
        new HBox(
            6,
            icon(Icon.REMOVE, texts.of("cart.dish.less"), () -> dish.more(-1)),
            quantity,
            icon(Icon.ADD, texts.of("cart.dish.more"), () -> dish.more(1)),
            gap,
            back,
            put);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private static Button icon(Icon icon, String words, Runnable action) {
    var button = new Button("", icon.node());
    button.getStyleClass().add("card-button");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(click -> action.run());
    return button;
  }

  /// Built anew with each choice: one may bring others along. The keyboard stays where it was.
  private void show() {
    Node had = root.getScene() == null ? null : root.getScene().getFocusOwner();
    String id = had == null ? null : had.getId();
    groups.getChildren().setAll(dish.asked().stream().map(this::group).toList());
    put.setDisable(!dish.isAllowed());
    if (id != null && (id.startsWith("option-") || id.startsWith("way-"))) {
      Node again = groups.lookup("#" + id);
      if (again != null) {
        again.requestFocus();
      }
    }
  }

  private Node group(Group group) {
    var name = new Label(texts.name(group.name()));
    name.getStyleClass().add("dish-group");
    var rule = new Label(rule(group));
    rule.getStyleClass().add("muted");
    var head = new HBox(6, name, rule);
    head.setAlignment(Pos.BASELINE_LEFT);
    dish.fault(group)
        .ifPresent(fault -> {
          var chip = new Chip();
          chip.show(
              texts.of("cart.dish.fault", fault),
              fault == DishModel.Fault.LACKING ? Chip.Tone.DUE : Chip.Tone.LATE);
          head.getChildren().add(chip);
        });
    var box = new VBox(4, head);
    for (Option option : group.options()) {
      box.getChildren().add(option(group, option));
      if (!option.ways().isEmpty()) {
        box.getChildren().add(new DishWays(dish, texts).of(group, option));
      }
    }
    return box;
  }

  private String rule(Group group) {
    if (group.min() == 0) {
      return texts.of("cart.dish.upTo", Integer.toString(group.max()));
    }
    return group.min() == group.max()
        ? texts.of("cart.dish.exactly", Integer.toString(group.min()))
        : texts.of(
            "cart.dish.between", Integer.toString(group.min()), Integer.toString(group.max()));
  }

  private Node option(Group group, Option option) {
    int count = dish.count(group, option);
    boolean taken = dish.isThere(group, option);
    ButtonBase choice = choice(group, taken);
    String price =
        option.price().equals(Money.ZERO) ? "" : DisplayText.money(option.price(), texts);
    choice.setId("option-" + option.id());
    choice.getStyleClass().add("dish-option");
    choice.setText(texts.name(option.name()) + (count > 1 ? "  × " + count : ""));
    choice.setDisable(!option.available() && !taken);
    choice.setAccessibleText(texts.name(option.name()) + (price.isEmpty() ? "" : ", " + price));
    choice.setOnAction(click -> dish.toggle(group, option));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var words = new Label(option.available() ? price : texts.of("cart.line.gone"));
    words.getStyleClass().add("muted");
    words.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(6, choice, gap, words);
    row.setAlignment(Pos.CENTER_LEFT);
    if (DishModel.isCounted(group) && count > 0) {
      String dishName = texts.name(option.name());
      row.getChildren()
          .addAll(
              List.of(
                  icon(
                      Icon.REMOVE,
                      texts.of("cart.line.less", dishName),
                      () -> dish.step(group, option, -1)),
                  icon(
                      Icon.ADD,
                      texts.of("cart.line.more", dishName),
                      () -> dish.step(group, option, 1))));
    }
    return row;
  }

  private static ButtonBase choice(Group group, boolean taken) {
    if (DishModel.isSingle(group)) {
      var radio = new RadioButton();
      radio.setSelected(taken);
      return radio;
    }
    var check = new CheckBox();
    check.setSelected(taken);
    return check;
  }
}
