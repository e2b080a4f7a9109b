package com.crmres.server.pos;

import com.crmres.common.money.Money;
import com.crmres.common.pos.PosMapping;
import com.crmres.common.pos.PosThing;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What of our menu is what at a branch's till, and where the prices differ.
final class Mappings {

  /// Something that may have a counterpart.
  record Ours(PosThing thing, UUID id) {}

  /// What is known to be what.
  Map<Ours, String> of(Transaction transaction, UUID restaurantId, UUID branchId) {
    Map<Ours, String> known = new HashMap<>();
    transaction
        .sql(
            """
            select thing, our_id, pos_id from pos_mapping
             where restaurant_id = :restaurant and branch_id = :branch
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .list(row ->
            Map.entry(
                new Ours(row.named("thing", PosThing.class), row.uuid("our_id")),
                row.text("pos_id")))
        .forEach(pair -> known.put(pair.getKey(), pair.getValue()));
    return known;
  }

  /// What a till did not sell when its stock was read last.
  Set<Ours> soldOut(Transaction transaction, UUID restaurantId, UUID branchId) {
    return Set.copyOf(
        transaction
            .sql(
                """
                select thing, our_id from pos_mapping
                 where restaurant_id = :restaurant and branch_id = :branch and not sold
                """)
            .with("restaurant", restaurantId)
            .with("branch", branchId)
            .list(row -> new Ours(row.named("thing", PosThing.class), row.uuid("our_id"))));
  }

  /// The till said whether it sells something.
  void said(Transaction transaction, UUID restaurantId, UUID branchId, Ours ours, boolean sold) {
    transaction
        .sql(
            """
            update pos_mapping set sold = :sold
             where restaurant_id = :restaurant and branch_id = :branch and thing = :thing and our_id = :id
            """)
        .with("sold", sold)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("thing", ours.thing())
        .with("id", ours.id())
        .update();
  }

  /// Says what something is at the till.
  ///
  /// @param posId null for nothing any more
  void set(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      Ours ours,
      @Nullable String posId) {
    String sql =
        posId == null
            ? """
            delete from pos_mapping
             where restaurant_id = :restaurant and branch_id = :branch and thing = :thing and our_id = :id
               and cast(:pos as text) is null
            """
            : """
            insert into pos_mapping (restaurant_id, branch_id, thing, our_id, pos_id)
            values (:restaurant, :branch, :thing, :id, :pos)
            on conflict (restaurant_id, branch_id, thing, our_id) do update set pos_id = :pos
            """;
    transaction
        .sql(sql)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("thing", ours.thing())
        .with("id", ours.id())
        .with("pos", posId)
        .update();
  }

  /// Keeps the till's menu as it was just read.
  void keepMenu(Transaction transaction, UUID restaurantId, UUID branchId, List<PosMenuItem> menu) {
    transaction
        .sql("delete from pos_menu where restaurant_id = :restaurant and branch_id = :branch")
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .update();
    menu.forEach(item -> keep(transaction, restaurantId, branchId, item));
  }

  private static void keep(
      Transaction transaction, UUID restaurantId, UUID branchId, PosMenuItem item) {
    transaction
        .sql(
            """
            insert into pos_menu (restaurant_id, branch_id, thing, pos_id, sku, name_ar, name_en, price,
                                  active, groups)
            values (:restaurant, :branch, :thing, :id, :sku, :ar, :en, :price, :active,
                    cast(:groups as jsonb))
            on conflict do nothing
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .with("thing", item.thing())
        .with("id", item.id())
        .with("sku", item.sku())
        .with("ar", item.name().ar())
        .with("en", item.name().en())
        .with("price", item.price())
        .with("active", item.active())
        .with("groups", Json.write(item.groups()))
        .update();
  }

  /// The till's menu as it was read last; empty if it never was.
  List<PosMenuItem> menu(Transaction transaction, UUID restaurantId, UUID branchId) {
    return transaction
        .sql(
            """
            select * from pos_menu where restaurant_id = :restaurant and branch_id = :branch
             order by thing, pos_id
            """)
        .with("restaurant", restaurantId)
        .with("branch", branchId)
        .list(Mappings::item);
  }

  /// Everything of our menu with its counterpart, or what might be it. A way of an option is named
  /// only where the till has one for it: else it is told of the option, and how it is wanted.
  static List<PosMapping> lines(Menu menu, List<PosMenuItem> theirs, Map<Ours, String> known) {
    List<PosMapping> lines = new ArrayList<>();
    menu.items().forEach(item -> lines.add(line(item, theirs, known)));
    for (ModifierOption option : options(menu)) {
      PosMapping line = line(option, theirs, known);
      if (option.form() == null || line.posId() != null || line.proposedPosId() != null) {
        lines.add(line);
      }
    }
    return List.copyOf(lines);
  }

  /// Every option once, however many items offer it and however deep, and how else it may be had.
  static List<ModifierOption> options(Menu menu) {
    Map<UUID, ModifierOption> once = new LinkedHashMap<>();
    menu.items()
        .flatMap(MenuItem::options)
        .forEach(option -> once.putIfAbsent(option.id(), option));
    return List.copyOf(once.values());
  }

  private static PosMapping line(MenuItem item, List<PosMenuItem> theirs, Map<Ours, String> known) {
    return line(
        new Ours(PosThing.ITEM, item.id()), item.name(), item.price(), item.sku(), theirs, known);
  }

  private static PosMapping line(
      ModifierOption option, List<PosMenuItem> theirs, Map<Ours, String> known) {
    return line(
        new Ours(PosThing.OPTION, option.id()), option.name(), option.price(), null, theirs, known);
  }

  private static PosMapping line(
      Ours ours,
      LocalizedText name,
      Money price,
      @Nullable String sku,
      List<PosMenuItem> theirs,
      Map<Ours, String> known) {
    String posId = known.get(ours);
    Money posPrice =
        theirs.stream()
            .filter(their -> their.thing() == ours.thing() && their.id().equals(posId))
            .map(PosMenuItem::price)
            .findFirst()
            .orElse(null);
    return new PosMapping(
        ours.thing(),
        ours.id(),
        name,
        price,
        posId,
        posPrice,
        posId == null ? proposal(ours.thing(), name, sku, theirs) : null,
        posPrice != null && !posPrice.equals(price));
  }

  /// The same code, else the same name, if it is the only one.
  private static @Nullable String proposal(
      PosThing thing, LocalizedText name, @Nullable String sku, List<PosMenuItem> theirs) {
    List<PosMenuItem> alike =
        theirs.stream()
            .filter(their -> their.thing() == thing)
            .filter(their ->
                (sku != null && Objects.equals(sku, their.sku()))
                    || same(name.ar(), their.name().ar())
                    || same(name.en(), their.name().en()))
            .toList();
    return alike.size() == 1 ? alike.getFirst().id() : null;
  }

  private static boolean same(String one, String other) {
    return !one.isBlank()
        && one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
  }

  private static PosMenuItem item(Row row) {
    return new PosMenuItem(
        row.named("thing", PosThing.class),
        row.text("pos_id"),
        row.textOrNull("sku"),
        new LocalizedText(row.text("name_ar"), row.text("name_en")),
        row.money("price"),
        row.flag("active"),
        List.of(row.json("groups", PosGroup[].class)));
  }
}
