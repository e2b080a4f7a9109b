package com.crmres.server.whatsapp.template;

import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Sender;
import com.crmres.common.template.TemplateDetails;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Channel;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.ChannelMetrics;
import com.crmres.server.whatsapp.notice.Notices;
import com.crmres.server.whatsapp.outbox.NoticedConsequences;
import com.crmres.server.whatsapp.outbox.Reports;
import com.crmres.server.whatsapp.price.PriceIntake;
import com.crmres.server.whatsapp.webhook.DeliverySplitter;
import com.crmres.server.whatsapp.webhook.Inbox;
import com.crmres.server.whatsapp.webhook.MarketingWishes;
import com.crmres.server.whatsapp.webhook.Sample;
import com.crmres.server.whatsapp.webhook.UnitWorker;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.metrics.api.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// House Noor with the templates of its WhatsApp account and everything that hears of them.
public final class NoorTemplates implements AutoCloseable {

  public final NoorHouse noor = new NoorHouse();
  final LoopbackTemplates whatsApp = new LoopbackTemplates();
  public final Conversations conversations = noor.conversations;
  final Set<UUID> refusers = new HashSet<>();
  final Notices notices = new Notices(noor.events, noor.clock, noor.ids);
  final TemplateSync sync = new TemplateSync(noor.database, whatsApp.calls(), notices, noor.clock);
  final Submissions submissions =
      new Submissions(noor.database, whatsApp.calls(), notices, noor.clock);
  public final Templates templates =
      new Templates((_, _, customer) -> !refusers.contains(customer), notices, noor.clock);

  /// Asks WhatsApp's list whatever is due.
  void syncAll() throws InterruptedException {
    boolean more = true;
    while (more) {
      more = sync.syncNext();
    }
  }

  TemplateDetails template(String name, String language) {
    return noor.<TemplateDetails>in(transaction ->
        templates.versions(transaction, noor.restaurantId, name).orElseThrow().languages().stream()
            .filter(template -> template.language().equals(language))
            .findFirst()
            .orElseThrow());
  }

  FillResult fill(UUID conversation, String name, String language, String... texts) {
    return noor.<FillResult>in(transaction ->
        templates.fill(
            transaction,
            noor.restaurantId,
            conversation,
            name,
            language,
            null,
            Parameters.positional(texts)));
  }

  /// A template message of ours, as the outbox would have sent it.
  public MessageDetails send(UUID conversation, MessageContent content) {
    return noor.<MessageDetails>in(transaction ->
        noor.conversations.say(
            transaction,
            noor.restaurantId,
            conversation,
            Sender.SYSTEM,
            content,
            Channel.WhenInDoubt.HOLD));
  }

  public void deliver(byte[] body) {
    noor.database.changeSystem(transaction ->
        transaction
            .sql("insert into webhook_delivery (body) values (:body)")
            .with("body", body)
            .update());
    DeliverySplitter splitter = new DeliverySplitter(noor.database, () -> {});
    UnitWorker worker =
        new UnitWorker(
            noor.database,
            new Inbox(noor.testDatabase.application(), () -> {}),
            "node",
            noor.numbers,
            noor.conversations,
            noor.changes,
            new Reports(
                new NoticedConsequences(
                    noor.conversations, noor.consents, notices, templates::refused, noor.clock),
                new ChannelMetrics(Metrics.globalRegistry())),
            List.of(new TemplateEvents(notices)),
            List.of(new PriceIntake(noor.conversations), new RefusedTemplates(templates)),
            (_, _, _, _) -> {},
            noor.ids,
            new MarketingWishes(noor.conversations, noor.customers, noor.consents, notices));
    boolean more = true;
    while (more) {
      more = splitter.split();
      more |= worker.work();
    }
  }

  /// WhatsApp tells something of a template.
  void event(String field, Instant at, String name, String language, String... members) {
    ObjectNode root = Json.MAPPER.createObjectNode().put("object", "whatsapp_business_account");
    ObjectNode entry = root.putArray("entry").addObject();
    entry.put("id", NoorHouse.ACCOUNT).put("time", at.getEpochSecond());
    ObjectNode change = entry.putArray("changes").addObject().put("field", field);
    ObjectNode value = change.putObject("value");
    value.put("message_template_name", name).put("message_template_language", language);
    for (int i = 0; i < members.length; i += 2) {
      value.put(members[i], members[i + 1]);
    }
    deliver(Json.write(root).getBytes(StandardCharsets.UTF_8));
  }

  /// WhatsApp tells how far a message came.
  ///
  /// @param more JSON members that come with it; null for none
  public void status(UUID message, String status, Instant at, @Nullable String more) {
    ObjectNode value =
        Sample.status(message.toString(), "wamid." + message, status, at.getEpochSecond());
    if (more != null) {
      ((ObjectNode) value.path("statuses").path(0)).setAll(Json.read(more, ObjectNode.class));
    }
    deliver(Sample.delivery(List.of(value)));
  }

  List<String> noticed() {
    return noor.in(transaction ->
        transaction
            .sql(
                """
                select kind || ' ' || severity || ' ' || (facts ->> 'template') || ' ' || (facts ->> 'to')
                         as line
                  from channel_notice order by created_at, id
                """)
            .list(row -> row.text("line")));
  }

  public long count(String table) {
    return noor.<Long>in(transaction -> count(transaction, table));
  }

  public static long count(Transaction transaction, String table) {
    return transaction.sql("select count(*) as n from " + table).one(row -> row.number("n"));
  }

  @Override
  public void close() {
    whatsApp.close();
    noor.close();
  }
}
