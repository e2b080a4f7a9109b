package com.crmres.server.menu.edit;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.DayPart;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.wire.Json;
import com.crmres.server.http.Fault;
import com.crmres.server.http.Rule;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A file that was read as a menu, and how its faults are told to whoever wrote it.
///
/// @param lines the line of each thing in a table; empty for other files
/// @param faults what could not be read
record MenuFile(MenuBook book, Map<UUID, Integer> lines, List<Fault> faults) {

  private static final Pattern PLACE =
      Pattern.compile("(categories|items|groups)\\[(\\d+)](?:\\.options\\[(\\d+)])?\\.?(.*)");

  static MenuFile table(byte[] bytes, MenuBook old) {
    CsvReading.Read read = CsvReading.of(bytes, old);
    return new MenuFile(read.book(), read.lines(), read.faults());
  }

  static MenuFile json(byte[] bytes, MenuBook old) {
    try {
      MenuBook book = Json.MAPPER.readValue(CsvText.decode(bytes), MenuBook.class);
      if (book != null) {
        return new MenuFile(book, Map.of(), List.of());
      }
    } catch (JsonMappingException e) {
      return unread(old, path(e), Rule.SHAPE);
    } catch (JsonProcessingException _) {
      // What the parser says may repeat what is in the file; the rule says enough.
    }
    return unread(old, "", Rule.JSON_OBJECT);
  }

  /// The file's things in the place of the old ones, and what the file does not know kept.
  MenuFile keeping(MenuBook old) {
    MenuBook kept =
        new MenuBook(
            old.version(),
            book.hijriShift(),
            over(old.categories(), book.categories(), MenuBook.Category::id),
            over(old.items(), book.items(), BookItem::id),
            over(old.groups(), withOldOptions(old), BookGroup::id),
            over(old.dayParts(), book.dayParts(), DayPart::id),
            over(old.ingredients(), book.ingredients(), MenuBook.Ingredient::id));
    return new MenuFile(kept, lines, faults);
  }

  private List<BookGroup> withOldOptions(MenuBook old) {
    Map<UUID, BookGroup> known =
        old.groups().stream().collect(Collectors.toMap(BookGroup::id, group -> group));
    return book.groups().stream()
        .map(group -> {
          BookGroup before = known.get(group.id());
          return before == null
              ? group
              : group.withOptions(over(before.options(), group.options(), BookGroup.Option::id));
        })
        .toList();
  }

  /// A fault of the menu as a fault of the table's line, where there is one.
  Fault told(Fault fault) {
    Matcher place = PLACE.matcher(fault.field());
    if (!place.matches()) {
      return fault;
    }
    Integer line = lines.get(id(place));
    String column = place.group(4).replace('.', '_').replaceAll("\\[\\d+]", "");
    return line == null
        ? fault
        : new Fault(
            "lines[%d].%s".formatted(line, column).replaceAll("\\.$", ""),
            fault.rule(),
            fault.arguments());
  }

  private UUID id(Matcher place) {
    int index = Integer.parseInt(place.group(2));
    return switch (place.group(1)) {
      case "categories" -> book.categories().get(index).id();
      case "items" -> book.items().get(index).id();
      default -> {
        BookGroup group = book.groups().get(index);
        String option = place.group(3);
        yield option == null ? group.id() : group.options().get(Integer.parseInt(option)).id();
      }
    };
  }

  private static MenuFile unread(MenuBook old, String field, Rule rule) {
    return new MenuFile(old, Map.of(), List.of(new Fault(field, rule, List.of())));
  }

  private static String path(JsonMappingException failure) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : failure.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static <T> List<T> over(List<T> old, List<T> file, Function<T, UUID> id) {
    Map<UUID, T> all = new LinkedHashMap<>();
    old.forEach(one -> all.put(id.apply(one), one));
    file.forEach(one -> all.put(id.apply(one), one));
    return List.copyOf(all.values());
  }
}
