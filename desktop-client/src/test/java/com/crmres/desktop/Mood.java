package com.crmres.desktop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// How willingly a server answers: at once, not yet, or with a fault of its own.
public final class Mood {

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger held = new AtomicInteger();
  private volatile Predicate<String> slow = path -> false;
  private volatile Predicate<String> broken = path -> false;
  private volatile CountDownLatch patience = new CountDownLatch(1);

  /// Keeps callers of these paths waiting.
  public void holds(Predicate<String> paths) {
    slow = paths;
  }

  /// Fails on these paths.
  public void breaksAt(Predicate<String> paths) {
    broken = paths;
  }

  /// Answers everything, also whoever waits.
  public void willing() {
    slow = path -> false;
    broken = path -> false;
    patience.countDown();
    patience = new CountDownLatch(1);
  }

  /// Whether nobody waits but those who shall.
  public boolean isQuiet() {
    return underWay.get() == held.get();
  }

  void meet(String path) {
    underWay.incrementAndGet();
    if (slow.test(path)) {
      CountDownLatch until = patience;
      held.incrementAndGet();
      try {
        until.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        held.decrementAndGet();
      }
    }
    if (broken.test(path)) {
      throw Restaurant.refusal("INTERNAL", "تعذّر ذلك");
    }
  }

  void answered() {
    underWay.decrementAndGet();
  }
}
