package com.crmres.server.whatsapp.media;

import com.crmres.server.database.Row;
import com.crmres.server.database.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The SQL of files to be fetched.
///
/// A file is held by lease; whoever holds it is known by the number of its attempt, so a node that
/// was too slow changes nothing.
final class FetchStore {

  /// Longer than a whole attempt may take.
  private static final int LEASE_SECONDS = 300;

  /// A file held for one attempt.
  ///
  /// @param strikes how many answers said that it will never come
  /// @param old whether WhatsApp is about to forget it
  record Held(
      UUID restaurantId,
      UUID mediaId,
      UUID messageId,
      String phoneNumberId,
      String whatsAppId,
      @Nullable String url,
      @Nullable String sha256,
      int attempt,
      int strikes,
      boolean old) {}

  /// Holds files that are due.
  ///
  /// @param age from which on a file is old
  List<Held> hold(Transaction transaction, int most, Duration age) {
    return transaction
        .sql(
            """
            update whatsapp_media_fetch f
               set attempts = attempts + 1, leased_until = now() + make_interval(secs => :lease)
             where (restaurant_id, media_id) in (
                     select restaurant_id, media_id from whatsapp_media_fetch
                      where next_at <= now() and (leased_until is null or leased_until < now())
                      order by next_at limit :most for update skip locked)
            returning f.*, since < now() - make_interval(secs => :age) as old
            """)
        .with("lease", LEASE_SECONDS)
        .with("most", most)
        .with("age", (int) age.toSeconds())
        .list(FetchStore::held);
  }

  /// Tries again after a while.
  void again(Transaction transaction, Held held, Duration delay, boolean strike) {
    transaction
        .sql(
            """
            update whatsapp_media_fetch
               set leased_until = null, next_at = now() + make_interval(secs => :seconds),
                   strikes = strikes + :strike
             where restaurant_id = :restaurant and media_id = :media and attempts = :attempt
            """)
        .with("seconds", delay.toMillis() / 1000.0)
        .with("strike", strike ? 1 : 0)
        .with("restaurant", held.restaurantId())
        .with("media", held.mediaId())
        .with("attempt", held.attempt())
        .update();
  }

  /// It need not be fetched any more.
  ///
  /// @return false if somebody else holds it by now, or has settled it
  boolean settled(Transaction transaction, Held held) {
    return transaction
            .sql(
                """
                delete from whatsapp_media_fetch
                 where restaurant_id = :restaurant and media_id = :media and attempts = :attempt
                """)
            .with("restaurant", held.restaurantId())
            .with("media", held.mediaId())
            .with("attempt", held.attempt())
            .update()
        == 1;
  }

  private static Held held(Row row) {
    return new Held(
        row.uuid("restaurant_id"),
        row.uuid("media_id"),
        row.uuid("message_id"),
        row.text("phone_number_id"),
        row.text("whatsapp_media_id"),
        row.textOrNull("url"),
        row.textOrNull("sha256"),
        row.integer("attempts"),
        row.integer("strikes"),
        row.flag("old"));
  }
}
