package com.crmres.server.pos;

import com.crmres.common.money.Money;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.pos.PosKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A till without a network: it makes an order of every push, also of the same one twice, and drops
/// nothing that it has accepted.
final class PretendTill implements Connector {

  final List<PosOrder> pushed = new CopyOnWriteArrayList<>();
  final List<PosOrder> changed = new CopyOnWriteArrayList<>();
  final Map<UUID, Seen> orders = new ConcurrentHashMap<>();
  volatile List<PosMenuItem> menu = List.of();

  /// Whoever pushes waits here after the order was made.
  volatile Semaphore gate = new Semaphore(Integer.MAX_VALUE);

  volatile Stage takenAs = Stage.PENDING;

  void shows(UUID orderId, Stage stage) {
    orders.computeIfPresent(
        orderId,
        (_, seen) -> new Seen(seen.reference(), orderId, stage, stage.wireName(), seen.total()));
  }

  @Override
  public PosKind kind() {
    return PosKind.WEBHOOK;
  }

  @Override
  public PosAnswer<Seen> push(Account account, PosOrder order) throws InterruptedException {
    pushed.add(order);
    Money total = order.total();
    Seen seen = new Seen("T-" + pushed.size(), order.id(), takenAs, takenAs.wireName(), total);
    orders.put(order.id(), seen);
    gate.acquire();
    return new PosAnswer.Done<>(seen);
  }

  @Override
  public PosAnswer<Optional<Seen>> find(Account account, UUID orderId) {
    return new PosAnswer.Done<>(Optional.ofNullable(orders.get(orderId)));
  }

  @Override
  public PosAnswer<Optional<Seen>> fetch(Account account, String reference) {
    return new PosAnswer.Done<>(
        orders.values().stream().filter(seen -> seen.reference().equals(reference)).findFirst());
  }

  /// What it says to changes: null takes them.
  volatile @Nullable PosAnswer<Seen> refusesChanges;

  @Override
  public boolean takesChanges() {
    return true;
  }

  @Override
  public PosAnswer<Seen> change(Account account, Ours ours, PosOrder order) {
    PosAnswer<Seen> refused = refusesChanges;
    if (refused != null) {
      return refused;
    }
    changed.add(order);
    Seen now =
        orders.computeIfPresent(
            order.id(),
            (id, seen) -> new Seen(seen.reference(), id, seen.stage(), seen.raw(), order.total()));
    return new PosAnswer.Done<>(Objects.requireNonNull(now));
  }

  @Override
  public PosAnswer<Seen> tell(Account account, Ours order, OrderStatus status) {
    Stage.of(status).ifPresent(stage -> shows(order.orderId(), stage));
    return new PosAnswer.Done<>(Objects.requireNonNull(orders.get(order.orderId())));
  }

  @Override
  public PosAnswer<Boolean> cancel(Account account, Ours order) {
    boolean pending = Objects.requireNonNull(orders.get(order.orderId())).stage() == Stage.PENDING;
    if (pending) {
      shows(order.orderId(), Stage.DECLINED);
    }
    return new PosAnswer.Done<>(pending);
  }

  @Override
  public PosAnswer<List<Seen>> changedSince(Account account, Instant since) {
    return new PosAnswer.Done<>(List.copyOf(orders.values()));
  }

  @Override
  public PosAnswer<List<PosMenuItem>> menu(Account account) {
    return new PosAnswer.Done<>(menu);
  }

  @Override
  public PosAnswer<Boolean> health(Account account) {
    return new PosAnswer.Done<>(true);
  }

  @Override
  public Hint read(Delivery delivery, byte[] body, String secret, String hook, Instant now) {
    return new Hint.Nothing();
  }
}
