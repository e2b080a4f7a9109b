package com.crmres.server.pos;

import com.crmres.common.money.Money;
import com.crmres.common.pos.MenuDifference;
import com.crmres.common.pos.PosKind;
import com.crmres.common.pos.PosMapping;
import com.crmres.common.pos.PosMappingRequest;
import com.crmres.common.pos.PosThing;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.Menus;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads the till's menu, shows how it differs from ours, and takes over only what a person chose.
final class MenuExchange {

  private static final int MOST_ENTRIES = 1000;

  private final Database database;
  private final Tills tills;
  private final Menus menus;
  private final Map<PosKind, Connector> connectors;
  private final Runnable wakeWorker;
  private final Mappings mappings = new Mappings();
  private final Steps steps = new Steps();

  MenuExchange(
      Database database,
      Tills tills,
      Menus menus,
      Map<PosKind, Connector> connectors,
      Runnable wakeWorker) {
    this.database = database;
    this.tills = tills;
    this.menus = menus;
    this.connectors = Map.copyOf(connectors);
    this.wakeWorker = wakeWorker;
  }

  List<PosMapping> mapping(UUID restaurantId, UUID branchId) {
    return database.inRestaurant(
        restaurantId, transaction -> lines(transaction, restaurantId, branchId));
  }

  /// Says what is what; orders that waited for it go out.
  List<PosMapping> map(UUID restaurantId, UUID branchId, PosMappingRequest wish) {
    return database.inRestaurant(
        restaurantId,
        transaction -> {
          check(menus.of(transaction, restaurantId, branchId), wish);
          wish.entries()
              .forEach(entry ->
                  mappings.set(
                      transaction,
                      restaurantId,
                      branchId,
                      new Mappings.Ours(entry.thing(), entry.ourId()),
                      entry.posId()));
          steps.release(transaction, restaurantId, branchId);
          transaction.afterCommit(wakeWorker);
          return lines(transaction, restaurantId, branchId);
        });
  }

  private static void check(Menu menu, PosMappingRequest wish) {
    Set<Mappings.Ours> ours = new HashSet<>();
    menu.items().forEach(item -> ours.add(new Mappings.Ours(PosThing.ITEM, item.id())));
    Mappings.options(menu)
        .forEach(option -> ours.add(new Mappings.Ours(PosThing.OPTION, option.id())));
    Faults faults = new Faults();
    if (wish.entries().size() > MOST_ENTRIES) {
      faults.add("entries", Rule.COUNT, 0, MOST_ENTRIES);
    }
    for (int i = 0; i < wish.entries().size(); i++) {
      PosMappingRequest.Entry entry = wish.entries().get(i);
      if (!ours.contains(new Mappings.Ours(entry.thing(), entry.ourId()))) {
        faults.add("entries[" + i + "].ourId", Rule.UNKNOWN);
      }
      if (entry.posId() != null) {
        faults.length("entries[" + i + "].posId", entry.posId(), 1, 100);
      }
    }
    faults.throwIfAny();
  }

  /// Reads the till's menu and says how it differs.
  ///
  /// @throws ApiException if the till does not answer
  List<MenuDifference> pull(UUID restaurantId, UUID branchId) throws InterruptedException {
    Tills.Till till =
        database
            .inRestaurant(
                restaurantId, transaction -> tills.of(transaction, restaurantId, branchId))
            .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
    PosAnswer<List<PosMenuItem>> answer =
        StepWorker.of(connectors, till.kind()).menu(tills.account(till));
    if (!(answer instanceof PosAnswer.Done<List<PosMenuItem>>(List<PosMenuItem> theirs))) {
      throw new ApiException(ErrorCode.CHANNEL_REFUSED);
    }
    return database.inRestaurant(
        restaurantId,
        transaction -> {
          mappings.keepMenu(transaction, restaurantId, branchId, theirs);
          return differences(transaction, restaurantId, branchId);
        });
  }

  /// Takes over the till's price of chosen items, and whether it sells them.
  ///
  /// @return what differs after it
  List<MenuDifference> apply(UUID restaurantId, UUID branchId, List<UUID> itemIds) {
    return database.inRestaurant(
        restaurantId,
        transaction -> {
          Menu menu = menus.of(transaction, restaurantId, branchId);
          Map<Mappings.Ours, String> known = mappings.of(transaction, restaurantId, branchId);
          List<PosMenuItem> theirs = mappings.menu(transaction, restaurantId, branchId);
          for (UUID itemId : itemIds) {
            menu.item(itemId)
                .ifPresent(item ->
                    counterpart(item, known, theirs)
                        .ifPresent(
                            their -> take(transaction, restaurantId, branchId, item, their)));
          }
          return differences(transaction, restaurantId, branchId);
        });
  }

  private void take(
      Transaction transaction, UUID restaurantId, UUID branchId, MenuItem item, PosMenuItem their) {
    Money price = their.price();
    if (!price.equals(item.price())) {
      menus.setPrice(transaction, restaurantId, branchId, item.id(), price);
    }
    if (their.active() && !item.available()) {
      menus.setAvailability(transaction, restaurantId, branchId, item.id(), true);
    } else if (!their.active() && item.available()) {
      menus.saidByTill(transaction, restaurantId, branchId, item.id(), false);
    }
  }

  private static Optional<PosMenuItem> counterpart(
      MenuItem item, Map<Mappings.Ours, String> known, List<PosMenuItem> theirs) {
    String posId = known.get(new Mappings.Ours(PosThing.ITEM, item.id()));
    return theirs.stream()
        .filter(their -> their.thing() == PosThing.ITEM && their.id().equals(posId))
        .findFirst();
  }

  private List<PosMapping> lines(Transaction transaction, UUID restaurantId, UUID branchId) {
    return Mappings.lines(
        menus.of(transaction, restaurantId, branchId),
        mappings.menu(transaction, restaurantId, branchId),
        mappings.of(transaction, restaurantId, branchId));
  }

  private List<MenuDifference> differences(
      Transaction transaction, UUID restaurantId, UUID branchId) {
    return TillMenu.differences(
        menus.of(transaction, restaurantId, branchId),
        mappings.menu(transaction, restaurantId, branchId),
        mappings.of(transaction, restaurantId, branchId));
  }
}
