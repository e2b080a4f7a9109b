package com.crmres.server.menu;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.menu.BookItem;
import com.crmres.common.menu.MenuBook;
import com.crmres.common.menu.PriceRule;
import com.crmres.common.money.Money;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The menus of all branches, kept in memory and read anew as soon as any node changed one.
///
/// What depends on the time of day is worked out from what is in memory, without the database.
public final class Menus {

  private final EventLog events;
  private final Clock clock;
  private final MenuStore store = new MenuStore();
  private final Books books = new Books(store);
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();
  private final List<MenuListener> listeners = new CopyOnWriteArrayList<>();

  public Menus(EventLog events) {
    this.events = events;
    this.clock = events.clock();
  }

  /// The moment it is for the menus.
  Instant now() {
    return clock.instant();
  }

  /// From now on `listener` is told of every change, in its transaction.
  public void tell(MenuListener listener) {
    listeners.add(listener);
  }

  /// What the branch sells now.
  public Menu of(Transaction transaction, UUID restaurantId, UUID branchId) {
    return of(transaction, restaurantId, branchId, clock.instant());
  }

  /// What the branch sells at a moment, as far as is known by now.
  ///
  /// The version is read in the transaction before the menu, so what is kept under it can only be
  /// newer than it says, and then it is read once more.
  public Menu of(Transaction transaction, UUID restaurantId, UUID branchId, Instant moment) {
    long version = store.version(transaction, restaurantId, branchId);
    Key key = new Key(restaurantId, branchId);
    Kept known = kept.get(key);
    if (known == null || known.version() != version) {
      MenuBook book = books.of(transaction, restaurantId);
      BranchState state = store.state(transaction, restaurantId, branchId);
      known = new Kept(version, book, state, Board.at(restaurantId, book, state, clock.instant()));
      kept.put(key, known);
    }
    return shown(key, known, moment).menu();
  }

  /// A menu that holds now is kept; one of another time is worked out for whoever asks.
  private Board.Shown shown(Key key, Kept known, Instant moment) {
    if (known.shown().holdsAt(moment)) {
      return known.shown();
    }
    Board.Shown shown = Board.at(key.restaurantId(), known.book(), known.state(), moment);
    if (shown.holdsAt(clock.instant())) {
      kept.replace(key, known, new Kept(known.version(), known.book(), known.state(), shown));
    }
    return shown;
  }

  /// The whole menu as people edit it.
  public MenuBook book(Transaction transaction, UUID restaurantId) {
    return store.book(transaction, restaurantId);
  }

  /// Whether the menu shows a picture.
  public boolean shows(Transaction transaction, UUID restaurantId, UUID photo) {
    return store.shows(transaction, restaurantId, photo);
  }

  /// Edits the whole menu; no one else does until the transaction ends.
  ///
  /// @return the menu before and after
  public Edited edit(Transaction transaction, UUID restaurantId, UnaryOperator<MenuBook> change) {
    store.lockBook(transaction, restaurantId);
    MenuBook before = store.book(transaction, restaurantId);
    MenuBook after = change.apply(before);
    if (after.equals(before)) {
      return new Edited(before, before);
    }
    store.write(transaction, restaurantId, before, after);
    store.renewAll(transaction, restaurantId);
    Set<UUID> items = Edited.touched(before, after);
    listeners.forEach(listener -> listener.changed(transaction, restaurantId, null, items));
    return new Edited(before, store.book(transaction, restaurantId));
  }

  /// Marks an item as sold out in a branch until somebody says otherwise, or as back.
  ///
  /// @return whether the restaurant has such an item
  public boolean setAvailability(
      Transaction transaction, UUID restaurantId, UUID branchId, UUID itemId, boolean available) {
    return set(
        transaction, restaurantId, branchId, itemId, available ? null : new Pause(false, null));
  }

  /// Marks a category, an item, an option or an ingredient as gone in a branch, or as back. Open
  /// screens are told which items that changes.
  ///
  /// @param pause null when it is back
  /// @return whether the restaurant has such a thing
  public boolean set(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      UUID subjectId,
      @Nullable Pause pause) {
    return set(transaction, restaurantId, branchId, subjectId, AbsentBy.STAFF, pause);
  }

  /// The till said whether it sells something; what staff have closed stays closed.
  ///
  /// @return whether the restaurant has such a thing
  public boolean saidByTill(
      Transaction transaction, UUID restaurantId, UUID branchId, UUID subjectId, boolean sold) {
    return set(
        transaction,
        restaurantId,
        branchId,
        subjectId,
        AbsentBy.TILL,
        sold ? null : new Pause(false, null));
  }

  private boolean set(
      Transaction transaction,
      UUID restaurantId,
      UUID branchId,
      UUID subjectId,
      AbsentBy by,
      @Nullable Pause pause) {
    if (!Subjects.of(known(transaction, restaurantId, branchId).book()).contains(subjectId)) {
      return false;
    }
    changing(
        transaction,
        restaurantId,
        branchId,
        () -> {
          if (pause == null) {
            store.setPresent(transaction, restaurantId, branchId, subjectId, openedBy(by));
          } else {
            BranchState.Gone gone = new BranchState.Gone(pause.hidden(), pause.until());
            store.setAbsent(
                transaction, restaurantId, branchId, subjectId, by, gone, clock.instant());
          }
        });
    return true;
  }

  private static Set<AbsentBy> openedBy(AbsentBy by) {
    return by == AbsentBy.STAFF ? EnumSet.allOf(AbsentBy.class) : EnumSet.of(by);
  }

  /// How long something is gone.
  ///
  /// @param hidden whether customers shall not even see it
  /// @param until null until somebody says otherwise
  public record Pause(boolean hidden, @Nullable Instant until) {}

  /// Gives an item a price of its own in a branch.
  public void setPrice(
      Transaction transaction, UUID restaurantId, UUID branchId, UUID itemId, Money price) {
    PriceRule rule = new PriceRule(branchId, null, null, price);
    edit(
        transaction,
        restaurantId,
        book ->
            book.withItems(
                book.items().stream()
                    .map(item -> item.id().equals(itemId) ? priced(item, rule) : item)
                    .toList()));
  }

  /// Puts a category with its items at the end of the restaurant's menu, in every branch. Groups
  /// are known by their id: one that is there already serves the new items as it is.
  public void add(Transaction transaction, UUID restaurantId, Menu.Category category) {
    edit(transaction, restaurantId, book -> new Appending(book).with(category));
  }

  /// Changes what a branch has, and tells whoever has to know.
  void changing(Transaction transaction, UUID restaurantId, UUID branchId, Runnable change) {
    Menu before = of(transaction, restaurantId, branchId);
    change.run();
    store.renew(transaction, restaurantId, branchId);
    tell(transaction, before, of(transaction, restaurantId, branchId));
  }

  private void tell(Transaction transaction, Menu before, Menu after) {
    Map<UUID, MenuItem> old = byId(before);
    Map<UUID, MenuItem> now = byId(after);
    Set<UUID> changed =
        Stream.concat(old.keySet().stream(), now.keySet().stream())
            .filter(id -> !Objects.equals(old.get(id), now.get(id)))
            .collect(Collectors.toUnmodifiableSet());
    for (UUID id : changed) {
      if (sells(old, id) != sells(now, id)) {
        events.append(
            transaction,
            after.restaurantId(),
            after.branchId(),
            new LiveEvent.AvailabilityChanged(after.branchId(), id, sells(now, id)));
      }
    }
    if (!changed.isEmpty()) {
      listeners.forEach(listener ->
          listener.changed(transaction, after.restaurantId(), after.branchId(), changed));
    }
  }

  private Kept known(Transaction transaction, UUID restaurantId, UUID branchId) {
    of(transaction, restaurantId, branchId);
    return Objects.requireNonNull(kept.get(new Key(restaurantId, branchId)));
  }

  private static Map<UUID, MenuItem> byId(Menu menu) {
    return menu.items().collect(Collectors.toMap(MenuItem::id, item -> item));
  }

  private static boolean sells(Map<UUID, MenuItem> items, UUID id) {
    return Optional.ofNullable(items.get(id)).map(MenuItem::available).orElse(false);
  }

  private static BookItem priced(BookItem item, PriceRule own) {
    Stream<PriceRule> others =
        item.prices().stream()
            .filter(rule ->
                rule.tag() != null
                    || rule.dayPartId() != null
                    || !Objects.equals(rule.branchId(), own.branchId()));
    return item.withPrices(Stream.concat(others, Stream.of(own)).toList());
  }

  private record Key(UUID restaurantId, UUID branchId) {}

  private record Kept(long version, MenuBook book, BranchState state, Board.Shown shown) {}
}
