package com.crmres.server.language.classifier;

import java.util.Arrays;

/// Gathers the features of a text; long texts weigh no more than short ones.
final class FeatureBag {

  private static final int OFFSET = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  /// What was measured says more than any single word.
  private static final float MEASURE = 2;

  private final Names words = new Names();
  private final Names letters = new Names();
  private final Names traits = new Names();
  private final Sums sums = new Sums();

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
      sums.add(name('m', measure, 0, measure.length()), (float) value * MEASURE);
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
    words.into(sums, 1.6);
    letters.into(sums, 1.6);
    traits.into(sums, 1);
    return sums.features();
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
    void into(Sums sums, double weight) {
      Arrays.sort(names, 0, count);
      int distinct = 0;
      for (int i = 0; i < count; i++) {
        if (distinct == 0 || names[i] != names[distinct - 1]) {
          names[distinct++] = names[i];
        }
      }
      float each = (float) (weight / Math.sqrt(Math.max(1, distinct)));
      for (int i = 0; i < distinct; i++) {
        sums.add(names[i], each);
      }
    }
  }

  /// Numbers under names, which are added up where a name comes again.
  private static final class Sums {
    private long[] places = new long[256];
    private float[] values = new float[256];
    private int count;

    void add(int name, float value) {
      if (count == values.length) {
        places = Arrays.copyOf(places, count * 2);
        values = Arrays.copyOf(values, count * 2);
      }
      values[count] = value;
      places[count] = ((long) name << Integer.SIZE) | count;
      count++;
    }

    Features features() {
      Arrays.sort(places, 0, count);
      int[] names = new int[count];
      float[] sums = new float[count];
      int last = -1;
      for (int i = 0; i < count; i++) {
        int name = (int) (places[i] >> Integer.SIZE);
        if (last < 0 || names[last] != name) {
          names[++last] = name;
        }
        sums[last] += values[(int) places[i]];
      }
      return new Features(Arrays.copyOf(names, last + 1), Arrays.copyOf(sums, last + 1));
    }
  }
}
