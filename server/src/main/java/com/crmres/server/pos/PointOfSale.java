package com.crmres.server.pos;

import com.crmres.common.pos.PosKind;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.event.EventLog;
import com.crmres.server.identity.Access;
import com.crmres.server.menu.Menus;
import com.crmres.server.menu.edit.NewDishes;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.OrderPorts;
import com.crmres.server.ordering.Orders;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The room of the tills: what the start of the server needs of it.
public final class PointOfSale {

  private final Ground ground;
  private final Map<PosKind, Connector> connectors = new EnumMap<>(PosKind.class);
  private final Tills tills;
  private final Breaker breaker;
  private final Tasks tasks;
  private final Drifts drifts;

  /// What the room stands on.
  ///
  /// @param freshHook makes the secret part of a path
  /// @param wakeWorker told after each commit that gives the worker something to do
  public record Ground(
      Database database,
      EventLog events,
      Clock clock,
      Ids ids,
      Sealing sealing,
      Addresses addresses,
      Supplier<String> freshHook,
      Runnable wakeWorker) {}

  public PointOfSale(Ground ground, List<Connector> connectors) {
    this.ground = ground;
    connectors.forEach(connector -> this.connectors.put(connector.kind(), connector));
    this.tills = new Tills(ground.sealing());
    this.breaker = new Breaker(ground.clock());
    this.tasks = new Tasks(ground.events(), ground.clock(), ground.ids());
    this.drifts = new Drifts(ground.events(), ground.clock(), ground.ids());
  }

  /// Notes what tills must hear of orders.
  public OrderFollower follower() {
    return new TillFollower(tills, connectors, tasks, ground.wakeWorker());
  }

  /// Knows which orders a till has accepted.
  public OrderPorts.Outside outside() {
    HandedStore store = new HandedStore();
    return (transaction, restaurantId, orderId) ->
        store
            .find(transaction, restaurantId, orderId)
            .filter(Handed::isAcceptedThere)
            .flatMap(order -> tills.of(transaction, restaurantId, order.branchId()))
            .filter(Tills.Till::enabled)
            .isPresent();
  }

  /// Brings in what tills have sold out.
  public StockReading stockReading(Menus menus) {
    return new StockReading(ground.database(), tills, menus, connectors, breaker);
  }

  public StepWorker worker(Orders orders, Menus menus, Conversations conversations) {
    Settlement settlement =
        new Settlement(
            ground.database(), tills, tasks, breaker, ground.clock(), ground.wakeWorker());
    Stepping stepping =
        new Stepping(
            ground.database(),
            tills,
            orders,
            menus,
            connectors,
            observing(orders, conversations),
            tasks,
            settlement);
    return new StepWorker(ground.database(), breaker, stepping);
  }

  public Reconciliation reconciliation(Orders orders, Conversations conversations) {
    return new Reconciliation(
        ground.database(),
        tills,
        connectors,
        breaker,
        observing(orders, conversations),
        drifts,
        ground.clock());
  }

  public PosRoutes routes(Menus menus, NewDishes newDishes, Access access) {
    Setup setup =
        new Setup(
            ground.database(),
            tills,
            connectors,
            ground.addresses(),
            breaker,
            ground.clock(),
            ground.freshHook(),
            ground.wakeWorker());
    MenuExchange exchange =
        new MenuExchange(ground.database(), tills, menus, connectors, ground.wakeWorker());
    TillDishes dishes = new TillDishes(ground.database(), newDishes, ground.wakeWorker());
    return new PosRoutes(ground.database(), setup, exchange, dishes, drifts, access);
  }

  /// The tills' own door.
  public EventRoutes door() {
    return new EventRoutes(
        ground.database(), tills, connectors, ground.clock(), ground.wakeWorker());
  }

  public TaskRoutes taskRoutes(Orders orders, Conversations conversations, Access access) {
    TaskResults results =
        new TaskResults(tasks, orders, conversations, ground.clock(), ground.wakeWorker());
    return new TaskRoutes(ground.database(), tasks, results, access);
  }

  private Observing observing(Orders orders, Conversations conversations) {
    return new Observing(orders, conversations, tasks, ground.clock(), ground.ids());
  }
}
