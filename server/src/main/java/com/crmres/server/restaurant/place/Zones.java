package com.crmres.server.restaurant.place;

import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.ZoneCollection;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;

/// The delivery zones of branches, in their table. A branch without any delivers to wherever it
/// likes, at no fee.
public final class Zones {

  private final Ids ids;

  public Zones(Ids ids) {
    this.ids = ids;
  }

  /// The zones of a branch in the order they were given.
  public List<Zone> of(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            """
            select id, shape, terms from delivery_zone
             where restaurant_id = :restaurant and branch_id = :branch order by position
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .list(Zones::zone);
  }

  /// Gives a branch these zones and no others.
  ///
  /// @param zones found in order
  public void replace(
      Transaction transaction, UUID restaurantId, UUID branchId, ZoneCollection zones) {
    transaction
        .sql("delete from delivery_zone where restaurant_id = :restaurant and branch_id = :branch")
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .update();
    for (int i = 0; i < zones.features().size(); i++) {
      add(transaction, restaurantId, branchId, i, zones.features().get(i));
    }
  }

  private void add(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      int position,
      ZoneCollection.Feature feature) {
    UUID id = feature.id();
    transaction
        .sql(
            """
            insert into delivery_zone (restaurant_id, branch_id, id, position, shape, terms)
            values (:restaurant, :branch, :id, :position, :shape, :terms)
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("id", id == null ? ids.next() : id)
        .with("position", position)
        .with("shape", Json.write(feature.geometry()))
        .with("terms", Json.write(named(feature.properties())))
        .update();
  }

  private static ZoneCollection.Terms named(ZoneCollection.Terms terms) {
    LocalizedText name = new LocalizedText(terms.name().ar().strip(), terms.name().en().strip());
    return new ZoneCollection.Terms(
        name, terms.fee(), terms.minimum(), terms.bands(), terms.freeFrom());
  }

  private static Zone zone(Row row) {
    return new Zone(
        row.uuid("id"),
        row.json("shape", ZoneCollection.Polygon.class),
        row.json("terms", ZoneCollection.Terms.class));
  }
}
