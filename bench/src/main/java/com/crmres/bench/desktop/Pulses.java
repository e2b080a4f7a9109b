package com.crmres.bench.desktop;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/// How long each frame took: the time from one pulse to the next, while something moves in every
/// one. A frame is not begun before the last one is drawn, so drawing counts as well.
final class Pulses {

  /// What moves.
  interface Motion {

    /// Moves by a frame.
    ///
    /// @return whether there is more to come
    boolean move(int frame);
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Double> millis = new ArrayList<>();
  private final List<Double> work = new ArrayList<>();

  /// Moves in every pulse until there is no more to come; call it on the FX thread.
  ///
  /// @param over runs after the last
  void measure(Motion motion, Runnable over) {
    new AnimationTimer() {
      private long last;
      private long lastWork;
      private int frame;

      @Override
      public void handle(long now) {
        long at = System.nanoTime();
        long worked = THREADS.getCurrentThreadCpuTime();
        if (last != 0) {
          millis.add((at - last) / 1e6);
          work.add((worked - lastWork) / 1e6);
        }
        last = at;
        lastWork = worked;
        if (!motion.move(frame++)) {
          stop();
          over.run();
        }
      }
    }.start();
  }

  Spread spread() {
    return Spread.of(millis);
  }

  /// What the screen's thread itself had to do for each: the same on a busy machine.
  Spread work() {
    return Spread.of(work);
  }
}
