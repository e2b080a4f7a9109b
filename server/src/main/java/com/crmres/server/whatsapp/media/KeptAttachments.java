package com.crmres.server.whatsapp.media;

import com.crmres.common.conversation.MediaState;
import com.crmres.common.conversation.MessageContent;
import com.crmres.server.conversation.Attachments;
import com.crmres.server.conversation.ContentFault;
import com.crmres.server.conversation.Prepared;
import com.crmres.server.database.Transaction;
import com.crmres.server.media.MediaFile;
import com.crmres.server.media.MediaFiles;
import com.crmres.server.media.MediaRules;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Sends files as what they are kept as, whatever is said of them.
public final class KeptAttachments implements Attachments {

  private final MediaFiles files;

  public KeptAttachments(MediaFiles files) {
    this.files = files;
  }

  @Override
  public Prepared prepare(Transaction transaction, UUID restaurantId, MessageContent.Media wanted) {
    Optional<MediaFile> file = files.find(transaction, restaurantId, wanted.id());
    if (file.isEmpty() || file.get().state() != MediaState.READY) {
      return faulty(ContentFault.Rule.UNKNOWN);
    }
    return MediaRules.isSendable(file.get().kind(), file.get().mime())
        ? new Prepared.Ready(known(file.get(), wanted))
        : faulty(ContentFault.Rule.NOT_SENDABLE);
  }

  private static Prepared faulty(ContentFault.Rule rule) {
    return new Prepared.Faulty(List.of(new ContentFault("id", rule)));
  }

  private static MessageContent known(MediaFile file, MessageContent.Media wanted) {
    return new MessageContent.Media(
        file.id(),
        file.kind(),
        file.mime(),
        file.bytes(),
        file.fileName(),
        wanted.caption(),
        wanted.animated(),
        file.state(),
        file.failure());
  }
}
