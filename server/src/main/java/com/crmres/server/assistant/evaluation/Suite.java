package com.crmres.server.assistant.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a folder of suites holds.
///
/// @param menus by the names that cases use
record Suite(
    Map<String, SuiteMenu> menus,
    List<Case<OrderCase>> orders,
    List<Case<Conversation>> conversations,
    List<Attack> attacks,
    List<Path> labelled) {

  Suite {
    menus = Map.copyOf(menus);
    orders = List.copyOf(orders);
    conversations = List.copyOf(conversations);
    attacks = List.copyOf(attacks);
    labelled = List.copyOf(labelled);
  }

  /// A case and where it stands.
  record Case<T>(T about, SuiteMenu menu, Split split, TextFile.Line at) {}

  /// Reads a folder with all below it; its menus may lie beside it, too.
  ///
  /// @throws BadInput naming every fault
  static Suite read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BadInput(folder + ": there is no such folder");
    }
    return new SuiteReader(folder).read();
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
