package com.crmres.server.assistant.openrouter;

import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartLine;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Short names for what a model may speak of: ids of ours would cost it twenty tokens each, and
/// mean nothing outside. They depend on the menu alone, so that every turn begins with the same
/// words.
final class Handles {

  private final Map<String, MenuItem> items = new LinkedHashMap<>();
  private final Map<UUID, String> ofItems = new LinkedHashMap<>();
  private final Map<String, ModifierOption> options = new LinkedHashMap<>();
  private final Map<UUID, String> ofOptions = new LinkedHashMap<>();
  private final List<CartLine> lines;

  Handles(Menu menu, Cart cart) {
    lines = cart.lines();
    menu.items()
        .sorted(
            Comparator.comparing((MenuItem item) -> item.name().en())
                .thenComparing(item -> item.name().ar())
                .thenComparing(MenuItem::id))
        .forEach(this::add);
  }

  private void add(MenuItem item) {
    String handle = "i" + (items.size() + 1);
    items.put(handle, item);
    ofItems.put(item.id(), handle);
    for (ModifierGroup group : item.groups()) {
      group.choices().forEach(this::add);
    }
  }

  private void add(ModifierOption option) {
    if (!ofOptions.containsKey(option.id())) {
      String handle = "o" + (options.size() + 1);
      options.put(handle, option);
      ofOptions.put(option.id(), handle);
    }
  }

  /// Every item by its handle, in the order of handles.
  Map<String, MenuItem> items() {
    return items;
  }

  Optional<MenuItem> item(String handle) {
    return Optional.ofNullable(items.get(handle));
  }

  Optional<ModifierOption> option(String handle) {
    return Optional.ofNullable(options.get(handle));
  }

  Optional<CartLine> line(String handle) {
    if (!handle.matches("l\\d{1,2}")) {
      return Optional.empty();
    }
    int place = Integer.parseInt(handle.substring(1));
    return place >= 1 && place <= lines.size()
        ? Optional.of(lines.get(place - 1))
        : Optional.empty();
  }

  String of(MenuItem item) {
    return ofItems.getOrDefault(item.id(), "gone");
  }

  String ofItem(UUID id) {
    return ofItems.getOrDefault(id, "gone");
  }

  String ofOption(UUID id) {
    return ofOptions.getOrDefault(id, "gone");
  }

  List<CartLine> lines() {
    return lines;
  }
}
