package com.crmres.server.assistant.evaluation;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Parts a suite into train, dev and test.
final class Splitter {

  private Splitter() {}

  /// Writes `into/<split>/<name of the file>` for each split that has any of its lines.
  ///
  /// @return how many lines went where
  static Map<Split, Integer> split(Path file, Path into) {
    Map<Split, List<String>> parts = new EnumMap<>(Split.class);
    Set<String> seen = new HashSet<>();
    List<String> faults = new ArrayList<>();
    boolean json = file.toString().endsWith(".jsonl");
    for (TextFile.Line line : TextFile.lines(file)) {
      String key = json ? id(line, faults) : line.text().split("\t", -1)[0].strip();
      if (json && !key.isEmpty() && !seen.add(key)) {
        faults.add(line.fault("the id '" + key + "' was there before"));
      }
      parts.computeIfAbsent(Split.of(key), _ -> new ArrayList<>()).add(line.text());
    }
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    parts.forEach((split, lines) -> {
      write(into.resolve(split.folder()).resolve(file.getFileName()), lines);
      counts.put(split, lines.size());
    });
    return counts;
  }

  private static String id(TextFile.Line line, List<String> faults) {
    try {
      String id = Json.MAPPER.readTree(line.text()).path("id").asText("");
      if (id.isEmpty()) {
        faults.add(line.fault("no id"));
      }
      return id;
    } catch (JsonProcessingException e) {
      faults.add(line.fault("not JSON: " + e.getOriginalMessage()));
      return "";
    }
  }

  private static void write(Path file, List<String> lines) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be written: " + e.getMessage());
    }
  }
}
