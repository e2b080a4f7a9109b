package com.crmres.server.assistant.evaluation;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads the menus and cases of a folder, and tries whether each case fits its menu before any is
/// measured.
final class SuiteReader {

  private static final String MENU = ".json";

  private final Path folder;
  private final Map<String, SuiteMenu> menus = new TreeMap<>();
  private final List<Suite.Case<OrderCase>> orders = new ArrayList<>();
  private final List<Suite.Case<Conversation>> conversations = new ArrayList<>();
  private final List<Attack> attacks = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final List<String> faults = new ArrayList<>();

  SuiteReader(Path folder) {
    this.folder = folder;
  }

  Suite read() {
    Path above = folder.toAbsolutePath().normalize().getParent();
    if (above != null) {
      readMenus(above.resolve("menus"));
    }
    readMenus(folder.resolve("menus"));
    for (Path file : Suite.files(folder, ".jsonl")) {
      TextFile.lines(file).forEach(this::readCase);
    }
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
    return new Suite(menus, orders, conversations, attacks, Suite.files(folder, ".tsv"));
  }

  private void readMenus(Path place) {
    if (!Files.isDirectory(place)) {
      return;
    }
    for (Path file : Suite.files(place, MENU)) {
      String name = file.getFileName().toString();
      try {
        menus.put(name.substring(0, name.length() - MENU.length()), MenuReader.read(file));
      } catch (BadInput e) {
        faults.addAll(e.faults());
      }
    }
  }

  private void readCase(TextFile.Line line) {
    try {
      JsonNode node = Json.MAPPER.readTree(line.text());
      if (node.has("forbidden")) {
        attack(node);
        return;
      }
      if (!node.has("turns") && !(node.has("said") && node.has("expect"))) {
        throw new BadInput("neither said and expect, nor turns");
      }
      String id = id(node);
      add(
          line,
          node,
          menu(node.path("menu").asText("")),
          Split.of(folder.relativize(line.file()), id));
    } catch (JsonProcessingException e) {
      faults.add(line.fault(e.getOriginalMessage()));
    } catch (BadInput e) {
      e.faults().forEach(fault -> faults.add(line.fault(fault)));
    }
  }

  private String id(JsonNode node) {
    String id = node.path("id").asText("");
    if (id.isEmpty() || !ids.add(id)) {
      throw new BadInput(id.isEmpty() ? "no id" : "the id '" + id + "' was there before");
    }
    return id;
  }

  private void attack(JsonNode node) throws JsonProcessingException {
    id(node);
    Attack attack = Json.MAPPER.treeToValue(node, Attack.class);
    if (attack.said().isEmpty()) {
      throw new BadInput("nothing is said");
    }
    if (attack.menu() != null) {
      menu(attack.menu());
    }
    attacks.add(attack);
  }

  private void add(TextFile.Line line, JsonNode node, SuiteMenu menu, Split split)
      throws JsonProcessingException {
    if (node.has("turns")) {
      Conversation about = Json.MAPPER.treeToValue(node, Conversation.class);
      about.turns().stream()
          .flatMap(turn -> Optional.ofNullable(turn.expect().cart()).stream())
          .forEach(cart -> Servings.of(menu, cart));
      conversations.add(new Suite.Case<>(about, menu, split, line));
    } else {
      OrderCase about = Json.MAPPER.treeToValue(node, OrderCase.class);
      check(about, menu);
      orders.add(new Suite.Case<>(about, menu, split, line));
    }
  }

  private static void check(OrderCase about, SuiteMenu menu) {
    if (about.said().isEmpty()) {
      throw new BadInput("nothing is said");
    }
    new Scene(menu, about).turn();
    Optional.ofNullable(about.expect().lines()).ifPresent(lines -> Servings.of(menu, lines));
    for (String key : about.expect().ask()) {
      if (menu.item(key).isEmpty()) {
        throw new BadInput("the menu has no item '" + key + "'");
      }
    }
  }

  private SuiteMenu menu(String name) {
    SuiteMenu menu = menus.get(name);
    if (menu == null) {
      throw new BadInput("there is no menu '" + name + "' among " + menus.keySet());
    }
    return menu;
  }
}
