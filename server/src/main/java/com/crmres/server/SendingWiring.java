package com.crmres.server;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Presence;
import com.crmres.server.database.Database;
import com.crmres.server.whatsapp.ChannelMetrics;
import com.crmres.server.whatsapp.media.MediaHandover;
import com.crmres.server.whatsapp.outbox.CloudApi;
import com.crmres.server.whatsapp.outbox.Doubts;
import com.crmres.server.whatsapp.outbox.Gate;
import com.crmres.server.whatsapp.outbox.NoticedConsequences;
import com.crmres.server.whatsapp.outbox.Outbox;
import com.crmres.server.whatsapp.outbox.QueueWatch;
import com.crmres.server.whatsapp.outbox.ReadMarks;
import com.crmres.server.whatsapp.outbox.Reports;
import com.crmres.server.whatsapp.outbox.SendConsequences;
import com.crmres.server.whatsapp.outbox.Settling;
import com.crmres.server.whatsapp.outbox.StuckSends;
import com.crmres.server.whatsapp.webhook.Inbox;
import java.security.SecureRandom;
import java.time.Clock;

/// Makes what goes out to WhatsApp, and hears what became of it.
final class SendingWiring {

  final Outbox outbox;
  final Reports reports;
  final Presence presence;
  final StuckSends stuckSends;

  private final Ground ground;
  private final QueueWatch watch;
  private final Doubts doubts;

  SendingWiring(
      Ground ground, ConversationWiring centre, MediaWiring media, NumberWiring ours, Inbox inbox) {
    this.ground = ground;
    Settings.WhatsApp whatsApp = ground.settings().whatsApp();
    Database database = ground.database();
    Clock clock = ground.clock();
    Conversations conversations = centre.conversations;
    ChannelMetrics metrics = ours.metrics;
    SendConsequences consequences =
        new NoticedConsequences(
            conversations, centre.consents, centre.notices, centre.templates::refused, clock);
    reports = new Reports(consequences, metrics);
    presence = new ReadMarks(database, conversations, ours.graph, ours.tokens::of, clock);
    MediaHandover handover =
        new MediaHandover(database, media.files, media.store, ours.graph, ours.tokens::of, clock);
    Runnable wake = ground.signals().sends()::ring;
    outbox =
        new Outbox(
            database,
            conversations,
            new CloudApi(ours.graph, ours.tokens::of, handover),
            new Gate(database, conversations, centre.consents, centre.notices, clock),
            new Settling(
                database,
                conversations,
                ours.pauses,
                consequences,
                metrics,
                new SecureRandom(),
                clock),
            metrics,
            clock,
            wake);
    stuckSends = new StuckSends(database, conversations, clock, wake);
    watch = new QueueWatch(database, metrics);
    doubts =
        new Doubts(
            database,
            inbox::heardEverything,
            conversations,
            whatsApp.doubtWait(),
            whatsApp.doubtPolicy(),
            metrics,
            clock);
  }

  void goOn(Loops loops) {
    if (ground.settings().workers() > 0) {
      ground.signals().sends().tell(loops.add("outbox", Loops.POLL, outbox::send)::wake);
    }
    loops.add("doubts", Loops.BEAT, doubts::settle);
    loops.add("queues", Loops.MEASURE, watch::measure);
  }
}
