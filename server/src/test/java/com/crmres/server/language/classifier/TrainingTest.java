package com.crmres.server.language.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.classifier.Training.Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingTest {

  private static final Path EXAMPLES = Path.of("src/main/training");

  @Test
  void theSameExamplesGiveTheSameBytes() throws IOException {
    assertThat(bytes(trained())).isEqualTo(bytes(trained()));
  }

  @Test
  void aModelThatIsWrittenAndReadJudgesAsBefore() throws IOException {
    LinearModel model = trained();
    LinearModel again =
        LinearModel.read(new DataInputStream(new ByteArrayInputStream(bytes(model))));
    Reader reader = new Reader(Lexicon.load());

    for (String text : List.of("الاكل لذيذ", "the food was cold", "متى تفتحون")) {
      assertThat(again.judge(reader.read(text)).label())
          .isEqualTo(model.judge(reader.read(text)).label());
    }
  }

  @ParameterizedTest
  @CsvSource({"INTENTS, 0.88", "SENTIMENTS, 0.86"})
  void textsThatWereNotLearnedAreJudgedNoWorseThanMeasured(Task task, double least)
      throws IOException {
    List<Example> held = Example.of(EXAMPLES.resolve(task.folder).resolve("dev.tsv"));
    List<Example> learned = new ArrayList<>(Training.examples(task, EXAMPLES));
    learned.removeAll(held);
    Training training = new Training(Lexicon.load());
    LinearModel model = training.learn(task, learned);

    long right =
        held.stream()
            .filter(one -> model.judge(training.read(one.text())).label().equals(one.label()))
            .count();
    assertThat((double) right / held.size()).isGreaterThan(least);
  }

  private static LinearModel trained() {
    List<Example> some = new ArrayList<>();
    List<Example> all = Training.examples(Task.SENTIMENTS, EXAMPLES);
    for (int i = 0; i < all.size(); i += 8) {
      some.add(all.get(i));
    }
    return new Training(Lexicon.load()).learn(Task.SENTIMENTS, some);
  }

  private static byte[] bytes(LinearModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      model.write(out);
    }
    return bytes.toByteArray();
  }
}
