package com.crmres.server.search;

import com.crmres.common.search.SearchHit;
import com.crmres.common.search.SearchKind;
import com.crmres.server.database.Transaction;
import com.crmres.server.search.SearchWords.Wanted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds messages, customers and orders by their words, the newest first.
public final class Search {

  private final SearchStore store = new SearchStore();

  /// The newest that came of a page before.
  ///
  /// @param at and
  /// @param id of the last hit that was shown
  public record Place(Instant at, UUID id) {}

  /// What has all words of a text, each at least as its beginning.
  ///
  /// @param branches those of these branches, and those of none
  /// @param kinds none for all
  /// @param after what stands behind this; null from the newest
  public List<SearchHit> find(
      Transaction transaction,
      UUID restaurantId,
      Set<UUID> branches,
      String text,
      Set<SearchKind> kinds,
      @Nullable Place after,
      int limit) {
    List<Wanted> wanted = SearchWords.wanted(text);
    if (wanted.isEmpty()) {
      return List.of();
    }
    SearchStore.Wish wish =
        new SearchStore.Wish(
            restaurantId, branches, rarestFirst(transaction, restaurantId, wanted), after, limit);
    Set<SearchKind> asked = kinds.isEmpty() ? Set.of(SearchKind.values()) : kinds;
    return asked.stream()
        .flatMap(kind -> store.find(transaction, wish, kind).stream())
        .sorted(Comparator.comparing(SearchHit::at).thenComparing(SearchHit::id).reversed())
        .limit(limit)
        .map(hit -> marked(hit, wanted))
        .toList();
  }

  private List<Wanted> rarestFirst(
      Transaction transaction, UUID restaurantId, List<Wanted> wanted) {
    if (wanted.size() == 1) {
      return wanted;
    }
    record Weighed(Wanted wanted, long found) {}
    return wanted.stream()
        .map(some -> new Weighed(some, store.count(transaction, restaurantId, some)))
        .sorted(Comparator.comparingLong(Weighed::found))
        .map(Weighed::wanted)
        .toList();
  }

  private static SearchHit marked(SearchHit hit, List<Wanted> wanted) {
    return new SearchHit(
        hit.kind(),
        hit.id(),
        hit.conversationId(),
        hit.sequence(),
        hit.customerName(),
        hit.text(),
        SearchWords.marks(hit.text(), wanted),
        hit.at());
  }
}
