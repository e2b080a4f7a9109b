package com.crmres.server.language.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A text with the label that it should get.
///
/// @param dialect as in the third column; empty if not said
record Example(String text, String label, String dialect) {

  /// The examples of all files below a folder in the order of their names.
  static List<Example> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Example> examples = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        examples.addAll(of(file));
      }
      return examples;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the examples in " + folder, e);
    }
  }

  /// The examples of a file; `\n` stands between the messages of one text.
  static List<Example> of(Path file) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        String[] columns = line.split("\t", -1);
        if (columns.length < 2) {
          throw new IllegalArgumentException(file + ": no label in: " + line);
        }
        examples.add(
            new Example(
                columns[0].replace("\\n", "\n"),
                columns[1].strip(),
                columns.length > 2 ? columns[2].strip() : ""));
      }
    }
    return examples;
  }
}
