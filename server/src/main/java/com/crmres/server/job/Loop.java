package com.crmres.server.job;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Repeats a step on a thread of its own: at once while it finds work, else after a wake-up or a
/// while.
///
/// A step that fails is logged and tried again a little later, so a loop never dies before the
/// server.
public final class Loop {

  private static final Logger LOG = System.getLogger(Loop.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final String name;
  private final Duration poll;
  private final Step step;
  private final Semaphore wakeUps = new Semaphore(0);
  private final Thread thread;
  private volatile boolean stopped;

  /// One round of work.
  @FunctionalInterface
  public interface Step {

    /// Does what there is to do.
    ///
    /// @return whether there may be more at once
    boolean run() throws InterruptedException;
  }

  /// Makes a loop; [#start] sets it going.
  ///
  /// @param poll the longest it sleeps when nobody wakes it
  public Loop(String name, Duration poll, Step step) {
    this.name = name;
    this.poll = poll;
    this.step = step;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::repeat);
  }

  public void start() {
    thread.start();
  }

  /// There is something to do.
  public void wake() {
    if (wakeUps.availablePermits() == 0) {
      wakeUps.release();
    }
  }

  /// Begins no step any more; returns at once.
  public void stopSoon() {
    stopped = true;
    wake();
  }

  /// Lets the running step finish, then ends; a step that takes too long is interrupted.
  public void stop() throws InterruptedException {
    stopSoon();
    if (thread.getState() != Thread.State.NEW && !thread.join(STOP_LIMIT)) {
      thread.interrupt();
    }
  }

  private void repeat() {
    Duration pause = FIRST_PAUSE;
    while (!stopped) {
      try {
        boolean more = step.run();
        pause = FIRST_PAUSE;
        if (!more) {
          rest(poll);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        LOG.log(Level.WARNING, name + " failed; it is tried again", e);
        pause = restAfterFailure(pause);
      }
    }
  }

  private void rest(Duration atMost) throws InterruptedException {
    if (wakeUps.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      wakeUps.drainPermits();
    }
  }

  private Duration restAfterFailure(Duration pause) {
    try {
      rest(pause);
    } catch (InterruptedException e) {
      stopped = true;
    }
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }
}
