package com.crmres.simulator.payment;

import java.util.ArrayList;
import java.util.List;

/// What shall go wrong, each once.
final class Mishaps {

  private final List<Mishap> coming = new ArrayList<>();

  synchronized void add(Mishap... mishaps) {
    coming.addAll(List.of(mishaps));
  }

  /// Whether it happens now; then it is over.
  synchronized boolean happens(Mishap mishap) {
    return coming.remove(mishap);
  }

  synchronized List<Mishap> left() {
    return List.copyOf(coming);
  }
}
