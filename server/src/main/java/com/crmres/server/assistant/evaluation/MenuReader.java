package com.crmres.server.assistant.evaluation;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierGroup.Kind;
import com.crmres.server.menu.ModifierOption;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    String source = file.toString();
    MenuReader reader = new MenuReader(source);
    SuiteMenu menu = reader.menu(parsed(source, TextFile.read(file)));
    if (!reader.faults.isEmpty()) {
      throw new BadInput(reader.faults.stream().map(fault -> source + ": " + fault).toList());
    }
    return menu;
  }

  private static JsonNode parsed(String source, String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      int line = place == null ? 1 : place.getLineNr();
      throw new BadInput(source + ":" + line + ": not JSON: " + e.getOriginalMessage());
    }
  }

  private SuiteMenu menu(JsonNode node) {
    MenuPart root = new MenuPart(node, "", faults);
    root.each("groups").forEach(this::share);
    List<Menu.Category> categories = new ArrayList<>();
    root.each("categories").forEach(part -> categories.add(category(part)));
    List<MenuPart> loose = node.isArray() ? root.each() : root.each("items");
    if (!loose.isEmpty()) {
      LocalizedText name = new LocalizedText("القائمة", "Menu");
      categories.add(new Menu.Category(id("category"), name, items(loose)));
    }
    if (itemKeys.isEmpty() && faults.isEmpty()) {
      faults.add("no items: a menu is an object with categories[].items[]");
    }
    LocalizedText name = root.has("name") ? root.name() : new LocalizedText("", "");
    return new SuiteMenu(name, new Menu(id("restaurant"), id("branch"), categories), keys);
  }

  private Menu.Category category(MenuPart part) {
    return new Menu.Category(id("category " + part.path()), part.name(), items(part.each("items")));
  }

  private List<MenuItem> items(List<MenuPart> parts) {
    return parts.stream().map(this::item).toList();
  }

  private MenuItem item(MenuPart part) {
    LocalizedText name = part.name();
    String key = part.key(name);
    if (!itemKeys.add(key)) {
      part.fault(".id", "'" + key + "' is the id of another item, too");
    }
    List<ModifierGroup> groups = new ArrayList<>();
    part.each("groups").forEach(group -> addGroup(groups, group, key));
    return new MenuItem(
        known(id("item " + key), key),
        name,
        part.description(),
        part.aliases(),
        part.price(),
        true,
        groups);
  }

  private void addGroup(List<ModifierGroup> groups, MenuPart part, String itemKey) {
    if (!part.isText()) {
      groups.add(group(part, "item " + itemKey));
      return;
    }
    ModifierGroup group = shared.get(part.text());
    if (group == null) {
      part.fault("", "there is no group '" + part.text() + "'");
    } else {
      groups.add(group);
    }
  }

  private void share(MenuPart part) {
    ModifierGroup group = group(part, "menu");
    if (shared.put(keys.getOrDefault(group.id(), ""), group) != null) {
      part.fault(".id", "another group has this id, too");
    }
  }

  private ModifierGroup group(MenuPart part, String owner) {
    LocalizedText name = part.has("id") && !part.has("name") ? byId(part) : part.name();
    String key = part.key(name);
    String scope = owner + " group " + key;
    List<ModifierOption> options =
        part.each("options").stream().map(option -> option(option, scope)).toList();
    if (options.isEmpty()) {
      part.fault(".options", "a group needs options");
    }
    Kind kind = part.kind();
    boolean one = kind == Kind.SIZE || kind == Kind.CHOICE;
    int min = part.number("min", one ? 1 : 0);
    int max = part.number("max", one ? 1 : Math.max(1, options.size()));
    if (min < 0 || max < 1 || min > max) {
      part.fault("", "min " + min + " and max " + max + " cannot both hold");
    }
    return new ModifierGroup(known(id(scope), key), kind, name, min, max, options);
  }

  private static LocalizedText byId(MenuPart part) {
    String id = part.node().path("id").asText();
    return new LocalizedText(id, id);
  }

  private ModifierOption option(MenuPart part, String scope) {
    LocalizedText name = part.isText() ? new LocalizedText(part.text(), part.text()) : part.name();
    String key = part.key(name);
    UUID id = id(scope + " option " + key);
    if (keys.containsKey(id)) {
      part.fault(".id", "'" + key + "' stands in this group twice");
    }
    boolean standard = part.node().path("standard").asBoolean(false);
    return new ModifierOption(known(id, key), name, part.aliases(), part.price(), standard, true);
  }

  private UUID known(UUID id, String key) {
    keys.put(id, key);
    return id;
  }

  private UUID id(String of) {
    return UUID.nameUUIDFromBytes((source + " " + of).getBytes(StandardCharsets.UTF_8));
  }
}
