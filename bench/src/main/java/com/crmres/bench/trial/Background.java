package com.crmres.bench.trial;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Something that goes on beside the trial's own thread, and whose failure is the trial's.
final class Background implements AutoCloseable {

  private final FutureTask<Object> task;
  private final Thread thread;

  private Background(String name, FutureTask<Object> task) {
    this.task = task;
    this.thread = Thread.ofVirtual().name(name).start(task);
  }

  /// Work that may throw anything.
  interface Work {
    void run() throws Exception;
  }

  static Background of(String name, Work work) {
    Callable<Object> callable =
        () -> {
          work.run();
          return name;
        };
    return new Background(name, new FutureTask<>(callable));
  }

  boolean isDone() {
    return task.isDone();
  }

  void join() throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(thread.getName() + " broke off", e.getCause());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
