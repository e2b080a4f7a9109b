package com.crmres.server.language.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Weights of features for labels: the sum of a text's weights says which label it has.
///
/// The sums are divided by a temperature so that probabilities tell how often they are right.
final class LinearModel {

  private static final int MAGIC = 0x43524D31;

  private final List<String> labels;
  private final int[] keys;
  private final float[] weights;
  private final float[] constants;
  private final double temperature;

  /// @param keys names of the features that count, in order
  /// @param weights for each feature the weights of all labels, one after the other
  /// @param constants what each label has without any feature
  LinearModel(
      List<String> labels, int[] keys, float[] weights, float[] constants, double temperature) {
    this.labels = List.copyOf(labels);
    this.keys = keys;
    this.weights = weights;
    this.constants = constants;
    this.temperature = temperature;
  }

  List<String> labels() {
    return labels;
  }

  int size() {
    return keys.length;
  }

  LinearModel withTemperature(double other) {
    return new LinearModel(labels, keys, weights, constants, other);
  }

  double[] sums(Features features) {
    int count = labels.size();
    double[] sums = new double[count];
    for (int label = 0; label < count; label++) {
      sums[label] = constants[label];
    }
    for (int i = 0; i < features.size(); i++) {
      int at = Arrays.binarySearch(keys, features.key(i));
      for (int label = 0; at >= 0 && label < count; label++) {
        sums[label] += features.value(i) * weights[at * count + label];
      }
    }
    return sums;
  }

  Judgement judge(Features features) {
    double[] likely = probabilities(sums(features), temperature);
    List<Judgement.Ranked> ranking = new ArrayList<>(likely.length);
    for (int label = 0; label < likely.length; label++) {
      ranking.add(new Judgement.Ranked(labels.get(label), likely[label]));
    }
    ranking.sort(Comparator.comparingDouble(Judgement.Ranked::probability).reversed());
    return Judgement.of(ranking);
  }

  static double[] probabilities(double[] sums, double temperature) {
    double highest = Arrays.stream(sums).max().orElse(0);
    double[] likely =
        Arrays.stream(sums).map(sum -> Math.exp((sum - highest) / temperature)).toArray();
    double all = Arrays.stream(likely).sum();
    return Arrays.stream(likely).map(one -> one / all).toArray();
  }

  /// Weights go out as 16-bit numbers: the loss changes no judgement, the file is half as large.
  void write(DataOutputStream out) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(labels.size());
    for (int label = 0; label < labels.size(); label++) {
      out.writeUTF(labels.get(label));
      out.writeFloat(constants[label]);
    }
    out.writeDouble(temperature);
    out.writeInt(keys.length);
    for (int key : keys) {
      out.writeInt(key);
    }
    for (float weight : weights) {
      out.writeShort(Float.floatToFloat16(weight));
    }
  }

  static LinearModel read(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("Not a model of this version");
    }
    int count = in.readInt();
    List<String> labels = new ArrayList<>();
    float[] constants = new float[count];
    for (int label = 0; label < count; label++) {
      labels.add(in.readUTF());
      constants[label] = in.readFloat();
    }
    double temperature = in.readDouble();
    int[] keys = new int[in.readInt()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.readInt();
    }
    float[] weights = new float[keys.length * count];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Float.float16ToFloat(in.readShort());
    }
    return new LinearModel(labels, keys, weights, constants, temperature);
  }
}
