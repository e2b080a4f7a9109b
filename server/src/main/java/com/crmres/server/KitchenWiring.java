package com.crmres.server;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.identity.Access;
import com.crmres.server.job.Signal;
import com.crmres.server.kitchen.Allergies;
import com.crmres.server.kitchen.DueOrders;
import com.crmres.server.kitchen.Kitchen;
import com.crmres.server.kitchen.KitchenFollower;
import com.crmres.server.kitchen.KitchenRoutes;
import com.crmres.server.kitchen.OldTickets;
import com.crmres.server.kitchen.board.BoardRoutes;
import com.crmres.server.kitchen.book.TicketBook;
import com.crmres.server.kitchen.print.AddressRules;
import com.crmres.server.kitchen.print.PrinterRoutes;
import com.crmres.server.kitchen.print.Printing;
import com.crmres.server.kitchen.print.Spool;
import com.crmres.server.kitchen.station.StationRoutes;
import com.crmres.server.kitchen.station.Stations;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.Orders;
import com.crmres.server.restaurant.Restaurants;
import io.helidon.webserver.http.HttpService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Makes the kitchen: what follows orders into it, then what it does with them.
final class KitchenWiring {

  private static final int AT_ONCE = 50;

  final OrderFollower follower;
  final Spool spool;

  private final Ground ground;
  private final Restaurants restaurants;
  private final Stations stations = new Stations();
  private final TicketBook book;
  private final Printing printing;
  private final AddressRules rules;
  private final Signal prints = new Signal();

  KitchenWiring(Ground ground, Restaurants restaurants, Menus menus, Allergies allergies) {
    this.ground = ground;
    this.restaurants = restaurants;
    printing = new Printing(ground.ids(), prints::ring);
    rules = rules(ground.settings());
    spool =
        new Spool(
            ground.database(), restaurants, ground.events(), rules, ground.clock(), prints::ring);
    book = new TicketBook(ground.events(), printing, ground.ids());
    follower =
        new KitchenFollower(
            book,
            stations,
            menus,
            restaurants,
            allergies,
            order -> order.standing().scheduledFor(),
            ground.ids());
  }

  private static AddressRules rules(Settings settings) {
    Path folder = settings.printers().folder();
    return new AddressRules(
        folder == null ? settings.dataFolder().resolve("printers") : folder,
        settings.printers().ownMachine());
  }

  /// What needs the orders that it follows.
  AtWork atWork(Orders orders, Conversations conversations) {
    return new AtWork(new Kitchen(book, orders, conversations, ground.clock()));
  }

  /// The kitchen with its orders.
  final class AtWork {

    private final Kitchen kitchen;

    private AtWork(Kitchen kitchen) {
      this.kitchen = kitchen;
    }

    void goOn(Loops loops) {
      if (ground.settings().workers() > 0) {
        DueOrders due = new DueOrders(ground.database(), kitchen, ground.clock());
        loops.add("kitchen", Loops.HOUSEKEEPING, () -> due.lookAtDue(AT_ONCE) > 0);
        prints.tell(loops.add("printers", Loops.BEAT, spool::print)::wake);
        loops.add("old prints", Duration.ofHours(1), this::forgetOld);
      }
    }

    private boolean forgetOld() {
      spool.forgetOld();
      new OldTickets(ground.database(), ground.clock()).forget();
      return false;
    }

    List<HttpService> routes(Access access) {
      return List.of(
          new StationRoutes(ground.database(), stations, access),
          new BoardRoutes(ground.database(), restaurants, access, ground.clock()),
          new KitchenRoutes(
              ground.database(), kitchen, restaurants, ground.events(), access, ground.clock()),
          new PrinterRoutes(
              ground.database(), printing, kitchen, rules, access, ground.clock(), ground.ids()));
    }
  }
}
