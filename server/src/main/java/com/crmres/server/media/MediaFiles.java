package com.crmres.server.media;

import com.crmres.common.conversation.MediaFailure;
import com.crmres.common.conversation.MediaKind;
import com.crmres.common.conversation.MediaState;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The files of a restaurant: what is known of them.
public final class MediaFiles {

  private final Clock clock;

  public MediaFiles(Clock clock) {
    this.clock = clock;
  }

  /// A customer sent a file whose bytes are still to come. The same again changes nothing.
  ///
  /// @param declaredMime as its sender wrote it
  /// @param fileName as its sender wrote it
  public void expect(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      MediaKind kind,
      @Nullable String declaredMime,
      @Nullable String fileName) {
    transaction
        .sql(
            """
            insert into media_file (restaurant_id, id, direction, kind, declared_mime, mime, file_name,
                                    state, created_at)
            values (:restaurant, :id, 'in', :kind, :mime, :mime, :name, 'fetching', :now)
            on conflict do nothing
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("kind", kind)
        .with("mime", MimeType.bare(declaredMime))
        .with("name", FileNames.harmless(fileName))
        .with("now", clock.instant())
        .update();
  }

  /// The bytes of an expected file are here.
  ///
  /// @return the file; empty if it is settled already
  public Optional<MediaFile> arrived(
      Transaction transaction, UUID restaurantId, UUID id, Arrival.Landed landed) {
    return transaction
        .sql(
            """
            update media_file
               set state = 'ready', mime = :mime, bytes = :bytes, sha256 = :hash, width = :width,
                   height = :height, thumbnail = cast(:thumbnail as uuid)
             where restaurant_id = :restaurant and id = :id and state = 'fetching'
            returning *
            """)
        .with("mime", landed.mime())
        .with("bytes", landed.bytes())
        .with("hash", landed.sha256())
        .with("width", landed.width())
        .with("height", landed.height())
        .with("thumbnail", landed.thumbnail())
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(MediaFiles::file);
  }

  /// The bytes of an expected file will never be here.
  ///
  /// @return the file; empty if it is settled already
  public Optional<MediaFile> failed(
      Transaction transaction, UUID restaurantId, UUID id, MediaFailure reason) {
    return transaction
        .sql(
            """
            update media_file set state = 'failed', failure = :reason
             where restaurant_id = :restaurant and id = :id and state = 'fetching'
            returning *
            """)
        .with("reason", reason)
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(MediaFiles::file);
  }

  /// A staff member uploaded a file, or the house made one.
  ///
  /// @param staffId null for what the house made
  /// @param declaredMime as he wrote it
  /// @param fileName as he wrote it
  MediaFile uploaded(
      Transaction transaction,
      UUID restaurantId,
      UUID id,
      @Nullable UUID staffId,
      String declaredMime,
      @Nullable String fileName,
      Arrival.Landed landed) {
    return transaction
        .sql(
            """
            insert into media_file (restaurant_id, id, direction, kind, declared_mime, mime, bytes, sha256,
                                    file_name, state, width, height, thumbnail, uploaded_by, created_at)
            values (:restaurant, :id, 'out', :kind, :declared, :mime, :bytes, :hash,
                    :name, 'ready', :width, :height, cast(:thumbnail as uuid), cast(:staff as uuid), :now)
            returning *
            """)
        .with("restaurant", restaurantId)
        .with("id", id)
        .with("kind", landed.kind())
        .with("declared", MimeType.bare(declaredMime))
        .with("mime", landed.mime())
        .with("bytes", landed.bytes())
        .with("hash", landed.sha256())
        .with("name", FileNames.harmless(fileName))
        .with("width", landed.width())
        .with("height", landed.height())
        .with("thumbnail", landed.thumbnail())
        .with("staff", staffId)
        .with("now", clock.instant())
        .one(MediaFiles::file);
  }

  /// A file of the restaurant.
  public Optional<MediaFile> find(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql("select * from media_file where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(MediaFiles::file);
  }

  private static MediaFile file(Row row) {
    return new MediaFile(
        row.uuid("id"),
        row.named("kind", MediaKind.class),
        row.text("declared_mime"),
        row.text("mime"),
        row.numberOrNull("bytes"),
        row.textOrNull("sha256"),
        row.textOrNull("file_name"),
        row.named("state", MediaState.class),
        row.namedOrNull("failure", MediaFailure.class),
        row.integerOrNull("width"),
        row.integerOrNull("height"),
        row.uuidOrNull("thumbnail"),
        row.uuidOrNull("uploaded_by"),
        row.instant("created_at"));
  }
}
