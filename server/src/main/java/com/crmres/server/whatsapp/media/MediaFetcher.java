package com.crmres.server.whatsapp.media;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.media.Arrival;
import com.crmres.server.media.MediaFile;
import com.crmres.server.media.MediaFiles;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Fetches the files that customers sent, several at once, until they are here or never will be.
public final class MediaFetcher {

  private static final Logger LOG = System.getLogger(MediaFetcher.class.getName());
  private static final int MOST_AT_ONCE = 8;
  private static final int MOST_STRIKES = 5;
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(30);

  /// WhatsApp forgets a file after seven days (whatsapp-cloud-api.md 5).
  private static final Duration LIFE = Duration.ofDays(6);

  private final Database database;
  private final Conversations conversations;
  private final MediaFiles files;
  private final Fetching fetching;
  private final Clock clock;
  private final ResendRequest resend;
  private final FetchStore store = new FetchStore();
  private final Semaphore hands = new Semaphore(MOST_AT_ONCE);
  private final Runnable free;

  /// Makes the fetcher.
  ///
  /// @param free told when the next file may be begun
  public MediaFetcher(
      Database database,
      Conversations conversations,
      MediaFiles files,
      Fetching fetching,
      Clock clock,
      Runnable free) {
    this.database = database;
    this.conversations = conversations;
    this.files = files;
    this.fetching = fetching;
    this.clock = clock;
    this.resend = new ResendRequest(conversations);
    this.free = free;
  }

  /// Fetches what is due.
  ///
  /// @return whether there may be more at once
  public boolean fetch() throws InterruptedException {
    hands.acquire();
    int most = 1 + hands.drainPermits();
    List<FetchStore.Held> held = List.of();
    try {
      held = database.inSystem(transaction -> store.hold(transaction, most, LIFE));
    } finally {
      hands.release(most - held.size());
    }
    held.forEach(file -> Thread.ofVirtual().name("fetch").start(() -> bring(file)));
    return !held.isEmpty();
  }

  /// Waits until nothing is being fetched any more, at most for `patience`.
  public void drain(Duration patience) throws InterruptedException {
    if (hands.tryAcquire(MOST_AT_ONCE, patience.toMillis(), TimeUnit.MILLISECONDS)) {
      hands.release(MOST_AT_ONCE);
    }
  }

  private void bring(FetchStore.Held held) {
    try {
      Optional<MediaFile> file =
          database.inRestaurant(
              held.restaurantId(),
              transaction -> files.find(transaction, held.restaurantId(), held.mediaId()));
      if (file.isEmpty() || file.get().state() != MediaState.FETCHING) {
        change(held, _ -> {});
      } else {
        settle(held, fetching.attempt(held, file.get()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "file " + held.mediaId() + " is fetched again after its lease", e);
    } finally {
      hands.release();
      free.run();
    }
  }

  private void settle(FetchStore.Held held, Fetched fetched) {
    switch (fetched) {
      case Fetched.Here(Arrival.Landed landed) ->
          change(held, transaction -> arrived(transaction, held, landed));
      case Fetched.Never(MediaFailure reason) -> giveUp(held, reason);
      case Fetched.Later(String reason, MediaFailure suspicion) -> later(held, reason, suspicion);
    }
  }

  private void later(FetchStore.Held held, String reason, @Nullable MediaFailure suspicion) {
    boolean struckOut = suspicion != null && held.strikes() + 1 >= MOST_STRIKES;
    if (struckOut || held.old()) {
      giveUp(held, suspicion == null ? MediaFailure.GONE : suspicion);
      return;
    }
    LOG.log(Level.INFO, "file {0} is fetched again: {1}", held.mediaId(), reason);
    database.changeRestaurant(
        held.restaurantId(),
        transaction -> store.again(transaction, held, delay(held.attempt()), suspicion != null));
  }

  private static Duration delay(int attempt) {
    Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempt - 1, 12));
    return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
  }

  private void giveUp(FetchStore.Held held, MediaFailure reason) {
    LOG.log(Level.WARNING, "file {0} is given up: {1}", held.mediaId(), reason);
    change(held, transaction -> failed(transaction, held, reason));
  }

  private void arrived(Transaction transaction, FetchStore.Held held, Arrival.Landed landed) {
    files
        .arrived(transaction, held.restaurantId(), held.mediaId(), landed)
        .ifPresent(file -> show(transaction, held, file));
  }

  /// The conversation's lock first, as in every turn: no deadlock.
  private void failed(Transaction transaction, FetchStore.Held held, MediaFailure reason) {
    UUID conversationId =
        conversations
            .transcript()
            .placed(transaction, held.restaurantId(), held.messageId())
            .conversationId();
    conversations.lock(transaction, held.restaurantId(), conversationId);
    Optional<MediaFile> file =
        files.failed(transaction, held.restaurantId(), held.mediaId(), reason);
    if (file.isPresent()) {
      show(transaction, held, file.get());
      resend.ask(transaction, held.restaurantId(), conversationId, clock.instant());
    }
  }

  private void show(Transaction transaction, FetchStore.Held held, MediaFile file) {
    conversations.contentChanged(transaction, held.restaurantId(), held.messageId(), known(file));
  }

  /// What is known of the file takes the place of what was; the message may have been edited or
  /// taken back meanwhile.
  private static UnaryOperator<MessageContent> known(MediaFile file) {
    return content ->
        content instanceof MessageContent.Media media && media.id().equals(file.id())
            ? new MessageContent.Media(
                media.id(),
                media.kind(),
                file.mime(),
                file.bytes(),
                file.fileName(),
                media.caption(),
                media.animated(),
                file.state(),
                file.failure())
            : content;
  }

  /// Changes something if the file is still ours to settle.
  private void change(FetchStore.Held held, Consumer<Transaction> change) {
    database.changeRestaurant(
        held.restaurantId(),
        transaction -> {
          if (store.settled(transaction, held)) {
            change.accept(transaction);
          }
        });
  }
}
