package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import java.util.List;

/// One of the names people use for an item, as words.
///
/// @param place of the item on the menu
/// @param and whether it holds an "and", which is none of the words
record ItemName(MenuItem item, int place, List<String> words, boolean and) {
  ItemName {
    words = List.copyOf(words);
  }

  String joined() {
    return String.join("", words);
  }
}
