package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import java.util.List;

/// One of the names people use for an item, as words.
///
/// @param place of the item on the menu
/// @param linked whether it holds an "and" or an "on", which is none of the words
/// @param with which of the words say what comes with it, a bit each: "بالجبن"
record ItemName(MenuItem item, int place, List<String> words, boolean linked, long with) {
  ItemName {
    words = List.copyOf(words);
  }

  String joined() {
    return String.join("", words);
  }

  /// Whether the words said are the last of the name.
  boolean endsWith(long said) {
    int skipped = Long.numberOfTrailingZeros(said);
    return (said >> skipped) == (1L << (words.size() - skipped)) - 1;
  }

  /// Whether the name goes on, behind the words said, with what comes with it.
  boolean goesOnWith(long said) {
    return (with >> (Long.SIZE - Long.numberOfLeadingZeros(said))) != 0;
  }
}
