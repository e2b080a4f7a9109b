package com.crmres.desktop.alert;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The machine's own sound device, if it has one; one sound after the other.
public final class MachineLoudspeaker implements Loudspeaker {

  private static final Logger log = LoggerFactory.getLogger(MachineLoudspeaker.class);

  /// No sound is nearly as long.
  private static final long LONGEST_SECONDS = 5;

  @Override
  public synchronized boolean play(Sound sound, double strength) {
    try {
      play(Waves.of(sound, strength));
      return true;
    } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
      // A machine without a device says so in any of these ways; orders go on without it.
      log.debug("no sound", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void play(byte[] waves) throws LineUnavailableException, InterruptedException {
    var ended = new CountDownLatch(1);
    try (Clip clip = AudioSystem.getClip()) {
      clip.addLineListener(event -> {
        if (event.getType().equals(LineEvent.Type.STOP)) {
          ended.countDown();
        }
      });
      clip.open(new AudioFormat(Waves.RATE, 16, 1, true, false), waves, 0, waves.length);
      clip.start();
      var _ = ended.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    }
  }
}
