package com.crmres.server.assistant.desk;

import com.crmres.common.conversation.ConversationType;
import com.crmres.common.customer.CustomerSummary;
import com.crmres.common.customer.PhoneNumber;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStanding;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.ordering.AlterResult;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.Unalterable;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartLine;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.PricedCart;
import com.crmres.server.restaurant.Branch;
import com.crmres.server.restaurant.OpeningHours;
import com.crmres.server.restaurant.Restaurant;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A counter that keeps one cart and its orders in memory, by the same rules in short.
final class CounterInMemory implements Counter {

  private static final ZoneId RIYADH = ZoneId.of("Asia/Riyadh");

  final Menu menu = TestMenu.menu();
  final List<OrderSummary> orders = new ArrayList<>();
  final Set<ConversationType> about = new TreeSet<>();
  Instant now = Instant.parse("2026-11-22T17:00:00Z");
  Personality personality = Personality.CASUAL;
  boolean kitchenBegan;

  /// The times at which the branch has room.
  List<Instant> freeTimes = List.of();

  /// The number the customer writes from; null if WhatsApp does not tell it.
  @Nullable String phone = "966500000001";

  private @Nullable String contactPhone;
  private int carts;
  private Cart cart = fresh();
  private @Nullable Cart ordered;

  private Cart fresh() {
    return new Cart(
        TestMenu.id("cart " + carts++), 0, null, null, null, null, null, List.of(), null);
  }

  @Override
  public Cart cart() {
    return cart;
  }

  @Override
  public CartResult change(CartCommand command) {
    switch (command) {
      case CartCommand.Add add -> {
        if (add.quantity() > 50) {
          return new CartResult.Refused(new CartResult.Reason.OutOfRange());
        }
        List<CartLine> lines = new ArrayList<>(cart.lines());
        UUID id = TestMenu.id("line " + cart.id() + cart.version());
        lines.add(
            new CartLine(
                id, add.itemId(), add.quantity(), add.optionIds(), add.note(), add.person(), null));
        keep(lines);
      }
      case CartCommand.ChangeQuantity(UUID id, int quantity) ->
          keep(
              each(
                  id,
                  line ->
                      new CartLine(
                          id,
                          line.itemId(),
                          quantity,
                          line.optionIds(),
                          line.note(),
                          line.person(),
                          null)));
      case CartCommand.ChangeOptions(UUID id, List<UUID> take, List<UUID> leave) ->
          keep(
              each(
                  id,
                  line ->
                      new CartLine(
                          id,
                          line.itemId(),
                          line.quantity(),
                          options(line, take, leave),
                          line.note(),
                          line.person(),
                          null)));
      case CartCommand.Remove(UUID id) ->
          keep(cart.lines().stream().filter(line -> !line.id().equals(id)).toList());
      case CartCommand.Clear _ -> keep(List.of());
      case CartCommand.ChooseFulfilment(Fulfilment way) ->
          next(cart.branchId(), way, cart.destination(), cart.note(), cart.lines());
      case CartCommand.ChooseBranch(UUID branch) ->
          next(branch, cart.fulfilment(), cart.destination(), cart.note(), cart.lines());
      case CartCommand.DeliverTo(Cart.Destination to) ->
          next(TestMenu.OLAYA, Fulfilment.DELIVERY, to, cart.note(), cart.lines());
      case CartCommand.ContactBy(PhoneNumber said) -> {
        contactPhone = said.digits();
        keep(cart.lines());
      }
      case CartCommand.ChooseTime _, CartCommand.TakeTime _ -> keep(cart.lines());
      case CartCommand.Correction _ -> throw new IllegalStateException("people correct elsewhere");
      case CartCommand.AddNote(String note) ->
          next(cart.branchId(), cart.fulfilment(), cart.destination(), note, cart.lines());
    }
    return new CartResult.Changed(cart);
  }

  private List<UUID> options(CartLine line, List<UUID> take, List<UUID> leave) {
    MenuItem item = menu.item(line.itemId()).orElseThrow();
    Set<UUID> replaced =
        item.groups().stream()
            .filter(group ->
                group.max() == 1 && group.options().stream().anyMatch(o -> take.contains(o.id())))
            .flatMap(group -> group.options().stream().map(ModifierOption::id))
            .collect(Collectors.toSet());
    return Stream.concat(
            line.optionIds().stream().filter(id -> !replaced.contains(id) && !leave.contains(id)),
            take.stream())
        .distinct()
        .toList();
  }

  private List<CartLine> each(UUID id, java.util.function.UnaryOperator<CartLine> change) {
    return cart.lines().stream()
        .map(line -> line.id().equals(id) ? change.apply(line) : line)
        .toList();
  }

  private void keep(List<CartLine> lines) {
    next(cart.branchId(), cart.fulfilment(), cart.destination(), cart.note(), lines);
  }

  private void next(
      @Nullable UUID branch,
      @Nullable Fulfilment way,
      Cart.@Nullable Destination to,
      @Nullable String note,
      List<CartLine> lines) {
    cart =
        new Cart(
            cart.id(),
            cart.version() + 1,
            branch,
            way,
            to,
            contactPhone,
            note,
            lines,
            cart.readBackVersion(),
            cart.wantedAt(),
            cart.changes());
  }

  @Override
  public Optional<CartResult.Question> openQuestion(Cart cart) {
    for (CartLine line : cart.lines()) {
      for (ModifierGroup group : menu.item(line.itemId()).orElseThrow().groups()) {
        boolean open =
            group.min() > 0
                && group.options().stream()
                    .noneMatch(o -> o.standard() || line.optionIds().contains(o.id()));
        if (open) {
          return Optional.of(new CartResult.Question.Choose(line.id(), line.itemId(), group.id()));
        }
      }
    }
    if (cart.fulfilment() == null) {
      return Optional.of(new CartResult.Question.HowToGet());
    }
    if (cart.fulfilment() == Fulfilment.DELIVERY && cart.destination() == null) {
      return Optional.of(new CartResult.Question.WhereTo());
    }
    if (cart.fulfilment() == Fulfilment.DELIVERY && contactPhone(cart).isEmpty()) {
      return Optional.of(new CartResult.Question.WhichPhone());
    }
    return cart.branchId() == null
        ? Optional.of(new CartResult.Question.WhichBranch(List.of(TestMenu.OLAYA, TestMenu.YASMIN)))
        : Optional.empty();
  }

  @Override
  public PricedCart price(Cart cart) {
    List<OrderSummary.Line> lines = cart.lines().stream().map(this::priced).toList();
    Money total = lines.stream().map(OrderSummary.Line::total).reduce(Money.ZERO, Money::plus);
    return new PricedCart(cart.id(), cart.version(), lines, Money.ZERO, total, total.vatInside());
  }

  private OrderSummary.Line priced(CartLine line) {
    MenuItem item = menu.item(line.itemId()).orElseThrow();
    List<ModifierOption> chosen =
        line.optionIds().stream().flatMap(id -> item.option(id).stream()).toList();
    Money each = chosen.stream().map(ModifierOption::price).reduce(item.price(), Money::plus);
    List<LocalizedText> names = chosen.stream().map(ModifierOption::name).toList();
    return new OrderSummary.Line(
        item.id(),
        line.quantity(),
        item.name(),
        null,
        names,
        line.note(),
        each.times(line.quantity()));
  }

  @Override
  public Optional<String> contactPhone(Cart cart) {
    return Optional.ofNullable(cart.contactPhone()).or(() -> Optional.ofNullable(phone));
  }

  /// Nobody cooks here.
  @Override
  public Optional<Instant> readyAt(Cart asked) {
    return Optional.empty();
  }

  @Override
  public List<Instant> freeTimes(Cart asked, UUID branchId, Instant from) {
    return freeTimes.stream().filter(time -> !time.isBefore(from)).toList();
  }

  @Override
  public void markReadBack(Cart shown) {
    cart =
        new Cart(
            cart.id(),
            cart.version(),
            cart.branchId(),
            cart.fulfilment(),
            cart.destination(),
            cart.contactPhone(),
            cart.note(),
            cart.lines(),
            shown.version(),
            cart.wantedAt(),
            cart.changes());
  }

  @Override
  public PlaceResult place(UUID cartId, int version) {
    Cart before = ordered;
    if (before != null && before.id().equals(cartId)) {
      return new PlaceResult.AlreadyPlaced(orders.getLast());
    }
    if (cart.isEmpty()) {
      return new PlaceResult.Empty();
    }
    Integer readBack = cart.readBackVersion();
    if (!cartId.equals(cart.id())
        || version != cart.version()
        || readBack == null
        || readBack != version) {
      return new PlaceResult.Changed(cart);
    }
    boolean altered = cart.changes() != null;
    if (altered && kitchenBegan) {
      cart = fresh();
      return new PlaceResult.NotAltered(orders.getLast(), Unalterable.TOO_LATE);
    }
    if (altered) {
      orders.removeLast();
    }
    orders.add(summary());
    ordered = cart;
    if (altered) {
      cart = fresh();
      return new PlaceResult.Altered(orders.getLast());
    }
    cart = fresh();
    return new PlaceResult.Placed(orders.getLast());
  }

  private OrderSummary summary() {
    PricedCart priced = price(cart);
    UUID branch = cart.branchId();
    Fulfilment way = cart.fulfilment();
    return new OrderSummary(
        TestMenu.id("order " + orders.size()),
        "A-" + (orders.size() + 1),
        branch == null ? TestMenu.OLAYA : branch,
        TestMenu.id("conversation"),
        new CustomerSummary(TestMenu.id("customer"), "ضيف", null),
        OrderStatus.PENDING,
        OrderStanding.NEW,
        way == null ? Fulfilment.PICKUP : way,
        way == Fulfilment.DELIVERY ? contactPhone(cart).orElse(null) : null,
        priced.lines(),
        priced.deliveryFee(),
        priced.total(),
        priced.vat(),
        cart.note(),
        null,
        List.of(),
        now,
        now,
        null,
        1);
  }

  @Override
  public Optional<OrderSummary> lastOrder() {
    return orders.isEmpty() ? Optional.empty() : Optional.of(orders.getLast());
  }

  @Override
  public Optional<OrderStatus> askToCancel(UUID orderId) {
    return Optional.of(OrderStatus.CANCELLED);
  }

  /// The last order is opened while it is pending; the kitchen has begun afterwards.
  @Override
  public AlterResult alter() {
    Cart before = ordered;
    if (before == null || orders.isEmpty()) {
      return new AlterResult.Refused(null, Unalterable.NONE);
    }
    if (kitchenBegan) {
      return new AlterResult.Refused(orders.getLast(), Unalterable.TOO_LATE);
    }
    cart =
        new Cart(
            TestMenu.id("cart " + carts++),
            1,
            before.branchId(),
            before.fulfilment(),
            before.destination(),
            before.contactPhone(),
            before.note(),
            before.lines(),
            null,
            null,
            orders.getLast().id());
    return new AlterResult.Opened(orders.getLast(), cart);
  }

  @Override
  public void putAway(UUID cartId) {
    cart = fresh();
  }

  @Override
  public Optional<OrderSummary> changed(Cart asked) {
    return Optional.ofNullable(asked.changes()).flatMap(_ -> lastOrder());
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
    return new Restaurant(
        TestMenu.RESTAURANT, new LocalizedText("مطعم نور", "Noor"), personality, null);
  }

  @Override
  public List<Branch> branches() {
    return List.of(
        branch(TestMenu.OLAYA, "A", "العليا", "Olaya", true),
        branch(TestMenu.YASMIN, "B", "الياسمين", "Yasmin", false));
  }

  private static Branch branch(UUID id, String code, String ar, String en, boolean delivers) {
    return new Branch(
        id,
        code,
        new LocalizedText("فرع " + ar, en + " branch"),
        new LocalizedText("الرياض، " + ar, en + ", Riyadh"),
        RIYADH,
        24.7,
        46.67,
        OpeningHours.daily(new OpeningHours.Span(LocalTime.of(12, 0), LocalTime.of(2, 0))),
        delivers,
        20);
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void isAbout(ConversationType type) {
    about.add(type);
  }

  @Override
  public void belongsTo(UUID branchId) {}
}
