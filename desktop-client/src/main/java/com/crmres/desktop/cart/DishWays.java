package com.crmres.desktop.cart;

import com.crmres.common.menu.MenuDetails.Group;
import com.crmres.common.menu.MenuDetails.Option;
import com.crmres.common.menu.MenuDetails.Way;
import com.crmres.common.money.Money;
import com.crmres.desktop.text.DisplayText;
import com.crmres.desktop.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/// Below an option: how else it may be had, left out, extra, light, beside the dish, on one half.
final class DishWays {

  private final DishModel dish;
  private final Texts texts;

  DishWays(DishModel dish, Texts texts) {
    this.dish = dish;
    this.texts = texts;
  }

  Node of(Group group, Option option) {
    var ways = new FlowPane(4, 4);
    ways.getStyleClass().add("dish-ways");
    ways.setPrefWrapLength(0);
    option.ways().forEach(way -> ways.getChildren().add(way(group, option, way)));
    return ways;
  }

  private Node way(Group group, Option option, Way way) {
    boolean taken = dish.way(group, option).filter(way::equals).isPresent();
    String price = way.price().equals(Money.ZERO) ? "" : DisplayText.money(way.price(), texts);
    String kind = texts.of("cart.dish.way", way.preModifier());
    var button = new ToggleButton(price.isEmpty() ? kind : kind + "  " + price);
    button.setId("way-" + way.id());
    button.getStyleClass().add("dish-way");
    button.setSelected(taken);
    button.setDisable(!way.available() && !taken);
    button.setAccessibleText(texts.name(way.name()) + (price.isEmpty() ? "" : ", " + price));
    button.setOnAction(click -> dish.take(group, option, way));
    return button;
  }
}
