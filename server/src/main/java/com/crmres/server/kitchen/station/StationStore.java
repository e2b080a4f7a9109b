package com.crmres.server.kitchen.station;

import com.crmres.common.kitchen.StationPlan;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.UUID;

/// Keeps stations in their tables.
final class StationStore {

  List<StationPlan.Station> stations(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            """
            select s.id, s.name_ar, s.name_en, s.fallback,
                   array(select r.target_id from kitchen_route r
                          where r.restaurant_id = s.restaurant_id and r.station_id = s.id
                            and r.kind = 'item' order by r.target_id) as items,
                   array(select r.target_id from kitchen_route r
                          where r.restaurant_id = s.restaurant_id and r.station_id = s.id
                            and r.kind = 'category' order by r.target_id) as categories
              from kitchen_station s
             where s.restaurant_id = :restaurant and s.branch_id = :branch and not s.retired
             order by s.position, s.id
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .list(StationStore::station);
  }

  long version(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            """
            select version from kitchen_plan
             where restaurant_id = :restaurant and branch_id = :branch
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .first(row -> row.number("version"))
        .orElse(0L);
  }

  /// Takes the next version of a plan.
  ///
  /// @return false if somebody was faster
  boolean renew(Transaction transaction, UUID restaurantId, UUID branchId, long expected) {
    return transaction
            .sql(
                """
                insert into kitchen_plan (restaurant_id, branch_id, version)
                select cast(:restaurant as uuid), cast(:branch as uuid), 1
                 where :expected = 0
                    or exists (select from kitchen_plan
                                where restaurant_id = :restaurant and branch_id = :branch)
                on conflict (restaurant_id, branch_id) do update set version = kitchen_plan.version + 1
                 where kitchen_plan.version = :expected
                """)
            .with("restaurant", restaurantId)
            .with("branch", branchId)
            .with("expected", expected)
            .update()
        == 1;
  }

  /// Whether another branch has a station of one of these ids.
  boolean isElsewhere(
      Transaction transaction, UUID restaurantId, UUID branchId, List<UUID> stationIds) {
    return transaction
        .sql(
            """
            select id from kitchen_station
             where restaurant_id = :restaurant and branch_id <> :branch
               and id = any(cast(:ids as uuid[]))
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("ids", stationIds.toArray(UUID[]::new))
        .first(row -> row.uuid("id"))
        .isPresent();
  }

  /// Stations that are not in the plan any more: old tickets still name them.
  void retireAll(Transaction transaction, UUID restaurantId, UUID branchId) {
    transaction
        .sql(
            """
            update kitchen_station set retired = true
             where restaurant_id = :restaurant and branch_id = :branch and not retired
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .update();
  }

  void put(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      StationPlan.Station station,
      int position) {
    transaction
        .sql(
            """
            insert into kitchen_station (restaurant_id, id, branch_id, position, name_ar, name_en, fallback)
            values (:restaurant, :id, :branch, :position, :ar, :en, :fallback)
            on conflict (restaurant_id, id) do update
               set position = excluded.position, name_ar = excluded.name_ar, name_en = excluded.name_en,
                   fallback = excluded.fallback, retired = false
            """)
        .with("restaurant", restaurantId)
        .with("id", station.id())
        .with("branch", branchId)
        .with("position", position)
        .with("ar", station.name().ar())
        .with("en", station.name().en())
        .with("fallback", station.fallback())
        .update();
    transaction
        .sql(
            "delete from kitchen_route where restaurant_id = :restaurant and station_id = :station")
        .with("restaurant", restaurantId)
        .with("station", station.id())
        .update();
    route(transaction, restaurantId, station.id(), "item", station.itemIds());
    route(transaction, restaurantId, station.id(), "category", station.categoryIds());
  }

  private static void route(
      Transaction transaction, UUID restaurantId, UUID stationId, String kind, List<UUID> targets) {
    if (targets.isEmpty()) {
      return;
    }
    transaction
        .sql(
            """
            insert into kitchen_route (restaurant_id, station_id, kind, target_id)
            select cast(:restaurant as uuid), cast(:station as uuid), :kind, target
              from unnest(cast(:targets as uuid[])) as t (target)
            """)
        .with("restaurant", restaurantId)
        .with("station", stationId)
        .with("kind", kind)
        .with("targets", targets.toArray(UUID[]::new))
        .update();
  }

  private static StationPlan.Station station(Row row) {
    return new StationPlan.Station(
        row.uuid("id"),
        new LocalizedText(row.text("name_ar"), row.text("name_en")),
        row.flag("fallback"),
        row.uuids("items"),
        row.uuids("categories"));
  }
}
