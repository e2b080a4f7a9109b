package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ReplyRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// What was typed and not yet sent, for each conversation, through every loss of connection.
final class Drafts {

  private final Supplier<UUID> commandIds;
  private final Map<UUID, String> texts = new HashMap<>();
  private final Map<UUID, ReplyRequest> commands = new HashMap<>();

  Drafts(Supplier<UUID> commandIds) {
    this.commandIds = commandIds;
  }

  String text(UUID conversationId) {
    return texts.getOrDefault(conversationId, "");
  }

  void typed(UUID conversationId, String text) {
    texts.put(conversationId, text);
  }

  /// The command that sends `text`: the same one until it succeeded, so that a retry is one answer.
  ReplyRequest command(UUID conversationId, String text) {
    ReplyRequest last = commands.get(conversationId);
    if (last != null && last.text().equals(text)) {
      return last;
    }
    var fresh = new ReplyRequest(commandIds.get(), text);
    commands.put(conversationId, fresh);
    return fresh;
  }

  /// Forgets what was sent, but not what was typed since.
  void sent(UUID conversationId, ReplyRequest command) {
    commands.remove(conversationId, command);
    if (text(conversationId).strip().equals(command.text())) {
      texts.remove(conversationId);
    }
  }
}
