package com.crmres.server.whatsapp.media;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.conversation.Transcript;
import com.crmres.server.database.Transaction;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.whatsapp.MediaIntake;
import com.crmres.server.whatsapp.MediaReference;
import java.util.UUID;

/// Notes which files are to be fetched, in the transaction that keeps their message, so that none
/// is forgotten.
public final class MediaFetches implements MediaIntake {

  private final Conversations conversations;
  private final MediaFiles files;
  private final Runnable wake;

  /// Makes the list.
  ///
  /// @param wake told once a file can be fetched: WhatsApp's address lives for minutes
  public MediaFetches(Conversations conversations, MediaFiles files, Runnable wake) {
    this.conversations = conversations;
    this.files = files;
    this.wake = wake;
  }

  @Override
  public void wanted(
      Transaction transaction, UUID restaurantId, UUID messageId, MediaReference reference) {
    Transcript.Placed placed =
        conversations.transcript().placed(transaction, restaurantId, messageId);
    if (placed.content() instanceof MessageContent.Media media) {
      files.expect(
          transaction,
          restaurantId,
          media.id(),
          media.kind(),
          reference.mimeType(),
          media.fileName());
      note(transaction, restaurantId, messageId, placed.phoneNumberId(), reference);
      transaction.afterCommit(wake);
    }
  }

  private static void note(
      Transaction transaction,
      UUID restaurantId,
      UUID messageId,
      String phoneNumberId,
      MediaReference reference) {
    transaction
        .sql(
            """
            insert into whatsapp_media_fetch
              (restaurant_id, media_id, message_id, phone_number_id, whatsapp_media_id, url, sha256)
            values (:restaurant, :media, :message, :number, :id, :url, :hash)
            on conflict do nothing
            """)
        .with("restaurant", restaurantId)
        .with("media", reference.mediaId())
        .with("message", messageId)
        .with("number", phoneNumberId)
        .with("id", reference.id())
        .with("url", reference.url())
        .with("hash", reference.sha256())
        .update();
  }
}
