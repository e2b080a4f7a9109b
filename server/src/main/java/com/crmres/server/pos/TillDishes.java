package com.crmres.server.pos;

import com.crmres.common.menu.MenuDifference;
import com.crmres.common.pos.PosThing;
import com.crmres.common.pos.TillDishesRequest;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.Faults;
import com.crmres.server.http.Rule;
import com.crmres.server.menu.edit.NewDishes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
          List<PosMenuItem> theirs = mappings.menu(transaction, restaurantId, branchId);
          TillChoices choices = new TillChoices(branchId, theirs);
          List<NewDishes.Dish> dishes =
              dishes(transaction, restaurantId, branchId, theirs, choices, wish);
          if (base == null) {
            return newDishes.preview(transaction, restaurantId, dishes, LIST);
          }
          MenuDifference done = newDishes.apply(transaction, restaurantId, base, dishes, LIST);
          map(transaction, restaurantId, branchId, ours(dishes, choices, wish.posIds()));
          steps.release(transaction, restaurantId, branchId);
          transaction.afterCommit(wakeWorker);
          return done;
        });
  }

  private static Map<Mappings.Ours, String> ours(
      List<NewDishes.Dish> dishes, TillChoices choices, List<String> posIds) {
    Map<Mappings.Ours, String> ours = new LinkedHashMap<>();
    for (int i = 0; i < dishes.size(); i++) {
      ours.put(new Mappings.Ours(PosThing.ITEM, dishes.get(i).id()), posIds.get(i));
    }
    choices
        .counterparts()
        .forEach((option, posId) -> ours.put(new Mappings.Ours(PosThing.OPTION, option), posId));
    return ours;
  }

  private void map(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      Map<Mappings.Ours, String> counterparts) {
    counterparts.forEach(
        (ours, posId) -> mappings.set(transaction, restaurantId, branchId, ours, posId));
  }

  private List<NewDishes.Dish> dishes(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      List<PosMenuItem> theirs,
      TillChoices choices,
      TillDishesRequest wish) {
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
      their.ifPresent(dish -> dishes.add(dish(branchId, wish.categoryId(), dish, choices)));
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
  private static NewDishes.Dish dish(
      UUID branchId, UUID categoryId, PosMenuItem their, TillChoices choices) {
    return new NewDishes.Dish(
        TillChoices.id("till dish " + branchId + " " + their.id()),
        categoryId,
        TillChoices.inBoth(their.name()),
        their.price(),
        their.sku(),
        choices.of(their));
  }
}
