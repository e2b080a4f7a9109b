package com.crmres.server.menu;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.DayPart;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.PreModifierRule;
import com.crmres.common.menu.PriceRule;
import com.crmres.common.menu.PriceTag;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Statement;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the whole menu of a restaurant from its tables.
final class BookReading {

  private final Transaction transaction;
  private final UUID restaurantId;

  BookReading(Transaction transaction, UUID restaurantId) {
    this.transaction = transaction;
    this.restaurantId = restaurantId;
  }

  MenuBook book() {
    Map<UUID, List<PriceRule>> prices = prices();
    return sql("select version, hijri_shift from menu_book where restaurant_id = :restaurant")
        .first(row -> book(row.number("version"), row.integer("hijri_shift"), prices))
        .orElseGet(() -> book(0, 0, prices));
  }

  private MenuBook book(long version, int hijriShift, Map<UUID, List<PriceRule>> prices) {
    return new MenuBook(
        version,
        hijriShift,
        categories(),
        items(links(), prices),
        groups(options(prices)),
        dayParts(),
        ingredients());
  }

  private List<MenuBook.Category> categories() {
    return sql("""
    select id, name_ar, name_en, day_part_id, hidden from menu_category
     where restaurant_id = :restaurant order by position, id
    """)
        .list(row ->
            new MenuBook.Category(
                row.uuid("id"), name(row), row.uuidOrNull("day_part_id"), row.flag("hidden")));
  }

  private List<BookItem> items(
      Map<UUID, List<BookItem.Link>> links, Map<UUID, List<PriceRule>> prices) {
    return sql("""
    select i.* from menu_item i
      join menu_category c on c.restaurant_id = i.restaurant_id and c.id = i.category_id
     where i.restaurant_id = :restaurant order by c.position, c.id, i.position, i.id
    """)
        .list(row -> item(row, links, prices));
  }

  private static BookItem item(
      Row row, Map<UUID, List<BookItem.Link>> links, Map<UUID, List<PriceRule>> prices) {
    UUID id = row.uuid("id");
    return new BookItem(
        id,
        row.uuid("category_id"),
        name(row),
        new LocalizedText(row.text("description_ar"), row.text("description_en")),
        row.texts("aliases"),
        row.money("price"),
        row.textOrNull("sku"),
        row.uuidOrNull("photo"),
        row.integerOrNull("calories"),
        row.texts("allergens"),
        row.uuids("ingredients"),
        row.uuidOrNull("day_part_id"),
        row.flag("hidden"),
        links.getOrDefault(id, List.of()),
        prices.getOrDefault(id, List.of()));
  }

  private Map<UUID, List<BookItem.Link>> links() {
    return byParent(
        sql("""
        select item_id, group_id, overrides from menu_item_group
         where restaurant_id = :restaurant order by position, group_id
        """)
            .list(row -> new Child<>(row.uuid("item_id"), link(row))));
  }

  private static BookItem.Link link(Row row) {
    String overrides = row.textOrNull("overrides");
    return overrides == null
        ? new BookItem.Link(row.uuid("group_id"))
        : Json.read(overrides, BookItem.Link.class);
  }

  private List<BookGroup> groups(Map<UUID, List<BookGroup.Option>> options) {
    return sql("select * from modifier_group where restaurant_id = :restaurant order by position, id")
        .list(row -> group(row, options));
  }

  private static BookGroup group(Row row, Map<UUID, List<BookGroup.Option>> options) {
    String rules = row.textOrNull("rules");
    return new BookGroup(
        row.uuid("id"),
        row.named("kind", GroupKind.class),
        name(row),
        row.integer("min_taken"),
        row.integer("max_taken"),
        rules == null ? GroupRules.PLAIN : Json.read(rules, GroupRules.class),
        options.getOrDefault(row.uuid("id"), List.of()));
  }

  private Map<UUID, List<BookGroup.Option>> options(Map<UUID, List<PriceRule>> prices) {
    return byParent(
        sql("select * from modifier_option where restaurant_id = :restaurant order by position, id")
            .list(row -> new Child<>(row.uuid("group_id"), option(row, prices))));
  }

  private static BookGroup.Option option(Row row, Map<UUID, List<PriceRule>> prices) {
    return new BookGroup.Option(
        row.uuid("id"),
        name(row),
        row.texts("aliases"),
        row.money("price"),
        row.flag("standard"),
        row.flag("available"),
        row.uuids("nested"),
        row.integerOrNull("calories"),
        row.texts("allergens"),
        row.uuids("ingredients"),
        prices.getOrDefault(row.uuid("id"), List.of()),
        preModifiers(row.textOrNull("pre_modifiers")));
  }

  private static List<PreModifierRule> preModifiers(@Nullable String rules) {
    return rules == null ? List.of() : List.of(Json.read(rules, PreModifierRule[].class));
  }

  private Map<UUID, List<PriceRule>> prices() {
    return byParent(
        sql("select * from menu_price where restaurant_id = :restaurant order by position")
            .list(row ->
                new Child<>(
                    row.uuid("subject_id"),
                    new PriceRule(
                        row.uuidOrNull("branch_id"),
                        row.namedOrNull("tag", PriceTag.class),
                        row.uuidOrNull("day_part_id"),
                        row.money("price")))));
  }

  private List<DayPart> dayParts() {
    return sql("select rule from menu_day_part where restaurant_id = :restaurant order by position, id")
        .list(row -> row.json("rule", DayPart.class));
  }

  private List<MenuBook.Ingredient> ingredients() {
    return sql("select * from menu_ingredient where restaurant_id = :restaurant order by position, id")
        .list(row -> new MenuBook.Ingredient(row.uuid("id"), name(row)));
  }

  private Statement sql(String sql) {
    return transaction.sql(sql).with("restaurant", restaurantId);
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
