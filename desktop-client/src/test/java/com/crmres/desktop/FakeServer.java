package com.crmres.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.crmres.common.conversation.ReactionRequest;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.SendRequest;
import com.crmres.common.customer.MergeRequest;
import com.crmres.common.identity.RefreshRequest;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.Session;
import com.crmres.common.identity.SignInRequest;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.kitchen.HelpRequest;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.live.LivePosition;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.ordering.CartStepRequest;
import com.crmres.common.ordering.ChangeCartRequest;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.template.SendTemplateRequest;
import com.crmres.common.wire.ErrorEnvelope;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.ServerFailure;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The server of docs/api.md on loopback: REST by the JDK's server, the live channel beside it.
public final class FakeServer implements AutoCloseable {

  public static final String PASSWORD = "correct horse";

  private final Restaurant restaurant;
  private final Clock clock;
  private final HttpServer http;
  private final FakeLive live;
  private final Cable cable;
  private final AtomicInteger tokens = new AtomicInteger();
  private final AtomicInteger refreshes = new AtomicInteger();
  private final FakeFiles files;
  private final FakeMinds minds;
  private final FakeArrangements arrangements;
  private volatile StaffMember person = World.SARAH;
  private volatile String accessToken = "";
  private volatile String refreshToken = "";
  private volatile Duration tokenLife = Duration.ofMinutes(15);
  private volatile List<BranchSummary> branches = List.of(World.OLAYA, World.MALAZ);
  private final Mood mood = new Mood();

  public FakeServer(Restaurant restaurant, Clock clock) {
    this.restaurant = restaurant;
    this.clock = clock;
    this.files = new FakeFiles(restaurant.channel());
    this.minds = new FakeMinds(restaurant);
    this.arrangements = new FakeArrangements(restaurant);
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    live = new FakeLive(restaurant, clock, this::isValid);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/v1", this::answer);
    http.start();
    live.begin();
    cable = new Cable(http.getAddress().getPort(), live.getPort());
  }

  /// Where whoever signs in works.
  public void has(List<BranchSummary> theseBranches) {
    branches = theseBranches;
  }

  /// How willingly it answers.
  public Mood mood() {
    return mood;
  }

  /// Whoever signs in next has this role.
  public void signsIn(Role role) {
    person = World.staff(role);
  }

  public FakeFiles files() {
    return files;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + cable.port());
  }

  public FakeLive live() {
    return live;
  }

  public void pullOutCable() {
    cable.pullOut();
  }

  /// The next command is carried out, and nobody hears of it.
  public void loseTheNextAnswer() {
    cable.breakAtTheNextAnswer();
  }

  /// The next command does not arrive, and its sender does not know.
  public void loseTheNextRequest() {
    cable.breakAtTheNextRequest();
  }

  public void putCableBack() {
    cable.putBack();
  }

  public int refreshes() {
    return refreshes.get();
  }

  /// Makes the access token in use worthless, as a changed key would.
  public void forgetAccessToken() {
    accessToken = "forgotten";
  }

  public void endSessions() {
    accessToken = "forgotten";
    refreshToken = "forgotten";
  }

  public void tokensLive(Duration life) {
    tokenLife = life;
  }

  private boolean isValid(String header) {
    return header.equals("Bearer " + accessToken);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        mood.meet(exchange.getRequestURI().getPath());
        if (exchange.getRequestURI().getPath().startsWith("/v1/media/")) {
          checkToken(exchange);
          files.answer(exchange);
          return;
        }
        if (exchange.getRequestURI().getPath().endsWith("/receipt.pdf")) {
          checkToken(exchange);
          FakeReceipts.paper(exchange, order(exchange));
          return;
        }
        Object answer = route(exchange);
        send(exchange, answer.equals("") ? 204 : 200, answer.equals("") ? "" : Json.write(answer));
      } catch (ServerFailure failure) {
        refuse(exchange, failure);
      } finally {
        mood.answered();
      }
    }
  }

  private Object route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/v1/media")) {
      checkToken(exchange);
      return files.upload(exchange);
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    if (path.equals("/v1/auth/sign-in")) {
      return signIn(Json.read(body, SignInRequest.class));
    }
    if (path.equals("/v1/auth/refresh")) {
      return refresh(Json.read(body, RefreshRequest.class));
    }
    if (path.equals("/v1/auth/sign-out")) {
      return "";
    }
    checkToken(exchange);
    if (path.endsWith("/suggestion")
        || path.endsWith("/decision")
        || path.endsWith("/handover")
        || path.endsWith("/turns")
        || path.contains("/preferences")
        || path.startsWith("/v1/assistant/")) {
      return tell(minds.answer(exchange, body, person));
    }
    return signedIn(path, query(exchange.getRequestURI()), body);
  }

  private void checkToken(HttpExchange exchange) {
    String header =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
    if (!isValid(header)) {
      throw Restaurant.refusal("NOT_SIGNED_IN", "الرجاء تسجيل الدخول");
    }
  }

  private Object signedIn(String path, Map<String, String> query, String body) {
    String[] parts = path.split("/", -1);
    return switch (parts[2]) {
      case "branches" ->
          path.endsWith("/state")
              ? restaurant.menu().state(UUID.fromString(parts[3]))
              : path.endsWith("/prayers")
                  ? new Page<>(restaurant.menu().prayers(), null)
                  : new Page<>(branches, null);
      case "menu" -> menu(parts, query, body);
      case "kitchen" -> kitchen(parts, query, body);
      case "live" -> new LivePosition(Integer.toString(restaurant.events()));
      case "orders" -> orders(path, parts, body);
      case "conversations" -> conversations(parts, query, body);
      case "customers" -> merges(path, parts, body);
      case "templates" -> new Page<>(restaurant.channel().templates(), null);
      case "search",
          "colleagues",
          "labels",
          "conversation-counts",
          "conversation-exports",
          "ready-replies",
          "me" ->
          arrangements.answer(parts, query, body, person);
      case "channel" -> new Page<>(restaurant.channel().notices(), null);
      default -> throw Restaurant.refusal("NOT_FOUND", path);
    };
  }

  private OrderSummary order(HttpExchange exchange) {
    return restaurant.order(UUID.fromString(exchange.getRequestURI().getPath().split("/", -1)[3]));
  }

  private Object orders(String path, String[] parts, String body) {
    if (parts.length == 4) {
      return restaurant.order(UUID.fromString(parts[3]));
    }
    if (path.endsWith("/receipt")) {
      return FakeReceipts.of(restaurant.order(UUID.fromString(parts[3])));
    }
    if (path.endsWith("/events")) {
      return new Page<>(restaurant.steps(UUID.fromString(parts[3])), null);
    }
    return parts.length == 3
        ? new Page<>(restaurant.orders(), null)
        : tell(
            restaurant.change(
                UUID.fromString(parts[3]), Json.read(body, ChangeOrderRequest.class)));
  }

  private Object menu(String[] parts, Map<String, String> query, String body) {
    if (query.containsKey("choices")) {
      return restaurant.carts().menu(UUID.fromString(query.getOrDefault("branch", "")));
    }
    return parts.length == 3
        ? restaurant.menu().menu(UUID.fromString(query.getOrDefault("branch", "")))
        : restaurant
            .menu()
            .availability(UUID.fromString(parts[4]), Json.read(body, AvailabilityRequest.class));
  }

  private Object kitchen(String[] parts, Map<String, String> query, String body) {
    FakeKitchen kitchen = restaurant.kitchen();
    String station = query.get("station");
    @Nullable UUID stationId = station == null ? null : UUID.fromString(station);
    return switch (parts[3]) {
      case "stations" -> kitchen.stations(UUID.fromString(query.getOrDefault("branch", "")));
      case "tickets" ->
          parts.length == 4
              ? new Page<>(kitchen.open(stationId), null)
              : aboutTicket(kitchen, parts, body);
      case "scheduled" -> new Page<>(kitchen.scheduled(stationId), null);
      case "recall" -> new Page<>(kitchen.recall(stationId), null);
      case "orders" -> new Page<>(kitchen.orders(), null);
      case "all-day" -> new Page<>(kitchen.allDay(stationId), null);
      case "stats" -> kitchen.stats();
      case "printers" -> new Page<>(List.of(), null);
      case "help" -> kitchen.help(Json.read(body, HelpRequest.class));
      default -> throw Restaurant.refusal("NOT_FOUND", parts[3]);
    };
  }

  private Object aboutTicket(FakeKitchen kitchen, String[] parts, String body) {
    UUID id = UUID.fromString(parts[4]);
    if (parts[5].equals("prints")) {
      var _ = kitchen.print();
      return new Page<>(List.of(), null);
    }
    return tell(kitchen.command(id, Json.read(body, KitchenCommandRequest.class)));
  }

  private Object conversations(String[] parts, Map<String, String> query, String body) {
    if (parts.length == 3) {
      return new Page<>(restaurant.conversations(FakeArrangements.query(query)), null);
    }
    UUID id = UUID.fromString(parts[3]);
    if (parts.length == 4) {
      return restaurant.conversation(id);
    }
    if (parts[4].equals("cart")) {
      return cart(id, parts, body);
    }
    if (parts[4].equals("timeline")) {
      return new Page<>(restaurant.carts().timeline(id), null);
    }
    if (FakeArrangements.isOne(parts)) {
      return tell(arrangements.answer(parts, query, body, person));
    }
    if (parts.length == 7) {
      return aboutMessage(id, parts, body);
    }
    if (parts[4].equals("messages") && !body.isEmpty()) {
      return tell(restaurant.send(id, person, Json.read(body, SendRequest.class)));
    }
    return switch (parts[4]) {
      case "templates" ->
          tell(restaurant.sendTemplate(id, person, Json.read(body, SendTemplateRequest.class)));
      case "messages" ->
          new Page<>(
              restaurant.newestFirst(
                  id, Long.parseLong(query.getOrDefault("before", Long.toString(Long.MAX_VALUE)))),
              null);
      case "replies" -> tell(restaurant.reply(id, person, Json.read(body, ReplyRequest.class)));
      case "read" -> restaurant.channel().read(id);
      case "typing" -> restaurant.channel().typing(id);
      case "take-over" -> tell(restaurant.takenOver(id, person));
      case "hand-back", "resolve" -> tell(restaurant.takenOver(id, null));
      default -> throw Restaurant.refusal("NOT_FOUND", "");
    };
  }

  private Object cart(UUID id, String[] parts, String body) {
    FakeCarts carts = restaurant.carts();
    if (parts.length == 5) {
      return carts.cart(id);
    }
    return switch (parts[5]) {
      case "changes" -> carts.change(id, Json.read(body, ChangeCartRequest.class));
      case "read-back" -> carts.readBack(id, Json.read(body, CartStepRequest.class));
      case "confirm" -> carts.confirm(id, Json.read(body, CartStepRequest.class));
      case "cancel" -> carts.cancel(id, Json.read(body, CartStepRequest.class));
      default -> carts.repeat(id, Json.read(body, CartStepRequest.class));
    };
  }

  private Object merges(String path, String[] parts, String body) {
    FakeMerges merges = restaurant.merges();
    if (path.equals("/v1/customers/merge-proposals")) {
      return new Page<>(merges.proposals(), null);
    }
    String verb = parts[parts.length - 1];
    UUID id = UUID.fromString(parts[parts.length - 2]);
    if (verb.equals("orders")) {
      return new Page<>(restaurant.carts().orders(id), null);
    }
    if (verb.equals("figures")) {
      return restaurant.carts().figures(id);
    }
    return switch (verb) {
      case "dismiss" -> merges.dismiss(id);
      case "merge" -> merges.merge(id, Json.read(body, MergeRequest.class));
      case "undo" -> merges.undo(id);
      default -> throw Restaurant.refusal("NOT_FOUND", path);
    };
  }

  private Object aboutMessage(UUID conversationId, String[] parts, String body) {
    UUID messageId = UUID.fromString(parts[5]);
    return parts[6].equals("versions")
        ? new Page<>(restaurant.channel().versions(messageId), null)
        : tell(restaurant.react(conversationId, messageId, Json.read(body, ReactionRequest.class)));
  }

  /// Whatever changed is told to open screens before the caller has its answer.
  private Object tell(Object answer) {
    live.tellNews();
    return answer;
  }

  private Session signIn(SignInRequest request) {
    if (!request.password().equals(PASSWORD)) {
      throw Restaurant.refusal("WRONG_CREDENTIALS", "البريد أو كلمة المرور غير صحيحة");
    }
    return session();
  }

  private Session refresh(RefreshRequest request) {
    if (!request.refreshToken().equals(refreshToken)) {
      throw Restaurant.refusal("WRONG_CREDENTIALS", "انتهت الجلسة");
    }
    refreshes.incrementAndGet();
    return session();
  }

  private Session session() {
    int n = tokens.incrementAndGet();
    accessToken = "access-" + n;
    refreshToken = "refresh-" + n;
    return new Session(accessToken, clock.instant().plus(tokenLife), refreshToken, person);
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> parameters = new HashMap<>();
    String raw = uri.getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return parameters;
  }

  private void refuse(HttpExchange exchange, ServerFailure failure) throws IOException {
    boolean unauthorized =
        failure.code().equals("NOT_SIGNED_IN") || failure.code().equals("WRONG_CREDENTIALS");
    var error =
        new ErrorEnvelope.Body(failure.code(), failure.words(), List.of(), clock.instant(), "r1");
    send(exchange, unauthorized ? 401 : 409, Json.write(new ErrorEnvelope(error)));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    mood.willing();
    cable.close();
    live.end();
    http.stop(0);
  }
}
