package com.crmres.desktop.search;

import com.crmres.common.search.SearchHit;
import com.crmres.common.search.SearchKind;

/// What a row of the found things shows.
public sealed interface FoundRow {

  /// The line above those of one kind.
  record Head(SearchKind kind) implements FoundRow {}

  record Found(SearchHit hit) implements FoundRow {}

  /// Below the last one: asks for those that are older.
  record More(boolean failed) implements FoundRow {}
}
