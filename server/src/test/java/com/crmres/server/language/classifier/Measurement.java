package com.crmres.server.language.classifier;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.classifier.Training.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// Measures the classifiers: `cross <task> <folds>` over all examples; `author <task> <file>` on a
/// file of examples from which nothing is learned then; `file <task> <file>` on any labelled file.
/// Prints failures where a further argument is `failures`.
final class Measurement {

  private static final Path EXAMPLES = Path.of("src/main/training");

  private final Training training = new Training(Lexicon.load());
  private final boolean failures;

  private Measurement(boolean failures) {
    this.failures = failures;
  }

  public static void main(String[] arguments) throws Exception {
    boolean failures = Arrays.asList(arguments).contains("failures");
    Measurement measurement = new Measurement(failures);
    Task task = Task.valueOf(arguments[1]);
    switch (arguments[0]) {
      case "cross" -> measurement.cross(task, Integer.parseInt(arguments[2]));
      case "author" -> measurement.author(task, arguments[2]);
      case "file" -> measurement.held(task, Example.of(Path.of(arguments[2])));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private void held(Task task, List<Example> examples) {
    long begun = System.nanoTime();
    LinearModel model = training.learn(task, Training.examples(task, EXAMPLES));
    System.out.printf("trained in %.1f s%n", (System.nanoTime() - begun) / 1e9);
    report(examples, examples.stream().map(one -> model.judge(training.read(one.text()))).toList());
  }

  /// How well the examples of a file are judged by what was learned without them.
  private void author(Task task, String file) throws Exception {
    List<Example> own = Example.of(EXAMPLES.resolve(task.folder).resolve(file));
    List<Example> learned = new ArrayList<>(Training.examples(task, EXAMPLES));
    learned.removeAll(own);
    LinearModel model = training.learn(task, learned);
    List<Features> read = own.stream().map(one -> training.read(one.text())).toList();
    report(own, read.stream().map(model::judge).toList());
    System.out.printf(
        "best temperature %.2f%n",
        Calibration.temperature(model, read, own.stream().map(Example::label).toList()));
  }

  private void cross(Task task, int folds) {
    List<Example> all = new ArrayList<>(Training.examples(task, EXAMPLES));
    Collections.shuffle(all, new Random(1));
    List<Example> judged = new ArrayList<>();
    List<Judgement> judgements = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      List<Example> learned = new ArrayList<>();
      List<Example> kept = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        (i % folds == fold ? kept : learned).add(all.get(i));
      }
      LinearModel model = training.learn(task, learned);
      kept.forEach(one -> judgements.add(model.judge(training.read(one.text()))));
      judged.addAll(kept);
    }
    report(judged, judgements);
  }

  private void report(List<Example> examples, List<Judgement> judgements) {
    List<String> right = examples.stream().map(Example::label).toList();
    List<String> said = judgements.stream().map(Judgement::label).toList();
    System.out.printf(
        "all: %d, accuracy %.3f, macro-F1 %.3f, calibration error %.3f%n",
        right.size(),
        accuracy(right, said),
        macro(right, said, true),
        Calibration.expectedError(judgements, right));
    Map<String, List<Integer>> dialects = new TreeMap<>();
    for (int i = 0; i < right.size(); i++) {
      dialects.computeIfAbsent(examples.get(i).dialect(), _ -> new ArrayList<>()).add(i);
    }
    dialects.forEach((dialect, places) -> {
      List<String> r = places.stream().map(right::get).toList();
      List<String> s = places.stream().map(said::get).toList();
      System.out.printf(
          "  %-8s %5d accuracy %.3f macro-F1 %.3f%n",
          dialect, r.size(), accuracy(r, s), macro(r, s, false));
    });
    if (failures) {
      for (int i = 0; i < right.size(); i++) {
        if (!right.get(i).equals(said.get(i))) {
          System.out.printf(
              "%s -> %s %.2f [%s] %s%n",
              right.get(i),
              said.get(i),
              judgements.get(i).confidence(),
              examples.get(i).dialect(),
              examples.get(i).text().replace("\n", " \\n "));
        }
      }
    }
  }

  private static double accuracy(List<String> right, List<String> said) {
    int hits = 0;
    for (int i = 0; i < right.size(); i++) {
      hits += right.get(i).equals(said.get(i)) ? 1 : 0;
    }
    return (double) hits / right.size();
  }

  private static double macro(List<String> right, List<String> said, boolean print) {
    double sum = 0;
    TreeSet<String> labels = new TreeSet<>(right);
    for (String label : labels) {
      int both = 0;
      int wanted = 0;
      int found = 0;
      for (int i = 0; i < right.size(); i++) {
        wanted += right.get(i).equals(label) ? 1 : 0;
        found += said.get(i).equals(label) ? 1 : 0;
        both += right.get(i).equals(label) && said.get(i).equals(label) ? 1 : 0;
      }
      double f1 = both == 0 ? 0 : 2.0 * both / (wanted + found);
      if (print) {
        System.out.printf(
            "  %-13s %5d F1 %.3f precision %.3f recall %.3f%n",
            label,
            wanted,
            f1,
            (double) both / Math.max(1, found),
            (double) both / Math.max(1, wanted));
      }
      sum += f1;
    }
    return sum / labels.size();
  }
}
