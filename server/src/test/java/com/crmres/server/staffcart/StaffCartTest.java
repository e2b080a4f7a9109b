package com.crmres.server.staffcart;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.TimelineEntry;
import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.ordering.CartDetails;
import com.crmres.common.ordering.CartPlace;
import com.crmres.common.ordering.CartQuestion;
import com.crmres.common.ordering.Fulfilment;
import com.crmres.common.ordering.OrderEvent;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.ordering.ReadBackState;
import com.crmres.common.ordering.RepeatedCart;
import com.crmres.common.wire.Json;
import com.crmres.server.MoneyRoom;
import com.crmres.server.assistant.desk.CartDesk;
import com.crmres.server.assistant.embedded.TestMenu;
import com.crmres.server.assistant.memory.TalkingHouse;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import com.crmres.server.timeline.TimelineRoutes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Carts that people build and correct, over HTTP and on a real database.
class StaffCartTest {

  private static final String SARA = "966500000001";
  private static final Set<Role> READERS =
      Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR);
  private static final Set<Role> SPEAKERS = Set.of(Role.OWNER, Role.MANAGER, Role.AGENT);

  private final TalkingHouse house = new TalkingHouse();
  private final RunningServer server = server();
  private final Set<Role> hired = EnumSet.noneOf(Role.class);

  @AfterEach
  void stop() {
    server.close();
    house.close();
  }

  @Test
  void aCartIsBuiltReadBackAndConfirmedByTheCustomersOwnTap() throws Exception {
    UUID conversation = house.noor.receive(SARA, "ودي اطلب");
    CartDetails empty = cart(conversation);
    assertThat(empty.version()).isZero();
    assertThat(empty.lines()).isEmpty();

    CartDetails filled = add(conversation, empty, "Pepsi", 2);
    CartDetails ready = pickup(conversation, filled);

    assertThat(filled.lines().getFirst().total().halalas()).isEqualTo(800);
    assertThat(Objects.requireNonNull(filled.question()).kind())
        .isEqualTo(CartQuestion.Kind.HOW_TO_GET);
    assertThat(ready.question()).isNull();
    assertThat(ready.vat().halalas()).isEqualTo(104);
    assertThat(house.noor.conversation(conversation).answerer()).isEqualTo(Answerer.STAFF);

    CartDetails read = step(conversation, "read-back", ready, Map.of()).as(CartDetails.class);
    assertThat(read.readBack()).isEqualTo(ReadBackState.WAITING);
    MessageContent.Buttons words = (MessageContent.Buttons) house.last(conversation);
    assertThat(words.text()).contains("8.00").contains(read.code());
    assertThat(house.noor.said(conversation, Sender.STAFF)).hasSize(1);

    house.noor.receive(
        SARA, "Sara", new MessageContent.Choice(words.buttons().getFirst().id(), "نعم"));
    assertThat(orders(conversation))
        .singleElement()
        .satisfies(order -> {
          assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
          assertThat(order.total().halalas()).isEqualTo(800);
        });
    assertThat(house.noor.said(conversation, Sender.SYSTEM).getLast())
        .contains(orders(conversation).getFirst().number());
    assertThat(cart(conversation).version()).isZero();
    assertThat(house.noor.conversation(conversation).answerer()).isEqualTo(Answerer.STAFF);
  }

  @Test
  void aColleagueConfirmsForTheCustomerAndSaysWhoAndWhy() throws Exception {
    UUID conversation = house.noor.receive(SARA, "اطلبوا لي بالتلفون");
    CartDetails ready = pickup(conversation, add(conversation, cart(conversation), "Pepsi", 1));

    assertThat(step(conversation, "confirm", ready, Map.of("total", "4.00")).status())
        .isEqualTo(400);
    assertThat(
            step(conversation, "confirm", ready, Map.of("total", "3.00", "reason", "phone"))
                .status())
        .isEqualTo(409);
    Map<String, Object> wish =
        Map.of("total", "4.00", "reason", "قالها بالتلفون", "commandId", house.noor.ids.next());
    OrderSummary order = step(conversation, "confirm", ready, wish).as(OrderSummary.class);
    assertThat(step(conversation, "confirm", ready, wish).as(OrderSummary.class).id())
        .isEqualTo(order.id());

    assertThat(orders(conversation)).hasSize(1);
    OrderEvent placing = events(order.id()).getFirst();
    assertThat(placing.actor()).isEqualTo("staff");
    assertThat(placing.staffId()).isNotNull();
    assertThat(house.noor.said(conversation, Sender.SYSTEM).getLast()).contains(order.number());
    assertThat(timeline(conversation))
        .anySatisfy(entry -> {
          assertThat(entry.what()).isEqualTo("confirm");
          assertThat(entry.reason()).isEqualTo("قالها بالتلفون");
          assertThat(entry.who()).isEqualTo("Sami");
          assertThat(entry.orderNumber()).isEqualTo(order.number());
        });
  }

  @Test
  void whoeverSawAnOldVersionIsRefusedAndTheSameCommandTwiceIsOneChange() throws Exception {
    UUID conversation = house.noor.receive(SARA, "hello");
    CartDetails first = cart(conversation);
    Map<String, Object> wish =
        Map.of(
            "action",
            "add",
            "itemId",
            TestMenu.named("Pepsi").id(),
            "quantity",
            1,
            "commandId",
            house.noor.ids.next());

    CartDetails second = change(conversation, first, wish).as(CartDetails.class);
    assertThat(change(conversation, first, wish).as(CartDetails.class)).isEqualTo(second);
    assertThat(change(conversation, first, with(wish, "commandId", house.noor.ids.next())).status())
        .isEqualTo(409);
    assertThat(code(change(conversation, second, with(wish, "quantity", 3))))
        .isEqualTo("COMMAND_REUSED");
    assertThat(cart(conversation).lines()).hasSize(1);
  }

  @Test
  void tenWhoChangeOneVersionAtOnceMakeOneChange() throws Exception {
    UUID conversation = house.noor.receive(SARA, "hello");
    CartDetails first = add(conversation, cart(conversation), "Pepsi", 1);
    authorization(Role.AGENT);
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all =
          IntStream.range(0, 10)
              .mapToObj(i ->
                  hands.submit(() ->
                      change(
                              conversation,
                              first,
                              Map.of(
                                  "action",
                                  "quantity",
                                  "lineId",
                                  first.lines().getFirst().id(),
                                  "quantity",
                                  2 + i))
                          .status()))
              .toList();
      for (Future<Integer> one : all) {
        answers.add(one.get());
      }
    }
    assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    assertThat(cart(conversation).version()).isEqualTo(first.version() + 1);
  }

  @Test
  void thePlaceThatPeopleWriteStandsInsteadOfTheOldOneAndReadsPinsAmongItsWords() throws Exception {
    UUID conversation = house.noor.receive(SARA, "توصيل");
    CartDetails cart = add(conversation, cart(conversation), "Pepsi", 1);

    CartDetails pinned = place(conversation, cart, "text", "24.7136, 46.6753 الدور الثاني");
    assertThat(pinned.fulfilment()).isEqualTo(Fulfilment.DELIVERY);
    assertThat(pinned.place()).isEqualTo(new CartPlace(24.7136, 46.6753, "الدور الثاني"));

    CartDetails named =
        place(
            conversation,
            pinned,
            "text",
            "RRRD2929 شقة 4",
            "latitude",
            24.7136,
            "longitude",
            46.6753);
    assertThat(named.place()).isEqualTo(new CartPlace(24.7136, 46.6753, "RRRD2929 شقة 4"));

    CartDetails words = place(conversation, named, "text", "حي الملقا");
    assertThat(words.place()).isEqualTo(new CartPlace(null, null, "حي الملقا"));
    assertThat(place(conversation, words, "text", " ").place()).isNull();
  }

  private CartDetails place(UUID conversation, CartDetails cart, Object... parts)
      throws IOException, InterruptedException {
    Map<String, Object> place = new LinkedHashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      place.put((String) parts[i], parts[i + 1]);
    }
    return change(conversation, cart, Map.of("action", "place", "place", place))
        .as(CartDetails.class);
  }

  @Test
  void choicesAreSetAsAWholeByTheRulesOfTheMenu() throws Exception {
    UUID conversation = house.noor.receive(SARA, "hello");
    CartDetails cart = add(conversation, cart(conversation), "Chicken shawarma", 1);
    UUID line = cart.lines().getFirst().id();
    UUID saj = option("Chicken shawarma", "Saj").id();
    UUID roll = option("Chicken shawarma", "Roll").id();
    UUID cheese = option("Chicken shawarma", "Extra cheese").id();

    CartDetails both = options(conversation, cart, line, saj, cheese).as(CartDetails.class);
    assertThat(both.lines().getFirst().optionIds()).containsExactlyInAnyOrder(saj, cheese);
    assertThat(both.lines().getFirst().total().halalas()).isEqualTo(1_100);
    Answer refused = options(conversation, both, line, saj, roll);
    assertThat(code(refused)).isEqualTo("CART_REFUSED");
    assertThat(refused.response().body()).contains("optionIds");
    CartDetails standard = options(conversation, both, line, roll).as(CartDetails.class);
    assertThat(standard.lines().getFirst().optionIds()).isEmpty();
    assertThat(options(conversation, standard, line, house.noor.ids.next()).status())
        .isEqualTo(409);
  }

  @Test
  void whatLacksSomethingIsNeitherReadBackNorConfirmed() throws Exception {
    UUID conversation = house.noor.receive(SARA, "hello");
    CartDetails empty = cart(conversation);
    assertThat(step(conversation, "read-back", empty, Map.of()).response().body())
        .contains("CART_REFUSED");

    CartDetails open = add(conversation, empty, "Broast 4 pieces", 1);
    assertThat(Objects.requireNonNull(open.question()).kind()).isEqualTo(CartQuestion.Kind.CHOOSE);
    assertThat(code(step(conversation, "read-back", open, Map.of()))).isEqualTo("CART_REFUSED");
    assertThat(
            code(step(conversation, "confirm", open, Map.of("total", "20.00", "reason", "phone"))))
        .isEqualTo("CART_REFUSED");
    assertThat(house.noor.said(conversation, Sender.STAFF)).isEmpty();
  }

  @Test
  void whatWasReadBackIsOutdatedByTheNextChange() throws Exception {
    UUID conversation = house.noor.receive(SARA, "hello");
    CartDetails ready = pickup(conversation, add(conversation, cart(conversation), "Pepsi", 1));
    CartDetails read = step(conversation, "read-back", ready, Map.of()).as(CartDetails.class);
    String confirm = ((MessageContent.Buttons) house.last(conversation)).buttons().getFirst().id();

    CartDetails more = add(conversation, read, "7up", 1);
    assertThat(more.readBack()).isEqualTo(ReadBackState.OUTDATED);
    house.noor.receive(SARA, "Sara", new MessageContent.Choice(confirm, "نعم"));

    assertThat(orders(conversation)).isEmpty();
    assertThat(house.last(conversation)).isInstanceOf(MessageContent.Buttons.class);
    assertThat(cart(conversation).readBack()).isEqualTo(ReadBackState.WAITING);

    house.noor.clock.forward(Duration.ofMinutes(21));
    assertThat(cart(conversation).readBack()).isEqualTo(ReadBackState.OUTDATED);
  }

  @Test
  void outsideTheServiceWindowNothingIsReadBackAndTheScreenHearsWhy() throws Exception {
    UUID conversation = house.noor.receive(SARA, "hello");
    CartDetails ready = pickup(conversation, add(conversation, cart(conversation), "Pepsi", 1));
    house.noor.clock.forward(Duration.ofHours(25));

    assertThat(code(step(conversation, "read-back", ready, Map.of()))).isEqualTo("WINDOW_CLOSED");
    assertThat(cart(conversation).readBack()).isEqualTo(ReadBackState.NONE);
  }

  @Test
  void anEarlierOrderComesIntoTheCartAsFarAsItCanBeHad() throws Exception {
    UUID conversation = house.noor.receive(SARA, "hello");
    CartDetails two = add(conversation, cart(conversation), "Pepsi", 2);
    CartDetails ready = pickup(conversation, add(conversation, two, "7up", 1));
    OrderSummary order =
        step(conversation, "confirm", ready, Map.of("total", "12.00", "reason", "phone"))
            .as(OrderSummary.class);
    soldOut("7up");

    RepeatedCart repeated =
        step(conversation, "repeat", cart(conversation), Map.of("orderId", order.id()))
            .as(RepeatedCart.class);

    assertThat(repeated.cart().lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.itemId()).isEqualTo(TestMenu.named("Pepsi").id());
          assertThat(line.quantity()).isEqualTo(2);
        });
    assertThat(repeated.missing()).containsExactly(TestMenu.named("7up").name());
    UUID stranger = house.noor.receive("966500000002", "hi");
    assertThat(step(stranger, "repeat", cart(stranger), Map.of("orderId", order.id())).status())
        .isEqualTo(404);
  }

  @Test
  void aCartIsPutAwayAndEveryScreenHearsOfEachChange() throws Exception {
    UUID conversation = house.noor.receive(SARA, "hello");
    CartDetails cart = add(conversation, cart(conversation), "Pepsi", 3);

    assertThat(step(conversation, "cancel", cart, Map.of()).as(CartDetails.class).version())
        .isZero();

    List<LiveEvent.CartChanged> heard = heard();
    UUID changed = Objects.requireNonNull(cart.id());
    assertThat(heard)
        .containsExactly(
            new LiveEvent.CartChanged(conversation, changed, 1, true, 3),
            new LiveEvent.CartChanged(conversation, changed, 1, false, 3));
  }

  @Test
  void theAssistantsCartIsSeenWithTheWordsItCameFrom() throws Exception {
    UUID conversation = house.says(SARA, "ابي 2 بيبسي");

    CartDetails.Line line = cart(conversation).lines().getFirst();

    var evidence = Objects.requireNonNull(line.evidence());
    assertThat(evidence.words()).contains("بيبسي");
    assertThat(evidence.messageId()).isNotNull();
    assertThat(heard()).isNotEmpty();
  }

  @Test
  void theTimelineTellsWhoHadTheConversationAndComesInParts() throws Exception {
    UUID conversation = house.noor.receive(SARA, "hello");
    CartDetails ready = pickup(conversation, add(conversation, cart(conversation), "Pepsi", 1));
    step(conversation, "confirm", ready, Map.of("total", "4.00", "reason", "phone"));
    house.noor.clock.forward(Duration.ofSeconds(5));
    house.handBack(conversation);
    house.handBack(conversation);

    List<TimelineEntry> all = timeline(conversation);
    assertThat(all.stream().map(TimelineEntry::what))
        .containsExactlyInAnyOrder(
            "taken_over", "add", "fulfilment", "branch", "confirm", "placed", "handed_back");
    assertThat(all.getFirst().what()).isEqualTo("handed_back");
    assertThat(house.noor.conversation(conversation).status()).isEqualTo(ConversationStatus.ACTIVE);
    JsonNode page = get("/v1/conversations/" + conversation + "/timeline?limit=2");
    String after = page.path("next").asText().replace(":", "%3A");
    List<TimelineEntry> rest =
        entries(get("/v1/conversations/" + conversation + "/timeline?after=" + after));
    assertThat(rest).isEqualTo(all.subList(2, all.size()));
    assertThat(send(Role.AGENT, "GET", timelineOf(conversation) + "?after=x", null).status())
        .isEqualTo(400);
  }

  @Test
  void everyPathIsForItsRolesAndItsBranchOnly() throws Exception {
    UUID conversation = house.noor.receive(SARA, "hello");
    String cart = "/v1/conversations/" + conversation + "/cart";
    String step = "{\"commandId\":\"%s\",\"expectedVersion\":7}".formatted(house.noor.ids.next());
    String change = step.replace("}", ",\"action\":\"clear\"}");
    new RouteRights(server, house.noor.staff)
        .hold(
            List.of(
                new Route("GET", cart, null, READERS),
                new Route("GET", timelineOf(conversation), null, READERS),
                new Route("POST", cart + "/changes", change, SPEAKERS),
                new Route("POST", cart + "/read-back", step, SPEAKERS),
                new Route("POST", cart + "/confirm", step, SPEAKERS),
                new Route("POST", cart + "/cancel", step, SPEAKERS),
                new Route("POST", cart + "/repeat", step, SPEAKERS)));
    hired.add(Role.AGENT);
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        transaction ->
            house.noor.conversations.belongsTo(
                transaction, house.noor.restaurantId, conversation, house.noor.staff.malaz));
    assertThat(send(Role.AGENT, "GET", cart, null).status()).isEqualTo(404);
    assertThat(send(Role.AGENT, "POST", cart + "/changes", change).status()).isEqualTo(404);
    assertThat(send(Role.AGENT, "GET", timelineOf(conversation), null).status()).isEqualTo(404);
  }

  private CartDetails add(UUID conversation, CartDetails cart, String dish, int quantity)
      throws IOException, InterruptedException {
    return change(
            conversation,
            cart,
            Map.of("action", "add", "itemId", TestMenu.named(dish).id(), "quantity", quantity))
        .as(CartDetails.class);
  }

  private CartDetails pickup(UUID conversation, CartDetails cart)
      throws IOException, InterruptedException {
    CartDetails way =
        change(conversation, cart, Map.of("action", "fulfilment", "fulfilment", "pickup"))
            .as(CartDetails.class);
    return way.branchId() != null
        ? way
        : change(conversation, way, Map.of("action", "branch", "branchId", house.noor.staff.olaya))
            .as(CartDetails.class);
  }

  private Answer options(UUID conversation, CartDetails cart, UUID line, UUID... options)
      throws IOException, InterruptedException {
    return change(
        conversation,
        cart,
        Map.of("action", "options", "lineId", line, "optionIds", List.of(options)));
  }

  private static ModifierOption option(String dish, String english) {
    return TestMenu.named(dish).groups().stream()
        .map(ModifierGroup::options)
        .flatMap(List::stream)
        .filter(option -> option.name().en().equals(english))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> with(Map<String, Object> wish, String key, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(wish);
    changed.put(key, value);
    return changed;
  }

  private Answer change(UUID conversation, CartDetails cart, Map<String, Object> wish)
      throws IOException, InterruptedException {
    return step(conversation, "changes", cart, wish);
  }

  private Answer step(UUID conversation, String path, CartDetails cart, Map<String, Object> more)
      throws IOException, InterruptedException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("commandId", house.noor.ids.next());
    body.put("cartId", cart.id());
    body.put("expectedVersion", cart.version());
    body.putAll(more);
    return send(
        Role.AGENT,
        "POST",
        "/v1/conversations/" + conversation + "/cart/" + path,
        Json.write(body));
  }

  private CartDetails cart(UUID conversation) throws IOException, InterruptedException {
    return send(Role.AGENT, "GET", "/v1/conversations/" + conversation + "/cart", null)
        .as(CartDetails.class);
  }

  private static String timelineOf(UUID conversation) {
    return "/v1/conversations/" + conversation + "/timeline";
  }

  private List<TimelineEntry> timeline(UUID conversation) throws IOException, InterruptedException {
    return entries(get(timelineOf(conversation)));
  }

  private static List<TimelineEntry> entries(JsonNode page) {
    List<TimelineEntry> entries = new ArrayList<>();
    page.path("items")
        .forEach(item -> entries.add(Json.read(item.toString(), TimelineEntry.class)));
    return entries;
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(Role.AGENT, "GET", path, null).as(JsonNode.class);
  }

  private static String code(Answer answer) {
    return answer.error().code();
  }

  private List<OrderSummary> orders(UUID conversation) {
    return house.noor.in(transaction ->
        house.orders.ofConversation(transaction, house.noor.restaurantId, conversation));
  }

  private List<OrderEvent> events(UUID order) {
    return house.noor.in(
        transaction -> house.orders.events(transaction, house.noor.restaurantId, order));
  }

  private List<LiveEvent.CartChanged> heard() {
    return house
        .noor
        .in(transaction ->
            transaction
                .sql("select event from live_event order by transaction_id, id")
                .list(row -> row.json("event", LiveEvent.class)))
        .stream()
        .filter(LiveEvent.CartChanged.class::isInstance)
        .map(LiveEvent.CartChanged.class::cast)
        .toList();
  }

  private void soldOut(String english) {
    house.noor.database.changeRestaurant(
        house.noor.restaurantId,
        transaction ->
            house
                .restaurants
                .branches(transaction, house.noor.restaurantId)
                .forEach(branch ->
                    house.menus.setAvailability(
                        transaction,
                        house.noor.restaurantId,
                        branch.id(),
                        TestMenu.named(english).id(),
                        false)));
  }

  private Answer send(Role role, String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    String authorization = authorization(role);
    return server.send(
        method, path, body, request -> request.header("Authorization", authorization));
  }

  private synchronized String authorization(Role role) {
    if (hired.add(role)) {
      house.noor.staff.hire(role);
    }
    return house.noor.staff.authorization(role);
  }

  private RunningServer server() {
    CartDesk desk =
        new CartDesk(
            house.carts,
            house.orders,
            house.noor.conversations,
            house.restaurants,
            house.menus,
            house.noor.clock);
    CartTaps taps =
        new CartTaps(
            house.noor.conversations,
            house.orders,
            desk,
            MoneyRoom.choosing(house.noor, house.restaurants));
    house.carts.tell(new CartNews(house.noor.events));
    house.noor.conversations.tell(taps);
    return new RunningServer(
        house.noor.clock,
        _ -> false,
        routing ->
            routing.register(
                "/v1",
                new StaffCartRoutes(
                    house.noor.database,
                    house.noor.conversations,
                    house.carts,
                    house.orders,
                    house.menus,
                    house.restaurants,
                    desk,
                    taps,
                    house.noor.staff.access,
                    house.noor.clock),
                new TimelineRoutes(
                    house.noor.database, house.noor.conversations, house.noor.staff.access)));
  }
}
