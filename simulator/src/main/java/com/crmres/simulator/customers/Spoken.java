package com.crmres.simulator.customers;

import com.crmres.simulator.payload.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Everything that customers sent, in the order in which they did.
public final class Spoken {

  private final List<Said> all = new ArrayList<>();
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final List<Consumer<Said>> listeners = new CopyOnWriteArrayList<>();

  public List<Said> all() {
    synchronized (all) {
      return List.copyOf(all);
    }
  }

  /// Calls back for every message from now on, in the thread of the customer.
  public void onSaid(Consumer<Said> listener) {
    listeners.add(listener);
  }

  void add(Said said) {
    synchronized (all) {
      all.add(said);
    }
    listeners.forEach(listener -> listener.accept(said));
  }

  /// Numbers the messages of one customer from 1, the same in every run with the same seed.
  int next(Person customer) {
    return counts.computeIfAbsent(customer.key(), key -> new AtomicInteger()).incrementAndGet();
  }
}
