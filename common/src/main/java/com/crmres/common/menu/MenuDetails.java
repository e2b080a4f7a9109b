package com.crmres.common.menu;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import java.util.List;
import java.util.UUID;

/// The menu of one branch.
public record MenuDetails(UUID branchId, List<Category> categories) {
  public MenuDetails {
    categories = List.copyOf(categories);
  }

  /// Items that stand together.
  public record Category(UUID id, LocalizedText name, List<Item> items) {
    public Category {
      items = List.copyOf(items);
    }
  }

  /// One dish or drink.
  ///
  /// @param price of the smallest size, VAT inside
  /// @param available whether this branch sells it now
  public record Item(UUID id, LocalizedText name, Money price, boolean available) {}
}
