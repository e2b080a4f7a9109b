package com.crmres.server.whatsapp.outbox;

import com.crmres.common.conversation.FittingTemplate;
import com.crmres.common.conversation.Language;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.TemplateCategory;
import com.crmres.common.identity.Role;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.Attachments;
import com.crmres.server.conversation.ConversationRoutes;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Occasion;
import com.crmres.server.conversation.SendingRoutes;
import com.crmres.server.conversation.Templates;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Restaurant Noor with a desk at which staff speak over HTTP, an outbox that sends when the test
/// says so, and a Graph API that answers as scripted.
final class StaffDesk implements AutoCloseable {

  static final FittingTemplate READY =
      new FittingTemplate("order_ready", "ar", TemplateCategory.UTILITY, "طلبك {{1}} جاهز");

  private final SendingHouse house = new SendingHouse();
  final NoorHouse noor = house.noor;
  final ScriptedGraph graph = house.graph;
  final Conversations conversations =
      new Conversations(
          noor.customers,
          new OutboxQueue(() -> {}, new OneTemplate(), Attachments.AS_TOLD),
          noor.turnQueue,
          noor.events,
          noor.clock,
          noor.ids,
          Duration.ofMinutes(30));
  final RunningServer server;

  private final GraphApi api = new GraphApi(graph.url(), "v24.0", Duration.ofSeconds(5));
  private final Outbox outbox =
      new Outbox(
          noor.database,
          conversations,
          new CloudApi(api, _ -> "token", StaffDesk::uploaded),
          new Gate(noor.database, conversations, noor.consents, house.notices, noor.clock),
          new Settling(
              noor.database,
              conversations,
              house.pauses,
              new NoticedConsequences(
                  conversations, noor.consents, house.notices, (_, _, _, _, _) -> {}, noor.clock),
              house.metrics,
              new Random(7),
              noor.clock),
          house.metrics,
          noor.clock,
          () -> {});
  private final Map<Role, String> authorizations = new EnumMap<>(Role.class);

  StaffDesk() {
    ReadMarks presence = new ReadMarks(noor.database, conversations, api, _ -> "token", noor.clock);
    server =
        new RunningServer(
            noor.clock,
            _ -> false,
            routing ->
                routing.register(
                    "/v1",
                    new ConversationRoutes(
                        noor.database, conversations, noor.changes, noor.staff.access, noor.clock),
                    new SendingRoutes(
                        noor.database,
                        conversations,
                        presence,
                        (_, _, _) -> {},
                        noor.staff.access)));
  }

  /// Sends a request as somebody of a role, who is hired at his first.
  Answer as(Role role, String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    String authorization =
        authorizations.computeIfAbsent(
            role,
            _ -> {
              noor.staff.hire(role);
              return noor.staff.authorization(role);
            });
    return server.send(
        method,
        "/v1/conversations/" + path,
        body,
        request -> request.header("Authorization", authorization).header("Accept-Language", "en"));
  }

  /// An agent sends a content, given as JSON.
  Answer send(UUID conversation, String content) throws IOException, InterruptedException {
    return send(conversation, content, noor.ids.next(), null);
  }

  Answer send(UUID conversation, String content, UUID command, @Nullable UUID replyTo)
      throws IOException, InterruptedException {
    String quoted = replyTo == null ? "" : ",\"replyTo\":\"" + replyTo + "\"";
    return as(
        Role.AGENT,
        "POST",
        conversation + "/messages",
        "{\"commandId\":\"%s\",\"content\":%s%s}".formatted(command, content, quoted));
  }

  /// Lets the outbox send all it may.
  void deliver() throws InterruptedException {
    house.sendDue(outbox);
  }

  /// What the Graph API heard last.
  JsonNode lastHeard() {
    return graph.heard().getLast().body();
  }

  /// The customer's newest message.
  UUID lastOf(UUID conversation) {
    return shown(conversation).stream()
        .filter(message -> message.status() == null)
        .findFirst()
        .orElseThrow()
        .id();
  }

  /// The thread, the newest message first.
  List<MessageDetails> shown(UUID conversation) {
    return noor.in(transaction ->
        conversations
            .transcript()
            .messages(transaction, noor.restaurantId, conversation, null, 50));
  }

  private static String uploaded(UUID restaurantId, String phoneNumberId, UUID mediaId) {
    return "uploaded-" + mediaId;
  }

  @Override
  public void close() {
    server.close();
    house.close();
  }

  /// One template that always fits.
  private static final class OneTemplate implements Templates {
    @Override
    public List<FittingTemplate> fitting(
        Transaction transaction, UUID restaurantId, UUID conversationId) {
      return List.of(READY);
    }

    @Override
    public Optional<MessageContent.Template> standIn(
        Transaction transaction,
        UUID restaurantId,
        UUID conversationId,
        Occasion occasion,
        Language language) {
      return occasion.name().equals("order.ready")
          ? Optional.of(
              new MessageContent.Template(
                  READY.name(),
                  READY.language(),
                  READY.category(),
                  null,
                  List.of(
                      new MessageContent.TemplateParameter(
                          null, String.valueOf(occasion.facts().get("order_no")))),
                  List.of(),
                  "طلبك جاهز"))
          : Optional.empty();
    }
  }
}
