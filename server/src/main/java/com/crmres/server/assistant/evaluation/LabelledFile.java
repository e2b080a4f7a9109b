package com.crmres.server.assistant.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads `text<TAB>label[<TAB>dialect]`, a text a line.
final class LabelledFile {

  private static final int MOST_COLUMNS = 3;

  private LabelledFile() {}

  /// Reads one file.
  ///
  /// @throws BadInput naming each line that cannot be read
  static List<LabelledText> read(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return read(folder == null ? file : folder.resolveSibling(""), file.toAbsolutePath());
  }

  /// Reads one file of a folder of suites.
  ///
  /// @param root the folder, whose parts down to the file may name the split
  /// @throws BadInput naming each line that cannot be read
  static List<LabelledText> read(Path root, Path file) {
    List<LabelledText> texts = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (TextFile.Line line : TextFile.lines(file)) {
      String[] columns = line.text().split("\t", -1);
      String fault = fault(columns);
      if (!fault.isEmpty()) {
        faults.add(line.fault(fault));
      } else if (!isHead(columns)) {
        String text = columns[0].strip();
        String dialect = columns.length == MOST_COLUMNS ? columns[2].strip() : "";
        texts.add(
            new LabelledText(
                text,
                columns[1].strip(),
                dialect.isEmpty() ? LabelledText.NO_DIALECT : dialect,
                Split.of(root.relativize(file), text),
                line));
      }
    }
    if (texts.isEmpty() && faults.isEmpty()) {
      faults.add(file + ": the file has nothing in it to measure");
    }
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
    return texts;
  }

  private static String fault(String[] columns) {
    if (columns.length == 1) {
      return "no tab between text and label";
    }
    if (columns.length > MOST_COLUMNS) {
      return columns.length + " columns; text, label and dialect are allowed";
    }
    if (columns[0].isBlank()) {
      return "no text before the tab";
    }
    return columns[1].isBlank() ? "no label after the tab" : "";
  }

  private static boolean isHead(String[] columns) {
    return columns[0].strip().toLowerCase(Locale.ROOT).equals("text")
        && columns[1].strip().toLowerCase(Locale.ROOT).equals("label");
  }
}
