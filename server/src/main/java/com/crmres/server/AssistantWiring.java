package com.crmres.server;

import com.crmres.server.assistant.Context;
import com.crmres.server.assistant.Desk;
import com.crmres.server.assistant.Dialogue;
import com.crmres.server.assistant.Mind;
import com.crmres.server.assistant.TurnLog;
import com.crmres.server.assistant.Turns;
import com.crmres.server.assistant.desk.FrontDesk;
import com.crmres.server.assistant.mode.Corrections;
import com.crmres.server.assistant.mode.Decisions;
import com.crmres.server.assistant.mode.DueSuggestions;
import com.crmres.server.assistant.mode.Foresight;
import com.crmres.server.assistant.mode.HouseSettings;
import com.crmres.server.assistant.mode.LogRoutes;
import com.crmres.server.assistant.mode.Restraint;
import com.crmres.server.assistant.mode.SettingsRoutes;
import com.crmres.server.assistant.mode.SuggestionRoutes;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Presence;
import com.crmres.server.identity.Access;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Carts;
import com.crmres.server.ordering.Orders;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpService;
import java.util.List;

/// Makes the assistant: what reads a turn, what serves it, and what holds it back.
final class AssistantWiring {

  final HouseSettings settings;
  final Turns turns;

  private final Ground ground;
  private final ConversationWiring centre;
  private final Restaurants restaurants;
  private final Corrections corrections;
  private final Decisions decisions;

  AssistantWiring(
      Ground ground,
      ConversationWiring centre,
      Restaurants restaurants,
      Menus menus,
      Carts carts,
      Orders orders,
      Mind mind,
      Presence presence) {
    this.ground = ground;
    this.centre = centre;
    this.restaurants = restaurants;
    Conversations conversations = centre.conversations;
    Desk desk = new FrontDesk(carts, orders, conversations, restaurants, ground.clock());
    Dialogue dialogue =
        new Dialogue(
            conversations,
            new Context(conversations, restaurants, menus, carts),
            desk,
            ground.clock());
    Foresight foresight = new Foresight(dialogue, carts, orders, restaurants);
    settings = new HouseSettings(restaurants, ground.clock());
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
    turns =
        new Turns(
            ground.database(),
            conversations,
            centre.turnQueue,
            dialogue,
            mind,
            new Restraint(
                settings,
                centre.suggestions,
                foresight,
                conversations,
                ground.clock(),
                ground.ids()),
            presence,
            ground.settings().burst().most(),
            ground.clock());
  }

  void goOn(Loops loops) {
    if (ground.settings().workers() > 0) {
      DueSuggestions due = new DueSuggestions(ground.database(), decisions, ground.clock());
      loops.add("suggestions", Loops.POLL, due::sendNext);
    }
  }

  List<HttpService> routes(Access access) {
    return List.of(
        new SuggestionRoutes(
            ground.database(), centre.conversations, centre.suggestions, decisions, access),
        new LogRoutes(
            ground.database(), centre.conversations, new TurnLog(), access, ground.clock()),
        new SettingsRoutes(ground.database(), settings, corrections, restaurants, access));
  }
}
