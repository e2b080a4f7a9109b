package com.crmres.desktop.connection;

import com.crmres.common.live.LiveEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Carries events to the screen's thread in batches, in their order, so that a rush costs one pass.
final class EventBatch {

  /// Runs a task a little later.
  interface Timer {
    void later(Runnable task);
  }

  private final Timer timer;
  private final Executor screen;
  private final Consumer<List<LiveEvent>> sink;
  private List<LiveEvent> pending = new ArrayList<>();

  EventBatch(Timer timer, Executor screen, Consumer<List<LiveEvent>> sink) {
    this.timer = timer;
    this.screen = screen;
    this.sink = sink;
  }

  /// From any thread. The first of a batch starts its short wait.
  void offer(LiveEvent event) {
    boolean first;
    synchronized (this) {
      first = pending.isEmpty();
      pending.add(event);
    }
    if (first) {
      timer.later(() -> screen.execute(this::flush));
    }
  }

  private void flush() {
    List<LiveEvent> batch;
    synchronized (this) {
      batch = pending;
      pending = new ArrayList<>();
    }
    if (!batch.isEmpty()) {
      sink.accept(batch);
    }
  }
}
