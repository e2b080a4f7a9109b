package com.crmres.desktop;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The moment in which a person first sees the program: its first frame is drawn when the next but
/// one begins.
final class FirstSight extends AnimationTimer {

  private static final Logger log = LoggerFactory.getLogger(FirstSight.class);
  private static final int FRAMES = 3;

  private final Runnable then;
  private int frame;

  private FirstSight(Runnable then) {
    this.then = then;
  }

  /// Says in the log how long it took, and goes on; call it on the FX thread once the window is
  /// shown.
  static void await(Runnable then) {
    new FirstSight(then).start();
  }

  @Override
  public void handle(long now) {
    if (++frame == FRAMES) {
      stop();
      ProcessHandle.current()
          .info()
          .startInstant()
          .ifPresent(start ->
              log.info(
                  "sign-in shown {} ms after the start",
                  Duration.between(start, Instant.now()).toMillis()));
      then.run();
    }
  }
}
