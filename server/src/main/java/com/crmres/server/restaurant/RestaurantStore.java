package com.crmres.server.restaurant;

import com.crmres.common.restaurant.BranchMode;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps restaurants and branches in their tables.
final class RestaurantStore {

  private static final String BRANCH =
      """
      select b.*, (select hijri from restaurant r where r.restaurant_id = b.restaurant_id) as hijri
        from branch b where restaurant_id = :restaurant
      """;

  Optional<Restaurant> find(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql(
            """
            select restaurant_id, name_ar, name_en, personality, vat_number
              from restaurant where restaurant_id = :restaurant
            """)
        .with("restaurant", restaurantId)
        .first(RestaurantStore::restaurant);
  }

  List<Branch> branches(Transaction transaction, UUID restaurantId) {
    return transaction
        .sql(BRANCH + " order by code")
        .with("restaurant", restaurantId)
        .list(RestaurantStore::branch);
  }

  Optional<Branch> branch(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(BRANCH + " and id = :id")
        .with("restaurant", restaurantId)
        .with("id", branchId)
        .first(RestaurantStore::branch);
  }

  boolean add(Transaction transaction, Restaurant restaurant, Instant now) {
    return transaction
            .sql(
                """
                insert into restaurant (restaurant_id, name_ar, name_en, personality, vat_number, created_at)
                values (:id, :ar, :en, :personality, :vat, :now)
                on conflict do nothing
                """)
            .with("id", restaurant.id())
            .with("ar", restaurant.name().ar())
            .with("en", restaurant.name().en())
            .with("personality", restaurant.personality())
            .with("vat", restaurant.vatNumber())
            .with("now", now)
            .update()
        == 1;
  }

  void speaksAs(Transaction transaction, UUID restaurantId, Personality personality) {
    transaction
        .sql("update restaurant set personality = :personality where restaurant_id = :restaurant")
        .with("restaurant", restaurantId)
        .with("personality", personality)
        .update();
  }

  void addBranch(Transaction transaction, UUID restaurantId, Branch branch) {
    transaction
        .sql(
            """
            insert into branch (restaurant_id, id, code, name_ar, name_en, address_ar, address_en, zone,
                                latitude, longitude, hours, special_times, delivers, preparation_minutes)
            values (:restaurant, :id, :code, :nameAr, :nameEn, :addressAr, :addressEn, :zone,
                    :latitude, :longitude, :hours, :special, :delivers, :minutes)
            """)
        .with("restaurant", restaurantId)
        .with("id", branch.id())
        .with("code", branch.code())
        .with("nameAr", branch.name().ar())
        .with("nameEn", branch.name().en())
        .with("addressAr", branch.address().ar())
        .with("addressEn", branch.address().en())
        .with("zone", branch.zone().getId())
        .with("latitude", branch.latitude())
        .with("longitude", branch.longitude())
        .with("hours", Json.write(branch.times().usual()))
        .with("special", Json.write(branch.times().special()))
        .with("delivers", branch.delivers())
        .with("minutes", branch.preparationMinutes())
        .update();
  }

  private static Restaurant restaurant(Row row) {
    return new Restaurant(
        row.uuid("restaurant_id"),
        new LocalizedText(row.text("name_ar"), row.text("name_en")),
        row.named("personality", Personality.class),
        row.textOrNull("vat_number"));
  }

  private static Branch branch(Row row) {
    return new Branch(
        row.uuid("id"),
        row.text("code"),
        new LocalizedText(row.text("name_ar"), row.text("name_en")),
        new LocalizedText(row.text("address_ar"), row.text("address_en")),
        ZoneId.of(row.text("zone")),
        row.decimal("latitude"),
        row.decimal("longitude"),
        new Timetable(
            row.json("hours", OpeningHours.class),
            row.json("special_times", SpecialTimes.class),
            row.json("hijri", HijriMonths.class)),
        row.flag("delivers"),
        row.integer("preparation_minutes"),
        new Serving(
            row.named("mode", BranchMode.class),
            row.instantOrNull("mode_until"),
            row.integer("mode_delay"),
            row.flag("mode_asap")));
  }

  Optional<UUID> oldest(Transaction transaction) {
    return transaction
        .sql("select restaurant_id from restaurant order by created_at limit 1")
        .first(row -> row.uuid("restaurant_id"));
  }
}
