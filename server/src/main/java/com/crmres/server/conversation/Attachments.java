package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.database.Transaction;
import java.util.UUID;

/// The files that staff may send.
@FunctionalInterface
public interface Attachments {

  /// For a house that keeps no files itself.
  Attachments AS_TOLD = (_, _, media) -> new Prepared.Ready(media);

  /// Holds a file that somebody wants to send against what is kept under its id: what it is says
  /// the house, not who sends it.
  Prepared prepare(Transaction transaction, UUID restaurantId, MessageContent.Media media);
}
