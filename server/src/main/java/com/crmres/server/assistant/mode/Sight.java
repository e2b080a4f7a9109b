package com.crmres.server.assistant.mode;

import com.crmres.server.conversation.Conversations;
import com.crmres.server.database.Transaction;
import com.crmres.server.http.ApiException;
import com.crmres.server.http.ErrorCode;
import com.crmres.server.identity.Principal;
import java.util.UUID;

/// Which conversations a person may see.
final class Sight {

  private Sight() {}

  /// Refuses a conversation of another branch as if it were not there.
  ///
  /// @throws ApiException if there is no such conversation for this person
  static void check(
      Conversations conversations, Transaction transaction, Principal principal, UUID id) {
    boolean seen =
        conversations
            .find(transaction, principal.restaurantId(), id)
            .filter(conversation -> principal.sees(conversation.branchId()))
            .isPresent();
    if (!seen) {
      throw new ApiException(ErrorCode.NOT_FOUND);
    }
  }
}
