package com.crmres.server.assistant.evaluation;

import com.crmres.common.wire.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that was measured, for people and for programs.
record Report(List<Section> sections, Meter meter) {

  /// How many failures of a section are printed where nobody says otherwise.
  static final int FAILURES = 20;

  Report {
    sections = List.copyOf(sections);
  }

  List<String> lines(int mostFailures) {
    List<String> lines = new ArrayList<>();
    for (Section section : sections) {
      lines.addAll(failures(section, mostFailures));
    }
    for (Section section : sections) {
      lines.add("── " + section.title());
      lines.addAll(section.lines());
      lines.add("");
    }
    lines.add("── Mind: " + meter.names());
    lines.addAll(meter.lines());
    if (sections.size() > 1) {
      lines.add("");
      sections.forEach(section -> lines.add(section.title()));
    }
    return lines;
  }

  private static List<String> failures(Section section, int most) {
    List<String> failures = section.failures();
    if (failures.isEmpty() || most == 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("── Failures: " + section.name() + ", " + failures.size());
    failures.stream().limit(most).forEach(lines::add);
    if (failures.size() > most) {
      lines.add("… and " + (failures.size() - most) + " more: --failures " + failures.size());
    }
    lines.add("");
    return lines;
  }

  void write(Path file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mind", meter.names());
    sections.forEach(section -> json.put(section.name(), section.json()));
    json.put("work", meter.json());
    try {
      Files.writeString(
          file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report that cannot be written as JSON", e);
    } catch (IOException e) {
      throw new BadInput(file + ": cannot be written: " + e.getMessage());
    }
  }
}
