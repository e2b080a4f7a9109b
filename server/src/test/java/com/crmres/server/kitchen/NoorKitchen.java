package com.crmres.server.kitchen;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.identity.Role;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenAnswer;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenLine;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.StationPlan;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.kitchen.board.BoardRoutes;
import com.crmres.server.kitchen.book.Papers;
import com.crmres.server.kitchen.book.TicketBook;
import com.crmres.server.kitchen.station.StationRoutes;
import com.crmres.server.kitchen.station.Stations;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Actor;
import com.crmres.server.ordering.OrderCommand;
import com.crmres.server.ordering.OrderResult;
import com.crmres.server.ordering.OrderStep;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.PlaceResult;
import com.crmres.server.ordering.cart.CartCommand;
import com.crmres.server.ordering.cart.CartResult;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.Noor;
import com.crmres.server.restaurant.Restaurants;
import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.http.HttpService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The kitchen of restaurant Noor in Olaya, with its orders on a real database and its paths over
/// real HTTP.
public final class NoorKitchen implements AutoCloseable {

  private static final AtomicInteger CUSTOMERS = new AtomicInteger(100);
  private static final String OPEN =
      """
      update branch set hours = (
        select jsonb_object_agg(day, jsonb_build_array(jsonb_build_object('from', '06:00', 'to', '06:00')))
          from unnest(array['sunday','monday','tuesday','wednesday','thursday','friday','saturday']) as d (day))
      """;

  public final NoorHouse house = new NoorHouse();
  public final UUID restaurantId = house.restaurantId;
  public final UUID olaya = house.staff.olaya;
  public final Restaurants restaurants = new Restaurants(house.clock);
  public final Menus menus = new Menus(house.events);
  public final Stations stations = new Stations();
  public final TicketBook book;
  final KitchenFollower follower;
  public final Orders orders;
  public final Kitchen kitchen;
  public final RunningServer server;

  /// When the next order is wanted; null for as soon as possible.
  public @Nullable Instant wantedAt;

  /// What every customer must not eat.
  public List<String> allergies = List.of();

  private final Carts carts = new Carts(restaurants, menus, house.clock, house.ids);
  private String cook = "";
  private Instant signedInAt = Instant.EPOCH;

  NoorKitchen() {
    this(_ -> Papers.NONE, (_, _) -> List.of());
  }

  /// A kitchen with printers.
  public NoorKitchen(
      Function<NoorHouse, Papers> papers, BiFunction<NoorHouse, Kitchen, List<HttpService>> more) {
    this(papers, more, Role.KITCHEN, Role.OWNER);
  }

  /// A kitchen where nobody works yet.
  public static NoorKitchen withoutStaff(BiFunction<NoorHouse, Kitchen, List<HttpService>> more) {
    return new NoorKitchen(_ -> Papers.NONE, more, new Role[0]);
  }

  private NoorKitchen(
      Function<NoorHouse, Papers> papers,
      BiFunction<NoorHouse, Kitchen, List<HttpService>> more,
      Role... staff) {
    book = new TicketBook(house.events, papers.apply(house), house.ids);
    follower =
        new KitchenFollower(
            book, stations, menus, restaurants, (_, _, _) -> allergies, _ -> wantedAt, house.ids);
    orders =
        new Orders(
            restaurants,
            carts,
            house.conversations,
            house.events,
            List.of(follower),
            house.clock,
            house.ids);
    kitchen = new Kitchen(book, orders, house.conversations, house.clock);
    house.database.changeRestaurant(
        restaurantId,
        transaction -> {
          transaction.sql(OPEN).update();
          menus.add(transaction, restaurantId, Noor.EVERYTHING);
        });
    server = server(more.apply(house, kitchen));
    List.of(staff).forEach(house.staff::hire);
  }

  private RunningServer server(List<HttpService> more) {
    List<HttpService> services = new ArrayList<>(more);
    services.add(new StationRoutes(house.database, stations, house.staff.access));
    services.add(new BoardRoutes(house.database, restaurants, house.staff.access, house.clock));
    services.add(
        new KitchenRoutes(
            house.database, kitchen, restaurants, house.events, house.staff.access, house.clock));
    return new RunningServer(
        house.clock,
        _ -> false,
        routing -> routing.register("/v1", services.toArray(HttpService[]::new)));
  }

  /// Grill makes burgers, drinks makes colas, pack makes burgers and all the rest.
  public void threeStations() throws Exception {
    StationPlan plan =
        new StationPlan(
            olaya,
            List.of(
                station("grill", "الشواية", false, List.of(Noor.BURGER.id()), List.of()),
                station("drinks", "المشروبات", false, List.of(Noor.COLA.id()), List.of()),
                station("pack", "التجميع", true, List.of(Noor.BURGER.id()), List.of())),
            0);
    assertThat(as(Role.OWNER, "PUT", "/v1/kitchen/stations", Json.write(plan)).status())
        .isEqualTo(200);
  }

  private static StationPlan.Station station(
      String key, String ar, boolean fallback, List<UUID> items, List<UUID> categories) {
    return new StationPlan.Station(
        Noor.id(key), new LocalizedText(ar, key), fallback, items, categories);
  }

  /// Two burgers without onion for mother, and a cola, placed and not yet answered.
  public OrderSummary placed() {
    return placed(
        new CartCommand.Add(
            Noor.BURGER.id(),
            2,
            List.of(Noor.NO_ONION.id(), Noor.CHEESE.id()),
            "مستوي زين",
            "للوالدة",
            null),
        new CartCommand.Add(Noor.COLA.id(), 1, List.of()));
  }

  public OrderSummary placed(CartCommand... what) {
    String phone = "9665000" + CUSTOMERS.incrementAndGet();
    UUID conversation = house.receive(phone, "hello");
    List<CartCommand> commands = new ArrayList<>(List.of(what));
    commands.add(new CartCommand.ChooseFulfilment(Fulfilment.PICKUP));
    commands.add(new CartCommand.ChooseBranch(olaya));
    for (CartCommand command : commands) {
      CartResult result = in(tx -> carts.apply(tx, restaurantId, conversation, command));
      assertThat(result).isInstanceOf(CartResult.Changed.class);
    }
    return in(tx -> {
      var cart = carts.current(tx, restaurantId, conversation);
      carts.markReadBack(tx, restaurantId, cart);
      PlaceResult result =
          orders.place(tx, restaurantId, conversation, cart.id(), cart.version(), Actor.customer());
      assertThat(result).isInstanceOf(PlaceResult.Placed.class);
      return ((PlaceResult.Placed) result).order();
    });
  }

  public OrderSummary accepted() {
    OrderSummary order = placed();
    move(order.id(), new OrderCommand.Accept(20));
    return order;
  }

  public void move(UUID orderId, OrderCommand command) {
    OrderResult result = in(tx -> orders.apply(tx, restaurantId, orderId, command, Actor.system()));
    assertThat(result).isInstanceOf(OrderResult.Moved.class);
  }

  public OrderStatus status(UUID orderId) {
    return in(tx -> orders.find(tx, restaurantId, orderId)).orElseThrow().status();
  }

  /// The order's lines change by an edit that the kitchen hears of.
  void follow(OrderStep step) {
    house.database.changeRestaurant(restaurantId, tx -> follower.follow(tx, restaurantId, step));
  }

  public List<KitchenTicket> tickets(String station) throws Exception {
    return list("tickets", "&station=" + Noor.id(station), KitchenTicket.class);
  }

  public List<KitchenTicket> tickets() throws Exception {
    return list("tickets", "", KitchenTicket.class);
  }

  public <T> List<T> list(String name, String more, Class<T> type) throws Exception {
    Answer answer = get("/v1/kitchen/" + name + "?branch=" + olaya + more);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    List<T> items = new ArrayList<>();
    for (JsonNode item : answer.as(JsonNode.class).get("items")) {
      items.add(Json.read(item.toString(), type));
    }
    return items;
  }

  public Answer get(String path) throws Exception {
    return as(Role.KITCHEN, "GET", path, null);
  }

  /// Does something with a ticket as it was seen.
  KitchenAnswer does(KitchenTicket ticket, KitchenAction action) throws Exception {
    return answered(ask(ticket, action, null, null));
  }

  KitchenAnswer does(KitchenTicket ticket, KitchenAction action, KitchenLine line)
      throws Exception {
    return answered(ask(ticket, action, line, null));
  }

  Answer ask(
      KitchenTicket ticket,
      KitchenAction action,
      @Nullable KitchenLine line,
      @Nullable Instant deviceTime)
      throws Exception {
    return ask(
        ticket,
        new KitchenCommandRequest(
            house.ids.next(),
            action,
            ticket.version(),
            line == null ? null : line.id(),
            "screen-1",
            deviceTime));
  }

  Answer ask(KitchenTicket ticket, KitchenCommandRequest request) throws Exception {
    return as(
        Role.KITCHEN,
        "POST",
        "/v1/kitchen/tickets/" + ticket.id() + "/commands",
        Json.write(request));
  }

  static KitchenAnswer answered(Answer answer) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    return answer.as(KitchenAnswer.class);
  }

  public Answer as(Role role, String method, String path, @Nullable String body) throws Exception {
    String authorization = role == Role.KITCHEN ? cook() : house.staff.authorization(role);
    return server.send(
        method, path, body, request -> request.header("Authorization", authorization));
  }

  /// Signed in, and again when time has gone on.
  private String cook() {
    Instant now = house.clock.instant();
    if (signedInAt.plus(Duration.ofMinutes(5)).isBefore(now)) {
      cook = house.staff.authorization(Role.KITCHEN);
      signedInAt = now;
    }
    return cook;
  }

  public <T extends @Nullable Object> T in(Function<Transaction, T> work) {
    return house.database.inRestaurant(restaurantId, work);
  }

  List<LiveEvent> events() {
    return in(tx ->
        tx.sql("select event from live_event order by id")
            .list(row -> Json.read(row.text("event"), LiveEvent.class)));
  }

  @Override
  public void close() {
    server.close();
    house.close();
  }
}
