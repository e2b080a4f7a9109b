package com.crmres.server.language.classifier;

import com.crmres.server.language.Lexicon;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Trains the models at build time from the written examples.
///
/// Below the first folder stand `intents`, `sentiments` and `dialects`, whose files are all
/// learned. Models go to the second folder.
public final class Training {

  private static final System.Logger LOG = System.getLogger(Training.class.getName());
  private static final int SEED = 4;

  /// Courtesy does not change what these are about.
  private static final Set<String> PLAIN =
      Set.of(
          "order",
          "change_order",
          "cancel",
          "order_status",
          "question",
          "complaint",
          "human",
          "safety",
          "opt_out");

  private final Reader reader;

  Training(Lexicon lexicon) {
    this.reader = new Reader(lexicon);
  }

  /// What is trained.
  enum Task {
    INTENTS("intents", 6, 2, 80_000, new Contrast(0, 0.5), 1.2),
    SENTIMENTS("sentiments", 2, 2, 250_000, new Contrast(1, 0), 2),
    DIALECTS("dialects", 2, 3, 100_000, new Contrast(0, 0), 1);

    final String folder;
    final double temperature;

    @SuppressWarnings("ImmutableEnumChecker") // a record of values
    private final Learner.Settings settings;

    /// @param temperature under which the right labels are likeliest in texts of authors from whom
    ///   nothing was learned; a text that was learned would make the model too sure of itself
    Task(String folder, double cost, int rarest, int most, Contrast contrast, double temperature) {
      this.folder = folder;
      this.settings = new Learner.Settings(cost, rarest, most, contrast);
      this.temperature = temperature;
    }

    Learner.Settings settings() {
      return settings;
    }
  }

  /// Trains all models: `<folder of examples> <folder of models>`.
  public static void main(String[] arguments) throws IOException {
    Path examples = Path.of(arguments[0]);
    Path models = Files.createDirectories(Path.of(arguments[1]));
    Training training = new Training(Lexicon.load());
    for (Task task : Task.values()) {
      LinearModel model = training.learn(task, examples(task, examples));
      try (DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(
                  Files.newOutputStream(models.resolve(task.folder + ".model"))))) {
        model.write(out);
      }
      LOG.log(System.Logger.Level.INFO, "Trained {0}: {1} features", task.folder, model.size());
    }
  }

  LinearModel learn(Task task, List<Example> examples) {
    Noise courteous = new Noise(new Random(SEED), true);
    Noise curt = new Noise(new Random(SEED), false);
    List<Features> read = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    List<Example> all = new ArrayList<>(examples);
    if (task == Task.SENTIMENTS) {
      all.addAll(Composition.reviews(examples));
      all.addAll(Composition.opinions(reader.feelings()));
    }
    for (Example example : all) {
      boolean plain = task == Task.INTENTS && PLAIN.contains(example.label());
      read.add(reader.read(example.text()));
      labels.add(example.label());
      if (task != Task.DIALECTS) {
        read.add(reader.read((plain ? courteous : curt).of(example.text())));
        labels.add(example.label());
      }
    }
    return new Learner(task.settings()).learn(read, labels).withTemperature(task.temperature);
  }

  Features read(String text) {
    return reader.read(text);
  }

  /// Every example that says its dialect teaches dialects, whatever else it was written for.
  static List<Example> examples(Task task, Path folder) {
    List<Example> all = new ArrayList<>(Example.in(folder.resolve(task.folder)));
    if (task == Task.DIALECTS) {
      for (Task other : List.of(Task.INTENTS, Task.SENTIMENTS)) {
        Example.in(folder.resolve(other.folder)).stream()
            .filter(example -> !example.dialect().isEmpty())
            .map(example -> new Example(example.text(), example.dialect(), ""))
            .forEach(all::add);
      }
    }
    return all;
  }
}
