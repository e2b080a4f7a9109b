package com.crmres.server.assistant.evaluation;

import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.WireName;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierGroup.Kind;
import com.crmres.server.menu.ModifierOption;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Reads a menu that anybody may have written: what can be left out is filled in, and all that is
/// wrong is named at once.
final class MenuReader {

  private final List<String> faults = new ArrayList<>();
  private final Map<UUID, String> keys = new HashMap<>();
  private final Map<String, ModifierGroup> shared = new HashMap<>();
  private final Set<String> itemKeys = new HashSet<>();
  private final String source;

  private MenuReader(String source) {
    this.source = source;
  }

  /// Reads a menu file.
  ///
  /// @throws BadInput naming every fault by its JSON path
  static SuiteMenu read(Path file) {
    MenuReader reader = new MenuReader(file.toString());
    SuiteMenu menu = reader.menu(reader.parsed(TextFile.read(file)));
    if (!reader.faults.isEmpty()) {
      throw new BadInput(reader.faults);
    }
    return menu;
  }

  private JsonNode parsed(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new BadInput(
          source
              + ":"
              + (place == null ? 1 : place.getLineNr())
              + ": not JSON: "
              + e.getOriginalMessage());
    }
  }

  private SuiteMenu menu(JsonNode root) {
    if (!root.isObject() && !root.isArray()) {
      throw new BadInput(source + ": $: a menu is an object");
    }
    each(root.path("groups"), "groups").forEach(this::share);
    List<Menu.Category> categories = new ArrayList<>();
    each(root.path("categories"), "categories").forEach(node -> categories.add(category(node)));
    JsonNode loose = root.isArray() ? root : root.path("items");
    if (!loose.isMissingNode()) {
      categories.add(
          new Menu.Category(
              id("category"), new LocalizedText("القائمة", "Menu"), items(loose, "items")));
    }
    if (itemKeys.isEmpty() && faults.isEmpty()) {
      fault("$", "no items: give categories[].items[]");
    }
    LocalizedText name =
        root.path("name").isMissingNode() ? new LocalizedText("", "") : text(root, "$");
    return new SuiteMenu(name, new Menu(id("restaurant"), id("branch"), categories), keys);
  }

  private Menu.Category category(Place at) {
    LocalizedText name = text(at.node, at.path);
    return new Menu.Category(
        id("category " + at.path), name, items(at.node.path("items"), at.path + ".items"));
  }

  private List<MenuItem> items(JsonNode nodes, String path) {
    List<MenuItem> items = new ArrayList<>();
    each(nodes, path).forEach(at -> items.add(item(at)));
    return items;
  }

  private MenuItem item(Place at) {
    LocalizedText name = text(at.node, at.path);
    String key = keyOf(at, name);
    if (!itemKeys.add(key)) {
      fault(at.path + ".id", "'" + key + "' is the id of another item, too");
    }
    List<ModifierGroup> groups = new ArrayList<>();
    each(at.node.path("groups"), at.path + ".groups")
        .forEach(group -> addGroup(groups, group, key));
    return new MenuItem(
        known(id("item " + key), key), name, description(at), aliases(at), price(at), true, groups);
  }

  private void addGroup(List<ModifierGroup> groups, Place at, String itemKey) {
    if (!at.node.isTextual()) {
      groups.add(group(at, "item " + itemKey));
      return;
    }
    ModifierGroup group = shared.get(at.node.asText());
    if (group == null) {
      fault(at.path, "there is no group '" + at.node.asText() + "'");
    } else {
      groups.add(group);
    }
  }

  private void share(Place at) {
    ModifierGroup group = group(at, "menu");
    if (shared.put(keys.getOrDefault(group.id(), ""), group) != null) {
      fault(at.path + ".id", "another group has this id, too");
    }
  }

  private ModifierGroup group(Place at, String owner) {
    LocalizedText name =
        at.node.has("name") ? text(at.node, at.path) : named(at.node.path("id").asText(""));
    String key = keyOf(at, name);
    String scope = owner + " group " + key;
    List<ModifierOption> options = new ArrayList<>();
    each(at.node.path("options"), at.path + ".options")
        .forEach(option -> options.add(option(option, scope)));
    if (options.isEmpty()) {
      fault(at.path + ".options", "a group needs options");
    }
    Kind kind = kind(at);
    boolean one = kind == Kind.SIZE || kind == Kind.CHOICE;
    int min = number(at, "min", one ? 1 : 0);
    int max = number(at, "max", one ? 1 : Math.max(1, options.size()));
    if (min < 0 || max < 1 || min > max) {
      fault(at.path, "min " + min + " and max " + max + " cannot both hold");
    }
    return new ModifierGroup(known(id(scope), key), kind, name, min, max, options);
  }

  private ModifierOption option(Place at, String scope) {
    LocalizedText name = at.node.isTextual() ? named(at.node.asText()) : text(at.node, at.path);
    String key = keyOf(at, name);
    UUID id = id(scope + " option " + key);
    if (keys.containsKey(id)) {
      fault(at.path + ".id", "'" + key + "' stands in this group twice");
    }
    boolean standard = at.node.path("standard").asBoolean(false);
    return new ModifierOption(known(id, key), name, aliases(at), price(at), standard, true);
  }

  private Kind kind(Place at) {
    JsonNode kind = at.node.path("kind");
    if (kind.isMissingNode()) {
      return at.node.path("min").asInt(0) > 0 ? Kind.CHOICE : Kind.ADDON;
    }
    try {
      return WireName.parse(Kind.class, kind.asText().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      fault(at.path + ".kind", "'" + kind.asText() + "' is not size, choice, addon or remove");
      return Kind.ADDON;
    }
  }

  private int number(Place at, String member, int otherwise) {
    JsonNode node = at.node.path(member);
    if (node.isMissingNode() || node.isNull()) {
      return otherwise;
    }
    if (!node.isIntegralNumber()) {
      fault(at.path + "." + member, "not a whole number");
    }
    return node.asInt(otherwise);
  }

  private Money price(Place at) {
    JsonNode node = at.node.path("price");
    if (node.isMissingNode() || node.isNull()) {
      return Money.ZERO;
    }
    try {
      Money price = Money.ofRiyals(new BigDecimal(node.asText().strip()));
      if (price.halalas() < 0) {
        fault(at.path + ".price", "below zero");
      }
      return price;
    } catch (ArithmeticException | NumberFormatException _) {
      fault(at.path + ".price", "'" + node.asText() + "' is not an amount such as 12.00");
      return Money.ZERO;
    }
  }

  private List<String> aliases(Place at) {
    List<String> aliases = new ArrayList<>();
    for (Place alias : each(at.node.path("aliases"), at.path + ".aliases")) {
      if (alias.node.isTextual()) {
        aliases.add(alias.node.asText());
      } else {
        fault(alias.path, "not a text");
      }
    }
    return aliases;
  }

  private LocalizedText description(Place at) {
    JsonNode node = at.node.path("description");
    return node.isMissingNode() || node.isNull()
        ? new LocalizedText("", "")
        : localized(node, at.path + ".description");
  }

  private LocalizedText text(JsonNode node, String path) {
    return localized(node.path("name"), path + ".name");
  }

  /// A plain text is both languages; of one that is missing the other one stands in.
  private LocalizedText localized(JsonNode node, String path) {
    String ar = node.isTextual() ? node.asText() : node.path("ar").asText("");
    String en = node.isTextual() ? node.asText() : node.path("en").asText("");
    if (ar.isBlank() && en.isBlank()) {
      fault(path, "missing: a text, or {\"ar\": …, \"en\": …}");
    }
    return new LocalizedText(ar.isBlank() ? en : ar, en.isBlank() ? ar : en);
  }

  private static LocalizedText named(String both) {
    return new LocalizedText(both, both);
  }

  /// The id that was given, or else the English name in lower_snake.
  private static String keyOf(Place at, LocalizedText name) {
    JsonNode id = at.node.path("id");
    String key = id.isValueNode() && !id.isNull() ? id.asText().strip() : "";
    return key.isEmpty()
        ? name.en()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "_")
            .replaceAll("^_|_$", "")
        : key;
  }

  private List<Place> each(JsonNode nodes, String path) {
    List<Place> places = new ArrayList<>();
    if (!nodes.isArray() && !nodes.isMissingNode() && !nodes.isNull()) {
      fault(path, "not a list");
    }
    for (JsonNode node : nodes.isArray() ? nodes : List.<JsonNode>of()) {
      places.add(new Place(node, path + "[" + places.size() + "]"));
    }
    return places;
  }

  private UUID known(UUID id, String key) {
    keys.put(id, key);
    return id;
  }

  private UUID id(String of) {
    return UUID.nameUUIDFromBytes((source + " " + of).getBytes(StandardCharsets.UTF_8));
  }

  private void fault(String path, String what) {
    faults.add(source + ": " + path + ": " + what);
  }

  /// A part of the file, and where it stands.
  private record Place(JsonNode node, String path) {}
}
