package com.crmres.desktop.orders;

import com.crmres.common.menu.MenuDetails;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/// The dishes of an order, to point at those that the branch has none left of. An order's line
/// names its dish but not its id, so the menu is asked by the name.
final class ItemChoice {

  private final FlowPane place;
  private final Texts texts;
  private final List<Dish> dishes = new ArrayList<>();

  private record Dish(UUID itemId, ToggleButton button) {}

  ItemChoice(FlowPane place, Texts texts) {
    this.place = place;
    this.texts = texts;
  }

  void show(List<OrderSummary.Line> lines, List<MenuDetails.Item> menu) {
    dishes.clear();
    lines.stream()
        .map(OrderSummary.Line::name)
        .distinct()
        .forEach(name -> find(name, menu).ifPresent(item -> add(name, item)));
    place.getChildren().setAll(dishes.stream().map(Dish::button).toList());
  }

  private static Optional<MenuDetails.Item> find(LocalizedText name, List<MenuDetails.Item> menu) {
    return menu.stream().filter(item -> item.name().equals(name)).findFirst();
  }

  private void add(LocalizedText name, MenuDetails.Item item) {
    var button = new ToggleButton(texts.name(name));
    button.setId("missing-" + item.id());
    button.getStyleClass().add("reason");
    dishes.add(new Dish(item.id(), button));
  }

  boolean any() {
    return !dishes.isEmpty();
  }

  List<UUID> chosen() {
    return dishes.stream().filter(dish -> dish.button().isSelected()).map(Dish::itemId).toList();
  }
}
