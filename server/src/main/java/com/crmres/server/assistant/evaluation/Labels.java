package com.crmres.server.assistant.evaluation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The labels of a file in our words, and our labels in the words of a coarser file.
final class Labels {

  private final LabelKind kind;
  private final Map<String, String> own;

  private Labels(LabelKind kind, Map<String, String> own) {
    this.kind = kind;
    this.own = own;
  }

  /// Without a map of one's own.
  static Labels of(LabelKind kind) {
    return new Labels(kind, Map.of());
  }

  /// With a map file: `foreign<TAB>ours`, a label a line.
  static Labels of(LabelKind kind, Path mapFile) {
    Map<String, String> own = new HashMap<>();
    for (TextFile.Line line : TextFile.lines(mapFile)) {
      String[] columns = line.text().split("\t", -1);
      if (columns.length != 2) {
        throw new BadInput(line.fault("not foreign<TAB>ours"));
      }
      String ours = normal(columns[1]);
      if (!kind.known().contains(ours)) {
        throw new BadInput(
            line.fault("'" + columns[1] + "' is none of " + new TreeSet<>(kind.known())));
      }
      own.put(normal(columns[0]), ours);
    }
    return new Labels(kind, own);
  }

  /// What each text is labelled, in our words.
  ///
  /// @throws BadInput naming every label that is not known
  Map<LabelledText, String> resolve(List<LabelledText> texts) {
    Map<LabelledText, String> resolved = new LinkedHashMap<>();
    Map<String, String> faults = new TreeMap<>();
    for (LabelledText text : texts) {
      String label = ours(text.label());
      if (label.isEmpty()) {
        faults.putIfAbsent(
            text.label(),
            text.at()
                .fault(
                    "unknown label '%s'; known are %s, others by --labels FILE"
                        .formatted(text.label(), new TreeSet<>(kind.known()))));
      } else {
        resolved.put(text, label);
      }
    }
    refuseHalfNumbers(texts, faults);
    if (!faults.isEmpty()) {
      throw new BadInput(List.copyOf(faults.values()));
    }
    return resolved;
  }

  /// Ours by a foreign label; empty if it is not known.
  private String ours(String foreign) {
    String label = normal(foreign);
    String mapped = own.getOrDefault(label, kind.aliases().getOrDefault(label, label));
    return kind.known().contains(mapped) ? mapped : "";
  }

  /// 0 beside 1 may mean negative or neutral: measured the wrong way it would look like a figure.
  private void refuseHalfNumbers(List<LabelledText> texts, Map<String, String> faults) {
    Set<String> written = new HashSet<>();
    texts.forEach(text -> written.add(text.label()));
    if (kind == LabelKind.SENTIMENT
        && !own.containsKey("0")
        && written.contains("0")
        && !written.contains("-1")) {
      texts.stream()
          .filter(text -> text.label().equals("0"))
          .findFirst()
          .ifPresent(text ->
              faults.put(
                  "0",
                  text.at()
                      .fault("0 without any -1: neutral or negative? Say it by --labels FILE")));
    }
  }

  static String normal(String label) {
    return label
        .strip()
        .toLowerCase(Locale.ROOT)
        .replace(' ', '_')
        .replace('-', '_')
        .replaceAll("^_(?=\\d)", "-");
  }
}
