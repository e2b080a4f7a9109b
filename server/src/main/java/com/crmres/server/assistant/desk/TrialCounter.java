package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.ConversationType;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStanding;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.server.menu.Menu;
import com.crmres.server.ordering.AlterResult;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.Unalterable;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.PricedCart;
import com.crmres.server.ordering.cart.TrialCart;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.Restaurant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A counter of which nothing is kept: what happens at it, nobody cooks.
final class TrialCounter implements Counter {

  /// A number that is nobody's.
  static final String PHONE = "966500000000";

  private final Restaurant restaurant;
  private final Branch branch;
  private final Menu menu;
  private final Instant now;
  private final Supplier<UUID> ids;
  private TrialCart cart;
  private @Nullable OrderSummary order;
  private @Nullable UUID ordered;

  TrialCounter(Restaurant restaurant, Branch branch, Menu menu, Instant now, Supplier<UUID> ids) {
    this.restaurant = restaurant;
    this.branch = branch;
    this.menu = menu;
    this.now = now;
    this.ids = ids;
    this.cart = fresh();
  }

  private TrialCart fresh() {
    Cart empty = new Cart(ids.get(), 0, null, null, null, null, null, List.of(), null);
    return new TrialCart(empty, menu, branch, now, ids);
  }

  @Override
  public Cart cart() {
    return cart.cart();
  }

  @Override
  public CartResult change(CartCommand command) {
    return cart.apply(command);
  }

  @Override
  public Optional<CartResult.Question> openQuestion(Cart asked) {
    return cart.openQuestion();
  }

  @Override
  public PricedCart price(Cart priced) {
    return cart.price();
  }

  @Override
  public Optional<String> contactPhone(Cart about) {
    return Optional.of(Optional.ofNullable(about.contactPhone()).orElse(PHONE));
  }

  /// Nobody cooks here.
  @Override
  public Optional<Instant> readyAt(Cart asked) {
    return Optional.empty();
  }

  @Override
  public List<Instant> freeTimes(Cart asked, UUID branchId, Instant from) {
    return List.of();
  }

  @Override
  public void markReadBack(Cart shown) {
    cart.markReadBack();
  }

  /// As at the real one: only what was read back can be ordered, and only once.
  @Override
  public PlaceResult place(UUID cartId, int version) {
    OrderSummary before = order;
    if (before != null && cartId.equals(ordered)) {
      return new PlaceResult.AlreadyPlaced(before);
    }
    Cart current = cart.cart();
    Integer readBack = current.readBackVersion();
    if (current.isEmpty()) {
      return new PlaceResult.Empty();
    }
    if (!cartId.equals(current.id())
        || version != current.version()
        || readBack == null
        || readBack != version) {
      return new PlaceResult.Changed(current);
    }
    OrderSummary placed = placed(current);
    order = placed;
    ordered = current.id();
    cart = fresh();
    return new PlaceResult.Placed(placed);
  }

  private OrderSummary placed(Cart current) {
    PricedCart priced = cart.price();
    Fulfilment way = current.fulfilment();
    return new OrderSummary(
        ids.get(),
        branch.code() + "-1",
        branch.id(),
        ids.get(),
        new CustomerSummary(ids.get(), "", null),
        OrderStatus.PENDING,
        OrderStanding.NEW,
        way == null ? Fulfilment.PICKUP : way,
        way == Fulfilment.DELIVERY ? contactPhone(current).orElse(null) : null,
        priced.lines(),
        priced.deliveryFee(),
        priced.total(),
        priced.vat(),
        current.note(),
        null,
        List.of(),
        now,
        now,
        null,
        1);
  }

  @Override
  public Optional<OrderSummary> lastOrder() {
    return Optional.ofNullable(order);
  }

  @Override
  public Optional<OrderStatus> askToCancel(UUID orderId) {
    return Optional.of(OrderStatus.CANCELLED);
  }

  /// What is only tried out is never cooked, and not changed either.
  @Override
  public AlterResult alter() {
    return new AlterResult.Refused(order, order == null ? Unalterable.NONE : Unalterable.NOT_HERE);
  }

  @Override
  public void putAway(UUID cartId) {
    cart = fresh();
  }

  @Override
  public Optional<OrderSummary> changed(Cart cart) {
    return Optional.empty();
  }

  @Override
  public Optional<OrderSummary> makeElsewhere(UUID orderId, UUID branchId, Money price) {
    return Optional.empty();
  }

  @Override
  public void callBack(UUID orderId) {
    // Nobody would be called.
  }

  @Override
  public Restaurant restaurant() {
    return restaurant;
  }

  @Override
  public List<Branch> branches() {
    return List.of(branch);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void isAbout(ConversationType type) {
    // Nobody looks at a conversation that is only tried out.
  }

  @Override
  public void belongsTo(UUID branchId) {
    // As above.
  }
}
