package com.crmres.desktop.inbox;

import com.crmres.desktop.connection.KeptDraft;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What was typed and not yet sent, for each conversation, through every loss of connection.
final class Drafts {

  private final Supplier<UUID> commandIds;
  private final Map<UUID, Draft> drafts = new HashMap<>();
  private final Map<UUID, Outgoing> onTheirWay = new HashMap<>();

  Drafts(Supplier<UUID> commandIds) {
    this.commandIds = commandIds;
  }

  Draft of(UUID conversationId) {
    return drafts.getOrDefault(conversationId, Draft.NOTHING);
  }

  void keep(UUID conversationId, Draft draft) {
    drafts.put(conversationId, draft);
  }

  /// The conversations that have one.
  Set<UUID> conversations() {
    return Set.copyOf(drafts.keySet());
  }

  /// The command under which these words were tried and did not arrive for certain.
  @Nullable UUID triedAs(UUID conversationId, Draft draft) {
    Outgoing last = onTheirWay.get(conversationId);
    return last != null && last.what().saysTheSameAs(draft.stripped()) ? last.commandId() : null;
  }

  /// The command that says it: the same one until it succeeded, so that a retry is one message.
  Outgoing outgoing(UUID conversationId, Draft what) {
    Outgoing last = onTheirWay.get(conversationId);
    if (last != null && last.what().saysTheSameAs(what)) {
      return last;
    }
    var fresh = new Outgoing(commandIds.get(), what);
    onTheirWay.put(conversationId, fresh);
    return fresh;
  }

  /// What was tried before the program ended: the same command again.
  Outgoing outgoing(KeptDraft one) {
    UUID command = one.command();
    return new Outgoing(
        command == null ? commandIds.get() : command, KeptDrafts.draft(one).stripped());
  }

  /// Forgets what was sent, but not what was typed since.
  void sent(UUID conversationId, Outgoing gone) {
    onTheirWay.remove(conversationId, gone);
    keep(conversationId, of(conversationId).without(gone.what(), gone.carriedText()));
  }

  /// It arrived; what was typed since stays as it is.
  void gone(UUID conversationId, Outgoing gone) {
    onTheirWay.remove(conversationId, gone);
  }

  /// It did not arrive for certain: saying the same again is the same command.
  void again(UUID conversationId, Outgoing failed) {
    onTheirWay.put(conversationId, failed);
  }
}
