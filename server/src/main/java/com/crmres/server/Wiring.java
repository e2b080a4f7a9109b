package com.crmres.server;

import com.crmres.server.assistant.memory.OldMemories;
import com.crmres.server.assistant.mode.HouseSettings;
import com.crmres.server.assistant.openrouter.OldCalls;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Presence;
import com.crmres.server.database.Bell;
import com.crmres.server.database.Database;
import com.crmres.server.database.DatabaseAddress;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.database.EmbeddedPostgres;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Migrations;
import com.crmres.server.database.StoredTime;
import com.crmres.server.demo.DemoRestaurant;
import com.crmres.server.event.EventLog;
import com.crmres.server.handling.ExportRoutes;
import com.crmres.server.handling.HandlingRoutes;
import com.crmres.server.handling.NoteRoutes;
import com.crmres.server.handling.ReadyReplyRoutes;
import com.crmres.server.http.HttpErrors;
import com.crmres.server.identity.Access;
import com.crmres.server.job.Loop;
import com.crmres.server.live.LiveFeed;
import com.crmres.server.live.LiveRoutes;
import com.crmres.server.media.MediaAccess;
import com.crmres.server.menu.MenuRoutes;
import com.crmres.server.menu.Menus;
import com.crmres.server.menu.Stock;
import com.crmres.server.menu.edit.MenuEditRoutes;
import com.crmres.server.menu.edit.MenuFileRoutes;
import com.crmres.server.menu.edit.NewDishes;
import com.crmres.server.ordering.AutoAcceptRoutes;
import com.crmres.server.ordering.DueOrders;
import com.crmres.server.ordering.OrderFollower;
import com.crmres.server.ordering.OrderLineRoutes;
import com.crmres.server.ordering.OrderPorts;
import com.crmres.server.ordering.OrderRoutes;
import com.crmres.server.ordering.OrderRulesRoutes;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.OverdueOrders;
import com.crmres.server.ordering.RescueTaps;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.ordering.cart.MenuChanges;
import com.crmres.server.ordering.cart.OpenCarts;
import com.crmres.server.ordering.history.CustomerHistoryRoutes;
import com.crmres.server.ordering.promise.SlotRoutes;
import com.crmres.server.ordering.stock.StockFollower;
import com.crmres.server.restaurant.BranchDesk;
import com.crmres.server.restaurant.BranchRoutes;
import com.crmres.server.restaurant.BranchTimesRoutes;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.restaurant.place.ZoneRoutes;
import com.crmres.server.restaurant.place.Zones;
import com.crmres.server.restaurant.prayer.PrayerRoutes;
import com.crmres.server.search.SearchRoutes;
import com.crmres.server.staffcart.CartNews;
import com.crmres.server.staffcart.CartTaps;
import com.crmres.server.staffcart.StaffCartRoutes;
import com.crmres.server.timeline.TimelineRoutes;
import com.crmres.server.whatsapp.number.OldEvents;
import com.crmres.server.whatsapp.outbox.OldReaches;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpService;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/// Makes every object of the server, in the order of the arrows.
final class Wiring {

  private static final String DATABASE = "crm";
  private static final int OVERDUE_AT_ONCE = 50;

  private final Settings settings;
  private final Clock clock = StoredTime.of(Clock.systemUTC());
  private final Ids ids = Ids.timeOrdered();
  private final Loops loops = new Loops();
  private final List<String> credentials = new ArrayList<>();

  Wiring(Settings settings) {
    this.settings = settings;
  }

  /// Starts everything; returns when the server listens.
  Running start() {
    EmbeddedPostgres postgres =
        settings.database() == null
            ? EmbeddedPostgres.start(settings.dataFolder().resolve("postgres"))
            : null;
    DatabaseAddress owner = postgres == null ? external() : postgres.owner(DATABASE);
    DatabaseAddress application = Migrations.migrate(owner);
    Database database = new Database(application, settings.poolSize());

    // ground and centre
    Signals signals = new Signals();
    EventLog events = new EventLog(clock, signals.events()::ring);
    Ground ground = new Ground(settings, application, database, events, signals, clock, ids);
    Restaurants restaurants = new Restaurants(clock);
    Menus menus = new Menus(events);
    Zones zones = new Zones(ids);
    MediaWiring media = new MediaWiring(ground);
    ConversationWiring centre = new ConversationWiring(ground, media.files);
    Conversations conversations = centre.conversations;
    IdentityWiring identity = new IdentityWiring(ground, restaurants);
    Access access = identity.access;

    // features
    Carts carts = new Carts(restaurants, menus, clock, ids);
    MoneyWiring money = new MoneyWiring(ground, restaurants, conversations);
    MemoryWiring memory = new MemoryWiring(ground, centre.consents);
    KitchenWiring kitchens = new KitchenWiring(ground, restaurants, menus, memory::allergies);
    List<OrderFollower> followers = new ArrayList<>(money.followers());
    followers.add(new StockFollower(new Stock(menus)));
    followers.add(kitchens.follower);
    PosWiring pos = new PosWiring(ground);
    followers.add(pos.follower());
    OrderPorts ports =
        new OrderPorts(
            followers,
            List.of(),
            (transaction, restaurant, branch, item) ->
                menus.setAvailability(transaction, restaurant, branch, item, false),
            pos.outside(),
            money.cashier.purse());
    Orders orders = new Orders(restaurants, carts, conversations, events, ports, clock, ids);
    conversations.tell(new RescueTaps(orders, conversations));
    KitchenWiring.AtWork kitchen = kitchens.atWork(orders, conversations);
    DueOrders dueOrders = new DueOrders(database, orders, clock);
    OpenCarts openCarts = new OpenCarts(clock, ids);
    menus.tell(new MenuChanges(openCarts));
    OverdueOrders overdueOrders = new OverdueOrders(database, orders, clock);

    // edges
    ChannelWiring channel = new ChannelWiring(ground, centre, media);
    Presence presence = channel.sending.presence;
    MediaAccess mediaRights = media.rights(conversations, menus);
    HouseSettings assistantSettings = new HouseSettings(restaurants, clock);
    MindWiring minds = new MindWiring(ground, conversations, assistantSettings);
    AssistantWiring assistant =
        new AssistantWiring(
            ground,
            centre,
            restaurants,
            menus,
            carts,
            openCarts,
            orders,
            money,
            memory,
            assistantSettings,
            minds.mind,
            settings.whatsApp().typing() ? presence : Presence.NONE);
    carts.tell(new CartNews(events));
    CartTaps cartTaps =
        new CartTaps(conversations, orders, assistant.cartDesk, money.cashier.choosing());
    conversations.tell(cartTaps);
    LiveFeed feed = new LiveFeed(database, settings.liveRetention());
    LiveRoutes live = new LiveRoutes(feed, access, clock);

    FirstStart firstStart =
        new FirstStart(settings, database, restaurants, identity.staffs, identity.secrets, ids);
    UUID restaurantId =
        firstStart.restaurant(
            new DemoRestaurant(database, restaurants, menus, zones, identity.staffs));
    credentials.addAll(firstStart.credentials());
    channel.ours.assign(restaurantId);

    // what goes on by itself
    Loop pump = loops.add("live feed", Loops.POLL, feed::pump);
    Bell bell = new Bell(application, pump::wake);
    signals.events().tell(pump::wake);
    signals.events().tell(bell::ringSoon);
    channel.goOn(loops);
    for (int i = 0; i < settings.workers(); i++) {
      loops.add("turns " + i, Loops.POLL, Loops.after(channel.inbox, assistant.turns::answerNext));
    }
    minds.goOn(loops, Loops.after(channel.inbox, assistant.turns::answerNext));
    if (settings.workers() > 0) {
      loops.add(
          "orders", Loops.HOUSEKEEPING, () -> overdueOrders.expireOverdue(OVERDUE_AT_ONCE) > 0);
      loops.add("order times", Loops.BEAT, () -> dueOrders.strike(OVERDUE_AT_ONCE) > 0);
    }
    assistant.goOn(loops);
    kitchen.goOn(loops);
    media.goOn(loops);
    money.goOn(loops, orders, conversations, media);
    pos.goOn(loops, orders, menus, conversations);
    loops.add("old events", Duration.ofHours(1), () -> forgetOld(feed, database));

    // who may ask for what
    HttpErrors errors = new HttpErrors(clock, () -> ids.next().toString(), Wiring::isPassing);
    HttpService[] services =
        Stream.of(
                channel.routes(access),
                centre.routes(presence, mediaRights::check, access),
                media.routes(mediaRights, access),
                assistant.routes(access),
                memory.routes(access),
                money.routes(orders, access),
                kitchen.routes(access),
                pos.routes(
                    orders,
                    menus,
                    new NewDishes(menus, restaurants, media.files),
                    conversations,
                    access),
                List.<HttpService>of(
                    identity.routes(),
                    new BranchRoutes(database, restaurants, access, clock),
                    new BranchTimesRoutes(
                        database, restaurants, new BranchDesk(restaurants, events, clock), access),
                    new PrayerRoutes(
                        database,
                        restaurants,
                        new BranchDesk(restaurants, events, clock),
                        access,
                        clock),
                    new ZoneRoutes(database, restaurants, zones, access),
                    new SlotRoutes(database, restaurants, access),
                    new OrderRoutes(database, orders, access),
                    new OrderLineRoutes(database, orders, access),
                    new AutoAcceptRoutes(database, access),
                    new OrderRulesRoutes(database, access),
                    new CustomerHistoryRoutes(database, orders, access),
                    new SearchRoutes(database, access),
                    new StaffCartRoutes(
                        database,
                        conversations,
                        carts,
                        orders,
                        menus,
                        restaurants,
                        assistant.cartDesk,
                        cartTaps,
                        access,
                        clock),
                    new TimelineRoutes(database, conversations, access),
                    new HandlingRoutes(
                        database, conversations, identity.staffs, events, access, clock),
                    new NoteRoutes(
                        database, conversations, identity.staffs, events, access, clock, ids),
                    new ExportRoutes(database, conversations, access),
                    new ReadyReplyRoutes(database, conversations, orders, restaurants, access),
                    new MenuRoutes(database, menus, restaurants, access),
                    new MenuEditRoutes(database, menus, restaurants, media.files, access),
                    new MenuFileRoutes(database, menus, restaurants, media.files, access),
                    live))
            .flatMap(List::stream)
            .toArray(HttpService[]::new);
    WebServer web =
        Listening.of(
            settings.listeners(), database, errors, live, channel.operatorRoutes(), services);

    channel.inbox.start();
    bell.start();
    loops.all().forEach(Loop::start);
    return new Running(
        web.start(),
        live,
        channel.inbox,
        loops.all(),
        channel.sending.outbox,
        channel.intake.mediaFetcher,
        kitchens.spool,
        bell,
        database,
        postgres);
  }

  /// What an operator must be told once: passwords that were generated.
  List<String> credentials() {
    return List.copyOf(credentials);
  }

  private DatabaseAddress external() {
    return Objects.requireNonNull(settings.database());
  }

  private static boolean isPassing(Throwable failure) {
    return failure instanceof DatabaseException database && database.isPassing();
  }

  private boolean forgetOld(LiveFeed feed, Database database) {
    feed.forgetOld();
    new OldEvents(database, clock).forget();
    new OldReaches(database).forget();
    new OldMemories(database, clock).forget();
    new OldCalls(database, clock).forget();
    return false;
  }
}
