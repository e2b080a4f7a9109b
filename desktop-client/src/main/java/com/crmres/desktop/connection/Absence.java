package com.crmres.desktop.connection;

import com.crmres.common.live.LiveFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Collects what happened between the last time the program ran and this one, up to where it has
/// caught up. What is too long ago falls out.
final class Absence {

  private static final int MOST = 2_000;

  private final Deque<LiveFrame.Happened> missed = new ArrayDeque<>();
  private boolean lasts;

  synchronized void begins() {
    lasts = true;
  }

  synchronized boolean lasts() {
    return lasts;
  }

  synchronized void heard(LiveFrame.Happened one) {
    missed.addLast(one);
    if (missed.size() > MOST) {
      missed.removeFirst();
    }
  }

  /// What was missed; from now on everything is heard as it happens.
  synchronized List<LiveFrame.Happened> ends() {
    lasts = false;
    List<LiveFrame.Happened> all = List.copyOf(missed);
    missed.clear();
    return all;
  }
}
