package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import org.jspecify.annotations.Nullable;

/// A run of words with what it is known to be: an item, a phrase of the lexicon, a number, or
/// nothing.
///
/// @param from index of the first word
/// @param to index behind the last one
record Tag(
    int from,
    int to,
    @Nullable Mention mention,
    Lexicon.@Nullable Match match,
    @Nullable Double number) {

  boolean means(String value) {
    return mention == null && match != null && match.means(value);
  }

  boolean isOf(String kind) {
    return mention == null && match != null && match.isOf(kind);
  }

  boolean isUnknown() {
    return mention == null && match == null && number == null;
  }

  /// A dish that people know and this menu does not name.
  boolean isForeignFood() {
    return isOf("food")
        && match != null
        && match.meanings().stream().allMatch(meaning -> meaning.kind().equals("food"));
  }

  boolean joined() {
    return match != null && match.joined();
  }
}
