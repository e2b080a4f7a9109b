package com.crmres.simulator.weather;

/// Chance that depends only on a seed, a purpose and a key, never on which thread asked first.
public record Dice(long seed) {

  /// A number from 0 (inclusive) to 1 (exclusive).
  public double roll(String purpose, String key) {
    return (bits(purpose, key) >>> 11) * 0x1.0p-53;
  }

  public boolean happens(double probability, String purpose, String key) {
    return probability > 0 && roll(purpose, key) < probability;
  }

  /// A whole number from 0 to `limit`, both inclusive.
  public long upTo(long limit, String purpose, String key) {
    return limit <= 0 ? 0 : Long.remainderUnsigned(bits(purpose, key), limit + 1);
  }

  public long bits(String purpose, String key) {
    return mix(mix(seed) ^ fnv(purpose) ^ Long.rotateLeft(fnv(key), 23));
  }

  private static long fnv(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return mix(hash);
  }

  /// The finishing step of SplitMix64.
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
