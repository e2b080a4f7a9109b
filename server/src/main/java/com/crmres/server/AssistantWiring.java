package com.crmres.server;

import com.crmres.server.assistant.Context;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.TurnLog;
import com.crmres.server.assistant.Turns;
import com.crmres.server.assistant.care.CartCare;
import com.crmres.server.assistant.desk.CartDesk;
import com.crmres.server.assistant.desk.FrontDesk;
import com.crmres.server.assistant.desk.HouseFacts;
import com.crmres.server.assistant.mode.Corrections;
import com.crmres.server.assistant.mode.Decisions;
import com.crmres.server.assistant.mode.DueSuggestions;
import com.crmres.server.assistant.mode.Foresight;
import com.crmres.server.assistant.mode.HouseSettings;
import com.crmres.server.assistant.mode.LogRoutes;
import com.crmres.server.assistant.mode.Preview;
import com.crmres.server.assistant.mode.PreviewRoutes;
import com.crmres.server.assistant.mode.Restraint;
import com.crmres.server.assistant.mode.SettingsRoutes;
import com.crmres.server.assistant.mode.Stage;
import com.crmres.server.assistant.mode.SuggestionRoutes;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Presence;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Ids;
import com.crmres.server.event.EventLog;
import com.crmres.server.identity.Access;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.OpenCarts;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpService;
import java.time.Clock;
import java.util.List;

/// Makes the assistant: what reads a turn, what serves it, and what holds it back.
final class AssistantWiring {

  final Turns turns;

  /// Speaks about carts.
  final CartDesk cartDesk;

  private final Ground ground;
  private final ConversationWiring centre;
  private final Restaurants restaurants;
  private final Menus menus;
  private final MoneyWiring money;
  private final MemoryWiring memory;
  private final HouseSettings settings;
  private final Corrections corrections;
  private final Preview preview;
  private final Decisions decisions;
  private final CartCare cartCare;

  AssistantWiring(
      Ground ground,
      ConversationWiring centre,
      Restaurants restaurants,
      Menus menus,
      Carts carts,
      OpenCarts openCarts,
      Orders orders,
      MoneyWiring money,
      MemoryWiring memory,
      HouseSettings settings,
      Mind mind,
      Presence presence) {
    this.ground = ground;
    this.centre = centre;
    this.restaurants = restaurants;
    this.menus = menus;
    this.money = money;
    this.memory = memory;
    this.settings = settings;
    Conversations conversations = centre.conversations;
    Dialogue dialogue = dialogue(conversations, carts, orders, ground.clock());
    Foresight foresight = new Foresight(dialogue, carts, orders, restaurants);
    corrections = new Corrections(ground.clock(), ground.ids());
    decisions =
        new Decisions(
            centre.suggestions,
            foresight,
            dialogue,
            conversations,
            centre.turnQueue,
            carts,
            corrections,
            ground.clock());
    preview =
        new Preview(
            ground.database(), this::stage, restaurants, mind, ground.clock(), ground.ids());
    Restraint restraint =
        new Restraint(
            settings, centre.suggestions, foresight, conversations, ground.clock(), ground.ids());
    cartDesk = new CartDesk(carts, orders, conversations, restaurants, menus, ground.clock());
    cartCare =
        new CartCare(
            ground.database(),
            conversations,
            carts,
            openCarts,
            restaurants,
            cartDesk,
            dialogue,
            restraint,
            ground.clock());
    turns =
        new Turns(
            ground.database(),
            conversations,
            centre.turnQueue,
            dialogue,
            mind,
            restraint,
            presence,
            ground.settings().burst().most(),
            ground.clock());
  }

  private Dialogue dialogue(Conversations conversations, Carts carts, Orders orders, Clock clock) {
    return new Dialogue(
        conversations,
        new Context(conversations, restaurants, menus, carts, memory.recall, new HouseFacts(clock)),
        memory.remembering(
            money.paying(
                new FrontDesk(carts, orders, conversations, restaurants, clock), orders, clock)),
        clock);
  }

  /// The same house once more, from which nothing leaves.
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
            ground.settings().answerMaxAge());
    Carts carts = new Carts(restaurants, menus, clock, ids);
    Orders orders = new Orders(restaurants, carts, conversations, events, List.of(), clock, ids);
    return new Stage(conversations, dialogue(conversations, carts, orders, clock), carts);
  }

  void goOn(Loops loops) {
    if (ground.settings().workers() > 0) {
      DueSuggestions due = new DueSuggestions(ground.database(), decisions, ground.clock());
      loops.add("suggestions", Loops.POLL, due::sendNext);
      loops.add("menu changes", Loops.BEAT, cartCare::sweepNext);
      loops.add("carts left lying", Loops.HOUSEKEEPING, cartCare::attendDue);
    }
  }

  List<HttpService> routes(Access access) {
    return List.of(
        new SuggestionRoutes(
            ground.database(), centre.conversations, centre.suggestions, decisions, access),
        new PreviewRoutes(ground.database(), preview, restaurants, menus, access),
        new LogRoutes(
            ground.database(), centre.conversations, new TurnLog(), access, ground.clock()),
        new SettingsRoutes(ground.database(), settings, corrections, restaurants, access));
  }
}
