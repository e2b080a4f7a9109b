package com.crmres.desktop.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.conversation.Note;
import com.crmres.common.conversation.ReplyRequest;
import com.crmres.common.conversation.Sender;
import com.crmres.common.conversation.WriteNoteRequest;
import com.crmres.common.kitchen.KitchenAction;
import com.crmres.common.kitchen.KitchenCommandRequest;
import com.crmres.common.kitchen.KitchenTicket;
import com.crmres.common.menu.AvailabilityRequest;
import com.crmres.common.menu.MenuDetails;
import com.crmres.common.ordering.ChangeOrderRequest;
import com.crmres.common.ordering.OrderAction;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.desktop.FakeServer;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import com.crmres.desktop.connection.HttpServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.util.WaitForAsyncUtils;

/// A shift by script, with the network cut at each of its steps in each way that it can be cut: it
/// ends as if nothing had been.
class CutShiftTest {

  private static final UUID BRANCH = World.OLAYA.id();
  private static final UUID AHMED = World.id("conversation " + World.AHMED.name());
  private static final Clock CLOCK = Clock.fixed(World.NOW, ZoneOffset.UTC);

  /// How the network goes.
  enum Cut {
    /// The request never arrives.
    BEFORE,
    /// What was asked is done, and nobody hears of it.
    AFTER,
    /// Nothing is under way.
    BETWEEN
  }

  @TempDir private Path folder;

  private static final List<Consumer<Hand>> SCRIPT =
      List.of(
          hand -> hand.order("A-90", OrderAction.ACKNOWLEDGE),
          hand -> hand.order("A-90", OrderAction.ACCEPT),
          hand -> hand.say("r1", "طلبك انقبل"),
          hand -> hand.order("A-90", OrderAction.START_PREPARING),
          hand -> hand.note("n1", "يفضل الباب الخلفي"),
          Hand::bump,
          hand -> hand.order("A-90", OrderAction.MARK_READY),
          Hand::soldOut,
          hand -> hand.say("r2", "طلبك جاهز"),
          hand -> hand.order("A-91", OrderAction.ACCEPT));

  /// Somebody who does what the script says, with or without network.
  private static final class Hand {

    private final KeepingApi api;
    private final Map<String, Long> versions = new TreeMap<>();
    private final Restaurant restaurant;
    private final KitchenTicket ticket;

    Hand(KeepingApi api, Restaurant restaurant) {
      this.api = api;
      this.restaurant = restaurant;
      this.ticket =
          restaurant.kitchen().open(null).stream()
              .filter(one -> one.number().equals("A-31"))
              .findFirst()
              .orElseThrow();
    }

    /// The version is the one that was seen last: without network that is an old one.
    void order(String number, OrderAction action) {
      UUID id = id(restaurant, number);
      long version = versions.computeIfAbsent(number, any -> restaurant.order(id).version());
      Integer minutes = action == OrderAction.ACCEPT ? 15 : null;
      kept(() -> {
        var after =
            api.changeOrder(
                id,
                new ChangeOrderRequest(World.id(number + action), action, version, null, minutes));
        versions.put(number, after.version());
      });
    }

    void say(String command, String words) {
      kept(() -> api.reply(AHMED, new ReplyRequest(World.id(command), words)));
    }

    void note(String command, String words) {
      kept(() ->
          api.notes().write(AHMED, new WriteNoteRequest(World.id(command), words, List.of())));
    }

    void bump() {
      kept(() ->
          api.kitchen()
              .command(
                  ticket.id(),
                  new KitchenCommandRequest(
                      World.id("bump"), KitchenAction.BUMP, ticket.version(), null, null, null)));
    }

    void soldOut() {
      kept(() ->
          api.menu().availability(World.id("item Pepsi"), new AvailabilityRequest(BRANCH, false)));
    }

    private static void kept(Runnable deed) {
      try {
        deed.run();
      } catch (ServerFailure failure) {
        assertThat(failure.kind()).isEqualTo(ServerFailure.Kind.KEPT);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsAsIfTheNetworkHadNeverGone(Cut cut) throws Exception {
    String undisturbed = shift(-1, cut, folder.resolve("undisturbed"));

    for (int step = 0; step < SCRIPT.size(); step++) {
      assertThat(shift(step, cut, folder.resolve(cut + "-" + step)))
          .as("%s step %d", cut, step)
          .isEqualTo(undisturbed);
    }
  }

  /// @param cutAt the step at which the network goes; it is back three steps later
  private static String shift(int cutAt, Cut cut, Path folder) throws Exception {
    Restaurant restaurant = restaurant();
    try (FakeServer server = new FakeServer(restaurant, CLOCK);
        ExecutorService background = Executors.newSingleThreadExecutor()) {
      var api = new HttpServerApi(server.uri(), CLOCK, () -> "ar");
      var _ = api.signIn(World.SARAH.email(), FakeServer.PASSWORD);
      var stores = new QueueFolder(folder, UUID::randomUUID);
      CommandStore store = stores.of(World.SARAH.id(), server.uri());
      try (CommandQueue queue = new CommandQueue(store, api, background, Runnable::run, CLOCK)) {
        Hand hand =
            new Hand(
                new KeepingApi(
                    api, queue, BRANCH, stores.device(), "سارة", UUID::randomUUID, CLOCK),
                restaurant);
        for (int step = 0; step < SCRIPT.size(); step++) {
          if (step == cutAt) {
            cut(server, cut);
          }
          SCRIPT.get(step).accept(hand);
          if (step == cutAt + 3) {
            server.putCableBack();
            queue.handOver();
          }
        }
        server.putCableBack();
        WaitForAsyncUtils.waitFor(
            60,
            TimeUnit.SECONDS,
            () -> {
              queue.handOver();
              return store.read().isEmpty();
            });
        return state(restaurant);
      }
    }
  }

  private static void cut(FakeServer server, Cut cut) {
    switch (cut) {
      case BEFORE -> server.loseTheNextRequest();
      case BETWEEN -> server.pullOutCable();
      case AFTER -> server.loseTheNextAnswer();
    }
  }

  private static Restaurant restaurant() {
    Restaurant restaurant = Restaurant.evening(CLOCK);
    restaurant.place(World.order("A-90", World.REEM, OrderStatus.PENDING, World.NOW));
    restaurant.place(World.order("A-91", World.FAHD, OrderStatus.PENDING, World.NOW));
    return restaurant;
  }

  /// All that the script touched, as the server has it, without ids of its own making.
  private static String state(Restaurant restaurant) {
    List<String> said =
        restaurant.messages(AHMED).stream()
            .filter(message -> message.sender() == Sender.STAFF)
            .map(MessageDetails::content)
            .map(WordRules::text)
            .toList();
    List<String> notes = restaurant.handling().notes(AHMED).stream().map(Note::text).toList();
    List<String> open =
        restaurant.kitchen().open(null).stream()
            .map(ticket -> ticket.number() + ticket.stationId())
            .sorted()
            .toList();
    List<String> gone =
        restaurant.menu().menu(BRANCH).categories().stream()
            .flatMap(category -> category.items().stream())
            .filter(item -> !item.available())
            .map(MenuDetails.Item::name)
            .map(name -> name.en())
            .toList();
    return String.join(
        "\n",
        restaurant.order(id(restaurant, "A-90")).status().name(),
        restaurant.order(id(restaurant, "A-91")).status().name(),
        said.toString(),
        notes.toString(),
        open.toString(),
        gone.toString());
  }

  private static UUID id(Restaurant restaurant, String number) {
    return restaurant.orders().stream()
        .filter(order -> order.number().equals(number))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
