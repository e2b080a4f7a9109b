package com.crmres.server.media;

import com.crmres.server.database.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Says where a file is shown, since this package knows no conversation.
@FunctionalInterface
public interface Onlookers {

  /// The branch of each conversation with a message that shows the file; empty for a conversation
  /// that belongs to none yet.
  List<Optional<UUID>> branchesShowing(Transaction transaction, UUID restaurantId, UUID mediaId);
}
