package com.crmres.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crmres.common.identity.Role;
import com.crmres.common.live.LiveEvent;
import com.crmres.common.live.LiveFrame;
import com.crmres.common.live.LivePosition;
import com.crmres.common.wire.Json;
import com.crmres.server.NoorHouse;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.HttpErrors;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveFeedTest {

  private static final int MANY = 3_500;

  private final NoorHouse noor = new NoorHouse();
  private final LiveFeed feed = new LiveFeed(noor.database, Duration.ofDays(7));
  private final LiveRoutes live = new LiveRoutes(feed, noor.staff.access, noor.clock);
  private final WebServer server = server();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
  private final List<Screen> screens = new ArrayList<>();
  private final String owner = hire(Role.OWNER);

  @AfterEach
  void stop() {
    screens.forEach(Screen::close);
    http.shutdownNow();
    server.stop();
    threads.shutdownNow();
    noor.close();
  }

  @Test
  void anEventWaitsForAnOlderTransactionAndIsNotSkipped() throws Exception {
    Screen screen = screen(owner, null);
    screen.untilCaughtUp();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    CompletableFuture<Void> older =
        CompletableFuture.runAsync(
            () ->
                noor.database.changeRestaurant(
                    noor.restaurantId,
                    transaction -> {
                      tell(transaction, noor.restaurantId, null, 1);
                      written.countDown();
                      waitFor(finish);
                    }),
            threads);
    waitFor(written);
    tell(noor.restaurantId, null, 2);

    Position before = feed.here();
    pumpAll();
    assertThat(feed.here()).isEqualTo(before);
    finish.countDown();
    older.join();
    pumpUntilHeard(screen, 1, 2);
  }

  @Test
  void aScreenThatComesBackHearsEverythingSinceOnce() throws Exception {
    Screen first = screen(owner, null);
    first.untilCaughtUp();
    tell(noor.restaurantId, null, 1);
    tell(noor.restaurantId, null, 2);
    pumpAll();
    assertThat(number(first.nextEvent())).isEqualTo(1);
    String position = first.nextEvent().position();
    first.close();
    IntStream.rangeClosed(3, 700).forEach(i -> tell(noor.restaurantId, null, i));
    pumpAll();

    Screen again = screen(owner, position);
    List<Integer> missed = again.untilCaughtUp().stream().map(LiveFeedTest::number).toList();
    tell(noor.restaurantId, null, 701);
    pumpAll();

    assertThat(missed).containsExactlyElementsOf(IntStream.rangeClosed(3, 700).boxed().toList());
    assertThat(number(again.nextEvent())).isEqualTo(701);
  }

  @Test
  void aPositionOfAnotherLogOrOfNoneMeansToLoadAgain() throws Exception {
    tell(noor.restaurantId, null, 1);
    pumpAll();
    Position here = feed.here();

    for (String position :
        List.of(
            "nonsense",
            "a.b.c",
            new Position("other", here.transaction(), here.number()).text(),
            new Position(here.epoch(), here.transaction() + 1_000_000, 1).text())) {
      LiveFrame frame = screen(owner, position).next();
      assertThat(frame).as(position).isEqualTo(new LiveFrame.Resync(here.text()));
    }
    assertThat(screen(owner, here.text()).untilCaughtUp()).isEmpty();
  }

  @Test
  void whatIsForgottenMeansToLoadAgainOnce() throws Exception {
    tell(noor.restaurantId, null, 1);
    pumpAll();
    String old = feed.here().text();
    tell(noor.restaurantId, null, 2);
    pumpAll();
    noor.system("update live_event set happened_at = now() - interval '30 days'");
    feed.forgetOld();

    LiveFrame frame = screen(owner, old).next();

    assertThat(frame).isInstanceOf(LiveFrame.Resync.class);
    String fresh = ((LiveFrame.Resync) frame).position();
    assertThat(screen(owner, fresh).untilCaughtUp()).isEmpty();
    LiveFeed afterRestart = new LiveFeed(noor.database, Duration.ofDays(7));
    assertThat(afterRestart.canResume(afterRestart.here())).isTrue();
  }

  @Test
  void aBranchHearsOfItselfAndOfWhatBelongsToNone() throws Exception {
    Screen agent = screen(hire(Role.AGENT), null);
    agent.untilCaughtUp();
    tell(noor.restaurantId, noor.staff.malaz, 1);
    tell(noor.restaurantId, noor.staff.olaya, 2);
    tell(noor.restaurantId, null, 3);
    pumpAll();

    assertThat(number(agent.nextEvent())).isEqualTo(2);
    assertThat(number(agent.nextEvent())).isEqualTo(3);
  }

  @Test
  void aScreenMayNarrowItsBranchesButNotWidenThem() throws Exception {
    Screen narrow = open(owner, "?branches=" + noor.staff.olaya);
    Screen wide = open(hire(Role.AGENT), "?branches=" + noor.staff.malaz);
    narrow.untilCaughtUp();
    wide.untilCaughtUp();
    tell(noor.restaurantId, noor.staff.malaz, 1);
    tell(noor.restaurantId, noor.staff.olaya, 2);
    tell(noor.restaurantId, null, 3);
    pumpAll();

    assertThat(number(narrow.nextEvent())).isEqualTo(2);
    assertThat(number(wide.nextEvent())).isEqualTo(3);
  }

  @Test
  void aKitchenHearsNobodysWords() throws Exception {
    Screen kitchen = screen(hire(Role.KITCHEN), null);
    kitchen.untilCaughtUp();
    noor.receive("966500000001", "hello");
    tell(noor.restaurantId, noor.staff.olaya, 7);
    pumpAll();

    assertThat(number(kitchen.nextEvent())).isEqualTo(7);
  }

  @Test
  void twoRestaurantsNeverHearEachOther() throws Exception {
    UUID other = anotherRestaurant();
    String position = feed.here().text();
    Screen screen = screen(owner, null);
    screen.untilCaughtUp();
    tell(other, null, 1);
    tell(other, noor.staff.olaya, 2);
    tell(noor.restaurantId, null, 3);
    pumpAll();

    assertThat(number(screen.nextEvent())).isEqualTo(3);
    assertThat(screen(owner, position).untilCaughtUp())
        .singleElement()
        .satisfies(event -> assertThat(number(event)).isEqualTo(3));
  }

  @Test
  void nobodyGetsInWithoutAToken() throws Exception {
    assertThatThrownBy(() -> open("Bearer nobody", ""))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(401));

    assertThat(position("Bearer nobody").statusCode()).isEqualTo(401);
    assertThat(Json.read(position(owner).body(), LivePosition.class).position())
        .isEqualTo(feed.here().text());
    assertThat(feed.listening()).isZero();
  }

  @Test
  void aScreenThatDoesNotReadIsCutOffAndResumes() throws Exception {
    Screen awake = screen(owner, null);
    Screen asleep = new Screen(http, server.port(), owner, "", true);
    screens.add(asleep);
    awake.untilCaughtUp();
    String position = ((LiveFrame.CaughtUp) asleep.next()).position();
    NoorHouse.await("both listen", () -> feed.listening() == 2);
    tellMany();

    NoorHouse.await(
        "the sleeper is cut off",
        () -> {
          feed.pump();
          return feed.listening() <= 1 && standsAtTheEnd();
        });

    List<Integer> heard =
        screen(owner, position).untilCaughtUp().stream()
            .map(event -> ((LiveEvent.MessageStatusChanged) event.event()).failure())
            .map(text -> Integer.parseInt(text.substring(0, text.indexOf(' '))))
            .toList();
    assertThat(heard).containsExactlyElementsOf(IntStream.rangeClosed(1, MANY).boxed().toList());
  }

  @Test
  void aScreenThatVanishedIsForgottenAfterSomeSilence() throws Exception {
    Screen screen = screen(owner, null);
    screen.untilCaughtUp();
    assertThat(feed.listening()).isEqualTo(1);

    screen.close();
    noor.clock.forward(Duration.ofMinutes(1));

    NoorHouse.await("forgotten", () -> feed.listening() == 0);
  }

  @Test
  void aTokenThatEndsClosesTheScreen() throws Exception {
    Screen screen = screen(owner, null);
    screen.untilCaughtUp();

    noor.clock.forward(Duration.ofHours(24));

    NoorHouse.await("closed", () -> screen.closeCode() == 4401);
  }

  @Test
  void aServerThatStopsSendsItsScreensAway() throws Exception {
    Screen screen = screen(owner, null);
    screen.untilCaughtUp();

    live.goAway();

    NoorHouse.await("closed", () -> screen.closeCode() == 1001);
  }

  /// Pumps until the screen has heard exactly these, in this order; other tests' transactions in
  /// the same PostgreSQL may hold an event back a little.
  private void pumpUntilHeard(Screen screen, int... numbers) throws InterruptedException {
    for (int number : numbers) {
      pumpAll();
      assertThat(number(screen.nextEvent())).isEqualTo(number);
    }
  }

  private void pumpAll() {
    boolean more = true;
    while (more) {
      more = feed.pump();
    }
  }

  private boolean standsAtTheEnd() {
    Position newest = new LiveFeed(noor.database, Duration.ofDays(7)).here();
    return feed.here().equals(newest);
  }

  private static int number(LiveFrame.Happened frame) {
    return (int) ((LiveEvent.AvailabilityChanged) frame.event()).itemId().getLeastSignificantBits();
  }

  private void tell(UUID restaurant, @Nullable UUID branch, int number) {
    noor.database.changeRestaurant(
        restaurant, transaction -> tell(transaction, restaurant, branch, number));
  }

  private void tell(Transaction transaction, UUID restaurant, @Nullable UUID branch, int number) {
    noor.events.append(
        transaction,
        restaurant,
        branch,
        new LiveEvent.AvailabilityChanged(noor.staff.olaya, new UUID(0, number), true));
  }

  /// More than the buffers of a connection and its queue can hold.
  private void tellMany() {
    noor.database.changeRestaurant(
        noor.restaurantId,
        transaction ->
            transaction
                .sql(
                    """
                    insert into live_event (restaurant_id, happened_at, event)
                    select cast(:restaurant as uuid), now(),
                           jsonb_build_object('type', 'message_status_changed',
                             'conversationId', cast(:restaurant as text),
                             'messageId', cast(:restaurant as text),
                             'status', 'failed', 'failure', n || ' ' || repeat('x', 8000))
                      from generate_series(1, :many) n
                    """)
                .with("restaurant", noor.restaurantId)
                .with("many", MANY)
                .update());
  }

  private UUID anotherRestaurant() {
    UUID id = noor.ids.next();
    noor.database.changeRestaurant(
        id,
        transaction ->
            transaction
                .sql(
                    """
                    insert into restaurant (restaurant_id, name_ar, name_en, created_at)
                    values (:id, 'ليل', 'Layl', now())
                    """)
                .with("id", id)
                .update());
    return id;
  }

  private String hire(Role role) {
    noor.staff.hire(role);
    return noor.staff.authorization(role);
  }

  private Screen screen(String authorization, @Nullable String after) {
    return open(authorization, after == null ? "" : "?after=" + after);
  }

  private Screen open(String authorization, String query) {
    Screen screen = new Screen(http, server.port(), authorization, query, false);
    screens.add(screen);
    return screen;
  }

  private HttpResponse<String> position(String authorization) throws Exception {
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.port() + "/v1/live/position"))
            .header("Authorization", authorization)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(15, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private WebServer server() {
    HttpErrors errors = new HttpErrors(noor.clock, () -> "r-1", _ -> false);
    HttpRouting.Builder routing = HttpRouting.builder();
    errors.register(routing);
    routing.register("/v1", live);
    return WebServer.builder()
        .port(0)
        .directHandlers(errors.directHandlers())
        .routing(routing)
        .addRouting(live.websocket())
        .build()
        .start();
  }
}
