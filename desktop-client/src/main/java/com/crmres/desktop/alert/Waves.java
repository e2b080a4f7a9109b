package com.crmres.desktop.alert;

/// Makes the waves of a sound: a bell's strike is its note with two overtones, dying away.
final class Waves {

  static final int RATE = 22_050;

  private static final int GAP_MILLIS = 35;
  private static final double ATTACK_SECONDS = 0.006;

  private Waves() {}

  /// 16 bits, signed, one channel, the low byte first.
  ///
  /// @param strength 0 to 1
  static byte[] of(Sound sound, double strength) {
    int samples = sound.notes().stream().mapToInt(note -> count(note.millis() + GAP_MILLIS)).sum();
    var bytes = new byte[samples * 2];
    int at = 0;
    for (Sound.Note note : sound.notes()) {
      int length = count(note.millis());
      for (int i = 0; i < length; i++) {
        int value = (int) Math.round(wave(note, i) * strength * Short.MAX_VALUE);
        bytes[2 * (at + i)] = (byte) value;
        bytes[2 * (at + i) + 1] = (byte) (value >> 8);
      }
      at += count(note.millis() + GAP_MILLIS);
    }
    return bytes;
  }

  private static int count(int millis) {
    return millis * RATE / 1000;
  }

  private static double wave(Sound.Note note, int sample) {
    double seconds = (double) sample / RATE;
    double turn = 2 * Math.PI * note.hertz() * seconds;
    double tone = 0.72 * Math.sin(turn) + 0.2 * Math.sin(2 * turn) + 0.08 * Math.sin(3.01 * turn);
    double length = note.millis() / 1000.0;
    double attack = Math.min(1, seconds / ATTACK_SECONDS);
    double release = Math.clamp((length - seconds) / (length * 0.6), 0.0, 1.0);
    return tone * attack * release;
  }
}
