package com.crmres.simulator.cloudapi;

import com.crmres.simulator.payload.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Every message of the business that was accepted, and what it marked as read.
public final class Sends {

  private final List<Send> all = new ArrayList<>();
  private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
  private final Set<String> read = ConcurrentHashMap.newKeySet();
  private final List<Consumer<Send>> listeners = new CopyOnWriteArrayList<>();

  void add(Send send) {
    synchronized (all) {
      all.add(send);
    }
    mailbox(send.customer()).add(send);
    listeners.forEach(listener -> listener.accept(send));
  }

  void markRead(String messageId) {
    read.add(messageId);
  }

  public List<Send> all() {
    synchronized (all) {
      return List.copyOf(all);
    }
  }

  public int count() {
    synchronized (all) {
      return all.size();
    }
  }

  public List<Send> to(Person customer) {
    return mailbox(customer).all();
  }

  public boolean wasRead(String messageId) {
    return read.contains(messageId);
  }

  /// Calls back for every send from now on, in the thread that took it in.
  public void onSend(Consumer<Send> listener) {
    listeners.add(listener);
  }

  /// The first fitting message to the customer at or after a position; waits for one to come.
  public Optional<Found> await(Person customer, int from, Predicate<Send> fits, Duration limit)
      throws InterruptedException {
    return mailbox(customer).await(from, fits, limit);
  }

  private Mailbox mailbox(Person customer) {
    return mailboxes.computeIfAbsent(customer.key(), key -> new Mailbox());
  }

  /// A message and its position among all that this customer got.
  public record Found(Send send, int position) {}

  /// What one customer got, in order.
  private static final class Mailbox {

    private final List<Send> sends = new ArrayList<>();

    synchronized void add(Send send) {
      sends.add(send);
      notifyAll();
    }

    synchronized List<Send> all() {
      return List.copyOf(sends);
    }

    synchronized Optional<Found> await(int from, Predicate<Send> fits, Duration limit)
        throws InterruptedException {
      long end = System.nanoTime() + limit.toNanos();
      int position = from;
      while (true) {
        for (; position < sends.size(); position++) {
          if (fits.test(sends.get(position))) {
            return Optional.of(new Found(sends.get(position), position));
          }
        }
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          return Optional.empty();
        }
        wait(millis);
      }
    }
  }
}
