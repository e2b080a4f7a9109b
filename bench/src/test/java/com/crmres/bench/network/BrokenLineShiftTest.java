package com.crmres.bench.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.bench.house.House;
import com.crmres.bench.shop.Shop;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.desktop.connection.HttpServerApi;
import com.crmres.desktop.connection.ServerFailure;
import com.crmres.desktop.queue.CommandQueue;
import com.crmres.desktop.queue.CommandStore;
import com.crmres.desktop.queue.KeepingApi;
import com.crmres.desktop.queue.QueueFolder;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A scripted shift at a real server and real conversations, with the line broken at each step in
/// each way: every order ends as the one that nothing happened to, and nothing is doubled.
@SuppressWarnings("NullAway.Init") // opened before all tests
class BrokenLineShiftTest {

  private static final Clock CLOCK = Clock.systemUTC();

  private static Shop shop;

  @TempDir private Path folder;

  @BeforeAll
  static void open() throws Exception {
    shop = new Shop();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /// How the line goes.
  enum Cut {
    NEVER,
    BEFORE,
    AFTER,
    BETWEEN
  }

  /// One who serves one order through the queue.
  private static final class Hand {

    private final KeepingApi api;
    private final OrderSummary order;
    private long version;

    Hand(KeepingApi api, OrderSummary order) {
      this.api = api;
      this.order = order;
      this.version = order.version();
    }

    void move(OrderAction action) {
      Integer minutes = action == OrderAction.ACCEPT ? 15 : null;
      var request = new ChangeOrderRequest(UUID.randomUUID(), action, version, null, minutes);
      kept(() -> version = api.changeOrder(order.id(), request).version());
    }

    void say(String words) {
      kept(() -> api.reply(order.conversationId(), new ReplyRequest(UUID.randomUUID(), words)));
    }

    void note(String words) {
      var request = new WriteNoteRequest(UUID.randomUUID(), words, List.of());
      kept(() -> api.notes().write(order.conversationId(), request));
    }

    void soldOut(UUID item) {
      kept(() -> api.menu().availability(item, new AvailabilityRequest(shop.olaya, false)));
    }

    private static void kept(Runnable deed) {
      try {
        deed.run();
      } catch (ServerFailure failure) {
        assertThat(failure.kind()).isEqualTo(ServerFailure.Kind.KEPT);
      }
    }
  }

  private static final int STEPS = 8;

  private static void step(int step, Hand hand, UUID item) {
    switch (step) {
      case 0 -> hand.move(OrderAction.ACKNOWLEDGE);
      case 1 -> hand.move(OrderAction.ACCEPT);
      case 2 -> hand.say("طلبك عندنا");
      case 3 -> hand.move(OrderAction.START_PREPARING);
      case 4 -> hand.note("يفضل الباب الخلفي");
      case 5 -> hand.soldOut(item);
      case 6 -> hand.move(OrderAction.MARK_READY);
      case 7 -> hand.say("حياك الله");
      default -> throw new IllegalArgumentException("no step " + step);
    }
  }

  @Test
  void endsAsTheUndisturbedOneWhereverTheLineBreaks() throws Exception {
    try (Line line = new Line(shop.server.url());
        ExecutorService background = Executors.newSingleThreadExecutor()) {
      var api = new HttpServerApi(line.url(), CLOCK, () -> "ar");
      UUID me = api.signIn(House.OWNER, House.STAFF_PASSWORD).id();
      var stores = new QueueFolder(folder, UUID::randomUUID);
      try (CommandStore store = stores.of(me, line.url());
          CommandQueue queue = new CommandQueue(store, api, background, Runnable::run, CLOCK)) {
        var keeping =
            new KeepingApi(
                api, queue, shop.olaya, stores.device(), "سارة", UUID::randomUUID, CLOCK);
        String undisturbed = shift(line, keeping, store, queue, 0, Cut.NEVER);
        assertThat(undisturbed).contains("ready");
        for (int at = 0; at < STEPS; at++) {
          for (Cut cut : List.of(Cut.BEFORE, Cut.AFTER, Cut.BETWEEN)) {
            assertThat(shift(line, keeping, store, queue, at, cut))
                .as("step %d, %s", at, cut)
                .isEqualTo(undisturbed);
          }
        }
      }
    }
  }

  private static String shift(
      Line line, KeepingApi api, CommandStore store, CommandQueue queue, int at, Cut cut)
      throws Exception {
    OrderSummary order = shop.order();
    UUID item = anItem();
    Hand hand = new Hand(api, order);
    for (int step = 0; step < STEPS; step++) {
      if (step == at) {
        cut(line, cut);
      }
      step(step, hand, item);
      if (step == at + 2) {
        line.mend();
        queue.handOver();
      }
    }
    line.mend();
    Shop.until(
        "an empty queue",
        () -> {
          queue.handOver();
          return store.read().isEmpty();
        });
    String state = state(order, item);
    api.menu().availability(item, new AvailabilityRequest(shop.olaya, true));
    return state;
  }

  private static void cut(Line line, Cut cut) {
    switch (cut) {
      case NEVER -> {}
      case BEFORE -> line.breaksAt(Line.Break.AT_A_REQUEST);
      case AFTER -> line.breaksAt(Line.Break.AT_AN_ANSWER);
      case BETWEEN -> line.breakNow();
    }
  }

  /// All that the script touched, as the server has it.
  private static String state(OrderSummary order, UUID item) throws Exception {
    List<String> moves = new ArrayList<>();
    for (JsonNode step : items("/v1/orders/" + order.id() + "/events")) {
      moves.add(step.path("move").asText() + ":" + step.path("to").asText());
    }
    List<String> said = new ArrayList<>();
    String thread = "/v1/conversations/" + order.conversationId();
    for (JsonNode message : items(thread + "/messages?limit=200")) {
      if (message.path("sender").asText().equals("staff")) {
        said.add(message.path("content").path("text").asText());
      }
    }
    Collections.reverse(said);
    List<String> notes = new ArrayList<>();
    items(thread + "/notes").forEach(note -> notes.add(note.path("text").asText()));
    return String.join(
        "\n",
        shop.status(order.id()).wireName(),
        moves.toString(),
        said.toString(),
        notes.toString(),
        Boolean.toString(isSold(item)));
  }

  private static UUID anItem() throws Exception {
    List<String> ids = new ArrayList<>();
    menu()
        .forEach(
            category -> category.path("items").forEach(item -> ids.add(item.path("id").asText())));
    return UUID.fromString(ids.getLast());
  }

  private static boolean isSold(UUID item) throws Exception {
    boolean sold = false;
    for (JsonNode category : menu()) {
      for (JsonNode one : category.path("items")) {
        sold |=
            one.path("id").asText().equals(item.toString()) && one.path("available").asBoolean();
      }
    }
    return sold;
  }

  private static JsonNode menu() throws Exception {
    return shop.call("GET", "/v1/menu?branch=" + shop.olaya, null).path("categories");
  }

  private static JsonNode items(String path) throws Exception {
    return shop.call("GET", path, null).path("items");
  }
}
