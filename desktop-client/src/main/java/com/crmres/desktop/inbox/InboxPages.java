package com.crmres.desktop.inbox;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.wire.Page;
import com.crmres.desktop.connection.Calls;
import com.crmres.desktop.connection.ConversationQuery;
import com.crmres.desktop.connection.ServerApi;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How far each tab's list has been read on the server.
final class InboxPages {

  /// How far one tab has been read.
  ///
  /// @param next where its next page begins; absent at its end
  private record Place(@Nullable String next) {}

  private final ServerApi api;
  private final Calls calls;
  private final UUID branchId;
  private final UUID me;
  private final Map<InboxFilter, Place> places = new EnumMap<>(InboxFilter.class);

  /// Counts the questions, so that a late answer to an old one is not taken.
  private int question;

  InboxPages(ServerApi api, Calls calls, UUID branchId, UUID me) {
    this.api = api;
    this.calls = calls;
    this.branchId = branchId;
    this.me = me;
  }

  /// The first pages anew: who waits for a person, however long ago he wrote, all, and the tab.
  void first(InboxFilter tab, Consumer<List<ConversationSummary>> came, Runnable failed) {
    int mine = ++question;
    calls.ask(
        () -> pages(tab),
        pages -> {
          if (mine == question) {
            places.clear();
            pages.forEach((filter, page) -> places.put(filter, new Place(page.next())));
            came.accept(pages.values().stream().flatMap(page -> page.items().stream()).toList());
          }
        },
        why -> {
          if (mine == question) {
            failed.run();
          }
        });
  }

  private Map<InboxFilter, Page<ConversationSummary>> pages(InboxFilter tab) {
    Map<InboxFilter, Page<ConversationSummary>> pages = new LinkedHashMap<>();
    for (InboxFilter filter : List.of(InboxFilter.WAITING, InboxFilter.ALL, tab)) {
      if (!pages.containsKey(filter)) {
        pages.put(filter, api.conversations(query(filter)));
      }
    }
    return pages;
  }

  private ConversationQuery query(InboxFilter filter) {
    return filter.query(branchId, me);
  }

  boolean isRead(InboxFilter tab) {
    return places.containsKey(tab);
  }

  /// Whether there is more of a tab than has been read.
  boolean hasMore(InboxFilter tab) {
    Place place = places.get(tab);
    return place != null && place.next() != null;
  }

  /// The first page of a tab that was not read yet, or its next one; nothing at its end.
  void more(InboxFilter tab, Consumer<List<ConversationSummary>> came, Runnable failed) {
    Place place = places.get(tab);
    if (place != null && place.next() == null) {
      return;
    }
    String from = place == null ? null : place.next();
    places.put(tab, new Place(null));
    int mine = question;
    calls.ask(
        () -> api.conversations(query(tab).after(from)),
        page -> {
          if (mine == question) {
            places.put(tab, new Place(page.next()));
            came.accept(page.items());
          }
        },
        why -> {
          if (mine == question) {
            putBack(tab, place);
            failed.run();
          }
        });
  }

  private void putBack(InboxFilter tab, @Nullable Place place) {
    if (place == null) {
      places.remove(tab);
    } else {
      places.put(tab, place);
    }
  }
}
