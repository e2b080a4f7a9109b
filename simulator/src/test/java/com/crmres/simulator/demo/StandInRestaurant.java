package com.crmres.simulator.demo;

import com.crmres.common.conversation.Answerer;
import com.crmres.common.conversation.ConversationStatus;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.common.identity.Role;
import com.crmres.common.identity.Session;
import com.crmres.common.identity.StaffMember;
import com.crmres.common.live.LiveFrame;
import com.crmres.common.live.LivePosition;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.money.Money;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.restaurant.BranchSummary;
import com.crmres.common.restaurant.LocalizedText;
import com.crmres.common.wire.Json;
import com.crmres.common.wire.Page;
import com.crmres.simulator.GraphClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.websocket.WsRouting;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A toy of a server with the real one's interface: a process that the demo can start and stop.
public final class StandInRestaurant implements HttpService {

  private static final UUID ITEM = new UUID(2, 2);

  private final StandInBook book = new StandInBook();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final GraphClient graph;

  private StandInRestaurant() {
    graph = new GraphClient(URI.create(env("WHATSAPP_GRAPH_URL")), env("WHATSAPP_ACCESS_TOKEN"));
  }

  public static void main(String[] arguments) throws IOException {
    Path life = Path.of(env("CRM_DATA_DIR"), "dies-once");
    if (Files.deleteIfExists(life)) {
      System.exit(9);
    }
    var restaurant = new StandInRestaurant();
    WebServer.builder()
        .port(Integer.parseInt(env("CRM_PORT")))
        .routing(HttpRouting.builder().register("/v1", restaurant))
        .addRouting(WsRouting.builder().endpoint("/v1/live", () -> restaurant.new Ear()))
        .build()
        .start();
    WebServer.builder()
        .port(Integer.parseInt(env("CRM_ADMIN_PORT")))
        .routing(HttpRouting.builder().get("/observe/health/ready", (in, out) -> out.send("UP")))
        .build()
        .start();
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/webhooks/whatsapp", (in, out) -> out.send(in.query().get("hub.challenge")))
        .post(
            "/webhooks/whatsapp",
            (in, out) -> {
              take(Json.MAPPER.readTree(in.content().as(byte[].class)));
              out.send("");
            })
        .post("/auth/sign-in", (in, out) -> out.send(Json.write(session())))
        .get("/branches", (in, out) -> out.send(Json.write(page(List.of(branch())))))
        .get("/menu", (in, out) -> out.send(Json.write(menu())))
        .get(
            "/live/position",
            (in, out) -> out.send(Json.write(new LivePosition(Integer.toString(book.position())))))
        .get(
            "/conversations",
            (in, out) -> out.send(Json.write(page(book.search(in.query().get("search"))))))
        .get(
            "/conversations/{id}/messages",
            (in, out) -> out.send(Json.write(page(book.thread(id(in))))))
        .post("/conversations/{id}/take-over", (in, out) -> out.send(turned(in, true)))
        .post("/conversations/{id}/hand-back", (in, out) -> out.send(turned(in, false)))
        .post("/conversations/{id}/replies", (in, out) -> out.send(replied(in)))
        .get("/orders/{id}", (in, out) -> out.send(Json.write(book.order(id(in)))))
        .post("/orders/{id}/changes", (in, out) -> out.send(changed(in)));
  }

  private void take(JsonNode delivery) {
    for (JsonNode value : delivery.findValues("value")) {
      String name = value.at("/contacts/0/profile/name").asText();
      for (JsonNode message : value.path("messages")) {
        if (seen.add(message.path("id").asText())) {
          Thread.ofVirtual().start(() -> hear(message, name));
        }
      }
    }
  }

  private void hear(JsonNode message, String name) {
    String phone = message.path("from").asText();
    JsonNode tapped = message.path("interactive").path("button_reply");
    String words = message.path("text").path("body").asText(tapped.path("title").asText());
    book.add(phone, name, Sender.CUSTOMER, words);
    if (tapped.has("id")) {
      OrderSummary order = book.place(phone);
      say(phone, name, Sender.AI, "تم، طلبك رقم " + order.number());
    } else if (words.contains("اكلم") || words.contains("احكي")) {
      say(phone, name, Sender.AI, "أبشر، أحوّلك لزميلي");
      book.answeredBy(phone, ConversationStatus.ESCALATED, Answerer.STAFF);
    } else if (words.contains("برجر") || words.contains("burger") || words.contains("منيو")) {
      readBack(phone, name);
    } else {
      say(phone, name, Sender.AI, "حياك الله");
    }
  }

  private void say(String phone, String name, Sender sender, String text) {
    UUID id = book.add(phone, name, sender, text).id();
    try {
      graph.text(phone, text, id.toString());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void readBack(String phone, String name) {
    UUID id = book.add(phone, name, Sender.AI, "هل الطلب صحيح؟").id();
    ObjectNode message = Json.MAPPER.createObjectNode().put("messaging_product", "whatsapp");
    message.put("to", phone).put("type", "interactive");
    message.put("biz_opaque_callback_data", id.toString());
    ObjectNode interactive = message.putObject("interactive").put("type", "button");
    interactive.putObject("body").put("text", "هل الطلب صحيح؟");
    var button = interactive.putObject("action").putArray("buttons").addObject();
    button.put("type", "reply").putObject("reply").put("id", "confirm").put("title", "تأكيد");
    try {
      graph.send(message);
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private String changed(ServerRequest request) {
    var change = Json.read(request.content().as(String.class), ChangeOrderRequest.class);
    OrderSummary order = book.move(id(request), change.action());
    if (change.action() == OrderAction.ACCEPT) {
      String phone = String.valueOf(order.customer().phone());
      say(phone, order.customer().name(), Sender.AI, "قبل الفرع طلبك " + order.number());
    }
    return Json.write(order);
  }

  private String replied(ServerRequest request) {
    var reply = Json.read(request.content().as(String.class), ReplyRequest.class);
    var customer = book.conversation(id(request)).customer();
    say(String.valueOf(customer.phone()), customer.name(), Sender.STAFF, reply.text());
    return Json.write(book.thread(id(request)).getFirst());
  }

  private String turned(ServerRequest request, boolean toStaff) {
    String phone = String.valueOf(book.conversation(id(request)).customer().phone());
    Answerer answerer = toStaff ? Answerer.STAFF : Answerer.ASSISTANT;
    book.answeredBy(phone, ConversationStatus.ACTIVE, answerer);
    return Json.write(book.conversation(id(request)));
  }

  private static UUID id(ServerRequest request) {
    return UUID.fromString(request.path().pathParameters().get("id"));
  }

  private static <T> Page<T> page(List<T> items) {
    return new Page<>(items, null);
  }

  private static BranchSummary branch() {
    LocalizedText name = new LocalizedText("العليا", "Olaya");
    return new BranchSummary(StandInBook.BRANCH, name, name, "Asia/Riyadh", true);
  }

  private static MenuDetails menu() {
    LocalizedText name = new LocalizedText("برجر دجاج", "chicken burger");
    var item = new MenuDetails.Item(ITEM, name, new Money(2300), true);
    return new MenuDetails(
        StandInBook.BRANCH, List.of(new MenuDetails.Category(ITEM, name, List.of(item))));
  }

  private static Session session() {
    var staff =
        new StaffMember(
            ITEM, ITEM, "Owner", "o@x.example", Role.OWNER, List.of(StandInBook.BRANCH));
    return new Session("token", Instant.now().plusSeconds(900), "refresh", staff);
  }

  private static String env(String name) {
    return System.getenv().getOrDefault(name, "");
  }

  /// One staff screen; it is told everything from the beginning of this server's life.
  private final class Ear implements WsListener {

    @Override
    public void onOpen(WsSession session) {
      Thread.ofVirtual().start(() -> tell(session));
    }

    private void tell(WsSession session) {
      int position = 0;
      try {
        while (true) {
          for (LiveFrame.Happened event : book.eventsFrom(position)) {
            session.send(Json.MAPPER.writerFor(LiveFrame.class).writeValueAsString(event), true);
            position++;
          }
          Thread.sleep(10);
        }
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
