package com.crmres.desktop;

import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.menu.GroupKind;
import com.crmres.common.menu.GroupRules;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.menu.PreModifier;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.CartAction;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.CartPlace;
import com.crmres.common.ordering.CartQuestion;
import com.crmres.common.ordering.CartStepRequest;
import com.crmres.common.ordering.ChangeCartRequest;
import com.crmres.common.ordering.CustomerFigures;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.ordering.ReadBackState;
import com.crmres.common.ordering.RepeatedCart;
import com.crmres.common.restaurant.LocalizedText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Carts of conversations and what is known of customers, in memory.
public final class FakeCarts {

  private static final UUID PEPSI = World.id("item Pepsi");

  private final Clock clock;
  private final Map<UUID, CartPlace> places = new HashMap<>();
  private final Map<UUID, CartDetails> carts = new HashMap<>();
  private final Map<UUID, List<OrderSummary>> earlier = new HashMap<>();
  private final Map<UUID, List<TimelineEntry>> timelines = new HashMap<>();
  private final Set<UUID> commands = new HashSet<>();
  private final List<ChangeCartRequest> asked = new ArrayList<>();
  private final List<CartStepRequest> steps = new ArrayList<>();

  FakeCarts(Clock clock) {
    this.clock = clock;
  }

  /// What a conversation's cart is before anybody touched it.
  public static CartDetails empty(UUID conversation) {
    return new CartDetails(
        null,
        conversation,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Money.ZERO,
        Money.ZERO,
        Money.ZERO,
        ReadBackState.NONE,
        null,
        null,
        null);
  }

  /// The assistant has put this in.
  public synchronized void has(UUID conversation, CartDetails.Line... lines) {
    CartDetails before = cart(conversation);
    put(before, List.of(lines), before.fulfilment(), before.branchId(), before.note());
  }

  /// A line as the assistant puts it in.
  public static CartDetails.Line line(String name, int quantity, @Nullable UUID message) {
    return new CartDetails.Line(
        World.id("cart line " + name),
        World.id("item " + name),
        quantity,
        names().getOrDefault(name, new LocalizedText(name, name)),
        null,
        name.equals("Chicken burger")
            ? List.of(new LocalizedText("بدون بصل", "No onion"))
            : List.of(),
        List.of(),
        name.equals("Fries") ? "مقرمشة لو سمحت" : null,
        name.equals("Fries") ? "أحمد" : null,
        new Money(2100L * quantity),
        !name.equals("Umm Ali"),
        message == null
            ? null
            : new CartDetails.Evidence(message, "أبغى " + quantity + " برجر دجاج بدون بصل"));
  }

  private static Map<String, LocalizedText> names() {
    return Map.of(
        "Chicken burger", new LocalizedText("برجر دجاج", "Chicken burger"),
        "Fries", new LocalizedText("بطاطس", "Fries"),
        "Pepsi", new LocalizedText("بيبسي", "Pepsi"),
        "Umm Ali", new LocalizedText("أم علي", "Umm Ali"));
  }

  public synchronized CartDetails cart(UUID conversation) {
    return carts.getOrDefault(conversation, empty(conversation));
  }

  public synchronized CartDetails change(UUID conversation, ChangeCartRequest request) {
    CartDetails before = cart(conversation);
    if (!commands.add(request.commandId())) {
      return before;
    }
    check(before, request.expectedVersion());
    asked.add(request);
    if (request.action() == CartAction.PLACE) {
      places.put(conversation, Objects.requireNonNull(request.place()));
    }
    List<CartDetails.Line> lines = new ArrayList<>(before.lines());
    UUID line = request.lineId();
    switch (request.action()) {
      case ADD -> lines.add(added(request));
      case QUANTITY ->
          lines.replaceAll(one -> one.id().equals(line) ? times(one, request.quantity()) : one);
      case REMOVE -> lines.removeIf(one -> one.id().equals(line));
      case CLEAR -> lines.clear();
      default -> {}
    }
    return put(
        before,
        lines,
        request.action() == CartAction.FULFILMENT ? request.fulfilment() : before.fulfilment(),
        request.action() == CartAction.FULFILMENT
            ? World.OLAYA.id()
            : request.action() == CartAction.BRANCH ? request.branchId() : before.branchId(),
        request.action() == CartAction.NOTE ? request.note() : before.note());
  }

  private static void check(CartDetails before, int expected) {
    if (before.version() != expected) {
      throw Restaurant.refusal("CHANGED_MEANWHILE", "عدّله شخص آخر قبلك");
    }
  }

  private CartDetails.Line added(ChangeCartRequest request) {
    MenuDetails.Item item =
        menu(World.OLAYA.id()).categories().getFirst().items().stream()
            .filter(one -> one.id().equals(request.itemId()))
            .findFirst()
            .orElseThrow();
    int quantity = Objects.requireNonNull(request.quantity());
    return new CartDetails.Line(
        UUID.randomUUID(),
        item.id(),
        quantity,
        item.name(),
        null,
        List.of(),
        Objects.requireNonNullElse(request.optionIds(), List.of()),
        request.note(),
        null,
        item.price().times(quantity),
        true,
        null);
  }

  private static CartDetails.Line times(CartDetails.Line one, @Nullable Integer quantity) {
    int wanted = Objects.requireNonNull(quantity);
    return new CartDetails.Line(
        one.id(),
        one.itemId(),
        wanted,
        one.name(),
        one.size(),
        one.modifiers(),
        one.optionIds(),
        one.note(),
        one.person(),
        new Money(one.total().halalas() / one.quantity() * wanted),
        one.available(),
        one.evidence());
  }

  private CartDetails put(
      CartDetails before,
      List<CartDetails.Line> lines,
      @Nullable Fulfilment way,
      @Nullable UUID branch,
      @Nullable String note) {
    return keep(before, lines, way, branch, note, before.version() + 1, null);
  }

  private CartDetails keep(
      CartDetails before,
      List<CartDetails.Line> lines,
      @Nullable Fulfilment way,
      @Nullable UUID branch,
      @Nullable String note,
      int version,
      @Nullable Instant readAt) {
    Money total = lines.stream().map(CartDetails.Line::total).reduce(Money.ZERO, Money::plus);
    boolean outdated = readAt == null && before.readBack() != ReadBackState.NONE;
    CartDetails after =
        new CartDetails(
            Objects.requireNonNullElse(before.id(), World.id("cart")),
            before.conversationId(),
            version,
            null,
            branch,
            way,
            places.get(before.conversationId()),
            "966509876543",
            note,
            null,
            branch == null ? null : clock.instant().plus(Duration.ofMinutes(25)),
            lines,
            Money.ZERO,
            total,
            total.vatInside(),
            readAt != null
                ? ReadBackState.WAITING
                : outdated ? ReadBackState.OUTDATED : ReadBackState.NONE,
            readAt != null ? readAt : before.readBackAt(),
            version + "-K7",
            lines.isEmpty() || way != null
                ? null
                : new CartQuestion(CartQuestion.Kind.HOW_TO_GET, null, null, List.of(), null));
    carts.put(before.conversationId(), after);
    return after;
  }

  public synchronized CartDetails readBack(UUID conversation, CartStepRequest request) {
    CartDetails before = cart(conversation);
    check(before, request.expectedVersion());
    steps.add(request);
    return keep(
        before,
        before.lines(),
        before.fulfilment(),
        before.branchId(),
        before.note(),
        before.version(),
        clock.instant());
  }

  public synchronized OrderSummary confirm(UUID conversation, CartStepRequest request) {
    check(cart(conversation), request.expectedVersion());
    steps.add(request);
    carts.remove(conversation);
    return World.order("A-77", World.NOURA, OrderStatus.PENDING, clock.instant());
  }

  public synchronized CartDetails cancel(UUID conversation, CartStepRequest request) {
    check(cart(conversation), request.expectedVersion());
    steps.add(request);
    carts.remove(conversation);
    return cart(conversation);
  }

  public synchronized RepeatedCart repeat(UUID conversation, CartStepRequest request) {
    steps.add(request);
    CartDetails before = cart(conversation);
    List<CartDetails.Line> lines = new ArrayList<>(before.lines());
    lines.add(line("Pepsi", 1, null));
    return new RepeatedCart(
        put(before, lines, before.fulfilment(), before.branchId(), before.note()),
        List.of(new LocalizedText("كبسة دجاج", "Chicken kabsa")),
        List.of());
  }

  /// A menu with choices: the burger needs a size, and takes extras.
  public MenuDetails menu(UUID branch) {
    List<MenuDetails.Item> items =
        List.of(
            item("Chicken burger", 2100, groups()),
            item("Fries", 900, List.of()),
            item("Pepsi", 500, List.of()),
            new MenuDetails.Item(
                World.id("item Umm Ali"),
                new LocalizedText("أم علي", "Umm Ali"),
                new Money(1400),
                false));
    return new MenuDetails(
        branch,
        List.of(
            new MenuDetails.Category(
                World.id("category"), new LocalizedText("الأطباق", "Dishes"), items)));
  }

  private static MenuDetails.Item item(String name, long halalas, List<MenuDetails.Group> groups) {
    return new MenuDetails.Item(
        World.id("item " + name),
        names().getOrDefault(name, new LocalizedText(name, name)),
        new Money(halalas),
        true,
        null,
        null,
        null,
        null,
        groups);
  }

  private static List<MenuDetails.Group> groups() {
    return List.of(
        group(
            "size",
            GroupKind.SIZE,
            new LocalizedText("الحجم", "Size"),
            1,
            1,
            option("small", "صغير", "Small", 0, false),
            option("large", "كبير", "Large", 500, false)),
        group(
            "extras",
            GroupKind.ADDON,
            new LocalizedText("إضافات", "Extras"),
            0,
            2,
            inWays(
                option("cheese", "جبن", "Cheese", 200, false),
                way("cheese", PreModifier.EXTRA, 300),
                way("cheese", PreModifier.LIGHT, 200),
                way("cheese", PreModifier.SIDE, 200)),
            option("egg", "بيض", "Egg", 300, false),
            option("jalapeno", "هلابينو", "Jalapeno", 200, false)),
        group(
            "without",
            GroupKind.REMOVE,
            new LocalizedText("بدون", "Without"),
            0,
            3,
            option("onion", "بدون بصل", "No onion", 0, false),
            option("tomato", "بدون طماطم", "No tomato", 0, false)));
  }

  public static MenuDetails.Group group(
      String name,
      GroupKind kind,
      LocalizedText names,
      int min,
      int max,
      MenuDetails.Option... options) {
    return new MenuDetails.Group(
        World.id("group " + name), kind, names, min, max, GroupRules.PLAIN, List.of(options));
  }

  public static MenuDetails.Option option(
      String name, String arabic, String english, long halalas, boolean standard) {
    return new MenuDetails.Option(
        World.id("option " + name),
        new LocalizedText(arabic, english),
        new Money(halalas),
        standard,
        true,
        null,
        null,
        List.of(),
        List.of());
  }

  /// How else an option may be had.
  public static MenuDetails.Way way(String option, PreModifier kind, long halalas) {
    String name = kind.wireName() + " " + option;
    return new MenuDetails.Way(
        World.id("way " + name), kind, new LocalizedText(name, name), new Money(halalas), true);
  }

  public static MenuDetails.Option inWays(MenuDetails.Option option, MenuDetails.Way... ways) {
    return new MenuDetails.Option(
        option.id(),
        option.name(),
        option.price(),
        option.standard(),
        option.available(),
        option.why(),
        option.until(),
        option.nested(),
        List.of(ways));
  }

  /// The line with other choices.
  public static CartDetails.Line with(CartDetails.Line line, UUID... options) {
    return new CartDetails.Line(
        line.id(),
        line.itemId(),
        line.quantity(),
        line.name(),
        line.size(),
        line.modifiers(),
        List.of(options),
        line.note(),
        line.person(),
        line.total(),
        line.available(),
        line.evidence());
  }

  /// What a customer ordered before.
  public synchronized void ordered(UUID customer, OrderSummary... orders) {
    earlier.put(customer, List.of(orders));
  }

  public synchronized List<OrderSummary> orders(UUID customer) {
    return earlier.getOrDefault(customer, List.of());
  }

  public synchronized CustomerFigures figures(UUID customer) {
    int delivered = orders(customer).size();
    return new CustomerFigures(
        customer,
        new CustomerFigures.Ends(1, delivered, 1, 0, 0),
        new Money(6400L * delivered),
        delivered == 0 ? null : new Money(6400),
        clock.instant().minus(Duration.ofDays(200)),
        clock.instant(),
        List.of(
            new CustomerFigures.Favourite(
                PEPSI,
                new LocalizedText("برجر دجاج", "Chicken burger"),
                9,
                17,
                List.of(new CustomerFigures.Choice(new LocalizedText("بدون بصل", "No onion"), 8)))),
        new CustomerFigures.UsualBranch(World.OLAYA.id(), delivered),
        new CustomerFigures.UsualWay(Fulfilment.DELIVERY, delivered));
  }

  /// What happened in a conversation, the newest first.
  public synchronized void happened(UUID conversation, TimelineEntry... entries) {
    timelines.put(conversation, List.of(entries));
  }

  public synchronized List<TimelineEntry> timeline(UUID conversation) {
    return timelines.getOrDefault(conversation, List.of());
  }

  public synchronized List<ChangeCartRequest> asked() {
    return List.copyOf(asked);
  }

  public synchronized List<CartStepRequest> steps() {
    return List.copyOf(steps);
  }
}
