package com.crmres.desktop.queue;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.desktop.connection.ConnectionState;
import com.crmres.desktop.connection.ServerApi;
import com.crmres.desktop.connection.ServerFailure;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does safe commands at once where there is a network, and keeps them where there is none, to hand
/// them over in their order as soon as it is back.
public final class CommandQueue implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CommandQueue.class);

  /// How often is tried without being told that the network is back.
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final CommandStore store;
  private final Settling settling;
  private final Executor background;
  private final Executor screen;
  private final InstantSource clock;
  private final List<KeptCommand> kept = new ArrayList<>();
  private final ObservableList<KeptCommand> shown = FXCollections.observableArrayList();

  /// One for all who listen: a new one each time would be forgotten with its listeners.
  private final ObservableList<KeptCommand> readable =
      FXCollections.unmodifiableObservableList(shown);

  private final AtomicInteger calls = new AtomicInteger();
  private volatile BiConsumer<KeptCommand, Outcome> heard = (command, outcome) -> {};
  private volatile boolean cut;
  private volatile boolean closed;
  private Instant tried = Instant.EPOCH;

  /// @param screen runs on the thread of the screen
  public CommandQueue(
      CommandStore store,
      ServerApi api,
      Executor background,
      Executor screen,
      InstantSource clock) {
    this.store = store;
    this.settling = new Settling(api, clock);
    this.background = background;
    this.screen = screen;
    this.clock = clock;
    kept.addAll(store.read());
    shown.setAll(kept);
  }

  /// What is kept, in its order; changes on the screen's thread.
  public ObservableList<KeptCommand> kept() {
    return readable;
  }

  /// The words of a conversation that are kept, as messages of its thread.
  ///
  /// @param author the name under which they go out
  public List<MessageDetails> words(UUID conversationId, String author) {
    return shown.stream()
        .filter(one -> one.deed().about().equals(conversationId))
        .flatMap(one -> KeptWords.of(one, author).stream())
        .toList();
  }

  /// Who hears on the screen's thread how each one ended.
  public void listener(BiConsumer<KeptCommand, Outcome> listener) {
    heard = listener;
  }

  /// How the live channel stands; once it is back, so is the network.
  public void lineIs(ConnectionState state, int attempt) {
    cut = state == ConnectionState.LOST || (state == ConnectionState.CONNECTING && attempt > 0);
    if (state == ConnectionState.ONLINE) {
      handOver();
    }
  }

  /// Once a second, on the screen's thread: the live channel may be away while the rest is not.
  public void tick(Instant now) {
    if (Duration.between(tried, now).compareTo(PAUSE) >= 0) {
      tried = now;
      if (shown.stream().anyMatch(KeptCommand::waits)) {
        handOver();
      }
    }
  }

  /// In the background: does it now, or keeps it.
  ///
  /// @throws ServerFailure of kind `KEPT` once it is on the disk
  <T> T ask(UUID id, Supplier<Deed> later, Supplier<T> now) {
    if (cut || isWaiting()) {
      throw keep(new KeptCommand(id, clock.instant(), false, later.get(), null));
    }
    try {
      return now.get();
    } catch (ServerFailure failure) {
      if (failure.kind() != ServerFailure.Kind.UNREACHABLE) {
        throw failure;
      }
      boolean sent = !failure.code().equals(ServerFailure.NOT_SENT);
      throw keep(new KeptCommand(id, clock.instant(), sent, later.get(), null));
    }
  }

  private boolean isWaiting() {
    synchronized (kept) {
      return kept.stream().anyMatch(KeptCommand::waits);
    }
  }

  /// @return what says that it is kept
  /// @throws ServerFailure if the disk does not take it: then nothing is promised
  private ServerFailure keep(KeptCommand command) {
    synchronized (kept) {
      if (kept.stream().noneMatch(known -> known.id().equals(command.id()))) {
        written(() -> store.keep(command));
        kept.add(command);
        show();
      }
    }
    handOver();
    return ServerFailure.kept(command.at());
  }

  private static void written(Runnable writing) {
    try {
      writing.run();
    } catch (UncheckedIOException e) {
      log.warn("a command could not be kept", e);
      throw ServerFailure.notSent(e);
    }
  }

  /// Nobody wants it any more.
  public void drop(KeptCommand command) {
    background.execute(() -> over(command));
  }

  /// A person says that it shall be sent although it is old.
  public void release(KeptCommand command) {
    background.execute(() -> {
      replace(command, command.released(clock.instant()));
      handOver();
    });
  }

  /// Hands over what waits, in its order, until the network fails again.
  public void handOver() {
    if (calls.getAndIncrement() == 0) {
      background.execute(this::work);
    }
  }

  /// Whoever calls meanwhile has it done by whoever works already.
  private void work() {
    int answered;
    do {
      answered = calls.get();
      boolean goOn = true;
      while (goOn && !closed) {
        KeptCommand next = next();
        goOn = next != null && settled(next);
      }
    } while (calls.addAndGet(-answered) > 0);
  }

  private @Nullable KeptCommand next() {
    synchronized (kept) {
      return kept.stream().filter(KeptCommand::waits).findFirst().orElse(null);
    }
  }

  private boolean settled(KeptCommand command) {
    return switch (settling.settle(command)) {
      case Verdict.Later _ -> false;
      case Verdict.Ask(Hold why) -> {
        replace(command, command.held(why));
        yield true;
      }
      case Verdict.Over(Outcome outcome) -> {
        over(command);
        screen.execute(() -> heard.accept(command, outcome));
        yield true;
      }
    };
  }

  /// What the disk does not take now is handed over once more after the next start, and the server
  /// answers the same.
  private void over(KeptCommand command) {
    synchronized (kept) {
      if (!closed) {
        tolerated(() -> store.settle(command.id()));
      }
      kept.removeIf(known -> known.id().equals(command.id()));
      show();
    }
  }

  private void replace(KeptCommand before, KeptCommand after) {
    synchronized (kept) {
      int at = kept.indexOf(before);
      if (at >= 0 && !closed) {
        tolerated(() -> store.keep(after));
        kept.set(at, after);
        show();
      }
    }
  }

  private static void tolerated(Runnable writing) {
    try {
      writing.run();
    } catch (UncheckedIOException e) {
      log.warn("the queue's file could not be written", e);
    }
  }

  private void show() {
    List<KeptCommand> now = List.copyOf(kept);
    screen.execute(() -> shown.setAll(now));
  }

  @Override
  public void close() {
    synchronized (kept) {
      closed = true;
      store.close();
    }
  }
}
