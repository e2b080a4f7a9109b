package com.crmres.server.media;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.server.database.Database;
import com.crmres.server.database.Ids;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes in the files that staff want to send.
public final class Uploads {

  private final Database database;
  private final MediaFiles files;
  private final MediaStore store;
  private final Arrivals arrivals;
  private final Ids ids;

  public Uploads(
      Database database, MediaFiles files, MediaStore store, Arrivals arrivals, Ids ids) {
    this.database = database;
    this.files = files;
    this.store = store;
    this.arrivals = arrivals;
    this.ids = ids;
  }

  /// What is said about an upload.
  ///
  /// @param kind what it shall be sent as; null for what its bytes suggest
  /// @param mime as the sender wrote it
  /// @param sha256 in hex; null if nobody said
  record Incoming(
      UUID restaurantId,
      UUID staffId,
      @Nullable MediaKind kind,
      String mime,
      @Nullable String fileName,
      @Nullable String sha256) {}

  /// Takes a whole file in.
  ///
  /// @throws ApiException if WhatsApp would not carry it, or if it is not what was announced
  MediaFile take(Incoming incoming, InputStream bytes) throws IOException {
    UUID id = ids.next();
    Arrivals.Announced announced =
        new Arrivals.Announced(MimeType.bare(incoming.mime()), incoming.sha256(), null);
    return switch (arrivals.accept(id, incoming.kind(), announced, bytes)) {
      case Arrival.Landed landed -> keep(id, incoming, landed);
      case Arrival.Refused(MediaFailure reason) -> throw new ApiException(code(reason));
    };
  }

  private MediaFile keep(UUID id, Incoming incoming, Arrival.Landed landed) throws IOException {
    boolean kept = false;
    try {
      MediaFile file =
          database.inRestaurant(
              incoming.restaurantId(),
              transaction ->
                  files.uploaded(
                      transaction,
                      incoming.restaurantId(),
                      id,
                      incoming.staffId(),
                      incoming.mime(),
                      incoming.fileName(),
                      landed));
      kept = true;
      return file;
    } finally {
      if (!kept) {
        store.delete(id);
      }
    }
  }

  private static ErrorCode code(MediaFailure reason) {
    return switch (reason) {
      case TOO_LARGE -> ErrorCode.TOO_LARGE;
      case DAMAGED, GONE -> ErrorCode.MEDIA_DAMAGED;
      case WRONG_TYPE -> ErrorCode.MEDIA_REFUSED;
    };
  }
}
