package com.crmres.server.language.classifier;

/// The features of one text: numbers under hashed names, in the order of the names.
final class Features {

  private final int[] keys;
  private final float[] values;

  Features(int[] keys, float[] values) {
    this.keys = keys;
    this.values = values;
  }

  int size() {
    return keys.length;
  }

  int key(int at) {
    return keys[at];
  }

  float value(int at) {
    return values[at];
  }
}
