package com.crmres.server.menu.edit;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.restaurant.LocalizedText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a menu as a table that spreadsheet programs open: each category with its items, then each
/// group with its options.
final class CsvWriting {

  /// Without it Excel takes Arabic for something else.
  private static final String MARK = "\uFEFF";

  private static final CsvMapper MAPPER =
      CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();

  private final List<Map<String, String>> rows = new ArrayList<>();

  private CsvWriting() {}

  static String of(MenuBook book) {
    CsvWriting writing = new CsvWriting();
    for (MenuBook.Category category : book.categories()) {
      writing.category(category);
      book.items().stream()
          .filter(item -> item.categoryId().equals(category.id()))
          .forEach(writing::item);
    }
    for (BookGroup group : book.groups()) {
      writing.group(group);
      group.options().forEach(option -> writing.option(group, option));
    }
    return MARK + writing.text();
  }

  private String text() {
    try {
      return MAPPER.writer(CsvColumns.SCHEMA).writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a menu could not be written as a table", e);
    }
  }

  private void category(MenuBook.Category category) {
    Map<String, String> row = row("category", category.id(), category.name());
    put(row, CsvColumns.HIDDEN, category.hidden());
    put(row, CsvColumns.DAY_PART, category.dayPartId());
  }

  private void item(BookItem item) {
    Map<String, String> row = row("item", item.id(), item.name());
    put(row, CsvColumns.PARENT, item.categoryId());
    put(row, CsvColumns.DESCRIPTION_AR, item.description().ar());
    put(row, CsvColumns.DESCRIPTION_EN, item.description().en());
    put(row, CsvColumns.PRICE, item.price().text());
    put(row, CsvColumns.SKU, item.sku());
    put(row, CsvColumns.ALIASES, String.join("|", item.aliases()));
    put(
        row,
        CsvColumns.GROUPS,
        joined(item.groups().stream().map(BookItem.Link::groupId).toList()));
    put(row, CsvColumns.CALORIES, item.calories());
    put(row, CsvColumns.ALLERGENS, String.join("|", item.allergens()));
    put(row, CsvColumns.HIDDEN, item.hidden());
    put(row, CsvColumns.DAY_PART, item.dayPartId());
    put(row, CsvColumns.PRICES, CsvPrices.written(item.prices()));
  }

  private void group(BookGroup group) {
    Map<String, String> row = row("group", group.id(), group.name());
    put(row, CsvColumns.KIND, group.kind().wireName());
    put(row, CsvColumns.MIN, group.min());
    put(row, CsvColumns.MAX, group.max());
    put(row, CsvColumns.MAX_PER_OPTION, group.ruled().maxPerOption());
    put(row, CsvColumns.FREE, group.ruled().freeCount());
    put(row, CsvColumns.CHANNELS, CsvWays.written(group.ruled().channels()));
  }

  private void option(BookGroup group, BookGroup.Option option) {
    Map<String, String> row = row("option", option.id(), option.name());
    put(row, CsvColumns.PARENT, group.id());
    put(row, CsvColumns.PRICE, option.price().text());
    put(row, CsvColumns.ALIASES, String.join("|", option.aliases()));
    put(row, CsvColumns.GROUPS, joined(option.nestedGroupIds()));
    put(row, CsvColumns.STANDARD, option.standard());
    put(row, CsvColumns.AVAILABLE, option.available());
    put(row, CsvColumns.CALORIES, option.calories());
    put(row, CsvColumns.ALLERGENS, String.join("|", option.allergens()));
    put(row, CsvColumns.PRICES, CsvPrices.written(option.prices()));
    put(row, CsvColumns.PRE_MODIFIERS, CsvWays.written(option.preModifiers()));
  }

  private Map<String, String> row(String type, UUID id, LocalizedText name) {
    Map<String, String> row = new LinkedHashMap<>();
    CsvColumns.ALL.forEach(column -> row.put(column, ""));
    put(row, CsvColumns.TYPE, type);
    put(row, CsvColumns.ID, id);
    put(row, CsvColumns.NAME_AR, name.ar());
    put(row, CsvColumns.NAME_EN, name.en());
    rows.add(row);
    return row;
  }

  private static void put(Map<String, String> row, String column, @Nullable Object value) {
    row.put(
        column,
        switch (value) {
          case null -> "";
          case Boolean flag -> flag ? "yes" : "no";
          default -> CsvColumns.guarded(value.toString());
        });
  }

  private static String joined(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining("|"));
  }
}
