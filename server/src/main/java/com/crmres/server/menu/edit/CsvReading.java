package com.crmres.server.menu.edit;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.http.Exchange;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a table as a menu. What the table has no column for stays as it is in the old menu.
///
/// A thing is known by its id, or by a key of the writer's own: the same key means the same thing
/// in every later file.
final class CsvReading {

  private static final CsvMapper MAPPER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final MenuBook old;
  private final CsvPrices prices;
  private final Faults faults = new Faults();
  private final Map<UUID, Integer> lines = new HashMap<>();
  private final List<MenuBook.Category> categories = new ArrayList<>();
  private final List<BookItem> items = new ArrayList<>();
  private final Map<UUID, BookGroup> groups = new LinkedHashMap<>();
  private final Map<UUID, List<BookGroup.Option>> options = new HashMap<>();

  private CsvReading(MenuBook old) {
    this.old = old;
    this.prices = new CsvPrices(old.dayParts());
  }

  /// A table that was read.
  ///
  /// @param lines the line of each thing in it
  /// @param faults what could not be read
  record Read(MenuBook book, Map<UUID, Integer> lines, List<Fault> faults) {}

  static Read of(byte[] bytes, MenuBook old) {
    CsvReading reading = new CsvReading(old);
    reading.rows(CsvText.decode(bytes));
    return new Read(reading.book(), reading.lines, reading.faults.found());
  }

  private void rows(String text) {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(CsvText.separator(text));
    try (MappingIterator<String[]> rows =
        MAPPER.readerFor(String[].class).with(schema).readValues(text)) {
      List<String> head = rows.hasNextValue() ? head(rows.nextValue()) : List.of();
      if (!head.containsAll(List.of(CsvColumns.TYPE, CsvColumns.ID, CsvColumns.NAME_AR))) {
        faults.add("lines[1]", Rule.REQUIRED);
        return;
      }
      while (rows.hasNextValue()) {
        int line = rows.getCurrentLocation().getLineNr();
        row(new CsvRow(line, cells(head, rows.nextValue()), faults));
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      faults.add("lines[%d]".formatted(line), Rule.SHAPE);
    } catch (IOException e) {
      throw new UncheckedIOException("a table in memory could not be read", e);
    }
  }

  private static List<String> head(String[] cells) {
    List<String> head = new ArrayList<>();
    for (String cell : cells) {
      head.add(cell.strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
    }
    return head;
  }

  private static Map<String, String> cells(List<String> head, String[] row) {
    Map<String, String> cells = new HashMap<>();
    for (int index = 0; index < head.size(); index++) {
      cells.put(head.get(index), index < row.length ? row[index] : "");
    }
    return cells;
  }

  private void row(CsvRow row) {
    String type = row.text(CsvColumns.TYPE).toLowerCase(Locale.ROOT);
    switch (type) {
      case "category" -> category(row);
      case "item" -> item(row);
      case "group" -> group(row);
      case "option" -> option(row);
      case "" -> row.fault(CsvColumns.TYPE, Rule.REQUIRED);
      default -> row.fault(CsvColumns.TYPE, Rule.CHOICE);
    }
  }

  private void category(CsvRow row) {
    UUID id = own(row, "category", "");
    MenuBook.Category known = find(old.categories(), MenuBook.Category::id, id);
    categories.add(
        new MenuBook.Category(
            id,
            name(row),
            row.has(CsvColumns.DAY_PART)
                ? prices.dayPart(row)
                : known == null ? null : known.dayPartId(),
            known == null
                ? row.flag(CsvColumns.HIDDEN, false)
                : flag(row, CsvColumns.HIDDEN, false, known.hidden())));
  }

  private void item(CsvRow row) {
    UUID id = own(row, "item", "");
    BookItem known = find(old.items(), BookItem::id, id);
    BookItem base = known == null ? fresh(id) : known;
    items.add(
        new BookItem(
            id,
            id("category", row.text(CsvColumns.PARENT)),
            name(row),
            new LocalizedText(
                text(row, CsvColumns.DESCRIPTION_AR, base.description().ar()),
                text(row, CsvColumns.DESCRIPTION_EN, base.description().en())),
            words(row, CsvColumns.ALIASES, base.aliases()),
            known == null || row.has(CsvColumns.PRICE) ? row.money(CsvColumns.PRICE) : base.price(),
            row.has(CsvColumns.SKU) ? row.textOrNull(CsvColumns.SKU) : base.sku(),
            base.photo(),
            row.has(CsvColumns.CALORIES) ? row.numberOrNull(CsvColumns.CALORIES) : base.calories(),
            words(row, CsvColumns.ALLERGENS, base.allergens()),
            base.ingredientIds(),
            row.has(CsvColumns.DAY_PART) ? prices.dayPart(row) : base.dayPartId(),
            flag(row, CsvColumns.HIDDEN, false, base.hidden()),
            row.has(CsvColumns.GROUPS) ? links(row, base) : base.groups(),
            row.has(CsvColumns.PRICES) ? prices.read(row) : base.prices()));
  }

  /// A group that the item had already keeps what the item has of its own in it.
  private static List<BookItem.Link> links(CsvRow row, BookItem base) {
    return row.words(CsvColumns.GROUPS).stream()
        .map(key -> id("group", key))
        .map(id ->
            base.groups().stream()
                .filter(link -> link.groupId().equals(id))
                .findFirst()
                .orElseGet(() -> new BookItem.Link(id)))
        .toList();
  }

  private void group(CsvRow row) {
    UUID id = own(row, "group", "");
    BookGroup known = find(old.groups(), BookGroup::id, id);
    GroupKind kind = known == null ? GroupKind.CHOICE : known.kind();
    groups.put(
        id,
        new BookGroup(
            id,
            row.named(CsvColumns.KIND, GroupKind.class, kind),
            name(row),
            row.number(CsvColumns.MIN, known == null ? 0 : known.min()),
            row.number(CsvColumns.MAX, known == null ? 1 : known.max()),
            rules(row, known == null ? GroupRules.PLAIN : known.ruled()),
            List.of()));
  }

  private static GroupRules rules(CsvRow row, GroupRules base) {
    return new GroupRules(
        base.minDistinct(),
        base.maxDistinct(),
        row.number(CsvColumns.MAX_PER_OPTION, base.maxPerOption()),
        row.number(CsvColumns.FREE, base.freeCount()),
        base.freePolicy(),
        base.chargeDefaults(),
        base.substitutionPricing(),
        base.absolutePrices(),
        base.display(),
        row.has(CsvColumns.CHANNELS) ? CsvWays.channels(row) : base.channels());
  }

  private void option(CsvRow row) {
    UUID groupId = id("group", row.text(CsvColumns.PARENT));
    if (!groups.containsKey(groupId)) {
      row.fault(CsvColumns.PARENT, Rule.UNKNOWN);
    }
    UUID id = own(row, "option", groupId.toString());
    BookGroup.Option known =
        old.groups().stream()
            .flatMap(group -> group.options().stream())
            .filter(option -> option.id().equals(id))
            .findFirst()
            .orElse(null);
    options.computeIfAbsent(groupId, _ -> new ArrayList<>()).add(option(row, id, known));
  }

  private BookGroup.Option option(CsvRow row, UUID id, BookGroup.@Nullable Option known) {
    BookGroup.Option base = known == null ? freshOption(id) : known;
    return new BookGroup.Option(
        id,
        name(row),
        words(row, CsvColumns.ALIASES, base.aliases()),
        known == null || row.has(CsvColumns.PRICE) ? row.money(CsvColumns.PRICE) : base.price(),
        flag(row, CsvColumns.STANDARD, false, base.standard()),
        flag(row, CsvColumns.AVAILABLE, true, base.available()),
        row.has(CsvColumns.GROUPS)
            ? row.words(CsvColumns.GROUPS).stream().map(key -> id("group", key)).toList()
            : base.nestedGroupIds(),
        row.has(CsvColumns.CALORIES) ? row.numberOrNull(CsvColumns.CALORIES) : base.calories(),
        words(row, CsvColumns.ALLERGENS, base.allergens()),
        base.ingredientIds(),
        row.has(CsvColumns.PRICES) ? prices.read(row) : base.prices(),
        row.has(CsvColumns.PRE_MODIFIERS) ? CsvWays.preModifiers(row) : base.preModifiers());
  }

  private MenuBook book() {
    return new MenuBook(
        old.version(),
        old.hijriShift(),
        categories,
        items,
        groups.values().stream()
            .map(group -> group.withOptions(options.getOrDefault(group.id(), List.of())))
            .toList(),
        old.dayParts(),
        old.ingredients());
  }

  private UUID own(CsvRow row, String type, String scope) {
    String key = row.text(CsvColumns.ID);
    if (key.isEmpty()) {
      row.fault(CsvColumns.ID, Rule.REQUIRED);
    }
    UUID id = id(type + scope, key);
    Integer before = lines.putIfAbsent(id, row.line());
    if (before != null && !key.isEmpty()) {
      row.fault(CsvColumns.ID, Rule.DUPLICATE);
    }
    return id;
  }

  private static UUID id(String type, String key) {
    return Exchange.uuid(key)
        .orElseGet(
            () -> UUID.nameUUIDFromBytes((type + " " + key).getBytes(StandardCharsets.UTF_8)));
  }

  /// Where one language is missing the other one serves.
  private static LocalizedText name(CsvRow row) {
    String ar = row.text(CsvColumns.NAME_AR);
    String en = row.text(CsvColumns.NAME_EN);
    return new LocalizedText(ar.isEmpty() ? en : ar, en.isEmpty() ? ar : en);
  }

  private static String text(CsvRow row, String column, String before) {
    return row.has(column) ? row.text(column) : before;
  }

  private static List<String> words(CsvRow row, String column, List<String> before) {
    return row.has(column) ? row.words(column) : before;
  }

  /// What an empty cell means is not what a missing column means.
  private static boolean flag(CsvRow row, String column, boolean empty, boolean before) {
    return row.has(column) ? row.flag(column, empty) : before;
  }

  private static BookGroup.Option freshOption(UUID id) {
    return new BookGroup.Option(
        id,
        new LocalizedText("", ""),
        List.of(),
        Money.ZERO,
        false,
        true,
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of());
  }

  private static BookItem fresh(UUID id) {
    LocalizedText nothing = new LocalizedText("", "");
    return new BookItem(
        id,
        id,
        nothing,
        nothing,
        List.of(),
        Money.ZERO,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        false,
        List.of(),
        List.of());
  }

  private static <T> @Nullable T find(List<T> all, Function<T, UUID> id, UUID wanted) {
    return all.stream()
        .filter(one -> Objects.equals(id.apply(one), wanted))
        .findFirst()
        .orElse(null);
  }
}
