package com.crmres.server.menu.edit;

import com.crmres.common.menu.BookGroup;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.MenuDifference;
import com.crmres.common.menu.MenuDifference.Change;
import com.crmres.common.menu.MenuDifference.Entry;
import com.crmres.common.menu.MenuDifference.Field;
import com.crmres.common.menu.MenuDifference.Kind;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.server.menu.Edited;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Compares two states of a menu, thing by thing and member by member.
final class Difference {

  private final List<Entry> added = new ArrayList<>();
  private final List<Change> changed = new ArrayList<>();
  private final List<Entry> removed = new ArrayList<>();
  private int unchanged;

  private Difference() {}

  /// What an edit changed.
  static MenuDifference of(Edited edited) {
    MenuDifference done = between(edited.before(), edited.after(), true);
    return new MenuDifference(
        edited.after().version(),
        true,
        done.added(),
        done.changed(),
        done.removed(),
        done.unchanged());
  }

  /// What leads from `before` to `after`.
  static MenuDifference between(MenuBook before, MenuBook after, boolean applied) {
    Difference difference = new Difference();
    difference.compare(things(before), things(after));
    return new MenuDifference(
        before.version(),
        applied,
        difference.added,
        difference.changed,
        difference.removed,
        difference.unchanged);
  }

  private void compare(Map<UUID, Thing> before, Map<UUID, Thing> after) {
    after.forEach((id, now) -> compare(before.get(id), now));
    before.forEach((id, old) -> {
      if (!after.containsKey(id)) {
        removed.add(old.entry());
      }
    });
  }

  private void compare(@Nullable Thing old, Thing now) {
    if (old == null) {
      added.add(now.entry());
      return;
    }
    List<Field> fields = fields(old.members(), now.members());
    if (fields.isEmpty()) {
      unchanged++;
    } else {
      changed.add(new Change(now.entry(), fields));
    }
  }

  private static List<Field> fields(ObjectNode old, ObjectNode now) {
    Set<String> names = new LinkedHashSet<>();
    old.fieldNames().forEachRemaining(names::add);
    now.fieldNames().forEachRemaining(names::add);
    return names.stream()
        .filter(name -> !Objects.equals(text(old.get(name)), text(now.get(name))))
        .map(name -> new Field(name, text(old.get(name)), text(now.get(name))))
        .toList();
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (value.isBigDecimal()) {
      return value.decimalValue().setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }
    return value.isValueNode() ? value.asText() : Json.write(value);
  }

  private static Map<UUID, Thing> things(MenuBook book) {
    Map<UUID, Thing> things = new LinkedHashMap<>();
    Stream.of(
            book.dayParts().stream().map(it -> thing(Kind.DAY_PART, it.id(), it.name(), it)),
            book.ingredients().stream().map(it -> thing(Kind.INGREDIENT, it.id(), it.name(), it)),
            book.categories().stream().map(it -> thing(Kind.CATEGORY, it.id(), it.name(), it)),
            book.items().stream().map(it -> thing(Kind.ITEM, it.id(), it.name(), it)),
            book.groups().stream().map(Difference::group),
            book.groups().stream().flatMap(Difference::options))
        .flatMap(all -> all)
        .forEach(thing -> things.put(thing.entry().id(), thing));
    return things;
  }

  private static Thing group(BookGroup group) {
    return thing(Kind.GROUP, group.id(), group.name(), group.withOptions(List.of()));
  }

  private static Stream<Thing> options(BookGroup group) {
    return group.options().stream()
        .map(option -> {
          Thing thing = thing(Kind.OPTION, option.id(), option.name(), option);
          thing.members().put("group", group.name().ar());
          return thing;
        });
  }

  private static Thing thing(Kind kind, UUID id, LocalizedText name, Object value) {
    ObjectNode members = Json.MAPPER.valueToTree(value);
    members.remove("id");
    return new Thing(new Entry(kind, id, name), members);
  }

  private record Thing(Entry entry, ObjectNode members) {}
}
