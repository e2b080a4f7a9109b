package com.crmres.server.ordering.promise;

import java.util.List;

/// How long a branch will take for an order: what four of five of its orders at this hour of the
/// week took of late, and more while more than usual are waiting.
///
/// Until there are enough of them, what people set for the branch counts as one that is usual.
final class PromiseTime {

  /// Fewer say nothing of a branch.
  static final int ENOUGH = 10;

  /// As many orders a kitchen works on at once without anybody waiting for another.
  private static final int USUAL_QUEUE = 5;

  private static final int MINUTES_PER_ORDER = 2;
  private static final int STEP = 5;
  private static final int MOST = 240;

  private PromiseTime() {}

  /// Minutes from now, in steps of five.
  ///
  /// @param took minutes from accepted to ready, in any order
  /// @param preparation what people set for the branch
  /// @param queue orders the kitchen has not finished
  /// @param delay what it takes longer while the branch is busy
  static int minutes(List<Integer> took, int preparation, int queue, int delay) {
    int own = took.size() < ENOUGH ? preparation : eightieth(took);
    int waiting = Math.max(0, queue - USUAL_QUEUE) * MINUTES_PER_ORDER;
    int all = Math.clamp(own + waiting + delay, 1, MOST);
    return (all + STEP - 1) / STEP * STEP;
  }

  /// The smallest time within which at least four of five were ready.
  private static int eightieth(List<Integer> took) {
    List<Integer> sorted = took.stream().sorted().toList();
    return sorted.get((sorted.size() * 4 + 4) / 5 - 1);
  }
}
