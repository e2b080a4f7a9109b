package com.crmres.server.menu;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What one branch sells at one moment, in the order of the printed menu. Immutable.
public record Menu(UUID restaurantId, UUID branchId, List<Category> categories) {

  public Menu {
    categories = List.copyOf(categories);
  }

  /// Every item, sold out or not.
  public Stream<MenuItem> items() {
    return categories.stream().flatMap(category -> category.items().stream());
  }

  public Optional<MenuItem> item(UUID itemId) {
    return items().filter(item -> item.id().equals(itemId)).findFirst();
  }

  /// The item of this code in catalogues outside.
  public Optional<MenuItem> ofSku(String sku) {
    return items().filter(item -> sku.equals(item.sku())).findFirst();
  }

  /// Items that stand together.
  public record Category(
      UUID id, com.crmres.common.restaurant.LocalizedText name, List<MenuItem> items) {
    public Category {
      items = List.copyOf(items);
    }
  }
}
