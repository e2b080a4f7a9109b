package com.crmres.server;

import com.crmres.server.assistant.TurnQueue;
import com.crmres.server.assistant.memory.Briefing;
import com.crmres.server.assistant.memory.HandoverRoutes;
import com.crmres.server.assistant.mode.Suggestions;
import com.crmres.server.conversation.ConversationRoutes;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.FileRights;
import com.crmres.server.conversation.MergeRoutes;
import com.crmres.server.conversation.MessageChanges;
import com.crmres.server.conversation.Presence;
import com.crmres.server.conversation.SendingRoutes;
import com.crmres.server.customer.Consents;
import com.crmres.server.customer.Customers;
import com.crmres.server.identity.Access;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.whatsapp.media.KeptAttachments;
import com.crmres.server.whatsapp.notice.Notices;
import com.crmres.server.whatsapp.outbox.OutboxQueue;
import com.crmres.server.whatsapp.template.ApprovedTemplates;
import com.crmres.server.whatsapp.template.Templates;
import io.helidon.webserver.http.HttpService;
import java.util.List;

/// Makes the conversations, with the door by which their messages leave.
final class ConversationWiring {

  final Customers customers;
  final Consents consents;
  final Suggestions suggestions;
  final TurnQueue turnQueue;
  final Notices notices;
  final Templates templates;
  final Briefing briefing;
  final Conversations conversations;
  final MessageChanges changes;

  private final Ground ground;

  ConversationWiring(Ground ground, MediaFiles files) {
    this.ground = ground;
    Settings settings = ground.settings();
    customers = new Customers(ground.clock(), ground.ids());
    consents = new Consents(ground.clock(), ground.ids());
    suggestions = new Suggestions(ground.events(), ground.clock());
    turnQueue =
        new TurnQueue(
            new TurnQueue.Pace(settings.burst().idle(), settings.burst().most()),
            ground.ids(),
            suggestions);
    notices = new Notices(ground.events(), ground.clock(), ground.ids());
    templates = new Templates(consents::mayReceiveMarketing, notices, ground.clock());
    briefing = new Briefing(ground.clock(), ground.ids());
    conversations =
        new Conversations(
            customers,
            new OutboxQueue(
                ground.signals().sends()::ring,
                new ApprovedTemplates(templates),
                new KeptAttachments(files)),
            turnQueue,
            ground.events(),
            ground.clock(),
            ground.ids(),
            settings.answerMaxAge(),
            briefing);
    changes = new MessageChanges(conversations, turnQueue, ground.events(), ground.clock());
  }

  List<HttpService> routes(Presence presence, FileRights rights, Access access) {
    return List.of(
        new ConversationRoutes(ground.database(), conversations, changes, access, ground.clock()),
        new SendingRoutes(ground.database(), conversations, presence, rights, access),
        new MergeRoutes(ground.database(), customers, conversations.merges(), access),
        new HandoverRoutes(ground.database(), conversations, briefing, access));
  }
}
