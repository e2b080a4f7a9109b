package com.crmres.server.kitchen.station;

import com.crmres.common.kitchen.StationPlan;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;

/// The stations of each branch; a branch of which nobody has said anything has one for everything.
public final class Stations {

  private static final String BUNDLE = "kitchen.kitchen";

  private final StationStore store = new StationStore();

  public StationPlan plan(Transaction transaction, UUID restaurantId, UUID branchId) {
    List<StationPlan.Station> known = store.stations(transaction, restaurantId, branchId);
    return new StationPlan(
        branchId,
        known.isEmpty() ? List.of(forEverything(branchId)) : known,
        store.version(transaction, restaurantId, branchId));
  }

  /// Who makes what, with every station in its table, so that tickets can name it.
  public Routing routing(Transaction transaction, UUID restaurantId, UUID branchId) {
    List<StationPlan.Station> known = store.stations(transaction, restaurantId, branchId);
    if (known.isEmpty()) {
      StationPlan.Station only = forEverything(branchId);
      store.put(transaction, restaurantId, branchId, only, 0);
      return new Routing(List.of(only));
    }
    return new Routing(known);
  }

  /// What came of a change of a plan.
  public enum Change {
    DONE,
    /// Somebody was faster.
    OVERTAKEN,
    /// A station's id belongs to another branch.
    NOT_OURS
  }

  /// Replaces a branch's plan. Tickets that are out keep their stations.
  Change replace(Transaction transaction, UUID restaurantId, StationPlan plan) {
    List<UUID> ids = plan.stations().stream().map(StationPlan.Station::id).toList();
    if (store.isElsewhere(transaction, restaurantId, plan.branchId(), ids)) {
      return Change.NOT_OURS;
    }
    if (!store.renew(transaction, restaurantId, plan.branchId(), plan.version())) {
      return Change.OVERTAKEN;
    }
    store.retireAll(transaction, restaurantId, plan.branchId());
    for (int i = 0; i < plan.stations().size(); i++) {
      store.put(transaction, restaurantId, plan.branchId(), plan.stations().get(i), i);
    }
    return Change.DONE;
  }

  /// The same on every node, so that two that need it at once make one.
  private static StationPlan.Station forEverything(UUID branchId) {
    byte[] key = ("kitchen of " + branchId).getBytes(StandardCharsets.UTF_8);
    return new StationPlan.Station(
        UUID.nameUUIDFromBytes(key),
        new LocalizedText(word(Locale.ROOT), word(Locale.ENGLISH)),
        true,
        List.of(),
        List.of());
  }

  private static String word(Locale locale) {
    ResourceBundle.Control control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    return ResourceBundle.getBundle(BUNDLE, locale, control).getString("station.everything");
  }
}
