package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run of words of an English order with all that it may be.
///
/// @param from index of the first word said
/// @param to index behind the last one
/// @param gap what stands before it
/// @param colon whether a colon stands before it
/// @param said its words as they are spelt
/// @param key the same folded, under which options are found
/// @param part what it does in the grammar; null if it is no such phrase
/// @param number its value where it is a number
/// @param items those whose whole name it is
/// @param partly those of whose name it is a part
/// @param option whether some item has an option of this name, or of which it is a part
record EnglishPiece(
    int from,
    int to,
    Word.Gap gap,
    boolean colon,
    String said,
    String key,
    EnglishGrammar.@Nullable Part part,
    double number,
    List<MenuItem> items,
    List<MenuItem> partly,
    boolean option) {

  boolean is(EnglishGrammar.Part other) {
    return part == other;
  }

  boolean isItem() {
    return part == null && !(items.isEmpty() && partly.isEmpty());
  }

  boolean isOption() {
    return part == null && option;
  }

  boolean isUnknown() {
    return part == null && !option && !isItem();
  }

  boolean isOnMenu() {
    return part == null && !isUnknown();
  }

  /// The same words as the name of an option.
  EnglishPiece asOption(String name) {
    return new EnglishPiece(from, to, gap, colon, said, name, null, 0, List.of(), List.of(), true);
  }

  /// The same words as the name of dishes.
  EnglishPiece asDish(List<MenuItem> dishes) {
    return new EnglishPiece(from, to, gap, colon, said, key, null, 0, dishes, List.of(), false);
  }

  /// Whether it has all these words.
  boolean holds(int first, int end) {
    return from <= first && to >= end;
  }

  /// The items it may mean: those it names in full before those it names in part.
  List<MenuItem> meant() {
    return items.isEmpty() ? partly : items;
  }
}
