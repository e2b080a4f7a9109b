package com.crmres.server.conversation;

import com.crmres.common.conversation.MessageContent;
import com.crmres.server.database.Transaction;
import com.crmres.server.identity.Principal;

/// Says which files somebody may send, since this package knows no files: else he could show
/// himself any file by sending it.
@FunctionalInterface
public interface FileRights {

  /// Lets what he may send pass.
  ///
  /// @throws com.crmres.server.http.ApiException if a file in it is not his to see
  void check(Transaction transaction, Principal principal, MessageContent content);
}
