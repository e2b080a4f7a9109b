package com.crmres.server.whatsapp.webhook;

import static com.crmres.server.whatsapp.webhook.Members.firstOf;
import static com.crmres.server.whatsapp.webhook.Members.required;
import static com.crmres.server.whatsapp.webhook.Members.text;

import com.crmres.common.channel.ChannelNoticeKind;
import com.crmres.common.channel.NoticeSeverity;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.Sender;
import com.crmres.common.wire.Json;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Elsewhere;
import com.crmres.server.conversation.InboundChange;
import com.crmres.server.conversation.InboundMessage;
import com.crmres.server.conversation.MessageChanges;
import com.crmres.server.customer.Identifiers;
import com.crmres.server.database.Ids;
import com.crmres.server.database.Transaction;
import com.crmres.server.whatsapp.ChannelEvent;
import com.crmres.server.whatsapp.EventHandler;
import com.crmres.server.whatsapp.MediaIntake;
import com.crmres.server.whatsapp.MediaReference;
import com.crmres.server.whatsapp.UnreadableUnit;
import com.crmres.server.whatsapp.notice.Notices;
import com.crmres.server.whatsapp.outbox.Reports;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Takes in who has a customer's thread, and what is written in it meanwhile (whatsapp-cloud-api.md
/// 1.8, 12.2).
public final class ThreadEventHandler implements EventHandler {

  private static final String APP = "smb_message_echoes";

  private final Conversations conversations;
  private final Elsewhere elsewhere;
  private final MessageChanges changes;
  private final MarketingWishes wishes;
  private final MediaIntake media;
  private final Ids ids;
  private final Notices notices;
  private final Reports reports;

  /// Makes the handler.
  ///
  /// @param media hears of the files in these threads
  public ThreadEventHandler(
      Conversations conversations,
      MessageChanges changes,
      MarketingWishes wishes,
      Reports reports,
      Notices notices,
      MediaIntake media,
      Ids ids) {
    this.conversations = conversations;
    this.elsewhere = conversations.elsewhere();
    this.changes = changes;
    this.wishes = wishes;
    this.reports = reports;
    this.notices = notices;
    this.media = media;
    this.ids = ids;
  }

  @Override
  public Set<String> fields() {
    return Set.of("standby", "messaging_handovers", APP);
  }

  @Override
  public void handle(Transaction transaction, UUID restaurantId, ChannelEvent event) {
    if (event.value().has("message")) {
      overhear(transaction, restaurantId, event);
    } else if (event.value().has("echo")) {
      echo(transaction, restaurantId, event);
    } else {
      handOver(transaction, restaurantId, event);
    }
  }

  private void overhear(Transaction transaction, UUID restaurantId, ChannelEvent event) {
    InboundMessage read = MessageReader.read(number(event), event.value(), ids.next());
    Optional<InboundChange> change = ChangeReader.read(event.value(), read, ids.next());
    if (change.isPresent()) {
      changes.receive(transaction, restaurantId, change.get());
      return;
    }
    Optional<Boolean> wish = wishes.in(transaction, restaurantId, read);
    InboundMessage message = wish.isPresent() ? read.silent() : read;
    boolean known =
        elsewhere.isStandingBy(
            transaction, restaurantId, message.phoneNumberId(), message.sender(), message.at());
    Optional<UUID> messageId = elsewhere.overhear(transaction, restaurantId, message);
    messageId.ifPresent(id -> {
      ConversationSummary conversation = conversations.ofMessage(transaction, restaurantId, id);
      wish.ifPresent(
          agrees -> wishes.note(transaction, restaurantId, conversation, message, agrees));
      MediaReference reference = MessageReader.media(event.value(), message.content());
      if (reference != null) {
        media.wanted(transaction, restaurantId, id, reference);
      }
      if (!known) {
        tellStandby(transaction, restaurantId, event, conversation.id(), message.at());
      }
    });
  }

  private void tellStandby(
      Transaction transaction,
      UUID restaurantId,
      ChannelEvent event,
      UUID conversationId,
      Instant at) {
    notices.tell(
        transaction,
        restaurantId,
        number(event),
        ChannelNoticeKind.STANDBY,
        NoticeSeverity.WARNING,
        Map.of("conversation", conversationId.toString()),
        at);
  }

  /// An echo of our own sending is no news.
  private void echo(Transaction transaction, UUID restaurantId, ChannelEvent event) {
    JsonNode echo = event.value().path("echo");
    String wamid = required(echo, "id");
    JsonNode body = echo.has("message") ? echo.path("message") : echo;
    if (reports.heardOf(transaction, restaurantId, null, wamid).isPresent()) {
      return;
    }
    JsonNode payload = payload(event, body);
    InboundMessage read = MessageReader.read(number(event), payload, ids.next());
    Sender sender = event.field().equals(APP) ? Sender.PHONE_APP : Sender.OTHER_AGENT;
    ChangeReader.read(payload, read, ids.next())
        .ifPresentOrElse(
            change -> changes.receiveEcho(transaction, restaurantId, sender, change),
            () -> add(transaction, restaurantId, event, sender, read, payload));
  }

  private void add(
      Transaction transaction,
      UUID restaurantId,
      ChannelEvent event,
      Sender sender,
      InboundMessage read,
      JsonNode payload) {
    boolean known =
        sender == Sender.PHONE_APP
            || elsewhere.isStandingBy(
                transaction, restaurantId, number(event), read.sender(), read.at());
    Elsewhere.Echo echo =
        new Elsewhere.Echo(
            number(event),
            read.sender(),
            sender,
            read.wamid(),
            read.content(),
            Members.clean(Json.write(event.value())),
            read.at());
    elsewhere
        .echoed(transaction, restaurantId, echo)
        .ifPresent(id -> {
          MediaReference reference = MessageReader.media(payload, read.content());
          if (reference != null) {
            media.wanted(transaction, restaurantId, id, reference);
          }
          if (!known) {
            UUID thread = conversations.ofMessage(transaction, restaurantId, id).id();
            tellStandby(transaction, restaurantId, event, thread, read.at());
          }
        });
  }

  /// An echo as if its reader had written it: WhatsApp gives both the same members.
  private static ObjectNode payload(ChannelEvent event, JsonNode body) {
    JsonNode echo = event.value().path("echo");
    Identifiers reader = People.reader(echo, event.value().path("contact"));
    ObjectNode message = body.deepCopy();
    message.put("id", required(echo, "id"));
    message.put("timestamp", text(echo, "timestamp"));
    message.put("from", reader.phone()).put("from_user_id", reader.userId());
    ObjectNode payload = Json.MAPPER.createObjectNode();
    payload.set("message", message);
    return payload;
  }

  private void handOver(Transaction transaction, UUID restaurantId, ChannelEvent event) {
    JsonNode handover = event.value().path("handover");
    JsonNode passed = handover.path(text(handover, "type", "control_passed"));
    String role = firstOf(text(passed, "new_owner_role"), text(passed, "new_owner_app_role"));
    if (role == null) {
      throw new UnreadableUnit("a hand-over to nobody");
    }
    boolean toAgent = isAgent(role) || isAgent(text(passed, "new_owner_app_role", ""));
    Instant at = time(handover, event.at());
    Optional<ConversationSummary> conversation =
        elsewhere.handedOver(
            transaction,
            restaurantId,
            number(event),
            People.customer(event.value().path("contact"), event.value().path("contact")),
            at,
            !toAgent,
            role.equals("escalation"));
    notices.tell(
        transaction,
        restaurantId,
        number(event),
        ChannelNoticeKind.HANDOVER,
        toAgent ? NoticeSeverity.WARNING : NoticeSeverity.INFORMATION,
        conversation
            .map(thread -> Map.of("to", role, "conversation", thread.id().toString()))
            .orElse(Map.of("to", role)),
        at);
  }

  private static boolean isAgent(String role) {
    return role.contains("agent");
  }

  private static Instant time(JsonNode node, Instant otherwise) {
    String seconds = text(node, "timestamp");
    return seconds != null && seconds.matches("[0-9]{1,12}")
        ? Instant.ofEpochSecond(Long.parseLong(seconds))
        : otherwise;
  }

  private static String number(ChannelEvent event) {
    String number = event.phoneNumberId();
    if (number == null) {
      throw new UnreadableUnit("no phone number id");
    }
    return number;
  }
}
