package com.crmres.server.menu;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.DayPart;
import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.PriceRule;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Writes what differs between two states of a menu into its tables.
final class BookWriting {

  private final Transaction transaction;
  private final UUID restaurantId;

  BookWriting(Transaction transaction, UUID restaurantId) {
    this.transaction = transaction;
    this.restaurantId = restaurantId;
  }

  /// Brings the tables from `before` to `after`; what others refer to comes first and goes last.
  void write(MenuBook before, MenuBook after) {
    save(before.dayParts(), after.dayParts(), this::dayPart);
    save(before.ingredients(), after.ingredients(), this::ingredient);
    save(before.categories(), after.categories(), this::category);
    save(before.groups(), after.groups(), this::group);
    options(before.groups(), after.groups());
    items(before.items(), after.items());
    remove("menu_item", before.items(), after.items(), BookItem::id);
    remove("modifier_group", before.groups(), after.groups(), BookGroup::id);
    remove("menu_category", before.categories(), after.categories(), MenuBook.Category::id);
    remove("menu_ingredient", before.ingredients(), after.ingredients(), MenuBook.Ingredient::id);
    remove("menu_day_part", before.dayParts(), after.dayParts(), DayPart::id);
    sql("""
    insert into menu_book (restaurant_id, version, hijri_shift)
    values (:restaurant, nextval('menu_book_number'), :shift)
    on conflict (restaurant_id)
    do update set version = excluded.version, hijri_shift = excluded.hijri_shift
    """)
        .with("shift", after.hijriShift())
        .update();
  }

  private void items(List<BookItem> before, List<BookItem> after) {
    Set<BookItem> old = new HashSet<>(before);
    List<BookItem> changed = after.stream().filter(item -> !old.contains(item)).toList();
    freeCodes(changed);
    gone(before, after, BookItem::id).forEach(this::dropLinks);
    save(before, after, this::item);
    for (BookItem item : changed) {
      dropLinks(item.id());
      links(item);
    }
    prices(
        before.stream().map(item -> new Priced(item.id(), item.prices())).toList(),
        after.stream().map(item -> new Priced(item.id(), item.prices())).toList());
  }

  /// Two items may change codes with each other.
  private void freeCodes(List<BookItem> changed) {
    if (!changed.isEmpty()) {
      sql("update menu_item set sku = null where restaurant_id = :restaurant and id = any(:ids)")
          .with("ids", changed.stream().map(BookItem::id).toArray(UUID[]::new))
          .update();
    }
  }

  private void options(List<BookGroup> before, List<BookGroup> after) {
    List<Placed> old = placed(before);
    List<Placed> now = placed(after);
    Set<Placed> known = new HashSet<>(old);
    now.stream().filter(option -> !known.contains(option)).forEach(this::option);
    removeAll("modifier_option", gone(old, now, Placed::id));
    prices(
        old.stream().map(placed -> new Priced(placed.id(), placed.option().prices())).toList(),
        now.stream().map(placed -> new Priced(placed.id(), placed.option().prices())).toList());
  }

  private void category(MenuBook.Category category, int position) {
    sql("""
    insert into menu_category (restaurant_id, id, position, name_ar, name_en, day_part_id, hidden)
    values (:restaurant, :id, :position, :ar, :en, :dayPart, :hidden)
    on conflict (restaurant_id, id) do update
       set position = excluded.position, name_ar = excluded.name_ar, name_en = excluded.name_en,
           day_part_id = excluded.day_part_id, hidden = excluded.hidden
    """)
        .with("id", category.id())
        .with("position", position)
        .with("ar", category.name().ar())
        .with("en", category.name().en())
        .with("dayPart", category.dayPartId())
        .with("hidden", category.hidden())
        .update();
  }

  private void item(BookItem item, int position) {
    sql("""
    insert into menu_item (restaurant_id, id, category_id, position, name_ar, name_en,
                           description_ar, description_en, aliases, price, sku, photo, calories,
                           allergens, ingredients, day_part_id, hidden)
    values (:restaurant, :id, :category, :position, :nameAr, :nameEn,
            :descriptionAr, :descriptionEn, :aliases, :price, :sku, :photo, :calories,
            :allergens, :ingredients, :dayPart, :hidden)
    on conflict (restaurant_id, id) do update
       set category_id = excluded.category_id, position = excluded.position,
           name_ar = excluded.name_ar, name_en = excluded.name_en,
           description_ar = excluded.description_ar, description_en = excluded.description_en,
           aliases = excluded.aliases, price = excluded.price, sku = excluded.sku,
           photo = excluded.photo, calories = excluded.calories, allergens = excluded.allergens,
           ingredients = excluded.ingredients, day_part_id = excluded.day_part_id,
           hidden = excluded.hidden
    """)
        .with("id", item.id())
        .with("category", item.categoryId())
        .with("position", position)
        .with("nameAr", item.name().ar())
        .with("nameEn", item.name().en())
        .with("descriptionAr", item.description().ar())
        .with("descriptionEn", item.description().en())
        .with("aliases", item.aliases().toArray(String[]::new))
        .with("price", item.price())
        .with("sku", item.sku())
        .with("photo", item.photo())
        .with("calories", item.calories())
        .with("allergens", item.allergens().toArray(String[]::new))
        .with("ingredients", item.ingredientIds().toArray(UUID[]::new))
        .with("dayPart", item.dayPartId())
        .with("hidden", item.hidden())
        .update();
  }

  private void group(BookGroup group, int position) {
    sql("""
    insert into modifier_group (restaurant_id, id, position, kind, name_ar, name_en, min_taken,
                                max_taken, rules)
    values (:restaurant, :id, :position, :kind, :ar, :en, :min, :max, :rules)
    on conflict (restaurant_id, id) do update
       set position = excluded.position, kind = excluded.kind, name_ar = excluded.name_ar,
           name_en = excluded.name_en, min_taken = excluded.min_taken,
           max_taken = excluded.max_taken, rules = excluded.rules
    """)
        .with("id", group.id())
        .with("position", position)
        .with("kind", group.kind())
        .with("ar", group.name().ar())
        .with("en", group.name().en())
        .with("min", group.min())
        .with("max", group.max())
        .with("rules", group.ruled().equals(GroupRules.PLAIN) ? null : Json.write(group.ruled()))
        .update();
  }

  private void option(Placed placed) {
    BookGroup.Option option = placed.option();
    sql("""
    insert into modifier_option (restaurant_id, id, group_id, position, name_ar, name_en, aliases,
                                 price, standard, available, nested, calories, allergens,
                                 ingredients, pre_modifiers)
    values (:restaurant, :id, :group, :position, :ar, :en, :aliases,
            :price, :standard, :available, :nested, :calories, :allergens, :ingredients,
            :preModifiers)
    on conflict (restaurant_id, id) do update
       set group_id = excluded.group_id, position = excluded.position, name_ar = excluded.name_ar,
           name_en = excluded.name_en, aliases = excluded.aliases, price = excluded.price,
           standard = excluded.standard, available = excluded.available,
           nested = excluded.nested, calories = excluded.calories,
           allergens = excluded.allergens, ingredients = excluded.ingredients,
           pre_modifiers = excluded.pre_modifiers
    """)
        .with("id", option.id())
        .with("group", placed.groupId())
        .with("position", placed.position())
        .with("ar", option.name().ar())
        .with("en", option.name().en())
        .with("aliases", option.aliases().toArray(String[]::new))
        .with("price", option.price())
        .with("standard", option.standard())
        .with("available", option.available())
        .with("nested", option.nestedGroupIds().toArray(UUID[]::new))
        .with("calories", option.calories())
        .with("allergens", option.allergens().toArray(String[]::new))
        .with("ingredients", option.ingredientIds().toArray(UUID[]::new))
        .with(
            "preModifiers",
            option.preModifiers().isEmpty() ? null : Json.write(option.preModifiers()))
        .update();
  }

  private void dropLinks(UUID itemId) {
    sql("delete from menu_item_group where restaurant_id = :restaurant and item_id = :item")
        .with("item", itemId)
        .update();
  }

  private void links(BookItem item) {
    for (int position = 0; position < item.groups().size(); position++) {
      BookItem.Link link = item.groups().get(position);
      sql("""
      insert into menu_item_group (restaurant_id, item_id, group_id, position, overrides)
      values (:restaurant, :item, :group, :position, :overrides)
      """)
          .with("item", item.id())
          .with("group", link.groupId())
          .with("position", position)
          .with("overrides", link.isPlain() ? null : Json.write(link))
          .update();
    }
  }

  private void prices(List<Priced> before, List<Priced> after) {
    Set<Priced> old = new HashSet<>(before);
    gone(before, after, Priced::id).forEach(this::dropPrices);
    for (Priced subject : after) {
      if (!old.contains(subject)) {
        dropPrices(subject.id());
        addPrices(subject);
      }
    }
  }

  private void dropPrices(UUID subjectId) {
    sql("delete from menu_price where restaurant_id = :restaurant and subject_id = :subject")
        .with("subject", subjectId)
        .update();
  }

  private void addPrices(Priced subject) {
    for (int position = 0; position < subject.prices().size(); position++) {
      PriceRule rule = subject.prices().get(position);
      sql("""
      insert into menu_price (restaurant_id, subject_id, position, branch_id, tag, day_part_id, price)
      values (:restaurant, :subject, :position, :branch, :tag, :dayPart, :price)
      """)
          .with("subject", subject.id())
          .with("position", position)
          .with("branch", rule.branchId())
          .with("tag", rule.tag())
          .with("dayPart", rule.dayPartId())
          .with("price", rule.price())
          .update();
    }
  }

  private void dayPart(DayPart part, int position) {
    sql("""
    insert into menu_day_part (restaurant_id, id, position, name_ar, name_en, rule)
    values (:restaurant, :id, :position, :ar, :en, :rule)
    on conflict (restaurant_id, id) do update
       set position = excluded.position, name_ar = excluded.name_ar, name_en = excluded.name_en,
           rule = excluded.rule
    """)
        .with("id", part.id())
        .with("position", position)
        .with("ar", part.name().ar())
        .with("en", part.name().en())
        .with("rule", Json.write(part))
        .update();
  }

  private void ingredient(MenuBook.Ingredient ingredient, int position) {
    sql("""
    insert into menu_ingredient (restaurant_id, id, position, name_ar, name_en)
    values (:restaurant, :id, :position, :ar, :en)
    on conflict (restaurant_id, id) do update
       set position = excluded.position, name_ar = excluded.name_ar, name_en = excluded.name_en
    """)
        .with("id", ingredient.id())
        .with("position", position)
        .with("ar", ingredient.name().ar())
        .with("en", ingredient.name().en())
        .update();
  }

  /// Writes each one that is new, changed or in another place.
  private static <T> void save(List<T> before, List<T> after, BiConsumer<T, Integer> write) {
    for (int place = 0; place < after.size(); place++) {
      T now = after.get(place);
      if (place >= before.size() || !Objects.equals(before.get(place), now)) {
        write.accept(now, place);
      }
    }
  }

  private <T> void remove(String table, List<T> before, List<T> after, Function<T, UUID> id) {
    removeAll(table, gone(before, after, id));
  }

  /// Removes them, and what branches said of them.
  private void removeAll(String table, List<UUID> ids) {
    if (!ids.isEmpty()) {
      removeRows(table, "id", ids);
      removeRows("menu_absence", "subject_id", ids);
      removeRows("menu_stock", "subject_id", ids);
    }
  }

  /// The names of the table and the column are ours, never a caller's.
  private void removeRows(String table, String column, List<UUID> ids) {
    sql("delete from %s where restaurant_id = :restaurant and %s = any(:ids)"
            .formatted(table, column))
        .with("ids", ids.toArray(UUID[]::new))
        .update();
  }

  private static <T> List<UUID> gone(List<T> before, List<T> after, Function<T, UUID> id) {
    Set<UUID> left = new HashSet<>(after.stream().map(id).toList());
    return before.stream().map(id).filter(old -> !left.contains(old)).toList();
  }

  private static List<Placed> placed(List<BookGroup> groups) {
    List<Placed> placed = new ArrayList<>();
    for (BookGroup group : groups) {
      for (int position = 0; position < group.options().size(); position++) {
        placed.add(new Placed(group.id(), position, group.options().get(position)));
      }
    }
    return placed;
  }

  private Statement sql(String sql) {
    return transaction.sql(sql).with("restaurant", restaurantId);
  }

  private record Placed(UUID groupId, int position, BookGroup.Option option) {
    private UUID id() {
      return option.id();
    }
  }

  private record Priced(UUID id, List<PriceRule> prices) {}
}
