package com.crmres.desktop.bubble;

import com.crmres.common.conversation.MessageVersion;
import com.crmres.desktop.connection.ServerFailure;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Where a bubble learns what its message said before.
public interface Versions {

  /// Whether this person may see what was changed or taken back.
  boolean mayAsk();

  void ask(UUID messageId, Consumer<List<MessageVersion>> answered, Consumer<ServerFailure> failed);
}
