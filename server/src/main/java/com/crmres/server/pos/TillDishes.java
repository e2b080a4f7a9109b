package com.crmres.server.pos;

import com.crmres.common.menu.MenuDifference;
import com.crmres.common.pos.PosThing;
import com.crmres.common.pos.TillDishesRequest;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.menu.edit.NewDishes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes dishes that only the till has into our menu, once a person has seen what that changes.
final class TillDishes {

  private static final int MOST = 500;
  private static final String LIST = "posIds";

  private final Database database;
  private final NewDishes newDishes;
  private final Runnable wakeWorker;
  private final Mappings mappings = new Mappings();
  private final Steps steps = new Steps();

  TillDishes(Database database, NewDishes newDishes, Runnable wakeWorker) {
    this.database = database;
    this.newDishes = newDishes;
    this.wakeWorker = wakeWorker;
  }

  /// Says what they would change, or puts them in. Those that are in are what they are at the till:
  /// orders that waited for it go out.
  ///
  /// @param base the version of the menu that was seen; null to see it
  /// @throws ApiException naming each that the till does not have, or that is ours already
  MenuDifference take(
      UUID restaurantId, UUID branchId, TillDishesRequest wish, @Nullable Long base) {
    return database.inRestaurant(
        restaurantId,
        transaction -> {
          List<NewDishes.Dish> dishes = dishes(transaction, restaurantId, branchId, wish);
          if (base == null) {
            return newDishes.preview(transaction, restaurantId, dishes, LIST);
          }
          MenuDifference done = newDishes.apply(transaction, restaurantId, base, dishes, LIST);
          for (int i = 0; i < dishes.size(); i++) {
            mappings.set(
                transaction,
                restaurantId,
                branchId,
                new Mappings.Ours(PosThing.ITEM, dishes.get(i).id()),
                wish.posIds().get(i));
          }
          steps.release(transaction, restaurantId, branchId);
          transaction.afterCommit(wakeWorker);
          return done;
        });
  }

  private List<NewDishes.Dish> dishes(
      Transaction transaction, UUID restaurantId, UUID branchId, TillDishesRequest wish) {
    List<PosMenuItem> theirs = mappings.menu(transaction, restaurantId, branchId);
    Set<String> seen = new HashSet<>(mappings.of(transaction, restaurantId, branchId).values());
    Faults faults = new Faults();
    if (wish.categoryId() == null) {
      faults.add("categoryId", Rule.REQUIRED);
    }
    faults.range(LIST, wish.posIds().size(), 1, MOST);
    List<NewDishes.Dish> dishes = new ArrayList<>();
    for (int i = 0; i < wish.posIds().size(); i++) {
      String posId = wish.posIds().get(i);
      Optional<PosMenuItem> their = find(theirs, posId).filter(_ -> seen.add(posId));
      if (their.isEmpty()) {
        faults.add("%s[%d]".formatted(LIST, i), Rule.UNKNOWN);
      }
      their.ifPresent(dish -> dishes.add(dish(branchId, wish.categoryId(), dish)));
    }
    faults.throwIfAny();
    return dishes;
  }

  private static Optional<PosMenuItem> find(List<PosMenuItem> theirs, String posId) {
    return theirs.stream()
        .filter(their -> their.thing() == PosThing.ITEM && their.id().equals(posId))
        .findFirst();
  }

  /// The same dish of the same till always has the same id.
  private static NewDishes.Dish dish(UUID branchId, UUID categoryId, PosMenuItem their) {
    String key = "till dish " + branchId + " " + their.id();
    return new NewDishes.Dish(
        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
        categoryId,
        inBoth(their.name()),
        their.price(),
        their.sku());
  }

  /// Where the till has a name in one language only, the other serves.
  private static LocalizedText inBoth(LocalizedText name) {
    return new LocalizedText(
        name.ar().isBlank() ? name.en() : name.ar(), name.en().isBlank() ? name.ar() : name.en());
  }
}
