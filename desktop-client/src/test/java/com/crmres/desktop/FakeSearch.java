package com.crmres.desktop;

import com.crmres.common.conversation.ConversationSummary;
import com.crmres.common.conversation.MessageDetails;
import com.crmres.common.ordering.OrderSummary;
import com.crmres.common.search.SearchHit;
import com.crmres.common.search.SearchKind;
import com.crmres.common.wire.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds words as they are written, the newest first, page by page.
public final class FakeSearch {

  private final Restaurant restaurant;

  FakeSearch(Restaurant restaurant) {
    this.restaurant = restaurant;
  }

  /// What of it has the words.
  ///
  /// @param after how many were listed before
  public Page<SearchHit> search(
      String words, Set<SearchKind> kinds, int limit, @Nullable String after) {
    List<SearchHit> all = new ArrayList<>();
    for (ConversationSummary one : restaurant.conversations("")) {
      if (kinds.contains(SearchKind.CUSTOMER)) {
        customer(all, one, words);
      }
      if (kinds.contains(SearchKind.MESSAGE)) {
        messages(all, one, words);
      }
    }
    if (kinds.contains(SearchKind.ORDER)) {
      restaurant.orders().forEach(order -> order(all, order, words));
    }
    all.sort(Comparator.comparing(SearchHit::at).reversed());
    int from = after == null ? 0 : Integer.parseInt(after);
    int to = Math.min(all.size(), from + limit);
    return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
  }

  private static void customer(List<SearchHit> all, ConversationSummary one, String words) {
    String phone = one.customer().phone() == null ? "" : one.customer().phone();
    if (one.customer().name().contains(words) || phone.contains(words)) {
      all.add(hit(SearchKind.CUSTOMER, one.customer().id(), one, null, phone, words, lastAt(one)));
    }
  }

  private static Instant lastAt(ConversationSummary one) {
    MessageDetails last = one.lastMessage();
    return last == null ? Instant.EPOCH : last.at();
  }

  private void messages(List<SearchHit> all, ConversationSummary one, String words) {
    for (MessageDetails message : restaurant.newestFirst(one.id(), Long.MAX_VALUE)) {
      String text = message.content().preview();
      if (text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))) {
        all.add(
            hit(
                SearchKind.MESSAGE,
                message.id(),
                one,
                message.sequence(),
                text,
                words,
                message.at()));
      }
    }
  }

  private void order(List<SearchHit> all, OrderSummary order, String words) {
    if (order.number().contains(words)) {
      all.add(
          hit(
              SearchKind.ORDER,
              order.id(),
              restaurant.conversation(order.conversationId()),
              null,
              order.number(),
              words,
              order.placedAt()));
    }
  }

  private static SearchHit hit(
      SearchKind kind,
      UUID id,
      ConversationSummary conversation,
      @Nullable Long sequence,
      String text,
      String words,
      Instant at) {
    int start = text.toLowerCase(Locale.ROOT).indexOf(words.toLowerCase(Locale.ROOT));
    List<SearchHit.Mark> marks =
        start < 0 ? List.of() : List.of(new SearchHit.Mark(start, words.length()));
    return new SearchHit(
        kind, id, conversation.id(), sequence, conversation.customer().name(), text, marks, at);
  }
}
