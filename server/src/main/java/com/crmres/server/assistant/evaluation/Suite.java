package com.crmres.server.assistant.evaluation;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a folder of suites holds.
///
/// @param menus by the names that cases use
record Suite(Map<String, SuiteMenu> menus, List<Case> orders, List<Path> labelled) {

  Suite {
    menus = Map.copyOf(menus);
    orders = List.copyOf(orders);
    labelled = List.copyOf(labelled);
  }

  /// A case and where it stands.
  record Case(OrderCase about, Split split, TextFile.Line at) {}

  /// Reads a folder with all below it; its menus may lie beside it, too.
  ///
  /// @throws BadInput naming every fault
  static Suite read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInput(folder + ": there is no such folder");
    }
    List<String> faults = new ArrayList<>();
    Map<String, SuiteMenu> menus = new TreeMap<>();
    Path above = folder.toAbsolutePath().normalize().getParent();
    if (above != null) {
      readMenus(above.resolve("menus"), menus, faults);
    }
    readMenus(folder.resolve("menus"), menus, faults);
    List<Case> orders = new ArrayList<>();
    files(folder, ".jsonl").forEach(file -> orders.addAll(cases(folder, file, faults)));
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
    return new Suite(menus, orders, files(folder, ".tsv"));
  }

  SuiteMenu menu(Case about) {
    SuiteMenu menu = menus.get(about.about().menu());
    if (menu == null) {
      throw new BadInput(
          about
              .at()
              .fault("there is no menu '" + about.about().menu() + "' among " + menus.keySet()));
    }
    return menu;
  }

  private static void readMenus(Path folder, Map<String, SuiteMenu> menus, List<String> faults) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path file : files(folder, ".json")) {
      String name = file.getFileName().toString();
      try {
        menus.put(name.substring(0, name.length() - ".json".length()), MenuReader.read(file));
      } catch (BadInput e) {
        faults.addAll(e.faults());
      }
    }
  }

  private static List<Case> cases(Path folder, Path file, List<String> faults) {
    List<Case> cases = new ArrayList<>();
    for (TextFile.Line line : TextFile.lines(file)) {
      try {
        JsonNode node = Json.MAPPER.readTree(line.text());
        if (node.has("said") && node.has("expect")) {
          OrderCase about = Json.MAPPER.treeToValue(node, OrderCase.class);
          cases.add(new Case(about, Split.of(folder.relativize(file), about.id()), line));
        }
      } catch (JsonProcessingException e) {
        faults.add(line.fault(e.getOriginalMessage()));
      }
    }
    return cases;
  }

  /// The files of a kind, but not one from which train, dev and test were made beside it.
  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending))
          .filter(file -> !isSplitUp(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new BadInput(folder + ": cannot be read: " + e.getMessage());
    }
  }

  private static boolean isSplitUp(Path file) {
    return Stream.of(Split.values())
        .anyMatch(split ->
            Files.exists(
                file.resolveSibling(split.folder()).resolve(file.getFileName().toString())));
  }
}
