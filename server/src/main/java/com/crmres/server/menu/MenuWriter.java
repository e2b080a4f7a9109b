package com.crmres.server.menu;

import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;

/// Writes a category with its items and their choices into the tables of the menu.
final class MenuWriter {

  void add(Transaction transaction, UUID restaurantId, Menu.Category category) {
    addCategory(transaction, restaurantId, category);
    for (int position = 0; position < category.items().size(); position++) {
      MenuItem item = category.items().get(position);
      addItem(transaction, restaurantId, category.id(), position, item);
      addGroups(transaction, restaurantId, item);
    }
  }

  private static void addCategory(
      Transaction transaction, UUID restaurantId, Menu.Category category) {
    transaction
        .sql(
            """
            insert into menu_category (restaurant_id, id, position, name_ar, name_en)
            select cast(:restaurant as uuid), cast(:id as uuid), count(*), :ar, :en
              from menu_category where restaurant_id = :restaurant
            """)
        .with("restaurant", restaurantId)
        .with("id", category.id())
        .with("ar", category.name().ar())
        .with("en", category.name().en())
        .update();
  }

  private static void addItem(
      Transaction transaction, UUID restaurantId, UUID categoryId, int position, MenuItem item) {
    transaction
        .sql(
            """
            insert into menu_item (restaurant_id, id, category_id, position, name_ar, name_en,
                                   description_ar, description_en, aliases, price, sku)
            values (:restaurant, :id, :category, :position, :nameAr, :nameEn,
                    :descriptionAr, :descriptionEn, :aliases, :price, :sku)
            """)
        .with("restaurant", restaurantId)
        .with("id", item.id())
        .with("category", categoryId)
        .with("position", position)
        .with("nameAr", item.name().ar())
        .with("nameEn", item.name().en())
        .with("descriptionAr", item.description().ar())
        .with("descriptionEn", item.description().en())
        .with("aliases", item.aliases().toArray(String[]::new))
        .with("price", item.price())
        .with("sku", item.sku())
        .update();
  }

  private static void addGroups(Transaction transaction, UUID restaurantId, MenuItem item) {
    for (int position = 0; position < item.groups().size(); position++) {
      ModifierGroup group = item.groups().get(position);
      if (addGroup(transaction, restaurantId, group)) {
        addOptions(transaction, restaurantId, group);
      }
      link(transaction, restaurantId, item.id(), group.id(), position);
    }
  }

  private static boolean addGroup(Transaction transaction, UUID restaurantId, ModifierGroup group) {
    return transaction
            .sql(
                """
                insert into modifier_group (restaurant_id, id, kind, name_ar, name_en, min_taken, max_taken)
                values (:restaurant, :id, :kind, :ar, :en, :min, :max)
                on conflict do nothing
                """)
            .with("restaurant", restaurantId)
            .with("id", group.id())
            .with("kind", group.kind())
            .with("ar", group.name().ar())
            .with("en", group.name().en())
            .with("min", group.min())
            .with("max", group.max())
            .update()
        == 1;
  }

  private static void addOptions(Transaction transaction, UUID restaurantId, ModifierGroup group) {
    List<ModifierOption> options = group.options();
    for (int position = 0; position < options.size(); position++) {
      addOption(transaction, restaurantId, group.id(), position, options.get(position));
    }
  }

  private static void addOption(
      Transaction transaction,
      UUID restaurantId,
      UUID groupId,
      int position,
      ModifierOption option) {
    transaction
        .sql(
            """
            insert into modifier_option (restaurant_id, id, group_id, position, name_ar, name_en,
                                         aliases, price, standard, available)
            values (:restaurant, :id, :group, :position, :ar, :en, :aliases, :price, :standard, :available)
            """)
        .with("restaurant", restaurantId)
        .with("id", option.id())
        .with("group", groupId)
        .with("position", position)
        .with("ar", option.name().ar())
        .with("en", option.name().en())
        .with("aliases", option.aliases().toArray(String[]::new))
        .with("price", option.price())
        .with("standard", option.standard())
        .with("available", option.available())
        .update();
  }

  private static void link(
      Transaction transaction, UUID restaurantId, UUID itemId, UUID groupId, int position) {
    transaction
        .sql(
            """
            insert into menu_item_group (restaurant_id, item_id, group_id, position)
            values (:restaurant, :item, :group, :position)
            """)
        .with("restaurant", restaurantId)
        .with("item", itemId)
        .with("group", groupId)
        .with("position", position)
        .update();
  }
}
