package com.crmres.server;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.whatsapp.EventHandler;
import com.crmres.server.whatsapp.MediaIntake;
import com.crmres.server.whatsapp.media.Downloads;
import com.crmres.server.whatsapp.media.Fetching;
import com.crmres.server.whatsapp.media.MediaFetcher;
import com.crmres.server.whatsapp.media.MediaFetches;
import com.crmres.server.whatsapp.number.AccountEvents;
import com.crmres.server.whatsapp.outbox.Reports;
import com.crmres.server.whatsapp.price.PriceIntake;
import com.crmres.server.whatsapp.template.RefusedTemplates;
import com.crmres.server.whatsapp.template.TemplateEvents;
import com.crmres.server.whatsapp.webhook.DeliverySplitter;
import com.crmres.server.whatsapp.webhook.Inbox;
import com.crmres.server.whatsapp.webhook.MarketingWishes;
import com.crmres.server.whatsapp.webhook.SetAside;
import com.crmres.server.whatsapp.webhook.Signature;
import com.crmres.server.whatsapp.webhook.ThreadEventHandler;
import com.crmres.server.whatsapp.webhook.UnitWatch;
import com.crmres.server.whatsapp.webhook.UnitWorker;
import com.crmres.server.whatsapp.webhook.WebhookRoutes;
import java.time.Clock;
import java.util.List;

/// Makes what takes in from WhatsApp: deliveries, what they say, the files they name.
final class IntakeWiring {

  final MediaFetcher mediaFetcher;
  final SetAside setAside;

  private final Ground ground;
  private final NumberWiring ours;
  private final Inbox inbox;
  private final DeliverySplitter splitter;
  private final UnitWorker worker;
  private final UnitWatch watch;

  IntakeWiring(
      Ground ground,
      ConversationWiring centre,
      MediaWiring media,
      NumberWiring ours,
      Inbox inbox,
      Reports reports) {
    this.ground = ground;
    this.ours = ours;
    this.inbox = inbox;
    Database database = ground.database();
    Signals signals = ground.signals();
    Conversations conversations = centre.conversations;
    splitter = new DeliverySplitter(database, signals.units()::ring);
    MarketingWishes wishes =
        new MarketingWishes(conversations, centre.customers, centre.consents, centre.notices);
    MediaIntake files = new MediaFetches(conversations, media.files, signals.fetches()::ring);
    worker =
        new UnitWorker(
            database,
            inbox,
            ground.ids().next().toString(),
            ours.numbers,
            conversations,
            centre.changes,
            reports,
            handlers(ground, centre, ours, wishes, reports, files),
            List.of(new PriceIntake(conversations), new RefusedTemplates(centre.templates)),
            files,
            ground.ids(),
            wishes);
    watch = new UnitWatch(database, ours.metrics);
    mediaFetcher = fetcher(ground, conversations, media, ours);
    setAside = new SetAside(database, ours.numbers, signals::wakeIntake);
  }

  /// What hears of everything but messages and their statuses.
  private static List<EventHandler> handlers(
      Ground ground,
      ConversationWiring centre,
      NumberWiring ours,
      MarketingWishes wishes,
      Reports reports,
      MediaIntake files) {
    Clock clock = ground.clock();
    return List.of(
        wishes,
        new ThreadEventHandler(
            centre.conversations,
            centre.changes,
            wishes,
            reports,
            centre.notices,
            files,
            ground.ids()),
        new AccountEvents(centre.notices, ours.pauses, ours.rates, ground.ids(), clock),
        new TemplateEvents(centre.notices));
  }

  private static MediaFetcher fetcher(
      Ground ground, Conversations conversations, MediaWiring media, NumberWiring ours) {
    Settings.WhatsApp whatsApp = ground.settings().whatsApp();
    return new MediaFetcher(
        ground.database(),
        conversations,
        media.files,
        new Fetching(
            ours.graph,
            new Downloads(whatsApp.graphUrl(), whatsApp.mediaHosts()),
            media.arrivals,
            ours.tokens::of),
        ground.clock(),
        ground.signals().fetches()::ring);
  }

  WebhookRoutes routes() {
    Settings.WhatsApp whatsApp = ground.settings().whatsApp();
    return new WebhookRoutes(
        inbox,
        new Signature(whatsApp.appSecrets()),
        whatsApp.verifyToken(),
        ours.metrics::signatureRefused);
  }

  void goOn(Loops loops) {
    Signals signals = ground.signals();
    for (int i = 0; i < ground.settings().workers(); i++) {
      signals.units().tell(loops.add("units " + i, Loops.POLL, worker::work)::wake);
    }
    if (ground.settings().workers() > 0) {
      signals
          .deliveries()
          .tell(loops.add("deliveries", Loops.POLL, Loops.after(inbox, splitter::split))::wake);
      signals.fetches().tell(loops.add("files", Loops.POLL, mediaFetcher::fetch)::wake);
    }
    loops.add("unit counts", Loops.MEASURE, watch::measure);
  }
}
