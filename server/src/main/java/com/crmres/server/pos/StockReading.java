package com.crmres.server.pos;

import com.crmres.common.pos.PosKind;
import com.crmres.common.pos.PosThing;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Reads every ten minutes what tills have sold out, and sells it no more here until they have it
/// again. Only what changed there counts: what people decided here meanwhile stands, and what they
/// closed themselves they open themselves.
public final class StockReading {

  private static final Logger LOG = System.getLogger(StockReading.class.getName());
  private static final int EVERY_SECONDS = 600;

  private final Database database;
  private final Tills tills;
  private final Menus menus;
  private final Map<PosKind, Connector> connectors;
  private final Breaker breaker;
  private final Mappings mappings = new Mappings();

  StockReading(
      Database database,
      Tills tills,
      Menus menus,
      Map<PosKind, Connector> connectors,
      Breaker breaker) {
    this.database = database;
    this.tills = tills;
    this.menus = menus;
    this.connectors = Map.copyOf(connectors);
    this.breaker = breaker;
  }

  /// One round over the tills that are due.
  ///
  /// @return how many there were
  public int readDue() throws InterruptedException {
    List<Tills.Till> due =
        database.inSystem(transaction -> tills.takeStockDue(transaction, EVERY_SECONDS));
    for (Tills.Till till : due) {
      try {
        read(till);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "the stock of the till of " + till.branchId() + " was not read", e);
      }
    }
    return due.size();
  }

  private void read(Tills.Till till) throws InterruptedException {
    if (breaker.admits(till.branchId(), 1) == 0) {
      return;
    }
    PosAnswer<List<PosMenuItem>> answer =
        StepWorker.of(connectors, till.kind()).menu(tills.account(till));
    if (answer instanceof PosAnswer.Done<List<PosMenuItem>>(List<PosMenuItem> theirs)) {
      breaker.works(till.branchId());
      database.changeRestaurant(
          till.restaurantId(),
          transaction -> take(transaction, till.restaurantId(), till.branchId(), theirs));
    } else {
      breaker.fails(till.branchId());
    }
  }

  private record Theirs(PosThing thing, String id) {}

  private void take(
      Transaction transaction, UUID restaurantId, UUID branchId, List<PosMenuItem> theirs) {
    mappings.keepMenu(transaction, restaurantId, branchId, theirs);
    Map<Theirs, Boolean> sells = new HashMap<>();
    theirs.forEach(their -> sells.put(new Theirs(their.thing(), their.id()), their.active()));
    Set<Mappings.Ours> before = mappings.soldOut(transaction, restaurantId, branchId);
    mappings
        .of(transaction, restaurantId, branchId)
        .forEach((ours, posId) -> {
          Boolean sold = sells.get(new Theirs(ours.thing(), posId));
          if (sold != null && sold == before.contains(ours)) {
            mappings.said(transaction, restaurantId, branchId, ours, sold);
            menus.saidByTill(transaction, restaurantId, branchId, ours.id(), sold);
          }
        });
  }
}
