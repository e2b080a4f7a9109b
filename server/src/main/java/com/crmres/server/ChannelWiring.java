package com.crmres.server;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.identity.Access;
import com.crmres.server.whatsapp.notice.NoticeRoutes;
import com.crmres.server.whatsapp.operator.OperatorRoutes;
import com.crmres.server.whatsapp.price.PriceRoutes;
import com.crmres.server.whatsapp.price.Prices;
import com.crmres.server.whatsapp.template.Submissions;
import com.crmres.server.whatsapp.template.TemplateCalls;
import com.crmres.server.whatsapp.template.TemplateRoutes;
import com.crmres.server.whatsapp.template.TemplateSync;
import com.crmres.server.whatsapp.webhook.Inbox;
import io.helidon.webserver.http.HttpService;
import java.util.List;

/// Makes the WhatsApp channel: our numbers, then what goes out by them, then what comes in.
final class ChannelWiring {

  final Inbox inbox;
  final NumberWiring ours;
  final SendingWiring sending;
  final IntakeWiring intake;

  private final Ground ground;
  private final ConversationWiring centre;
  private final TemplateCalls templateCalls;
  private final TemplateSync templateSync;

  ChannelWiring(Ground ground, ConversationWiring centre, MediaWiring media) {
    this.ground = ground;
    this.centre = centre;
    inbox = new Inbox(ground.address(), ground.signals().deliveries()::ring);
    ours = new NumberWiring(ground, centre.notices);
    sending = new SendingWiring(ground, centre, media, ours, inbox);
    intake = new IntakeWiring(ground, centre, media, ours, inbox, sending.reports);
    templateCalls = new TemplateCalls(ours.graph, ours.tokens::ofAccount);
    templateSync =
        new TemplateSync(ground.database(), templateCalls, centre.notices, ground.clock());
  }

  List<HttpService> routes(Access access) {
    return List.of(
        intake.routes(),
        ours.routes(access),
        new NoticeRoutes(ground.database(), centre.notices, access),
        templateRoutes(centre.conversations, access),
        new PriceRoutes(ground.database(), new Prices(ground.clock()), access, ground.clock()));
  }

  private TemplateRoutes templateRoutes(Conversations conversations, Access access) {
    return new TemplateRoutes(
        ground.database(),
        centre.templates,
        new Submissions(ground.database(), templateCalls, centre.notices, ground.clock()),
        conversations,
        access,
        ground.clock(),
        ground.signals().templates()::ring);
  }

  OperatorRoutes operatorRoutes() {
    return new OperatorRoutes(
        intake.setAside, sending.stuckSends, ground.database(), ground.clock(), ground.ids());
  }

  void goOn(Loops loops) {
    intake.goOn(loops);
    sending.goOn(loops);
    ours.goOn(loops);
    if (ground.settings().workers() > 0) {
      ground
          .signals()
          .templates()
          .tell(loops.add("templates", Loops.HOUSEKEEPING, templateSync::syncNext)::wake);
    }
  }
}
