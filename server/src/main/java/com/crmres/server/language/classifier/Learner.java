package com.crmres.server.language.classifier;

import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Learns a linear model from examples by logistic regression; the same examples give the same
/// model.
final class Learner {

  private static final int SEED = 20261123;

  private final Settings settings;

  Learner(Settings settings) {
    this.settings = settings;
  }

  /// How to learn.
  ///
  /// @param cost of an example that is not fitted: the higher, the closer the fit
  /// @param rarest in how many examples a feature must be found to count
  /// @param most how many features are kept
  /// @param contrast how much which features count
  record Settings(double cost, int rarest, int most, Contrast contrast) {}

  LinearModel learn(List<Features> read, List<String> given) {
    Linear.disableDebugOutput();
    List<String> labels = given.stream().distinct().sorted().toList();
    int[] keys = common(read);
    double[] factors = settings.contrast().of(read, given, keys);
    Model model =
        Linear.train(problem(read, given, labels, keys, factors), parameter(given, labels));
    return pruned(inOrder(model, factors, labels.size()), labels, keys);
  }

  /// The names that enough examples have, in order.
  private int[] common(List<Features> read) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (Features features : read) {
      for (int i = 0; i < features.size(); i++) {
        counts.merge(features.key(i), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(count -> count.getValue() >= settings.rarest())
        .mapToInt(Map.Entry::getKey)
        .sorted()
        .toArray();
  }

  private static Problem problem(
      List<Features> read, List<String> given, List<String> labels, int[] keys, double[] factors) {
    Problem problem = new Problem();
    problem.l = read.size();
    problem.n = keys.length + 1;
    problem.bias = 1;
    problem.y = given.stream().mapToDouble(labels::indexOf).toArray();
    problem.x = new de.bwaldvogel.liblinear.Feature[read.size()][];
    for (int i = 0; i < read.size(); i++) {
      problem.x[i] = nodes(read.get(i), keys, factors);
    }
    return problem;
  }

  private static de.bwaldvogel.liblinear.Feature[] nodes(
      Features features, int[] keys, double[] factors) {
    int[] known =
        IntStream.range(0, features.size())
            .filter(i -> Arrays.binarySearch(keys, features.key(i)) >= 0)
            .toArray();
    var nodes = new de.bwaldvogel.liblinear.Feature[known.length + 1];
    for (int i = 0; i < known.length; i++) {
      int at = Arrays.binarySearch(keys, features.key(known[i]));
      nodes[i] = new FeatureNode(at + 1, features.value(known[i]) * factors[at]);
    }
    nodes[known.length] = new FeatureNode(keys.length + 1, 1);
    return nodes;
  }

  /// Rare labels weigh more, by the root of how much rarer they are.
  private Parameter parameter(List<String> given, List<String> labels) {
    Parameter parameter = new Parameter(SolverType.L2R_LR, settings.cost(), 0.02, 100);
    parameter.setRandom(new Random(SEED));
    double[] weights = new double[labels.size()];
    for (int label = 0; label < weights.length; label++) {
      String name = labels.get(label);
      long count = given.stream().filter(name::equals).count();
      weights[label] = Math.sqrt((double) given.size() / (count * labels.size()));
    }
    parameter.setWeights(weights, IntStream.range(0, labels.size()).toArray());
    return parameter;
  }

  /// Keeps the features that matter most to any label.
  private LinearModel pruned(double[] weights, List<String> labels, int[] keys) {
    int count = labels.size();
    double[] strength = new double[keys.length];
    for (int i = 0; i < keys.length * count; i++) {
      strength[i / count] = Math.max(strength[i / count], Math.abs(weights[i]));
    }
    double[] ordered = Arrays.stream(strength).sorted().toArray();
    double least = ordered[Math.max(0, ordered.length - settings.most())];
    int[] kept = IntStream.range(0, keys.length).filter(i -> strength[i] >= least).toArray();
    float[] strong = new float[kept.length * count];
    for (int i = 0; i < strong.length; i++) {
      strong[i] = (float) weights[kept[i / count] * count + i % count];
    }
    float[] constants = new float[count];
    for (int label = 0; label < count; label++) {
      constants[label] = (float) weights[keys.length * count + label];
    }
    int[] names = Arrays.stream(kept).map(i -> keys[i]).toArray();
    return new LinearModel(labels, names, strong, constants, 1);
  }

  /// The weights of each feature by label; the library numbers labels as it first met them.
  private static double[] inOrder(Model model, double[] factors, int count) {
    double[] met = model.getFeatureWeights();
    double[] weights = new double[met.length];
    int[] labels = model.getLabels();
    for (int i = 0; i < met.length; i++) {
      double factor = i / count < factors.length ? factors[i / count] : 1;
      weights[i - i % count + labels[i % count]] = met[i] * factor;
    }
    return weights;
  }
}
