package com.crmres.bench.desktop;

import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.Session;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.kitchen.KitchenStats;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.kitchen.StationPlan;
import com.crmres.common.live.LivePosition;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchMode;
import com.crmres.common.restaurant.BranchState;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.Page;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.websocket.WsRouting;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// A server with the real one's interface and as many conversations as wanted, none of which it
/// keeps: what is measured is the program, not a database.
final class Loopback implements HttpService, AutoCloseable {

  private static final String PASSWORD = "none";
  private static final int ORDERS = 40;
  private static final int THREAD_PAGE = 60;

  /// The conversation whose thread is as long as wanted.
  static final int LONG_ONE = 7;

  private final Instant now = Instant.now();
  private final Invented invented = new Invented(now);
  private final int conversations;
  private final int listPage;
  private final int longest;
  private final Rush rush;
  private final WebServer web;

  /// Opens it on a free port of this machine.
  ///
  /// @param conversations in the list
  /// @param listPage how many of them an answer has
  /// @param longest messages of one thread; others have a hundred
  /// @param eventsASecond what every live channel is told
  Loopback(int conversations, int listPage, int longest, int eventsASecond) {
    this.conversations = conversations;
    this.listPage = listPage;
    this.longest = longest;
    this.rush = new Rush(invented, Math.min(conversations, 2_000), ORDERS, eventsASecond);
    this.web =
        WebServer.builder()
            .host("127.0.0.1")
            .port(0)
            .routing(HttpRouting.builder().register("/v1", this))
            .addRouting(WsRouting.builder().endpoint("/v1/live", rush::listener))
            .build()
            .start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + web.port());
  }

  /// How many events were told.
  long told() {
    return rush.told();
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .post("/auth/sign-in", (in, out) -> answer(out, session()))
        .post("/auth/refresh", (in, out) -> answer(out, session()))
        .get("/branches", (in, out) -> answer(out, new Page<>(List.of(branch()), null)))
        .get("/branches/{id}/state", (in, out) -> answer(out, state()))
        .get("/live/position", (in, out) -> answer(out, new LivePosition("0")))
        .get("/conversations", (in, out) -> answer(out, list(in)))
        .get("/conversations/{id}/messages", (in, out) -> answer(out, thread(in)))
        .get("/conversations/{id}/suggestion", Loopback::nothing)
        .get("/conversations/{id}/handover", Loopback::nothing)
        .get("/orders", (in, out) -> answer(out, new Page<>(orders(), null)))
        .get("/menu", (in, out) -> answer(out, new MenuDetails(Invented.BRANCH, List.of())))
        .get("/kitchen/stations", (in, out) -> answer(out, stations()))
        .get("/kitchen/tickets", (in, out) -> answer(out, new Page<>(tickets(), null)))
        .get("/kitchen/stats", (in, out) -> answer(out, stats()))
        .get("/*", (in, out) -> answer(out, new Page<>(List.of(), null)))
        .any("/*", (in, out) -> out.status(Status.NO_CONTENT_204).send());
  }

  private static void answer(ServerResponse out, Object body) {
    out.header("Content-Type", "application/json");
    out.send(Json.write(body));
  }

  private static void nothing(ServerRequest in, ServerResponse out) {
    var error = new ErrorEnvelope.Body("NOT_FOUND", "none", List.of(), Instant.now(), "r");
    out.status(Status.NOT_FOUND_404);
    answer(out, new ErrorEnvelope(error));
  }

  /// Who waits is asked for beside the whole list, and stands in that as well.
  private static boolean isOfThoseWhoWait(ServerRequest in) {
    return in.query().contains("status")
        && in.query().get("status").equals(ConversationStatus.ESCALATED.wireName());
  }

  private Page<ConversationSummary> list(ServerRequest in) {
    if (isOfThoseWhoWait(in)) {
      return new Page<>(List.of(), null);
    }
    int from = in.query().contains("after") ? Integer.parseInt(in.query().get("after")) : 0;
    int to = Math.min(from + listPage, conversations);
    List<ConversationSummary> page =
        IntStream.range(from, to).mapToObj(invented::conversation).toList();
    return new Page<>(page, to < conversations ? Integer.toString(to) : null);
  }

  /// Newest first.
  private Page<MessageDetails> thread(ServerRequest in) {
    int number = Invented.number(UUID.fromString(in.path().pathParameters().get("id")));
    long all = number == LONG_ONE ? longest : 100;
    long from = in.query().contains("before") ? Long.parseLong(in.query().get("before")) : all + 1;
    long last = Math.max(1, from - THREAD_PAGE);
    List<MessageDetails> page =
        LongStream.range(last, from)
            .mapToObj(sequence -> invented.past(number, sequence, all))
            .toList()
            .reversed();
    return new Page<>(page, last > 1 ? Long.toString(last) : null);
  }

  private List<OrderSummary> orders() {
    return IntStream.range(0, ORDERS)
        .mapToObj(number ->
            Kitchenful.order(
                number,
                number < 5 ? OrderStatus.CONFIRMED : OrderStatus.PREPARING,
                now.minusSeconds(30L * number),
                1))
        .toList();
  }

  private List<KitchenTicket> tickets() {
    return IntStream.range(0, ORDERS)
        .mapToObj(number -> Kitchenful.ticket(number, true, now.minusSeconds(30L * number), 1))
        .toList();
  }

  private static StationPlan stations() {
    return new StationPlan(Invented.BRANCH, List.of(Kitchenful.GRILL), 1);
  }

  private KitchenStats stats() {
    return new KitchenStats(now, 41, 92, 640L, 5, 1, 2);
  }

  private static BranchState state() {
    return new BranchState(Invented.BRANCH, BranchMode.ONLINE, null, 0, true, true, null);
  }

  private static BranchSummary branch() {
    var name = new LocalizedText("فرع العليا", "Olaya branch");
    return new BranchSummary(Invented.BRANCH, name, name, "Asia/Riyadh", true);
  }

  private static Session session() {
    var sarah =
        new StaffMember(
            Invented.STAFF,
            new UUID(1, 9),
            "سارة العمري",
            "sarah@noor.example",
            Role.OWNER,
            List.of(Invented.BRANCH));
    return new Session("token", Instant.now().plusSeconds(86_400), PASSWORD, sarah);
  }

  @Override
  public void close() {
    rush.close();
    web.stop();
  }
}
