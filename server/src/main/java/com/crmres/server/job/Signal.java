package com.crmres.server.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Tells loops that there is something to do; made before them, so that whoever rings need not know
/// them.
public final class Signal {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /// From now on `listener` is told, too; it must not block.
  public void tell(Runnable listener) {
    listeners.add(listener);
  }

  public void ring() {
    listeners.forEach(Runnable::run);
  }
}
