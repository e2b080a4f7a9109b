package com.crmres.server.menu;

import com.crmres.common.menu.MenuBook;
import com.crmres.server.database.Transaction;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The whole menus, kept in memory until somebody edits them: what a branch says about its menu
/// does not make it be read anew.
final class Books {

  private final MenuStore store;
  private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

  Books(MenuStore store) {
    this.store = store;
  }

  /// The version is read before the menu, so what is kept under it can only be newer than it says.
  MenuBook of(Transaction transaction, UUID restaurantId) {
    long version = store.bookVersion(transaction, restaurantId);
    Kept known = kept.get(restaurantId);
    if (known != null && known.version() == version) {
      return known.book();
    }
    MenuBook book = store.book(transaction, restaurantId);
    kept.put(restaurantId, new Kept(version, book));
    return book;
  }

  private record Kept(long version, MenuBook book) {}
}
