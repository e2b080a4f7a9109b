package com.crmres.server.pos;

import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.pos.PosKind;
import com.crmres.common.task.TaskKind;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Orders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Does one step at a till: reads what it needs, calls without a transaction, notes what came of it
/// under the fence.
final class Stepping {

  private final Database database;
  private final Tills tills;
  private final Orders orders;
  private final Menus menus;
  private final Map<PosKind, Connector> connectors;
  private final Observing observing;
  private final Tasks tasks;
  private final Settlement settlement;
  private final Steps steps = new Steps();
  private final HandedStore store = new HandedStore();
  private final Mappings mappings = new Mappings();

  Stepping(
      Database database,
      Tills tills,
      Orders orders,
      Menus menus,
      Map<PosKind, Connector> connectors,
      Observing observing,
      Tasks tasks,
      Settlement settlement) {
    this.database = database;
    this.tills = tills;
    this.orders = orders;
    this.menus = menus;
    this.connectors = Map.copyOf(connectors);
    this.observing = observing;
    this.tasks = tasks;
    this.settlement = settlement;
  }

  /// What a step works with.
  private record Ground(
      Tills.Till till, Account account, Connector connector, Handed handed, OrderSummary order) {}

  void step(Steps.Held held) throws InterruptedException {
    Optional<Ground> found = in(held, transaction -> ground(transaction, held));
    if (found.isEmpty()) {
      in(held, transaction -> steps.done(transaction, held));
      return;
    }
    Ground ground = found.get();
    switch (held.kind()) {
      case PLACE -> place(held, ground);
      case CHANGE -> change(held, ground);
      case TELL -> tell(held, ground);
      case CANCEL -> cancel(held, ground);
      case FETCH -> fetch(held, ground);
    }
  }

  private Optional<Ground> ground(Transaction transaction, Steps.Held held) {
    Optional<Tills.Till> till = tills.of(transaction, held.restaurantId(), held.branchId());
    Optional<Handed> handed = store.find(transaction, held.restaurantId(), held.orderId());
    Optional<OrderSummary> order = orders.find(transaction, held.restaurantId(), held.orderId());
    if (till.isEmpty() || handed.isEmpty() || order.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Ground(
            till.get(),
            tills.account(till.get()),
            StepWorker.of(connectors, till.get().kind()),
            handed.get(),
            order.get()));
  }

  /// An attempt that may have come through is looked for first: there must be one order there.
  private void place(Steps.Held held, Ground ground) throws InterruptedException {
    if (held.doubtful()) {
      PosAnswer<Optional<Seen>> there = ground.connector().find(ground.account(), held.orderId());
      if (!(there instanceof PosAnswer.Done<Optional<Seen>>(Optional<Seen> seen))) {
        settlement.trouble(held, there, true);
        return;
      }
      if (seen.isPresent()) {
        taken(held, seen.get());
        return;
      }
    }
    if (ground.handed().reference() != null || ground.handed().isDroppedHere()) {
      in(held, transaction -> steps.done(transaction, held));
      return;
    }
    push(held, ground);
  }

  private void push(Steps.Held held, Ground ground) throws InterruptedException {
    switch (in(held, transaction -> translated(transaction, held, ground))) {
      case Translation.Result.Unmapped(List<String> names) ->
          settlement.forPeople(
              held, TaskKind.POS_UNMAPPED, Map.of("names", String.join(", ", names)));
      case Translation.Result.Ready(PosOrder order) -> {
        PosAnswer<Seen> answer = ground.connector().push(ground.account(), order);
        if (answer instanceof PosAnswer.Done<Seen>(Seen seen)) {
          taken(held, seen);
        } else {
          settlement.trouble(held, answer, false);
        }
      }
    }
  }

  private Translation.Result translated(Transaction transaction, Steps.Held held, Ground ground) {
    return new Translation(
            menus.of(transaction, held.restaurantId(), held.branchId()),
            mappings.of(transaction, held.restaurantId(), held.branchId()))
        .of(ground.order(), ground.handed());
  }

  private void taken(Steps.Held held, Seen seen) {
    in(
        held,
        transaction -> {
          observing.see(transaction, held.restaurantId(), held.branchId(), seen);
          tasks.settle(transaction, held.restaurantId(), held.orderId(), TaskKind.POS_UNMAPPED);
          tasks.settle(transaction, held.restaurantId(), held.orderId(), TaskKind.POS_REFUSED);
          return settlement.done(transaction, held);
        });
  }

  /// What the till does not take over, people change there; the comparison shows it as well.
  private void change(Steps.Held held, Ground ground) throws InterruptedException {
    String reference = ground.handed().reference();
    if (reference == null || !ground.handed().isAliveThere() || ground.handed().isOverHere()) {
      in(held, transaction -> steps.done(transaction, held));
      return;
    }
    switch (in(held, transaction -> translated(transaction, held, ground))) {
      case Translation.Result.Unmapped(List<String> names) ->
          unchanged(held, ground, String.join(", ", names));
      case Translation.Result.Ready(PosOrder order) -> {
        Connector.Ours ours = new Connector.Ours(held.orderId(), reference);
        PosAnswer<Seen> answer = ground.connector().change(ground.account(), ours, order);
        if (answer instanceof PosAnswer.Done<Seen>(Seen seen)) {
          changed(held, seen);
        } else if (answer instanceof PosAnswer.Refused<Seen> refused && !refused.passing()) {
          unchanged(held, ground, refused.reason());
        } else {
          settlement.trouble(held, answer, false);
        }
      }
    }
  }

  private void changed(Steps.Held held, Seen seen) {
    in(
        held,
        transaction -> {
          observing.see(transaction, held.restaurantId(), held.branchId(), seen);
          tasks.settle(transaction, held.restaurantId(), held.orderId(), TaskKind.POS_CHANGE);
          return settlement.done(transaction, held);
        });
  }

  private void unchanged(Steps.Held held, Ground ground, String why) {
    in(
        held,
        transaction -> {
          tasks.ask(
              transaction,
              held.restaurantId(),
              held.branchId(),
              TaskKind.POS_CHANGE,
              held.orderId(),
              Map.of("reference", String.valueOf(ground.handed().reference()), "answer", why));
          return settlement.done(transaction, held);
        });
  }

  /// What the till told us itself is not told back.
  private void tell(Steps.Held held, Ground ground) throws InterruptedException {
    OrderStatus status = ground.order().status();
    String reference = ground.handed().reference();
    boolean known = Stage.of(status).filter(stage -> stage == ground.handed().stage()).isPresent();
    if (reference == null || known || Stage.of(status).isEmpty()) {
      in(held, transaction -> steps.done(transaction, held));
      return;
    }
    Connector.Ours ours = new Connector.Ours(held.orderId(), reference);
    PosAnswer<Seen> answer = ground.connector().tell(ground.account(), ours, status);
    if (answer instanceof PosAnswer.Done<Seen>(Seen seen)) {
      see(held, seen);
    } else if (answer instanceof PosAnswer.Refused<Seen> refused && !refused.passing()) {
      // It stays behind on purpose; the comparison shows it to people.
      in(held, transaction -> settlement.done(transaction, held));
    } else {
      settlement.trouble(held, answer, false);
    }
  }

  private void cancel(Steps.Held held, Ground ground) throws InterruptedException {
    String reference = ground.handed().reference();
    boolean wanted =
        ground.handed().isDroppedHere() || ground.order().status() == OrderStatus.CANCEL_REQUESTED;
    boolean settled = !ground.handed().isAliveThere() || ground.handed().proved();
    if (reference == null || !wanted || settled) {
      in(held, transaction -> steps.done(transaction, held));
      return;
    }
    Connector.Ours ours = new Connector.Ours(held.orderId(), reference);
    PosAnswer<Boolean> answer = ground.connector().cancel(ground.account(), ours);
    if (answer instanceof PosAnswer.Done<Boolean>(Boolean dropped)) {
      cancelled(held, ground, dropped);
    } else if (answer instanceof PosAnswer.Refused<Boolean> refused && !refused.passing()) {
      cancelled(held, ground, false);
    } else {
      settlement.trouble(held, answer, false);
    }
  }

  /// The truth is what the till shows afterwards.
  private void cancelled(Steps.Held held, Ground ground, boolean dropped) {
    in(
        held,
        transaction -> {
          if (dropped) {
            steps.ask(
                transaction, held.restaurantId(), held.branchId(), held.orderId(), StepKind.FETCH);
          } else {
            tasks.ask(
                transaction,
                held.restaurantId(),
                held.branchId(),
                TaskKind.POS_CANCEL,
                held.orderId(),
                Map.of("reference", String.valueOf(ground.handed().reference())));
          }
          return settlement.done(transaction, held);
        });
  }

  private void fetch(Steps.Held held, Ground ground) throws InterruptedException {
    String reference = ground.handed().reference();
    if (reference == null) {
      in(held, transaction -> steps.done(transaction, held));
      return;
    }
    PosAnswer<Optional<Seen>> answer = ground.connector().fetch(ground.account(), reference);
    if (!(answer instanceof PosAnswer.Done<Optional<Seen>>(Optional<Seen> seen))) {
      settlement.trouble(held, answer, false);
    } else if (seen.isPresent()) {
      see(held, seen.get());
    } else {
      in(
          held,
          transaction -> {
            settlement.missing(transaction, held);
            return settlement.done(transaction, held);
          });
    }
  }

  private void see(Steps.Held held, Seen seen) {
    in(
        held,
        transaction -> {
          observing.see(transaction, held.restaurantId(), held.branchId(), seen);
          return settlement.done(transaction, held);
        });
  }

  private <T extends @Nullable Object> T in(Steps.Held held, Function<Transaction, T> work) {
    return database.inRestaurant(held.restaurantId(), work);
  }
}
