package com.crmres.server.handling;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.ConversationCounts;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.ExportRequest;
import com.crmres.common.conversation.ExportedMessage;
import com.crmres.common.conversation.FilledReply;
import com.crmres.common.conversation.MessageContent;
import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.Priority;
import com.crmres.common.conversation.Sender;
import com.crmres.common.identity.Colleague;
import com.crmres.common.identity.Role;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.conversation.ConversationRoutes;
import com.crmres.server.http.RunningServer;
import com.crmres.server.http.RunningServer.Answer;
import com.crmres.server.identity.RouteRights;
import com.crmres.server.identity.RouteRights.Route;
import com.crmres.server.menu.Menus;
import com.crmres.server.ordering.Orders;
import com.crmres.server.ordering.cart.Carts;
import com.crmres.server.restaurant.Restaurants;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What staff arrange among themselves, over HTTP and on a real database.
class HandlingTest {

  private static final String SARA = "966551230001";
  private static final Set<Role> SPEAKERS = Set.of(Role.OWNER, Role.MANAGER, Role.AGENT);
  private static final Set<Role> KEEPERS = Set.of(Role.OWNER, Role.MANAGER, Role.AUDITOR);
  private static final Set<Role> READERS =
      Set.of(Role.OWNER, Role.MANAGER, Role.AGENT, Role.AUDITOR);

  private final NoorHouse noor = new NoorHouse();
  private final RunningServer server = server();
  private final Set<Role> hired = EnumSet.noneOf(Role.class);

  @AfterEach
  void stop() {
    server.close();
    noor.close();
  }

  @Test
  void whatSleepsIsOutOfSightUntilItsTimeOrUntilTheCustomerWrites() throws Exception {
    UUID conversation = noor.receive(SARA, "hello");
    post(conversation, "snooze", "{\"minutes\":120}", 200);
    assertThat(listed("asleep=false")).isEmpty();
    assertThat(listed("asleep=true")).containsExactly(conversation);

    noor.clock.forward(Duration.ofHours(3));
    assertThat(listed("asleep=false")).containsExactly(conversation);

    post(conversation, "snooze", "{\"minutes\":1440}", 200);
    noor.receive(SARA, "are you there?");
    assertThat(listed("asleep=false")).containsExactly(conversation);
    assertThat(noor.conversation(conversation).handling().snoozedUntil()).isNull();
  }

  @Test
  void nobodySleepsIntoThePastOrForMonths() throws Exception {
    UUID conversation = noor.receive(SARA, "hello");

    for (int minutes : List.of(-1, 0, 43_201)) {
      post(conversation, "snooze", "{\"minutes\":" + minutes + "}", 400);
    }
    assertThat(noor.conversation(conversation).handling().snoozedUntil()).isNull();
  }

  @Test
  void whatIsUrgentAndWhatItIsAboutCanBeListed() throws Exception {
    UUID conversation = noor.receive(SARA, "hello");
    noor.receive("966551230002", "hi");

    post(conversation, "priority", "{\"priority\":\"urgent\"}", 200);
    post(conversation, "labels", "{\"add\":[\"شكوى\",\" vip \"],\"remove\":[]}", 200);

    assertThat(listed("priority=urgent,high")).containsExactly(conversation);
    assertThat(listed("label=vip")).containsExactly(conversation);
    assertThat(get(Role.AGENT, "/v1/labels").response().body()).contains("vip", "شكوى");
    ConversationSummary now = noor.conversation(conversation);
    assertThat(now.handling().priority()).isEqualTo(Priority.URGENT);
    assertThat(now.handling().labels()).containsExactly("vip", "شكوى");
  }

  @Test
  void whatIsMarkedStandsAsUnreadUntilSomebodyMarksItAsReadOrAnswers() throws Exception {
    UUID conversation = noor.receive(SARA, "hello");
    post(conversation, "unread", "{\"unread\":false}", 200);
    assertThat(noor.conversation(conversation).unread()).isZero();

    post(conversation, "unread", "{\"unread\":true}", 200);
    assertThat(noor.conversation(conversation).unread()).isEqualTo(1);

    post(conversation, "unread", "{\"unread\":true}", 200);
    assertThat(noor.conversation(conversation).unread()).isEqualTo(1);
  }

  @Test
  void whatWasSaidLeavesTheHouseOldestFirstAndOnlyOfBranchesThatOneSees() throws Exception {
    UUID ours = noor.receive(SARA, "hello");
    noor.receive(SARA, "are you there?");
    UUID theirs = noor.receive("966551230002", "hi");
    belongsTo(theirs, noor.staff.malaz);

    List<ExportedMessage> taken =
        items(
            send(Role.MANAGER, "POST", "/v1/conversation-exports", export(ours)),
            ExportedMessage.class);
    assertThat(taken).extracting(ExportedMessage::text).containsExactly("hello", "are you there?");
    assertThat(taken).extracting(ExportedMessage::phone).containsOnly(SARA);

    assertThat(
            send(Role.MANAGER, "POST", "/v1/conversation-exports", export(ours, theirs)).status())
        .isEqualTo(404);
    assertThat(send(Role.OWNER, "POST", "/v1/conversation-exports", export()).status())
        .isEqualTo(400);
  }

  private static String export(UUID... conversations) {
    return Json.write(new ExportRequest(List.of(conversations)));
  }

  @Test
  void twoWhoLabelAtOnceLoseNothing() throws Exception {
    UUID conversation = noor.receive(SARA, "hello");
    authorization(Role.AGENT);
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        String label = "l" + i;
        all.add(
            hands.submit(() -> {
              post(conversation, "labels", "{\"add\":[\"" + label + "\"],\"remove\":[]}", 200);
              return null;
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(noor.conversation(conversation).handling().labels()).hasSize(10);
    post(conversation, "labels", "{\"add\":[\"one too many\"],\"remove\":[]}", 400);
    post(conversation, "labels", "{\"add\":[\"" + "x".repeat(31) + "\"],\"remove\":[]}", 400);
  }

  @Test
  void aConversationIsGivenToAColleagueWhoSeesItAndToNobodyElse() throws Exception {
    UUID conversation = noor.receive(SARA, "hello");
    Colleague agent = colleague(Role.AGENT);
    Colleague auditor = colleague(Role.AUDITOR);

    post(conversation, "assign", "{\"staffId\":\"" + agent.id() + "\"}", 200);
    assertThat(noor.conversation(conversation).assigneeName()).isEqualTo(agent.name());
    assertThat(noor.conversation(conversation).leftToAssistant()).isFalse();
    assertThat(listed("assignee=" + agent.id())).containsExactly(conversation);

    post(conversation, "assign", "{\"staffId\":\"" + auditor.id() + "\"}", 400);
    post(conversation, "assign", "{\"staffId\":\"" + noor.ids.next() + "\"}", 400);
    belongsTo(conversation, noor.staff.malaz);
    assertThat(
            send(
                    Role.OWNER,
                    "POST",
                    "/v1/conversations/" + conversation + "/assign",
                    "{\"staffId\":\"" + agent.id() + "\"}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void theTabsSayHowManyStandUnderThem() throws Exception {
    UUID mine = noor.receive(SARA, "1");
    noor.receive("966551230002", "2");
    UUID sleeps = noor.receive("966551230003", "3");
    Colleague agent = colleague(Role.AGENT);
    post(mine, "assign", "{\"staffId\":\"" + agent.id() + "\"}", 200);
    post(sleeps, "snooze", "{\"minutes\":60}", 200);

    assertThat(get(Role.AGENT, "/v1/conversation-counts").as(ConversationCounts.class))
        .isEqualTo(new ConversationCounts(1, 0, 1, 0, 2, 1));
    assertThat(get(Role.OWNER, "/v1/conversation-counts").as(ConversationCounts.class).mine())
        .isZero();
    assertThat(get(Role.AGENT, "/v1/conversation-counts?branch=" + noor.staff.malaz).status())
        .isEqualTo(403);
  }

  @Test
  void aNoteIsForColleaguesOnlyAndIsWrittenOnce() throws Exception {
    UUID conversation = noor.receive(SARA, "hello");
    Colleague owner = colleague(Role.OWNER);
    String body = note("ask \\u0661 manager", owner.id());

    Note written = send(Role.AGENT, "POST", notes(conversation), body).as(Note.class);
    assertThat(send(Role.AGENT, "POST", notes(conversation), body).as(Note.class))
        .isEqualTo(written);

    assertThat(notesOf(conversation)).containsExactly(written);
    assertThat(noor.conversation(conversation).handling().notes()).isEqualTo(1);
    assertThat(noor.said(conversation, Sender.STAFF)).isEmpty();
    long outgoing =
        noor.in(transaction ->
            transaction.sql("select count(*) as n from outbox").one(row -> row.number("n")));
    assertThat(outgoing).isZero();
    assertThat(calls(Role.OWNER)).containsExactly(written);
    assertThat(calls(Role.AGENT)).isEmpty();

    send(Role.OWNER, "POST", "/v1/me/mentions/" + written.id() + "/seen", null);
    assertThat(calls(Role.OWNER)).isEmpty();
  }

  @Test
  void whatWasNotedIsTakenAwayByItsAuthorOrAManager() throws Exception {
    UUID conversation = noor.receive(SARA, "hello");
    Colleague agent = colleague(Role.AGENT);
    Note ofOwner =
        send(Role.OWNER, "POST", notes(conversation), note("secret", agent.id())).as(Note.class);

    assertThat(send(Role.AGENT, "DELETE", notes(conversation) + "/" + ofOwner.id(), null).status())
        .isEqualTo(403);
    assertThat(send(Role.OWNER, "DELETE", notes(conversation) + "/" + ofOwner.id(), null).status())
        .isEqualTo(204);

    assertThat(notesOf(conversation)).allMatch(note -> note.withdrawn() && note.text().isEmpty());
    assertThat(calls(Role.AGENT)).isEmpty();
    assertThat(noor.conversation(conversation).handling().notes()).isZero();
  }

  @Test
  void badNotesAreRefusedWholeWithEveryFault() throws Exception {
    UUID conversation = noor.receive(SARA, "hello");

    Answer refused = send(Role.AGENT, "POST", notes(conversation), note(" ", noor.ids.next()));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.response().body()).contains("text", "mentions[0]");
    assertThat(notesOf(conversation)).isEmpty();
  }

  @Test
  void aReadyReplyIsFilledWithWhatIsKnownAndSaysWhatIsNot() throws Exception {
    UUID conversation = noor.receive(SARA, "سارة", new MessageContent.Text("hello"));
    UUID id = noor.ids.next();

    assertThat(save(id, "hi", "هلا {name}، طلبك {order} 100$", "Hi {name}, {order}", 0))
        .isEqualTo(200);
    FilledReply filled = filled(conversation).getFirst();

    assertThat(filled.text()).isEqualTo("هلا سارة، طلبك {order} 100$");
    assertThat(filled.missing()).containsExactly("order");
  }

  @Test
  void readyRepliesAreChangedAsTheyWereSeenAndOnlyWithWhatCanBeFilled() throws Exception {
    UUID id = noor.ids.next();
    assertThat(save(id, "hi", "هلا", "Hi", 0)).isEqualTo(200);

    assertThat(save(id, "hi", "مرحبا", "Hello", 0)).isEqualTo(409);
    assertThat(save(id, "hi", "مرحبا", "Hello", 1)).isEqualTo(200);
    assertThat(save(id, "hi", "لا", "No", 1)).isEqualTo(409);
    assertThat(save(noor.ids.next(), "hi", "هلا", "Hi", 0)).isEqualTo(400);
    assertThat(save(noor.ids.next(), "bad one", "{price}", "", 0)).isEqualTo(400);
    assertThat(save(noor.ids.next(), "gone", "هلا", "Hi", 3)).isEqualTo(409);
    assertThat(send(Role.OWNER, "DELETE", "/v1/ready-replies/" + id, null).status()).isEqualTo(204);
    assertThat(get(Role.AGENT, "/v1/ready-replies").response().body()).contains("\"items\":[]");
  }

  @Test
  void everyPathIsForItsRolesOnly() throws Exception {
    String thread = "/v1/conversations/" + noor.receive(SARA, "hello");
    Set<Role> managers = Set.of(Role.OWNER, Role.MANAGER);
    new RouteRights(server, noor.staff)
        .hold(
            List.of(
                new Route("GET", "/v1/colleagues", null, SPEAKERS),
                new Route("GET", "/v1/labels", null, READERS),
                new Route("GET", "/v1/conversation-counts", null, READERS),
                new Route(
                    "POST",
                    thread + "/assign",
                    "{\"staffId\":\"" + noor.ids.next() + "\"}",
                    SPEAKERS),
                new Route("POST", thread + "/snooze", "{}", SPEAKERS),
                new Route("POST", thread + "/priority", "{\"priority\":\"high\"}", SPEAKERS),
                new Route("POST", thread + "/labels", "{\"add\":[],\"remove\":[]}", SPEAKERS),
                new Route("POST", thread + "/unread", "{\"unread\":true}", SPEAKERS),
                new Route("POST", "/v1/conversation-exports", export(noor.ids.next()), KEEPERS),
                new Route("POST", thread + "/writing", null, SPEAKERS),
                new Route("GET", thread + "/notes", null, READERS),
                new Route("POST", thread + "/notes", note("x"), SPEAKERS),
                new Route("DELETE", thread + "/notes/" + noor.ids.next(), null, SPEAKERS),
                new Route("GET", "/v1/me/mentions", null, SPEAKERS),
                new Route("POST", "/v1/me/mentions/" + noor.ids.next() + "/seen", null, SPEAKERS),
                new Route("GET", thread + "/ready-replies", null, SPEAKERS),
                new Route("GET", "/v1/ready-replies", null, READERS),
                new Route("PUT", "/v1/ready-replies/" + noor.ids.next(), "{}", managers),
                new Route("DELETE", "/v1/ready-replies/" + noor.ids.next(), null, managers)));
  }

  @Test
  void nothingOfAnotherBranchIsArrangedOrRead() throws Exception {
    UUID conversation = noor.receive(SARA, "hello");
    belongsTo(conversation, noor.staff.malaz);
    String thread = "/v1/conversations/" + conversation;

    assertThat(send(Role.AGENT, "GET", thread + "/notes", null).status()).isEqualTo(404);
    assertThat(send(Role.AGENT, "POST", thread + "/notes", note("x")).status()).isEqualTo(404);
    assertThat(send(Role.AGENT, "POST", thread + "/snooze", "{}").status()).isEqualTo(404);
    assertThat(send(Role.AGENT, "POST", thread + "/writing", null).status()).isEqualTo(404);
    assertThat(send(Role.AGENT, "GET", thread + "/ready-replies", null).status()).isEqualTo(404);
  }

  private void belongsTo(UUID conversation, UUID branch) {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            noor.conversations.belongsTo(transaction, noor.restaurantId, conversation, branch));
  }

  private Colleague colleague(Role role) throws IOException, InterruptedException {
    authorization(role);
    return items(get(Role.OWNER, "/v1/colleagues"), Colleague.class).stream()
        .filter(colleague -> colleague.role() == role)
        .findFirst()
        .orElseThrow();
  }

  private String note(String text, UUID... mentions) {
    return "{\"commandId\":\"%s\",\"text\":\"%s\",\"mentions\":%s}"
        .formatted(noor.ids.next(), text, Json.write(mentions));
  }

  private int save(UUID id, String shortcut, String ar, String en, long version)
      throws IOException, InterruptedException {
    String body =
        "{\"id\":\"%s\",\"shortcut\":\"%s\",\"text\":{\"ar\":\"%s\",\"en\":\"%s\"},\"version\":%d}"
            .formatted(id, shortcut, ar, en, version);
    return send(Role.OWNER, "PUT", "/v1/ready-replies/" + id, body).status();
  }

  private List<FilledReply> filled(UUID conversation) throws IOException, InterruptedException {
    return items(
        get(Role.AGENT, "/v1/conversations/" + conversation + "/ready-replies"), FilledReply.class);
  }

  private static String notes(UUID conversation) {
    return "/v1/conversations/" + conversation + "/notes";
  }

  private List<Note> notesOf(UUID conversation) throws IOException, InterruptedException {
    return items(get(Role.AGENT, notes(conversation)), Note.class);
  }

  private List<Note> calls(Role role) throws IOException, InterruptedException {
    return items(get(role, "/v1/me/mentions"), Note.class);
  }

  private List<UUID> listed(String filter) throws IOException, InterruptedException {
    return items(get(Role.OWNER, "/v1/conversations?" + filter), ConversationSummary.class).stream()
        .map(ConversationSummary::id)
        .toList();
  }

  private void post(UUID conversation, String path, String body, int status)
      throws IOException, InterruptedException {
    Answer answer =
        send(Role.AGENT, "POST", "/v1/conversations/" + conversation + "/" + path, body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
  }

  private static <T> List<T> items(Answer answer, Class<T> type) {
    List<T> items = new ArrayList<>();
    answer
        .as(JsonNode.class)
        .path("items")
        .forEach(item -> items.add(Json.read(item.toString(), type)));
    return items;
  }

  private Answer get(Role role, String path) throws IOException, InterruptedException {
    return send(role, "GET", path, null);
  }

  private Answer send(Role role, String method, String path, @Nullable String body)
      throws IOException, InterruptedException {
    String authorization = authorization(role);
    return server.send(
        method, path, body, request -> request.header("Authorization", authorization));
  }

  private synchronized String authorization(Role role) {
    if (hired.add(role)) {
      noor.staff.hire(role);
    }
    return noor.staff.authorization(role);
  }

  private RunningServer server() {
    Restaurants restaurants = new Restaurants(noor.clock);
    Orders orders =
        new Orders(
            restaurants,
            new Carts(restaurants, new Menus(noor.events), noor.clock, noor.ids),
            noor.conversations,
            noor.events,
            List.of(),
            noor.clock,
            noor.ids);
    return new RunningServer(
        noor.clock,
        _ -> false,
        routing ->
            routing.register(
                "/v1",
                new ConversationRoutes(
                    noor.database, noor.conversations, noor.changes, noor.staff.access, noor.clock),
                new HandlingRoutes(
                    noor.database,
                    noor.conversations,
                    noor.staff.staffs,
                    noor.events,
                    noor.staff.access,
                    noor.clock),
                new NoteRoutes(
                    noor.database,
                    noor.conversations,
                    noor.staff.staffs,
                    noor.events,
                    noor.staff.access,
                    noor.clock,
                    noor.ids),
                new ExportRoutes(noor.database, noor.conversations, noor.staff.access),
                new ReadyReplyRoutes(
                    noor.database, noor.conversations, orders, restaurants, noor.staff.access)));
  }
}
