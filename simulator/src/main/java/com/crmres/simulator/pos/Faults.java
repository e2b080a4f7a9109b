package com.crmres.simulator.pos;

import java.util.ArrayList;
import java.util.List;

/// What is still to go wrong.
final class Faults {

  private final List<Fault> coming = new ArrayList<>();

  synchronized void add(Fault... faults) {
    coming.addAll(List.of(faults));
  }

  /// Whether it goes wrong now; then it has.
  synchronized boolean happens(Fault fault) {
    return coming.remove(fault);
  }

  synchronized List<Fault> left() {
    return List.copyOf(coming);
  }
}
