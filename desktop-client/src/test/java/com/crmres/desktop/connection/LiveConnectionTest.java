package com.crmres.desktop.connection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.crmres.common.live.LiveEvent;
import com.crmres.common.live.LiveFrame;
import com.crmres.common.ordering.OrderStatus;
import com.crmres.desktop.FakeServer;
import com.crmres.desktop.Restaurant;
import com.crmres.desktop.World;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveConnectionTest {

  private final Restaurant restaurant = Restaurant.evening(Clock.systemUTC());
  private final FakeServer server = new FakeServer(restaurant, Clock.systemUTC());
  private final HttpServerApi api = new HttpServerApi(server.uri(), Clock.systemUTC(), () -> "ar");
  private final Followed followed = new Followed();
  private final LiveConnection live =
      new LiveConnection(
          api,
          World.OLAYA.id(),
          PositionKeeper.FORGETFUL,
          Runnable::run,
          followed,
          new ServerClock(Clock.systemUTC()),
          RandomGenerator.of("L64X128MixRandom"));

  @BeforeEach
  void signIn() {
    UUID who = api.signIn("sarah@noor.example", FakeServer.PASSWORD).id();
    assertThat(who).isEqualTo(World.SARAH.id());
  }

  @AfterEach
  void stop() {
    live.close();
    server.close();
  }

  @Test
  void takesAPositionLoadsTheListsAndThenHearsWhatHappens() throws Exception {
    live.start();
    followed.awaitState(ConnectionState.ONLINE);

    place("A-50");

    assertThat(followed.nextOrder()).isEqualTo("A-50");
    assertThat(followed.reloads.size()).isEqualTo(1);
  }

  @Test
  void hearsInOrderWhatHappenedWhileItWasAway() throws Exception {
    live.start();
    followed.awaitState(ConnectionState.ONLINE);
    place("A-50");
    assertThat(followed.nextOrder()).isEqualTo("A-50");

    server.pullOutCable();
    followed.awaitState(ConnectionState.LOST);
    place("A-51");
    place("A-52");
    server.putCableBack();
    live.retryNow();

    assertThat(followed.nextOrder()).isEqualTo("A-51");
    assertThat(followed.nextOrder()).isEqualTo("A-52");
    assertThat(server.live().askedAfter()).containsExactly("0", "1");
    assertThat(followed.reloads.size()).isEqualTo(1);
  }

  @Test
  void comesBackByItself() throws Exception {
    live.start();
    followed.awaitState(ConnectionState.ONLINE);

    server.live().cutOff(1001);

    followed.awaitState(ConnectionState.LOST);
    followed.awaitState(ConnectionState.ONLINE);
  }

  @Test
  void loadsEverythingAgainWhenItsPositionIsTooOld() throws Exception {
    live.start();
    followed.awaitState(ConnectionState.ONLINE);
    server.live().nextPositionIsTooOld();

    server.live().cutOff(1001);

    followed.awaitState(ConnectionState.LOST);
    followed.awaitState(ConnectionState.ONLINE);
    assertThat(followed.reloads.size()).isEqualTo(2);
  }

  @Test
  void renewsItsTokenWhenTheServerSaysThatItExpired() throws Exception {
    live.start();
    followed.awaitState(ConnectionState.ONLINE);
    server.forgetAccessToken();

    server.live().cutOff(4401);

    followed.awaitState(ConnectionState.LOST);
    followed.awaitState(ConnectionState.ONLINE);
    assertThat(server.refreshes()).isEqualTo(1);
  }

  @Test
  void saysThatTheSessionIsOver() throws Exception {
    live.start();
    followed.awaitState(ConnectionState.ONLINE);
    server.endSessions();

    server.live().cutOff(4401);

    followed.awaitState(ConnectionState.SIGNED_OUT);
  }

  @Test
  void tellsWhatHappenedWhileTheProgramDidNotRunAndThenReadsTheListsOnceMore() throws Exception {
    place("A-50");
    place("A-51");
    LiveConnection later = connection(new Noted("0"));
    later.start();
    followed.awaitState(ConnectionState.ONLINE);

    assertThat(followed.missed.poll(30, SECONDS)).containsExactly("A-50", "A-51");
    assertThat(server.live().askedAfter()).containsExactly("0");
    assertThat(followed.reloads.size()).isEqualTo(2);
    assertThat(followed.events).isEmpty();

    place("A-52");
    assertThat(followed.nextOrder()).isEqualTo("A-52");
    later.close();
  }

  @Test
  void readsTheListsWhenThePositionOfTheLastTimeIsTooOld() throws Exception {
    place("A-50");
    server.live().nextPositionIsTooOld();
    LiveConnection later = connection(new Noted("0"));
    later.start();
    followed.awaitState(ConnectionState.ONLINE);

    assertThat(server.live().askedAfter()).containsExactly("0", "1");
    assertThat(followed.missed).isEmpty();
    later.close();
  }

  @Test
  void notesWhereItStandsForTheNextStart() throws Exception {
    var noted = new Noted(null);
    LiveConnection here = connection(noted);
    place("A-50");
    here.start();
    followed.awaitState(ConnectionState.ONLINE);

    assertThat(noted.written.poll(30, SECONDS)).isEqualTo("1");
    here.close();
  }

  private LiveConnection connection(PositionKeeper keeper) {
    return new LiveConnection(
        api,
        World.OLAYA.id(),
        keeper,
        Runnable::run,
        followed,
        new ServerClock(Clock.systemUTC()),
        RandomGenerator.of("L64X128MixRandom"));
  }

  /// A position on paper.
  private record Noted(@Nullable String last, BlockingQueue<String> written)
      implements PositionKeeper {

    Noted(@Nullable String last) {
      this(last, new LinkedBlockingQueue<>());
    }

    @Override
    public @Nullable String read() {
      return last;
    }

    @Override
    public void write(String position) {
      written.add(position);
    }
  }

  private void place(String number) {
    restaurant.place(World.order(number, World.AHMED, OrderStatus.PENDING, World.NOW));
    server.live().tellNews();
  }

  /// Remembers what a screen would hear.
  private static final class Followed implements LiveListener {

    private final BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
    private final BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> reloads = new LinkedBlockingQueue<>();
    private final BlockingQueue<List<String>> missed = new LinkedBlockingQueue<>();

    void awaitState(ConnectionState wanted) throws InterruptedException {
      ConnectionState state = states.poll(30, SECONDS);
      while (state != null && state != wanted) {
        state = states.poll(30, SECONDS);
      }
      assertThat(state).isEqualTo(wanted);
    }

    String nextOrder() throws InterruptedException {
      LiveEvent event = events.poll(30, SECONDS);
      return event instanceof LiveEvent.OrderChanged changed ? changed.order().number() : "none";
    }

    @Override
    public void connectionIs(ConnectionState state, int attempt) {
      states.add(state);
    }

    @Override
    public void reload() {
      reloads.add(true);
    }

    @Override
    public void missed(List<LiveFrame.Happened> batch) {
      missed.add(
          batch.stream()
              .map(LiveFrame.Happened::event)
              .map(LiveEvent.OrderChanged.class::cast)
              .map(changed -> changed.order().number())
              .toList());
    }

    @Override
    public void happened(List<LiveEvent> batch) {
      events.addAll(batch);
    }
  }
}
