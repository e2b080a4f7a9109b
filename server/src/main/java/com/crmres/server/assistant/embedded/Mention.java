package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import java.util.List;

/// Words that name an item, or several that may be meant.
///
/// @param from index of the first word
/// @param to index behind the last one
/// @param items in the order of likeness, never empty
/// @param sure whether the words leave no doubt that they name an item of `items`
/// @param whole whether they say an item's whole name
/// @param exact whether nothing was misspelt
/// @param dual whether the word itself says two of it
record Mention(
    int from,
    int to,
    List<MenuItem> items,
    boolean sure,
    boolean whole,
    boolean exact,
    boolean dual) {
  Mention {
    items = List.copyOf(items);
  }

  Mention of(List<MenuItem> meant) {
    return new Mention(from, to, meant, sure, whole, exact, dual);
  }

  /// The same with more words before it.
  Mention from(int earlier) {
    return new Mention(earlier, to, items, sure, whole, exact, dual);
  }

  int length() {
    return to - from;
  }
}
