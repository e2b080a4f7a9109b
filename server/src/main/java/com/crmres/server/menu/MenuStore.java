package com.crmres.server.menu;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads the menu of a branch from its tables, and marks what changes in it.
final class MenuStore {

  private final MenuWriter writer = new MenuWriter();

  long version(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            """
            select version from menu_version
             where restaurant_id = :restaurant and branch_id = :branch
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .first(row -> row.number("version"))
        .orElse(0L);
  }

  Menu read(Transaction transaction, UUID restaurantId, UUID branchId) {
    Map<UUID, List<ModifierOption>> options = options(transaction, restaurantId);
    Map<UUID, List<ModifierGroup>> groups = groups(transaction, restaurantId, options);
    Map<UUID, List<MenuItem>> items = items(transaction, restaurantId, branchId, groups);
    List<Menu.Category> categories =
        transaction
            .sql(
                """
                select id, name_ar, name_en from menu_category
                 where restaurant_id = :restaurant order by position
                """)
            .with("restaurant", restaurantId)
            .list(row ->
                new Menu.Category(
                    row.uuid("id"), name(row), items.getOrDefault(row.uuid("id"), List.of())));
    return new Menu(restaurantId, branchId, categories);
  }

  boolean hasItem(Transaction transaction, UUID restaurantId, UUID itemId) {
    return transaction
        .sql("select id from menu_item where restaurant_id = :restaurant and id = :item")
        .with("restaurant", restaurantId)
        .with("item", itemId)
        .first(row -> row.uuid("id"))
        .isPresent();
  }

  /// Answers whether anything changed.
  boolean setAvailability(
      Transaction transaction, UUID restaurantId, UUID branchId, UUID itemId, boolean available) {
    return transaction
            .sql(
                """
                insert into branch_item (restaurant_id, branch_id, item_id, available)
                select cast(:restaurant as uuid), cast(:branch as uuid), cast(:item as uuid), :available
                 where not :available
                    or exists (select from branch_item
                                where restaurant_id = :restaurant and branch_id = :branch and item_id = :item)
                on conflict (restaurant_id, branch_id, item_id) do update set available = excluded.available
                 where branch_item.available <> excluded.available
                """)
            .with("restaurant", restaurantId)
            .with("branch", branchId)
            .with("item", itemId)
            .with("available", available)
            .update()
        == 1;
  }

  void setPrice(
      Transaction transaction, UUID restaurantId, UUID branchId, UUID itemId, Money price) {
    transaction
        .sql(
            """
            insert into branch_item (restaurant_id, branch_id, item_id, price)
            values (:restaurant, :branch, :item, :price)
            on conflict (restaurant_id, branch_id, item_id) do update set price = excluded.price
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("item", itemId)
        .with("price", price)
        .update();
  }

  void add(Transaction transaction, UUID restaurantId, Menu.Category category) {
    writer.add(transaction, restaurantId, category);
  }

  void renew(Transaction transaction, UUID restaurantId, UUID branchId) {
    transaction
        .sql(
            """
            insert into menu_version (restaurant_id, branch_id, version)
            values (:restaurant, :branch, nextval('menu_version_number'))
            on conflict (restaurant_id, branch_id) do update set version = excluded.version
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .update();
  }

  void renewAll(Transaction transaction, UUID restaurantId) {
    transaction
        .sql(
            """
            insert into menu_version (restaurant_id, branch_id, version)
            select restaurant_id, id, nextval('menu_version_number')
              from branch where restaurant_id = :restaurant order by id
            on conflict (restaurant_id, branch_id) do update set version = excluded.version
            """)
        .with("restaurant", restaurantId)
        .update();
  }

  private static Map<UUID, List<ModifierOption>> options(
      Transaction transaction, UUID restaurantId) {
    return byParent(
        transaction
            .sql(
                """
                select group_id as parent, id, name_ar, name_en, aliases, price, standard, available
                  from modifier_option where restaurant_id = :restaurant order by position, id
                """)
            .with("restaurant", restaurantId)
            .list(row -> new Child<>(row.uuid("parent"), option(row))));
  }

  private static Map<UUID, List<ModifierGroup>> groups(
      Transaction transaction, UUID restaurantId, Map<UUID, List<ModifierOption>> options) {
    return byParent(
        transaction
            .sql(
                """
                select l.item_id as parent, g.id, g.kind, g.name_ar, g.name_en, g.min_taken, g.max_taken
                  from menu_item_group l
                  join modifier_group g on g.restaurant_id = l.restaurant_id and g.id = l.group_id
                 where l.restaurant_id = :restaurant
                 order by l.position, g.id
                """)
            .with("restaurant", restaurantId)
            .list(row -> new Child<>(row.uuid("parent"), group(row, options))));
  }

  private static Map<UUID, List<MenuItem>> items(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      Map<UUID, List<ModifierGroup>> groups) {
    return byParent(
        transaction
            .sql(
                """
                select i.category_id as parent, i.id, i.name_ar, i.name_en, i.description_ar, i.description_en,
                       i.aliases, coalesce(b.price, i.price) as price, coalesce(b.available, true) as available,
                       i.sku
                  from menu_item i
                  left join branch_item b on b.restaurant_id = i.restaurant_id and b.item_id = i.id
                                         and b.branch_id = :branch
                 where i.restaurant_id = :restaurant
                 order by i.position, i.id
                """)
            .with("restaurant", restaurantId)
            .with("branch", branchId)
            .list(row -> new Child<>(row.uuid("parent"), item(row, groups))));
  }

  private static MenuItem item(Row row, Map<UUID, List<ModifierGroup>> groups) {
    return new MenuItem(
        row.uuid("id"),
        name(row),
        new LocalizedText(row.text("description_ar"), row.text("description_en")),
        row.texts("aliases"),
        row.money("price"),
        row.flag("available"),
        groups.getOrDefault(row.uuid("id"), List.of()),
        row.textOrNull("sku"));
  }

  private static ModifierGroup group(Row row, Map<UUID, List<ModifierOption>> options) {
    return new ModifierGroup(
        row.uuid("id"),
        row.named("kind", ModifierGroup.Kind.class),
        name(row),
        row.integer("min_taken"),
        row.integer("max_taken"),
        options.getOrDefault(row.uuid("id"), List.of()));
  }

  private static ModifierOption option(Row row) {
    return new ModifierOption(
        row.uuid("id"),
        name(row),
        row.texts("aliases"),
        row.money("price"),
        row.flag("standard"),
        row.flag("available"));
  }

  private static LocalizedText name(Row row) {
    return new LocalizedText(row.text("name_ar"), row.text("name_en"));
  }

  private static <T> Map<UUID, List<T>> byParent(List<Child<T>> children) {
    return children.stream()
        .collect(
            Collectors.groupingBy(
                Child::parent, Collectors.mapping(Child::value, Collectors.toList())));
  }

  private record Child<T>(UUID parent, T value) {}
}
