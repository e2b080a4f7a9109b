package com.crmres.server.whatsapp.media;

import com.crmres.common.conversation.MediaState;
import com.crmres.server.database.Database;
import com.crmres.server.media.MediaFile;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.media.MediaStore;
import com.crmres.server.whatsapp.graph.FilePart;
import com.crmres.server.whatsapp.graph.GraphAnswer;
import com.crmres.server.whatsapp.graph.GraphApi;
import com.crmres.server.whatsapp.outbox.MediaUnavailable;
import com.crmres.server.whatsapp.outbox.MediaUploads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/// Hands our files over to WhatsApp before they are sent, once for each number and month.
///
/// A large file takes longer than a sender may hold a message: the upload goes on by itself, and
/// the message comes back for its result.
public final class MediaHandover implements MediaUploads {

  /// WhatsApp keeps an uploaded file for thirty days (whatsapp-cloud-api.md 5).
  private static final Duration VALID = Duration.ofDays(29);

  /// Shorter than a sender's lease, with room for the message itself.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// WhatsApp takes this file never: its type, its size, a parameter.
  private static final Set<Integer> FOR_GOOD = Set.of(100, 131008, 131009, 131051, 131053);

  private final Database database;
  private final MediaFiles files;
  private final MediaStore store;
  private final GraphApi graph;
  private final UnaryOperator<String> tokens;
  private final Clock clock;
  private final Map<Errand, FutureTask<String>> underway = new ConcurrentHashMap<>();

  /// Makes the handover.
  ///
  /// @param tokens the access token of a phone number id
  public MediaHandover(
      Database database,
      MediaFiles files,
      MediaStore store,
      GraphApi graph,
      UnaryOperator<String> tokens,
      Clock clock) {
    this.database = database;
    this.files = files;
    this.store = store;
    this.graph = graph;
    this.tokens = tokens;
    this.clock = clock;
  }

  /// One file for one number.
  private record Errand(UUID restaurantId, String phoneNumberId, UUID mediaId) {}

  @Override
  public String whatsAppId(UUID restaurantId, String phoneNumberId, UUID mediaId)
      throws MediaUnavailable, InterruptedException {
    Errand errand = new Errand(restaurantId, phoneNumberId, mediaId);
    Optional<String> known = known(errand);
    return known.isPresent() ? known.get() : uploaded(errand);
  }

  private String uploaded(Errand errand) throws MediaUnavailable, InterruptedException {
    FutureTask<String> upload = upload(errand);
    try {
      return upload.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw MediaUnavailable.forNow("its upload goes on");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof MediaUnavailable unavailable
          ? unavailable
          : MediaUnavailable.forNow(String.valueOf(e.getCause()));
    }
  }

  /// The upload that is under way, or a new one.
  private FutureTask<String> upload(Errand errand) {
    FutureTask<String> begun = new FutureTask<>(() -> carry(errand));
    FutureTask<String> before = underway.putIfAbsent(errand, begun);
    if (before != null) {
      return before;
    }
    Thread.ofVirtual()
        .name("upload")
        .start(() -> {
          begun.run();
          underway.remove(errand, begun);
        });
    return begun;
  }

  /// An upload that ended between a sender's look for its id and this errand is not made again: ids
  /// are kept before an errand is over, so whoever takes the next one finds it.
  private String carry(Errand errand) throws MediaUnavailable, InterruptedException {
    Optional<String> meanwhile = known(errand);
    return meanwhile.isPresent() ? meanwhile.get() : id(upload(errand, file(errand)));
  }

  private GraphAnswer upload(Errand errand, MediaFile file) throws InterruptedException {
    FilePart part =
        new FilePart(
            name(file), file.mime(), Objects.requireNonNull(file.bytes()), () -> bytes(file));
    String number = errand.phoneNumberId();
    GraphAnswer answer = graph.upload(number + "/media", part, tokens.apply(number));
    if (answer instanceof GraphAnswer.Done done && done.body().path("id").isTextual()) {
      remember(errand, done.body().path("id").asText());
    }
    return answer;
  }

  private MediaFile file(Errand errand) throws MediaUnavailable {
    Optional<MediaFile> file =
        database.inRestaurant(
            errand.restaurantId(),
            transaction -> files.find(transaction, errand.restaurantId(), errand.mediaId()));
    if (file.isEmpty() || file.get().state() != MediaState.READY) {
      throw MediaUnavailable.forGood("there is no such file");
    }
    return file.get();
  }

  private InputStream bytes(MediaFile file) {
    try {
      return store.open(file.id(), 0, Objects.requireNonNull(file.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("the bytes of a file cannot be read", e);
    }
  }

  /// What is sent is named by its message; this name only has to be harmless in a header.
  private static String name(MediaFile file) {
    return "file-" + file.id();
  }

  private static String id(GraphAnswer answer) throws MediaUnavailable {
    return switch (answer) {
      case GraphAnswer.Done done when done.body().path("id").isTextual() ->
          done.body().path("id").asText();
      case GraphAnswer.Done _ -> throw MediaUnavailable.forNow("an answer without id");
      case GraphAnswer.Refused refused ->
          throw FOR_GOOD.contains(refused.code())
              ? MediaUnavailable.forGood(refused.code() + " " + refused.details())
              : MediaUnavailable.forNow("WhatsApp's code " + refused.code());
      case GraphAnswer.NotSent(String reason) -> throw MediaUnavailable.forNow(reason);
      // An upload that nobody knows the id of does no harm.
      case GraphAnswer.InDoubt(String reason) -> throw MediaUnavailable.forNow(reason);
    };
  }

  private Optional<String> known(Errand errand) {
    return database.inRestaurant(
        errand.restaurantId(),
        transaction ->
            transaction
                .sql(
                    """
                    select whatsapp_media_id from whatsapp_media_upload
                     where restaurant_id = :restaurant and media_id = :media
                       and phone_number_id = :number and valid_until > :now
                    """)
                .with("restaurant", errand.restaurantId())
                .with("media", errand.mediaId())
                .with("number", errand.phoneNumberId())
                .with("now", clock.instant())
                .first(row -> row.text("whatsapp_media_id")));
  }

  private void remember(Errand errand, String whatsAppId) {
    database.changeRestaurant(
        errand.restaurantId(),
        transaction ->
            transaction
                .sql(
                    """
                    insert into whatsapp_media_upload
                      (restaurant_id, media_id, phone_number_id, whatsapp_media_id, valid_until)
                    values (:restaurant, :media, :number, :id, :until)
                    on conflict (restaurant_id, media_id, phone_number_id) do update
                       set whatsapp_media_id = excluded.whatsapp_media_id,
                           valid_until = excluded.valid_until
                    """)
                .with("restaurant", errand.restaurantId())
                .with("media", errand.mediaId())
                .with("number", errand.phoneNumberId())
                .with("id", whatsAppId)
                .with("until", clock.instant().plus(VALID))
                .update());
  }
}
