package com.crmres.server.menu;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.money.Money;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The menus of all branches, kept in memory and read anew as soon as any node changed one.
public final class Menus {

  private final EventLog events;
  private final MenuStore store = new MenuStore();
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

  public Menus(EventLog events) {
    this.events = events;
  }

  /// What the branch sells now.
  ///
  /// The version is read in the transaction before the menu, so what is kept under it can only be
  /// newer than it says, and then it is read once more.
  public Menu of(Transaction transaction, UUID restaurantId, UUID branchId) {
    long version = store.version(transaction, restaurantId, branchId);
    Key key = new Key(restaurantId, branchId);
    Kept known = kept.get(key);
    if (known != null && known.version() == version) {
      return known.menu();
    }
    Menu menu = store.read(transaction, restaurantId, branchId);
    kept.put(key, new Kept(version, menu));
    return menu;
  }

  /// Marks an item as sold out in a branch, or as back. Open screens are told if that is news.
  ///
  /// @return whether the restaurant has such an item
  public boolean setAvailability(
      Transaction transaction, UUID restaurantId, UUID branchId, UUID itemId, boolean available) {
    if (!store.hasItem(transaction, restaurantId, itemId)) {
      return false;
    }
    if (store.setAvailability(transaction, restaurantId, branchId, itemId, available)) {
      store.renew(transaction, restaurantId, branchId);
      events.append(
          transaction,
          restaurantId,
          branchId,
          new LiveEvent.AvailabilityChanged(branchId, itemId, available));
    }
    return true;
  }

  /// Gives an item a price of its own in a branch.
  public void setPrice(
      Transaction transaction, UUID restaurantId, UUID branchId, UUID itemId, Money price) {
    store.setPrice(transaction, restaurantId, branchId, itemId, price);
    store.renew(transaction, restaurantId, branchId);
  }

  /// Puts a category with its items at the end of the restaurant's menu, in every branch. Groups
  /// are known by their id: one that is there already serves the new items as it is.
  public void add(Transaction transaction, UUID restaurantId, Menu.Category category) {
    store.add(transaction, restaurantId, category);
    store.renewAll(transaction, restaurantId);
  }

  private record Key(UUID restaurantId, UUID branchId) {}

  private record Kept(long version, Menu menu) {}
}
