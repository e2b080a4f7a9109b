package com.crmres.server.pos;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.pos.PosKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One kind of till, in our terms; it holds nothing of an order and calls nobody but the till.
public interface Connector {

  PosKind kind();

  /// Gives the till an order. The same key again must not make a second one, as far as the till can
  /// see to that; else whoever calls looks first, by [#find].
  PosAnswer<Seen> push(Account account, PosOrder order) throws InterruptedException;

  /// What the till has under our mark; empty if nothing.
  PosAnswer<Optional<Seen>> find(Account account, UUID orderId) throws InterruptedException;

  /// What the till has under its own reference; empty if it does not know it any more.
  PosAnswer<Optional<Seen>> fetch(Account account, String reference) throws InterruptedException;

  /// Whether this kind of till takes changes of what an order holds.
  boolean takesChanges();

  /// Tells the till what an order holds from now on.
  ///
  /// @return how it stands there after it
  PosAnswer<Seen> change(Account account, Ours ours, PosOrder order) throws InterruptedException;

  /// Tells the till how an order stands here.
  ///
  /// @return how it stands there after it
  PosAnswer<Seen> tell(Account account, Ours order, OrderStatus status) throws InterruptedException;

  /// Asks the till to drop an order.
  ///
  /// @return false if it goes on with it: then only a person at the till can
  PosAnswer<Boolean> cancel(Account account, Ours order) throws InterruptedException;

  /// What changed at the till since a moment, of orders that bear our mark.
  PosAnswer<List<Seen>> changedSince(Account account, Instant since) throws InterruptedException;

  /// Everything the till sells.
  PosAnswer<List<PosMenuItem>> menu(Account account) throws InterruptedException;

  /// Whether the till can be spoken to; changes nothing there.
  PosAnswer<Boolean> health(Account account) throws InterruptedException;

  /// Reads what the till tells by itself. It is only a hint: the order is fetched after it.
  ///
  /// @param hook the secret part of the path
  Hint read(Delivery delivery, byte[] body, String secret, String hook, Instant now);

  /// An order that the till has.
  record Ours(UUID orderId, String reference) {}

  /// What came in at our door for tills.
  ///
  /// @param pathSecret the last part of the path; empty if there is none
  record Delivery(Headers headers, String pathSecret) {}

  /// The headers of a delivery.
  @FunctionalInterface
  interface Headers {
    Optional<String> first(String name);
  }

  /// What a till told.
  sealed interface Hint {

    /// Something happened to an order.
    ///
    /// @param eventId the same twice is one event
    record Heard(String eventId, String reference) implements Hint {}

    /// It is the till, and it is none of our business.
    record Nothing() implements Hint {}

    /// It cannot be read.
    record Unreadable() implements Hint {}

    /// Whoever wrote it is not the till.
    record Forged() implements Hint {}
  }
}
