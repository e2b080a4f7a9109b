package com.crmres.server.ordering.cart;

import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.promise.Promises;
import com.crmres.server.ordering.promise.Slots;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.restaurant.Standing;
import com.crmres.server.restaurant.place.Zones;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// The carts of conversations: whatever is proposed, only what the rules allow gets in, and every
/// price is the menu's.
public final class Carts {

  /// As many times are offered as a list of WhatsApp shows, with a row to spare.
  public static final int OFFERED = 9;

  private final Offers offers;
  private final Clock clock;
  private final Ids ids;
  private final List<CartListener> listeners = new CopyOnWriteArrayList<>();
  private final CartStore store = new CartStore(this::tell);
  private final Confirming confirming;
  private final KnownPlaces places = new KnownPlaces();
  private final Promises promises = new Promises();
  private final Slots slots = new Slots();
  private final CartSweeping sweeping;
  private final OpenCartStore watched = new OpenCartStore();

  public Carts(Restaurants restaurants, Menus menus, Clock clock, Ids ids) {
    this.offers = new Offers(restaurants, menus, new Zones(ids), clock);
    this.clock = clock;
    this.ids = ids;
    this.confirming = new Confirming(offers, store, clock);
    this.sweeping = new CartSweeping(offers, store, clock);
  }

  /// From now on told of every cart that is otherwise than it was.
  public void tell(CartListener listener) {
    listeners.add(listener);
  }

  private void tell(Transaction transaction, UUID restaurantId, UUID cartId) {
    listeners.forEach(listener -> listener.changed(transaction, restaurantId, cartId));
  }

  /// The open cart of the conversation as people see it; an empty one that was never stored has
  /// version 0.
  public SeenCart seen(Transaction transaction, UUID restaurantId, UUID conversationId) {
    Optional<CartStore.Kept> kept = store.kept(transaction, restaurantId, conversationId);
    Cart cart = kept.map(CartStore.Kept::cart).orElseGet(() -> empty(ids.next()));
    return SeenCart.of(
        offers.now(transaction, restaurantId),
        cart,
        kept.map(CartStore.Kept::readBackAt).orElse(null),
        kept.map(CartStore.Kept::readBack).orElse(null),
        openQuestion(transaction, restaurantId, cart).orElse(null),
        readyAt(transaction, restaurantId, cart).orElse(null),
        contactPhone(transaction, restaurantId, cart).orElse(null));
  }

  /// The open cart of the conversation, or an empty one that is stored with its first change.
  public Cart current(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return store.open(transaction, restaurantId, conversationId).orElseGet(() -> empty(ids.next()));
  }

  /// Changes the open cart if the rules allow it; a command that changes nothing makes no new
  /// version.
  public CartResult apply(
      Transaction transaction, UUID restaurantId, UUID conversationId, CartCommand command) {
    CartRules rules = new CartRules(offers.now(transaction, restaurantId, conversationId), ids);
    CartCommand known = found(transaction, restaurantId, conversationId, command);
    Optional<Cart> open = store.lockOpen(transaction, restaurantId, conversationId);
    Cart before = open.orElseGet(() -> empty(ids.next()));
    CartResult result = rules.apply(before, known);
    if (!(result instanceof CartResult.Changed(Cart after)) || after.equals(before)) {
      return result;
    }
    places.remember(
        transaction, restaurantId, conversationId, after.destination(), clock.instant());
    if (open.isPresent()) {
      store.change(transaction, restaurantId, after, clock.instant());
    } else if (!store.add(transaction, restaurantId, conversationId, after, clock.instant())) {
      // Somebody else stored the first version in between: the command goes onto that one.
      return apply(transaction, restaurantId, conversationId, command);
    }
    watch(transaction, restaurantId, after);
    return result;
  }

  /// A place by its short address, where the customer has shown it before.
  private CartCommand found(
      Transaction transaction, UUID restaurantId, UUID conversationId, CartCommand command) {
    return command instanceof CartCommand.DeliverTo(Cart.Destination place)
        ? new CartCommand.DeliverTo(
            places.found(transaction, restaurantId, conversationId, place.read()))
        : command;
  }

  /// When the cart will be ready if it is ordered now: at the wanted time, or as soon as the branch
  /// can; empty until a branch is chosen.
  public Optional<Instant> readyAt(Transaction transaction, UUID restaurantId, Cart cart) {
    Offer offer = offers.now(transaction, restaurantId);
    UUID branchId = cart.branchId();
    return offer.isForLater(cart)
        ? Optional.ofNullable(cart.wantedAt())
        : Optional.ofNullable(branchId)
            .flatMap(offer::branch)
            .map(branch ->
                offer
                    .at()
                    .plus(
                        Duration.ofMinutes(
                            promises.minutes(transaction, restaurantId, branch, offer.at()))));
  }

  /// The next times from one on at which a branch takes orders and has room for the cart; none
  /// before the branch could have it ready.
  public List<Instant> freeTimes(
      Transaction transaction, UUID restaurantId, Cart cart, UUID branchId, Instant from) {
    Offer offer = offers.now(transaction, restaurantId);
    return offer
        .branch(branchId)
        .flatMap(branch ->
            begin(branch, latest(from, soonest(branch, offer.at())))
                .map(begin ->
                    slots.free(
                        transaction,
                        restaurantId,
                        branch,
                        begin,
                        Slots.kitchenMinutes(pieces(cart)),
                        OFFERED)))
        .orElse(List.of());
  }

  /// When the branch takes orders again, if it does not at that moment.
  private static Optional<Instant> begin(Branch branch, Instant from) {
    return switch (branch.standing(from)) {
      case Standing.Open _, Standing.Busy _ -> Optional.of(from);
      case Standing.Paused(Instant until) -> Optional.of(until);
      case Standing.Closed(Instant until, var _) -> Optional.ofNullable(until);
    };
  }

  private static Instant soonest(Branch branch, Instant now) {
    return now.plus(Duration.ofMinutes(branch.preparationMinutes()));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static int pieces(Cart cart) {
    return cart.lines().stream().mapToInt(CartLine::quantity).sum();
  }

  /// A cart that holds something is looked after from now on, if nobody goes on with it.
  private void watch(Transaction transaction, UUID restaurantId, Cart cart) {
    if (cart.isEmpty()) {
      watched.forget(transaction, restaurantId, cart.id());
      return;
    }
    Instant remindAt = clock.instant().plus(CartTimes.REMIND_AFTER);
    watched.touched(transaction, restaurantId, cart.id(), remindAt);
    watched.touchedAgain(
        transaction, restaurantId, cart.id(), remindAt.plus(CartTimes.ABANDON_AFTER_REMINDER));
  }

  /// Makes the open cart true again after the menu changed under it: takes out what is sold out,
  /// and forgets a read-back that no longer holds.
  ///
  /// @return empty if nothing about the cart had to change
  public Optional<Swept> sweep(Transaction transaction, UUID restaurantId, UUID conversationId) {
    return sweeping.sweep(transaction, restaurantId, conversationId);
  }

  /// Forgets the read-back of the open cart if it cannot be had as it was read; its lines stay.
  public void doubt(Transaction transaction, UUID restaurantId, UUID conversationId) {
    sweeping.doubt(transaction, restaurantId, conversationId);
  }

  /// What must be asked next before the cart can be read back.
  public Optional<CartResult.Question> openQuestion(
      Transaction transaction, UUID restaurantId, Cart cart) {
    boolean phoneKnown = contactPhone(transaction, restaurantId, cart).isPresent();
    return new CartQuestions(offers.now(transaction, restaurantId), phoneKnown).next(cart);
  }

  /// The number to call about the cart's delivery: the one that was said, else the customer's own;
  /// digits with country code.
  public Optional<String> contactPhone(Transaction transaction, UUID restaurantId, Cart cart) {
    return Optional.ofNullable(cart.contactPhone())
        .or(() -> store.customerPhone(transaction, restaurantId, cart.id()));
  }

  /// What the cart costs by the menu of its branch, or of the main branch until one is chosen.
  public PricedCart price(Transaction transaction, UUID restaurantId, Cart cart) {
    return offers.now(transaction, restaurantId).price(cart);
  }

  /// Remembers that the customer was shown this version with its prices; only that can be
  /// confirmed.
  public void markReadBack(Transaction transaction, UUID restaurantId, Cart cart) {
    store.markReadBack(
        transaction, restaurantId, price(transaction, restaurantId, cart), clock.instant());
  }

  /// The customer was shown something else than what the desk would have read back: nothing of it
  /// can be confirmed.
  public void forgetReadBack(Transaction transaction, UUID restaurantId, UUID cartId) {
    store.forgetReadBack(transaction, restaurantId, cartId);
  }

  /// The customer says yes to what was read back. A cart that is confirmed is kept from others
  /// until the transaction ends; it becomes an order by [#markOrdered].
  public ConfirmResult confirm(
      Transaction transaction, UUID restaurantId, UUID conversationId, UUID cartId, int version) {
    return confirming.confirm(transaction, restaurantId, conversationId, cartId, version);
  }

  /// The other branches that are open now and have all of a cart, with what it costs there.
  public List<Elsewhere> elsewhere(
      Transaction transaction, UUID restaurantId, UUID cartId, UUID branchId) {
    Cart cart = store.find(transaction, restaurantId, cartId).orElseThrow();
    return offers.now(transaction, restaurantId).elsewhere(cart, branchId);
  }

  /// The cart became an order: it is no longer open.
  public void markOrdered(Transaction transaction, UUID restaurantId, UUID cartId) {
    store.markOrdered(transaction, restaurantId, cartId, clock.instant());
    watched.forget(transaction, restaurantId, cartId);
  }

  /// Opens a cart with all that an order is now, for the customer to change; what stands in his
  /// open cart comes with it. Nothing happens to the order before he has confirmed.
  public Cart reopen(
      Transaction transaction, UUID restaurantId, UUID conversationId, Reopened order) {
    Optional<Cart> open = store.lockOpen(transaction, restaurantId, conversationId);
    if (open.isPresent() && order.orderId().equals(open.get().changes())) {
      return open.get();
    }
    Cart before = open.orElseGet(() -> empty(ids.next()));
    Cart after = order.with(before, offers.now(transaction, restaurantId), ids).nextVersion();
    if (open.isPresent()) {
      store.change(transaction, restaurantId, after, clock.instant());
    } else if (!store.add(transaction, restaurantId, conversationId, after, clock.instant())) {
      return reopen(transaction, restaurantId, conversationId, order);
    }
    watch(transaction, restaurantId, after);
    return after;
  }

  /// Makes an order's content what staff want of it, by the same rules and prices; it is kept only
  /// if the whole of it can be made now.
  public Revision revise(
      Transaction transaction,
      UUID restaurantId,
      UUID conversationId,
      Reopened order,
      List<CartCommand> commands) {
    Offer offer = offers.now(transaction, restaurantId);
    CartRules rules = new CartRules(offer, ids);
    Cart cart = order.with(empty(ids.next()), offer, ids).nextVersion();
    List<Reopened.Line> lost = order.lost(cart, commands);
    if (!lost.isEmpty()) {
      return new Revision.Checked(
          new ConfirmResult.SoldOut(lost.stream().map(Reopened.Line::itemId).distinct().toList()));
    }
    for (int i = 0; i < commands.size(); i++) {
      if (order.isGone(cart, commands.get(i))) {
        continue;
      }
      switch (rules.apply(cart, commands.get(i))) {
        case CartResult.Changed(Cart changed) -> cart = changed;
        case CartResult.Refused(CartResult.Reason reason) -> {
          return new Revision.Refused(i, reason);
        }
      }
    }
    ConfirmResult result = confirming.now(transaction, restaurantId, cart);
    if (result instanceof ConfirmResult.Confirmed) {
      store.addOrdered(transaction, restaurantId, conversationId, cart, clock.instant());
    }
    return new Revision.Checked(result);
  }

  /// Puts a cart away: its customer does not want it.
  public void putAway(Transaction transaction, UUID restaurantId, UUID cartId) {
    store.putAway(transaction, restaurantId, cartId, clock.instant());
    watched.forget(transaction, restaurantId, cartId);
  }

  /// Puts away whatever should have changed an order: it cannot be changed any more.
  public void putAwayChangesOf(Transaction transaction, UUID restaurantId, UUID orderId) {
    store
        .putAwayChangesOf(transaction, restaurantId, orderId, clock.instant())
        .forEach(cart -> watched.forget(transaction, restaurantId, cart));
  }

  private static Cart empty(UUID id) {
    return new Cart(id, 0, null, null, null, null, null, List.of(), null);
  }
}
