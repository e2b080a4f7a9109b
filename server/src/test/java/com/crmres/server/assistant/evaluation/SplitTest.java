package com.crmres.server.assistant.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Train, dev and test never change hands.
class SplitTest {

  /// First bytes of SHA-256 by another program: sha256sum.
  @ParameterizedTest
  @CsvSource({
    "sa-0001, TRAIN",
    "sa-0015, DEV",
    "en-0011, TRAIN",
    "a, TRAIN",
    "b, TRAIN",
    "الاكل يجنن ماشاء الله, TRAIN",
    "lv-0003, TRAIN",
    "thanks, DEV",
    "case-0, TEST"
  })
  void aCaseBelongsWhereTheHashOfItsKeyPutsIt(String key, Split split) {
    assertThat(Split.of(key)).isEqualTo(split);
  }

  @Test
  void theFolderDecidesBeforeTheHash() {
    assertThat(Split.of(Path.of("orders/test/x.jsonl"), "a")).isEqualTo(Split.TEST);
    assertThat(Split.of(Path.of("x.jsonl"), "a")).isEqualTo(Split.of("a"));
  }

  @Test
  void aFileIsPartedIntoFoldersAndNothingIsLost(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("all.tsv");
    StringBuilder text = new StringBuilder("# a comment\n");
    for (int i = 0; i < 100; i++) {
      text.append("text ").append(i).append("\tpositive\n");
    }
    Files.writeString(file, text);

    var counts = Splitter.split(file, folder.resolve("out"));

    assertThat(counts.values().stream().mapToInt(count -> count).sum()).isEqualTo(100);
    assertThat(LabelledFile.read(folder.resolve("out/dev/all.tsv")))
        .hasSize(counts.getOrDefault(Split.DEV, 0))
        .allMatch(line -> Split.of(line.text()) == Split.DEV)
        .allMatch(line -> line.split() == Split.DEV);
  }
}
