package com.crmres.server.handling;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Database;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.identity.Principal;
import java.util.UUID;
import java.util.function.Function;

/// Lets somebody in to what he may see, in one transaction.
final class Room {

  private final Database database;
  private final Conversations conversations;

  Room(Database database, Conversations conversations) {
    this.database = database;
    this.conversations = conversations;
  }

  /// Somebody's request in its transaction.
  record Asked(Transaction transaction, Principal principal, UUID restaurantId) {}

  <T> T asked(Principal principal, Function<Asked, T> work) {
    return database.<T>inRestaurant(
        principal.restaurantId(),
        transaction -> work.apply(new Asked(transaction, principal, principal.restaurantId())));
  }

  /// A conversation that he may see.
  ///
  /// @throws ApiException if there is none, or it is another branch's
  ConversationSummary visible(Asked asked, UUID id) {
    return conversations
        .find(asked.transaction(), asked.restaurantId(), id)
        .filter(conversation -> asked.principal().sees(conversation.branchId()))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }
}
