package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The pieces of an English text in their order, and what stands beside what.
final class EnglishSentence {

  private final List<EnglishPiece> pieces;

  EnglishSentence(List<EnglishPiece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  List<EnglishPiece> pieces() {
    return pieces;
  }

  int size() {
    return pieces.size();
  }

  boolean has(int t) {
    return t >= 0 && t < pieces.size();
  }

  EnglishPiece at(int t) {
    return pieces.get(t);
  }

  /// The words of the piece at `t`; empty where there is none.
  String said(int t) {
    return has(t) ? at(t).said() : "";
  }

  String said(int from, int to) {
    return pieces.subList(from, to).stream()
        .map(EnglishPiece::said)
        .collect(Collectors.joining(" "));
  }

  /// Whether the piece at `t` does one of these in the grammar.
  boolean is(int t, Part... parts) {
    return has(t) && Arrays.asList(parts).contains(at(t).part());
  }

  boolean isItem(int t) {
    return has(t) && at(t).isItem();
  }

  boolean isOption(int t) {
    return has(t) && at(t).isOption();
  }

  boolean isOnMenu(int t) {
    return has(t) && at(t).isOnMenu();
  }

  /// Whether the words at `t` name an option and no dish.
  boolean isOnlyOption(int t) {
    return isOption(t) && !isItem(t);
  }

  /// Whether there are words at `t` that only a space parts from those before.
  boolean runsOn(int t) {
    return has(t) && at(t).gap() == Word.Gap.SPACE;
  }

  /// Whether there are words at `t` and they belong to the line of those before.
  boolean goesOn(int t) {
    return has(t) && at(t).gap() != Word.Gap.LINE;
  }

  int endOfLine(int t) {
    int end = t + 1;
    while (goesOn(end)) {
      end++;
    }
    return end;
  }

  /// The first place from `t` on where none of these stands.
  int behind(int t, Part... parts) {
    int next = t;
    while (is(next, parts)) {
      next++;
    }
    return next;
  }
}
