package com.crmres.server.media;

import com.crmres.common.conversation.MediaKind;
import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The SQL of uploads that come in pieces.
final class PieceStore {

  /// One piece that is here.
  record Piece(UUID key, long bytes) {}

  /// Begins an upload unless its person has too many open.
  boolean begin(Transaction transaction, Pieces.Open open, int mostOpen, Instant now) {
    // One after the other for one person, so that nobody slips through while others are counted.
    transaction
        .sql("select cast(pg_advisory_xact_lock(hashtextextended(:staff, 0)) as text) as locked")
        .with("staff", "upload " + open.staffId())
        .list(row -> true);
    return transaction
            .sql(
                """
                insert into media_upload (restaurant_id, id, staff_id, kind, mime, bytes, sha256, file_name,
                                          created_at, touched_at)
                select cast(:restaurant as uuid), cast(:id as uuid), cast(:staff as uuid), :kind, :mime,
                       :bytes, :hash, :name, cast(:now as timestamptz), cast(:now as timestamptz)
                 where (select count(*) from media_upload
                         where restaurant_id = :restaurant and staff_id = :staff) < :most
                """)
            .with("restaurant", open.restaurantId())
            .with("id", open.id())
            .with("staff", open.staffId())
            .with("kind", open.kind())
            .with("mime", MimeType.bare(open.mime()))
            .with("bytes", open.bytes())
            .with("hash", open.sha256())
            .with("name", FileNames.harmless(open.fileName()))
            .with("now", now)
            .with("most", mostOpen)
            .update()
        == 1;
  }

  Optional<Pieces.Open> find(Transaction transaction, UUID restaurantId, UUID id) {
    return transaction
        .sql("select * from media_upload where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .first(PieceStore::open);
  }

  /// A piece counts if nobody was faster.
  boolean add(
      Transaction transaction, Pieces.Open open, long starts, long bytes, UUID key, Instant now) {
    boolean first =
        transaction
                .sql(
                    """
                    update media_upload set received = received + :bytes, touched_at = :now
                     where restaurant_id = :restaurant and id = :id and received = :starts
                    """)
                .with("bytes", bytes)
                .with("now", now)
                .with("restaurant", open.restaurantId())
                .with("id", open.id())
                .with("starts", starts)
                .update()
            == 1;
    if (first) {
      transaction
          .sql(
              """
              insert into media_upload_piece (restaurant_id, upload_id, starts, bytes, key)
              values (:restaurant, :id, :starts, :bytes, :key)
              """)
          .with("restaurant", open.restaurantId())
          .with("id", open.id())
          .with("starts", starts)
          .with("bytes", bytes)
          .with("key", key)
          .update();
    }
    return first;
  }

  List<Piece> pieces(Transaction transaction, Pieces.Open open) {
    return transaction
        .sql(
            """
            select key, bytes from media_upload_piece
             where restaurant_id = :restaurant and upload_id = :id order by starts
            """)
        .with("restaurant", open.restaurantId())
        .with("id", open.id())
        .list(row -> new Piece(row.uuid("key"), row.number("bytes")));
  }

  void remove(Transaction transaction, UUID restaurantId, UUID id) {
    transaction
        .sql("delete from media_upload where restaurant_id = :restaurant and id = :id")
        .with("restaurant", restaurantId)
        .with("id", id)
        .update();
  }

  List<Pieces.Open> untouchedSince(Transaction transaction, Instant then, int most) {
    return transaction
        .sql("select * from media_upload where touched_at < :then order by touched_at limit :most")
        .with("then", then)
        .with("most", most)
        .list(PieceStore::open);
  }

  private static Pieces.Open open(Row row) {
    return new Pieces.Open(
        row.uuid("restaurant_id"),
        row.uuid("id"),
        row.uuid("staff_id"),
        row.namedOrNull("kind", MediaKind.class),
        row.text("mime"),
        row.number("bytes"),
        row.text("sha256"),
        row.textOrNull("file_name"),
        row.number("received"));
  }
}
