package com.crmres.server;

import com.crmres.server.assistant.Context;
import com.crmres.server.assistant.Corrections;
import com.crmres.server.assistant.TurnQueue;
import com.crmres.server.assistant.Turns;
import com.crmres.server.assistant.desk.FrontDesk;
import com.crmres.server.assistant.embedded.EmbeddedMind;
import com.crmres.server.conversation.ConversationRoutes;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.MergeRoutes;
import com.crmres.server.conversation.MessageChanges;
import com.crmres.server.conversation.Presence;
import com.crmres.server.conversation.SendingRoutes;
import com.crmres.server.customer.Consents;
import com.crmres.server.customer.Customers;
import com.crmres.server.database.Bell;
import com.crmres.server.database.Database;
import com.crmres.server.database.DatabaseAddress;
import com.crmres.server.database.DatabaseException;
import com.crmres.server.database.EmbeddedPostgres;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Migrations;
import com.crmres.server.demo.DemoRestaurant;
import com.crmres.server.event.EventLog;
import com.crmres.server.http.HttpErrors;
import com.crmres.server.identity.Access;
import com.crmres.server.identity.AccessTokens;
import com.crmres.server.identity.IdentityRoutes;
import com.crmres.server.identity.Passwords;
import com.crmres.server.identity.RefreshTokens;
import com.crmres.server.identity.Secrets;
import com.crmres.server.identity.Sessions;
import com.crmres.server.identity.SignInThrottle;
import com.crmres.server.identity.Staffs;
import com.crmres.server.identity.TokenKey;
import com.crmres.server.job.Loop;
import com.crmres.server.job.Signal;
import com.crmres.server.language.Lexicon;
import com.crmres.server.live.LiveFeed;
import com.crmres.server.live.LiveRoutes;
import com.crmres.server.media.Arrivals;
import com.crmres.server.media.FolderStore;
import com.crmres.server.media.MediaAccess;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.media.MediaRoutes;
import com.crmres.server.media.Pieces;
import com.crmres.server.media.UploadRoutes;
import com.crmres.server.media.Uploads;
import com.crmres.server.menu.MenuRoutes;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Carts;
import com.crmres.server.ordering.OrderRoutes;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.OverdueOrders;
import com.crmres.server.restaurant.BranchRoutes;
import com.crmres.server.restaurant.Restaurants;
import com.crmres.server.whatsapp.ChannelMetrics;
import com.crmres.server.whatsapp.MediaIntake;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.crmres.server.whatsapp.media.Downloads;
import com.crmres.server.whatsapp.media.Fetching;
import com.crmres.server.whatsapp.media.KeptAttachments;
import com.crmres.server.whatsapp.media.MediaFetcher;
import com.crmres.server.whatsapp.media.MediaFetches;
import com.crmres.server.whatsapp.media.MediaHandover;
import com.crmres.server.whatsapp.notice.NoticeRoutes;
import com.crmres.server.whatsapp.notice.Notices;
import com.crmres.server.whatsapp.number.AccountEvents;
import com.crmres.server.whatsapp.number.NewNumbers;
import com.crmres.server.whatsapp.number.NumberRoutes;
import com.crmres.server.whatsapp.number.NumberWatch;
import com.crmres.server.whatsapp.number.Numbers;
import com.crmres.server.whatsapp.number.OldEvents;
import com.crmres.server.whatsapp.number.Pauses;
import com.crmres.server.whatsapp.number.Rates;
import com.crmres.server.whatsapp.number.Tokens;
import com.crmres.server.whatsapp.number.Vault;
import com.crmres.server.whatsapp.operator.OperatorRoutes;
import com.crmres.server.whatsapp.outbox.CloudApi;
import com.crmres.server.whatsapp.outbox.Doubts;
import com.crmres.server.whatsapp.outbox.Gate;
import com.crmres.server.whatsapp.outbox.NoticedConsequences;
import com.crmres.server.whatsapp.outbox.OldReaches;
import com.crmres.server.whatsapp.outbox.Outbox;
import com.crmres.server.whatsapp.outbox.OutboxQueue;
import com.crmres.server.whatsapp.outbox.QueueWatch;
import com.crmres.server.whatsapp.outbox.ReadMarks;
import com.crmres.server.whatsapp.outbox.Reports;
import com.crmres.server.whatsapp.outbox.SendConsequences;
import com.crmres.server.whatsapp.outbox.Settling;
import com.crmres.server.whatsapp.outbox.StuckSends;
import com.crmres.server.whatsapp.price.PriceIntake;
import com.crmres.server.whatsapp.price.PriceRoutes;
import com.crmres.server.whatsapp.price.Prices;
import com.crmres.server.whatsapp.template.ApprovedTemplates;
import com.crmres.server.whatsapp.template.RefusedTemplates;
import com.crmres.server.whatsapp.template.Submissions;
import com.crmres.server.whatsapp.template.TemplateCalls;
import com.crmres.server.whatsapp.template.TemplateEvents;
import com.crmres.server.whatsapp.template.TemplateRoutes;
import com.crmres.server.whatsapp.template.TemplateSync;
import com.crmres.server.whatsapp.template.Templates;
import com.crmres.server.whatsapp.webhook.DeliverySplitter;
import com.crmres.server.whatsapp.webhook.Inbox;
import com.crmres.server.whatsapp.webhook.MarketingWishes;
import com.crmres.server.whatsapp.webhook.SetAside;
import com.crmres.server.whatsapp.webhook.Signature;
import com.crmres.server.whatsapp.webhook.ThreadEventHandler;
import com.crmres.server.whatsapp.webhook.UnitWatch;
import com.crmres.server.whatsapp.webhook.UnitWorker;
import com.crmres.server.whatsapp.webhook.WebhookRoutes;
import io.helidon.metrics.api.Metrics;
import io.helidon.webserver.WebServer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Makes every object of the server, in the order of the arrows.
final class Wiring {

  private static final String DATABASE = "crm";
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration BEAT = Duration.ofMillis(500);
  private static final Duration HOUSEKEEPING = Duration.ofSeconds(5);
  private static final Duration MEASURE = Duration.ofSeconds(15);
  private static final Duration ABANDONED = Duration.ofHours(24);
  private static final int OVERDUE_AT_ONCE = 50;

  private final Settings settings;
  private final Clock clock = Clock.systemUTC();
  private final Ids ids = Ids.timeOrdered();
  private final String node = ids.next().toString();
  private final List<Loop> loops = new ArrayList<>();
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

    Signal deliveries = new Signal();
    Signal units = new Signal();
    Signal sends = new Signal();
    Signal fetches = new Signal();
    Signal events = new Signal();

    // ground and centre
    EventLog eventLog = new EventLog(clock, events::ring);
    Restaurants restaurants = new Restaurants(clock);
    Menus menus = new Menus(eventLog);
    Customers customers = new Customers(clock, ids);
    TurnQueue turnQueue =
        new TurnQueue(new TurnQueue.Pace(settings.burst().idle(), settings.burst().most()), ids);
    Notices notices = new Notices(eventLog, clock, ids);
    Consents consents = new Consents(clock, ids);
    Templates templates = new Templates(consents::mayReceiveMarketing, notices, clock);
    MediaFiles mediaFiles = new MediaFiles(clock);
    Conversations conversations =
        new Conversations(
            customers,
            new OutboxQueue(
                sends::ring, new ApprovedTemplates(templates), new KeptAttachments(mediaFiles)),
            turnQueue,
            eventLog,
            clock,
            ids,
            settings.answerMaxAge());
    MessageChanges changes = new MessageChanges(conversations, turnQueue, eventLog, clock);

    // who may do what
    Secrets secrets = new Secrets(new SecureRandom());
    TokenKey key =
        settings.jwtSecret() == null
            ? TokenKey.kept(settings.dataFolder())
            : TokenKey.of(settings.jwtSecret());
    Passwords passwords = new Passwords(secrets);
    Staffs staffs = new Staffs(database, ids, clock, passwords, secrets, restaurants::branchIds);
    AccessTokens accessTokens = new AccessTokens(clock, key);
    Sessions sessions =
        new Sessions(
            database,
            staffs,
            passwords,
            new SignInThrottle(clock),
            accessTokens,
            new RefreshTokens(ids, clock, secrets, key));
    Access access = new Access(accessTokens, staffs);

    // features
    Carts carts = new Carts(restaurants, menus, clock, ids);
    Orders orders = new Orders(restaurants, menus, conversations, eventLog, clock, ids);
    OverdueOrders overdueOrders = new OverdueOrders(database, orders, clock);

    // edges
    Settings.WhatsApp whatsApp = settings.whatsApp();
    Numbers numbers = new Numbers(database);
    ChannelMetrics metrics = new ChannelMetrics(Metrics.globalRegistry());
    Tokens tokens = new Tokens(database, vault(), whatsApp.accessToken());
    Pauses pauses = new Pauses(notices, clock, sends::ring);
    Rates rates = new Rates(whatsApp.messagesPerSecond());
    GraphApi graph =
        new GraphApi(
            whatsApp.graphUrl(),
            whatsApp.apiVersion(),
            whatsApp.provesSecret() ? whatsApp.appSecrets().getFirst() : null);
    NumberWatch numberWatch =
        new NumberWatch(database, graph, tokens, pauses, notices, rates, clock);
    NewNumbers newNumbers = new NewNumbers(database, graph, numbers, tokens, pauses, numberWatch);
    SendConsequences consequences =
        new NoticedConsequences(conversations, consents, notices, templates::refused, clock);
    MarketingWishes wishes = new MarketingWishes(conversations, customers, consents, notices);
    Inbox inbox = new Inbox(application, deliveries::ring);
    DeliverySplitter splitter = new DeliverySplitter(database, units::ring);
    TemplateCalls templateCalls = new TemplateCalls(graph, tokens::ofAccount);
    TemplateSync templateSync = new TemplateSync(database, templateCalls, notices, clock);
    FolderStore mediaStore = new FolderStore(settings.dataFolder().resolve("media"));
    Arrivals arrivals = new Arrivals(mediaStore, ids);
    Uploads uploads = new Uploads(database, mediaFiles, mediaStore, arrivals, ids);
    MediaAccess mediaAccess = new MediaAccess(mediaFiles, conversations::branchesShowing);
    Pieces pieces = new Pieces(database, mediaStore, uploads, clock, ids);
    MediaIntake media = new MediaFetches(conversations, mediaFiles, fetches::ring);
    Reports reports = new Reports(consequences, metrics);
    UnitWorker unitWorker =
        new UnitWorker(
            database,
            inbox,
            node,
            numbers,
            conversations,
            changes,
            reports,
            List.of(
                wishes,
                new ThreadEventHandler(
                    conversations, changes, wishes, reports, notices, media, ids),
                new AccountEvents(notices, pauses, rates, ids, clock),
                new TemplateEvents(notices)),
            List.of(new PriceIntake(conversations), new RefusedTemplates(templates)),
            media,
            ids,
            wishes);
    UnitWatch unitWatch = new UnitWatch(database, metrics);
    Presence presence = new ReadMarks(database, conversations, graph, tokens::of, clock);
    MediaHandover mediaHandover =
        new MediaHandover(database, mediaFiles, mediaStore, graph, tokens::of, clock);
    MediaFetcher mediaFetcher =
        new MediaFetcher(
            database,
            conversations,
            mediaFiles,
            new Fetching(
                graph,
                new Downloads(whatsApp.graphUrl(), whatsApp.mediaHosts()),
                arrivals,
                tokens::of),
            clock,
            fetches::ring);
    Outbox outbox =
        new Outbox(
            database,
            conversations,
            new CloudApi(graph, tokens::of, mediaHandover),
            new Gate(database, conversations, notices, clock),
            new Settling(
                database, conversations, pauses, consequences, metrics, new SecureRandom(), clock),
            metrics,
            clock,
            sends::ring);
    QueueWatch queueWatch = new QueueWatch(database, metrics);
    Doubts doubts =
        new Doubts(
            database,
            inbox::heardEverything,
            conversations,
            whatsApp.doubtWait(),
            whatsApp.doubtPolicy(),
            metrics,
            clock);
    Turns turns =
        new Turns(
            database,
            conversations,
            turnQueue,
            new Context(conversations, restaurants, menus, carts),
            new Corrections(new EmbeddedMind(Lexicon.load())),
            new FrontDesk(carts, orders, conversations, restaurants, clock),
            whatsApp.typing() ? presence : Presence.NONE,
            settings.burst().most(),
            clock);
    LiveFeed feed = new LiveFeed(database, settings.liveRetention());
    LiveRoutes live = new LiveRoutes(feed, access, clock);

    FirstStart firstStart = new FirstStart(settings, database, restaurants, staffs, secrets, ids);
    UUID restaurantId =
        firstStart.restaurant(new DemoRestaurant(database, restaurants, menus, staffs));
    credentials.addAll(firstStart.credentials());
    assign(numbers, restaurantId);

    // what goes on by itself
    Loop pump = loop("live feed", POLL, feed::pump);
    Bell bell = new Bell(application, pump::wake);
    events.tell(pump::wake);
    events.tell(bell::ringSoon);
    for (int i = 0; i < settings.workers(); i++) {
      units.tell(loop("units " + i, POLL, unitWorker::work)::wake);
      loop("turns " + i, POLL, () -> afterDeliveries(inbox, turns::answerNext));
    }
    if (settings.workers() > 0) {
      deliveries.tell(
          loop("deliveries", POLL, () -> afterDeliveries(inbox, splitter::split))::wake);
      sends.tell(loop("outbox", POLL, outbox::send)::wake);
      loop("numbers", HOUSEKEEPING, numberWatch::look);
      fetches.tell(loop("files", POLL, mediaFetcher::fetch)::wake);
      loop("orders", HOUSEKEEPING, () -> overdueOrders.expireOverdue(OVERDUE_AT_ONCE) > 0);
    }
    Signal templateWishes = new Signal();
    if (settings.workers() > 0) {
      templateWishes.tell(loop("templates", HOUSEKEEPING, templateSync::syncNext)::wake);
    }
    loop("doubts", BEAT, doubts::settle);
    loop("queues", MEASURE, queueWatch::measure);
    loop("unit counts", MEASURE, unitWatch::measure);
    loop("abandoned uploads", Duration.ofMinutes(10), () -> tidy(pieces, mediaStore));
    loop("old events", Duration.ofHours(1), () -> forgetOld(feed, database));

    HttpErrors errors = new HttpErrors(clock, () -> ids.next().toString(), Wiring::isPassing);
    WebServer web =
        Listening.of(
            settings.listeners(),
            database,
            errors,
            live,
            new OperatorRoutes(
                new SetAside(database, numbers, () -> wake(deliveries, units)),
                new StuckSends(database, conversations, clock, sends::ring),
                database,
                clock,
                ids),
            new WebhookRoutes(
                inbox,
                new Signature(whatsApp.appSecrets()),
                whatsApp.verifyToken(),
                metrics::signatureRefused),
            new NumberRoutes(database, numbers, newNumbers, access),
            new NoticeRoutes(database, notices, access),
            new IdentityRoutes(sessions, access, staffs),
            new BranchRoutes(database, restaurants, access, clock),
            new ConversationRoutes(database, conversations, changes, access),
            new SendingRoutes(database, conversations, presence, mediaAccess::check, access),
            new MergeRoutes(database, customers, conversations.merges(), access),
            new OrderRoutes(database, orders, access),
            new MenuRoutes(database, menus, access),
            new TemplateRoutes(
                database,
                templates,
                new Submissions(database, templateCalls, notices, clock),
                conversations,
                access,
                clock,
                templateWishes::ring),
            new PriceRoutes(database, new Prices(clock), access, clock),
            new MediaRoutes(database, mediaStore, uploads, mediaAccess, access),
            new UploadRoutes(pieces, access),
            live);

    inbox.start();
    bell.start();
    loops.forEach(Loop::start);
    return new Running(
        web.start(),
        live,
        inbox,
        List.copyOf(loops),
        outbox,
        mediaFetcher,
        bell,
        database,
        postgres);
  }

  private Vault vault() {
    return settings.secretKey() == null
        ? Vault.kept(settings.dataFolder(), new SecureRandom())
        : Vault.of(settings.secretKey(), new SecureRandom());
  }

  /// A pace that the operator wants counts from the start; else what WhatsApp allows is learned.
  private void assign(Numbers numbers, UUID restaurantId) {
    Settings.WhatsApp whatsApp = settings.whatsApp();
    Double pace = whatsApp.messagesPerSecond();
    if (pace == null) {
      numbers.assign(restaurantId, whatsApp.accountId(), whatsApp.phoneNumberId());
    } else {
      numbers.assign(restaurantId, whatsApp.accountId(), whatsApp.phoneNumberId(), pace);
    }
  }

  /// What an operator must be told once: passwords that were generated.
  List<String> credentials() {
    return List.copyOf(credentials);
  }

  private DatabaseAddress external() {
    return Objects.requireNonNull(settings.database());
  }

  private Loop loop(String name, Duration poll, Loop.Step step) {
    Loop loop = new Loop(name, poll, step);
    loops.add(loop);
    return loop;
  }

  /// WhatsApp waits for its answer; what was taken in can wait a moment.
  private static boolean afterDeliveries(Inbox inbox, Loop.Step step) throws InterruptedException {
    inbox.giveWay();
    return step.run();
  }

  private static void wake(Signal... signals) {
    for (Signal signal : signals) {
      signal.ring();
    }
  }

  private static boolean isPassing(Throwable failure) {
    return failure instanceof DatabaseException database && database.isPassing();
  }

  private boolean tidy(Pieces pieces, FolderStore mediaStore) {
    mediaStore.forgetBegun(clock.instant().minus(ABANDONED));
    return pieces.forgetAbandoned();
  }

  private boolean forgetOld(LiveFeed feed, Database database) {
    feed.forgetOld();
    new OldEvents(database, clock).forget();
    new OldReaches(database).forget();
    return false;
  }
}
