package com.crmres.server.assistant.mode;

import com.crmres.common.assistant.AssistantMode;
import com.crmres.common.assistant.AssistantSettings;
import com.crmres.common.assistant.Intent;
import com.crmres.common.assistant.ModeRule;
import com.crmres.common.assistant.Suggestion;
import com.crmres.common.conversation.Sender;
import com.crmres.common.identity.Role;
import com.crmres.common.money.Money;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.restaurant.Personality;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.assistant.Context;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.Reading;
import com.crmres.server.assistant.Turn;
import com.crmres.server.assistant.TurnLog;
import com.crmres.server.assistant.Turns;
import com.crmres.server.assistant.desk.FrontDesk;
import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Presence;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.language.Lexicon;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.cart.Cart;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.restaurant.OpeningHours;
import com.crmres.server.restaurant.Restaurants;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// Restaurant Noor whose assistant may go as far as a test says, with its routes; time passes when
/// the test says so.
final class SuggestingHouse implements AutoCloseable {

  static final String SARA = "966500000001";
  static final Money BURGER = new Money(1900);

  final NoorHouse noor = new NoorHouse();
  final Restaurants restaurants = new Restaurants(noor.clock);
  final Menus menus = new Menus(noor.events);
  final Carts carts = new Carts(restaurants, menus, noor.clock, noor.ids);
  final Orders orders =
      new Orders(
          restaurants, carts, noor.conversations, noor.events, List.of(), noor.clock, noor.ids);
  final HouseSettings settings = new HouseSettings(restaurants, noor.clock);
  final RecordedPresence presence = new RecordedPresence();
  final InterruptedMind mind = new InterruptedMind();
  final UUID burger = noor.ids.next();
  final Turns turns;
  final Decisions decisions;
  final DueSuggestions due;
  final RunningServer server;

  private final Map<Role, String> authorizations = new EnumMap<>(Role.class);

  SuggestingHouse() {
    noor.database.changeRestaurant(noor.restaurantId, this::furnish);
    Dialogue dialogue = dialogue(noor.conversations, carts, orders, noor.clock);
    Foresight foresight = new Foresight(dialogue, carts, orders, restaurants);
    Corrections corrections = new Corrections(noor.clock, noor.ids);
    decisions =
        new Decisions(
            noor.suggestions,
            foresight,
            dialogue,
            noor.conversations,
            noor.turnQueue,
            carts,
            corrections,
            noor.clock);
    due = new DueSuggestions(noor.database, decisions, noor.clock);
    turns =
        new Turns(
            noor.database,
            noor.conversations,
            noor.turnQueue,
            dialogue,
            mind,
            new Restraint(
                settings, noor.suggestions, foresight, noor.conversations, noor.clock, noor.ids),
            presence,
            NoorHouse.PACE.most(),
            noor.clock);
    server =
        new RunningServer(
            noor.clock,
            _ -> false,
            routing ->
                routing.register(
                    "/v1",
                    new SuggestionRoutes(
                        noor.database,
                        noor.conversations,
                        noor.suggestions,
                        decisions,
                        noor.staff.access),
                    new SettingsRoutes(
                        noor.database, settings, corrections, restaurants, noor.staff.access),
                    new PreviewRoutes(
                        noor.database,
                        new Preview(
                            noor.database, this::stage, restaurants, mind, noor.clock, noor.ids),
                        restaurants,
                        menus,
                        noor.staff.access),
                    new LogRoutes(
                        noor.database,
                        noor.conversations,
                        new TurnLog(),
                        noor.staff.access,
                        noor.clock)));
  }

  private Dialogue dialogue(
      Conversations conversations, Carts itsCarts, Orders itsOrders, Clock clock) {
    return new Dialogue(
        conversations,
        new Context(conversations, restaurants, menus, itsCarts),
        new FrontDesk(itsCarts, itsOrders, conversations, restaurants, clock),
        clock);
  }

  private Stage stage(Clock clock, Ids ids) {
    EventLog events = new EventLog(clock, () -> {});
    Conversations conversations =
        new Conversations(
            new Customers(clock, ids),
            Stage.NO_CHANNEL,
            Stage.NOBODYS_TURN,
            events,
            clock,
            ids,
            Duration.ofMinutes(30));
    Carts itsCarts = new Carts(restaurants, menus, clock, ids);
    Orders itsOrders = new Orders(restaurants, carts, conversations, events, List.of(), clock, ids);
    return new Stage(conversations, dialogue(conversations, itsCarts, itsOrders, clock), itsCarts);
  }

  /// From now on the assistant may go so far in everything.
  void mode(AssistantMode mode) {
    rules(new ModeRule(null, null, mode));
  }

  void rules(ModeRule... rules) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            settings.change(
                transaction,
                noor.restaurantId,
                new AssistantSettings(
                    Personality.CASUAL,
                    List.of(rules),
                    10,
                    0,
                    settings.of(transaction, noor.restaurantId).version()),
                noor.ids.next()));
  }

  static ModeRule rule(@Nullable UUID branch, @Nullable Intent intent, AssistantMode mode) {
    return new ModeRule(branch, intent, mode);
  }

  /// Sara writes, and the turn is read.
  UUID says(String text) {
    UUID conversation = noor.receive(SARA, text);
    read();
    return conversation;
  }

  /// Reads whatever is due once the customer is silent.
  void read() {
    noor.clock.forward(NoorHouse.PACE.idle());
    boolean more = true;
    while (more) {
      more = turns.answerNext();
    }
  }

  Cart cart(UUID conversation) {
    return noor.in(tx -> carts.current(tx, noor.restaurantId, conversation));
  }

  List<String> answers(UUID conversation) {
    return noor.said(conversation, Sender.AI);
  }

  Suggestion waiting(UUID conversation) throws IOException, InterruptedException {
    return get("/v1/conversations/" + conversation + "/suggestion").as(Suggestion.class);
  }

  /// An agent signs in once more and decides.
  Answer decideAnew(Suggestion suggestion, String decision)
      throws IOException, InterruptedException {
    authorizations.computeIfPresent(Role.AGENT, (role, _) -> noor.staff.authorization(role));
    return decide(suggestion, decision);
  }

  /// An agent decides.
  Answer decide(Suggestion suggestion, String decision) throws IOException, InterruptedException {
    return decide(suggestion, noor.ids.next(), decision, null, null);
  }

  Answer decide(
      Suggestion suggestion,
      UUID command,
      String decision,
      @Nullable String text,
      @Nullable String why)
      throws IOException, InterruptedException {
    String body =
        "{\"commandId\":\"%s\",\"decision\":\"%s\",\"text\":%s,\"why\":%s}"
            .formatted(command, decision, quoted(text), quoted(why));
    return as(Role.AGENT, "POST", "/v1/suggestions/" + suggestion.id() + "/decision", body);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return as(Role.OWNER, "GET", path, null);
  }

  Answer as(Role role, String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    String authorization =
        authorizations.computeIfAbsent(
            role,
            _ -> {
              noor.staff.hire(role);
              return noor.staff.authorization(role);
            });
    return server.send(
        method,
        path,
        body,
        request -> request.header("Authorization", authorization).header("Accept-Language", "en"));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }

  private void furnish(Transaction transaction) {
    OpeningHours always =
        OpeningHours.daily(
            new OpeningHours.Span(LocalTime.parse("06:00"), LocalTime.parse("05:00")));
    transaction.sql("update branch set hours = :hours").with("hours", Json.write(always)).update();
    menus.add(
        transaction,
        noor.restaurantId,
        new Menu.Category(
            noor.ids.next(),
            new LocalizedText("برجر", "Burgers"),
            List.of(
                item(burger, "برجر دجاج", "Chicken burger", BURGER),
                item(noor.ids.next(), "بطاطس", "Fries", new Money(900)))));
  }

  private static MenuItem item(UUID id, String ar, String en, Money price) {
    return new MenuItem(
        id,
        new LocalizedText(ar, en),
        new LocalizedText("", ""),
        List.of(),
        price,
        true,
        List.of());
  }

  @Override
  public void close() {
    server.close();
    noor.close();
  }

  /// Remembers to whom it was shown that he is read.
  static final class RecordedPresence implements Presence {
    final List<UUID> typing = new ArrayList<>();

    @Override
    public void read(UUID restaurantId, UUID conversationId) {}

    @Override
    public void typing(UUID restaurantId, UUID conversationId) {
      typing.add(conversationId);
    }
  }

  /// The embedded mind, during whose reading something may happen.
  static final class InterruptedMind implements Mind {
    private final Mind mind = new EmbeddedMind(Lexicon.load());
    private final Queue<Runnable> meanwhile = new ConcurrentLinkedQueue<>();

    void meanwhile(Runnable happening) {
      meanwhile.add(happening);
    }

    @Override
    public Reading read(Turn turn) {
      Runnable happening = meanwhile.poll();
      if (happening != null) {
        happening.run();
      }
      return mind.read(turn);
    }
  }
}
