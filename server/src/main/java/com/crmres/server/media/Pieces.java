package com.crmres.server.media;

import com.crmres.common.conversation.MediaKind;
import com.crmres.common.media.UploadProgress;
import com.crmres.common.media.UploadRequest;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Uploads that come in pieces, so that a broken line costs a piece and not the file.
///
/// Each piece is kept as a file of its own, by whichever node it came to; the last one joins them.
public final class Pieces {

  private static final Duration LIFE = Duration.ofHours(24);
  private static final int MOST_OPEN = 20;
  private static final int SWEPT_AT_ONCE = 50;

  private final Database database;
  private final MediaStore store;
  private final Uploads uploads;
  private final Clock clock;
  private final Ids ids;
  private final PieceStore rows = new PieceStore();

  public Pieces(Database database, MediaStore store, Uploads uploads, Clock clock, Ids ids) {
    this.database = database;
    this.store = store;
    this.uploads = uploads;
    this.clock = clock;
    this.ids = ids;
  }

  /// An upload that was begun.
  record Open(
      UUID restaurantId,
      UUID id,
      UUID staffId,
      @Nullable MediaKind kind,
      String mime,
      long bytes,
      String sha256,
      @Nullable String fileName,
      long received) {}

  /// Begins an upload.
  ///
  /// @throws ApiException if the person has too many open
  UploadProgress begin(UUID restaurantId, UUID staffId, UploadRequest request) {
    Open open =
        new Open(
            restaurantId,
            ids.next(),
            staffId,
            request.kind(),
            request.mimeType(),
            request.bytes(),
            request.sha256().toLowerCase(Locale.ROOT),
            request.fileName(),
            0);
    boolean begun =
        database.inRestaurant(
            restaurantId, transaction -> rows.begin(transaction, open, MOST_OPEN, clock.instant()));
    if (!begun) {
      throw new ApiException(ErrorCode.TOO_MANY_ATTEMPTS);
    }
    return new UploadProgress(open.id(), 0, open.bytes(), clock.instant().plus(LIFE));
  }

  /// How an upload stands.
  ///
  /// @throws ApiException if this person has no such upload
  Open find(UUID restaurantId, UUID staffId, UUID id) {
    return database
        .<Optional<Open>>inRestaurant(
            restaurantId, transaction -> rows.find(transaction, restaurantId, id))
        .filter(open -> open.staffId().equals(staffId))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  /// Takes the next piece in; what came before its stream broke off counts.
  ///
  /// @param offset where the piece belongs
  /// @return how many bytes are here now
  /// @throws ApiException if it belongs elsewhere, or is longer than what is missing
  long add(Open open, long offset, InputStream bytes) throws IOException {
    if (offset != open.received()) {
      throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
    }
    UUID key = ids.next();
    Gauge gauge = new Gauge(bytes, open.bytes() - offset);
    boolean counts = false;
    try {
      store.put(key, gauge);
      counts =
          gauge.count() > 0
              && database.<Boolean>inRestaurant(
                  open.restaurantId(),
                  transaction ->
                      rows.add(transaction, open, offset, gauge.count(), key, clock.instant()));
    } catch (Gauge.Overflow _) {
      throw new ApiException(ErrorCode.TOO_LARGE);
    } finally {
      if (!counts) {
        store.delete(key);
      }
    }
    if (!counts && gauge.count() > 0) {
      throw new ApiException(ErrorCode.CHANGED_MEANWHILE);
    }
    return offset + gauge.count();
  }

  /// Joins the pieces of an upload that is complete.
  ///
  /// @throws ApiException if WhatsApp would not carry the file, or if its hash differs; then the
  ///   upload is gone
  MediaFile finish(Open open) throws IOException {
    List<PieceStore.Piece> pieces =
        database.inRestaurant(open.restaurantId(), transaction -> rows.pieces(transaction, open));
    try (InputStream whole = joined(pieces)) {
      MediaFile file =
          uploads.take(
              new Uploads.Incoming(
                  open.restaurantId(),
                  open.staffId(),
                  open.kind(),
                  open.mime(),
                  open.fileName(),
                  open.sha256()),
              whole);
      drop(open, pieces);
      return file;
    } catch (ApiException e) {
      drop(open, pieces);
      throw e;
    }
  }

  /// Gives an upload up.
  void giveUp(Open open) throws IOException {
    drop(
        open,
        database.<List<PieceStore.Piece>>inRestaurant(
            open.restaurantId(), transaction -> rows.pieces(transaction, open)));
  }

  /// Removes uploads that nobody has touched for a day.
  ///
  /// @return whether there may be more
  public boolean forgetAbandoned() {
    List<Open> abandoned =
        database.inSystem(transaction ->
            rows.untouchedSince(transaction, clock.instant().minus(LIFE), SWEPT_AT_ONCE));
    for (Open open : abandoned) {
      try {
        giveUp(open);
      } catch (IOException e) {
        throw new UncheckedIOException("an abandoned upload cannot be removed", e);
      }
    }
    return abandoned.size() == SWEPT_AT_ONCE;
  }

  private void drop(Open open, List<PieceStore.Piece> pieces) throws IOException {
    database.changeRestaurant(
        open.restaurantId(),
        transaction -> rows.remove(transaction, open.restaurantId(), open.id()));
    for (PieceStore.Piece piece : pieces) {
      store.delete(piece.key());
    }
  }

  private InputStream joined(List<PieceStore.Piece> pieces) throws IOException {
    List<InputStream> streams = new ArrayList<>();
    for (PieceStore.Piece piece : pieces) {
      streams.add(new LazyPiece(store, piece.key(), piece.bytes()));
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }
}
