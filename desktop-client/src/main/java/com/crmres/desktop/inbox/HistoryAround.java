package com.crmres.desktop.inbox;

import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.ServerApi;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the part of a history around one message. The server pages from the newest down, from
/// before a message that there is; so it is asked from a little after the wanted one. Each call
/// blocks.
final class HistoryAround {

  /// How far after the wanted message to begin; where there is none, nearer.
  private static final long[] AHEAD = {25, 12, 6, 3, 2, 1};

  /// Where sequences have wide gaps, so many pages are gone down from the newest.
  private static final int MOST_PAGES = 200;

  /// What was said after a message.
  ///
  /// @param joins whether nothing is missing between the two
  record After(List<MessageDetails> items, boolean joins, boolean reachesNewest) {
    After {
      items = List.copyOf(items);
    }
  }

  private final ServerApi api;

  HistoryAround(ServerApi api) {
    this.api = api;
  }

  Page<MessageDetails> page(UUID conversationId, UUID messageId, long sequence) {
    for (long ahead : AHEAD) {
      Page<MessageDetails> page = api.messages(conversationId, Long.toString(sequence + ahead));
      if (has(page, messageId)) {
        return page;
      }
    }
    return wandered(conversationId, messageId);
  }

  private Page<MessageDetails> wandered(UUID conversationId, UUID messageId) {
    Page<MessageDetails> page = api.messages(conversationId, null);
    @Nullable String next = page.next();
    for (int i = 0; i < MOST_PAGES && next != null && !has(page, messageId); i++) {
      page = api.messages(conversationId, next);
      next = page.next();
    }
    return page;
  }

  private static boolean has(Page<MessageDetails> page, UUID messageId) {
    return page.items().stream().anyMatch(message -> message.id().equals(messageId));
  }

  /// What follows `last`, as far as one page goes.
  After after(UUID conversationId, MessageDetails last) {
    List<MessageDetails> newest = api.messages(conversationId, null).items();
    if (newest.stream().anyMatch(one -> one.sequence() <= last.sequence())) {
      return new After(newest, true, true);
    }
    for (long ahead : new long[] {50, 25, 12, 6, 3, 2}) {
      List<MessageDetails> found =
          new ArrayList<>(
              api.messages(conversationId, Long.toString(last.sequence() + ahead)).items());
      if (found.stream().anyMatch(one -> one.id().equals(last.id()))) {
        return new After(found, true, false);
      }
    }
    return new After(newest, false, true);
  }
}
