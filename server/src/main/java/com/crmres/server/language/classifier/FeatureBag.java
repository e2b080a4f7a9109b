package com.crmres.server.language.classifier;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Gathers the features of a text; long texts weigh no more than short ones.
final class FeatureBag {

  private static final int OFFSET = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  private final Names words = new Names();
  private final Names letters = new Names();
  private final Names traits = new Names();
  private final Map<Integer, Float> measures = new TreeMap<>();

  /// A word, or a group of them.
  void addWord(char kind, CharSequence word) {
    words.add(name(kind, word, 0, word.length()));
  }

  /// A group of neighbouring letters.
  void addLetters(CharSequence text, int from, int to) {
    letters.add(name('c', text, from, to));
  }

  /// Something that holds of the text or not.
  void addTrait(String trait) {
    traits.add(name('t', trait, 0, trait.length()));
  }

  /// Something that holds of the text more or less.
  void addMeasure(String measure, double value) {
    if (value != 0) {
      measures.merge(name('m', measure, 0, measure.length()), (float) value, Float::sum);
    }
  }

  private static int name(char kind, CharSequence text, int from, int to) {
    int hash = (OFFSET ^ kind) * PRIME;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return (hash ^ (hash >>> 15)) * 0x2C1B3C6D;
  }

  Features features() {
    Map<Integer, Float> all = new TreeMap<>(measures);
    words.into(all, 1.6);
    letters.into(all, 1.6);
    traits.into(all, 1);
    int[] keys = new int[all.size()];
    float[] values = new float[all.size()];
    int at = 0;
    for (Map.Entry<Integer, Float> feature : all.entrySet()) {
      keys[at] = feature.getKey();
      values[at++] = feature.getValue();
    }
    return new Features(keys, values);
  }

  /// Names of one group of features.
  private static final class Names {
    private int[] names = new int[64];
    private int count;

    void add(int name) {
      if (count == names.length) {
        names = Arrays.copyOf(names, count * 2);
      }
      names[count++] = name;
    }

    /// Each name once, the whole group with the length `weight`.
    void into(Map<Integer, Float> all, double weight) {
      int[] distinct = Arrays.stream(names, 0, count).distinct().toArray();
      float each = (float) (weight / Math.sqrt(Math.max(1, distinct.length)));
      for (int name : distinct) {
        all.merge(name, each, Float::sum);
      }
    }
  }
}
