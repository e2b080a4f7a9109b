package com.crmres.desktop.connection;

import com.crmres.common.search.SearchKind;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is searched in all that was ever said.
///
/// @param words 1 to 100 characters
/// @param kinds what words are searched in; not empty
/// @param after what the previous page named as next
public record SearchQuery(
    UUID branchId, String words, Set<SearchKind> kinds, int limit, @Nullable String after) {
  public SearchQuery {
    kinds = Set.copyOf(kinds);
  }
}
