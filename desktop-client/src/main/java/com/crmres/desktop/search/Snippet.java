package com.crmres.desktop.search;

import com.crmres.common.search.SearchHit;
import com.crmres.desktop.ui.MarkedText.Piece;
import java.util.ArrayList;
import java.util.List;

/// The part of a found text around the first word that was searched for, in pieces.
///
/// Whole words are marked: Arabic letters are shaped by their neighbours, and half a word in
/// another colour would fall apart.
record Snippet(List<Piece> pieces) {

  private static final int BEFORE = 36;
  private static final int LONGEST = 150;

  Snippet {
    pieces = List.copyOf(pieces);
  }

  static Snippet of(SearchHit hit) {
    String text = hit.text();
    List<SearchHit.Mark> marks = wholeWords(text, hit.marks());
    int from = marks.isEmpty() ? 0 : beginning(text, marks.getFirst().start());
    int to = Math.min(text.length(), from + LONGEST);
    List<Piece> pieces = new ArrayList<>();
    if (from > 0) {
      pieces.add(new Piece("… ", false));
    }
    int at = from;
    for (SearchHit.Mark mark : marks) {
      int start = Math.max(mark.start(), at);
      int end = Math.min(mark.start() + mark.length(), to);
      if (start < end) {
        add(pieces, text.substring(at, start), false);
        add(pieces, text.substring(start, end), true);
        at = end;
      }
    }
    add(pieces, text.substring(at, Math.max(at, to)), false);
    if (to < text.length()) {
      pieces.add(new Piece(" …", false));
    }
    return new Snippet(pieces);
  }

  private static void add(List<Piece> pieces, String words, boolean marked) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(words.replaceAll("\\s+", " "), marked));
    }
  }

  /// A little before the mark, at the beginning of a word.
  private static int beginning(String text, int mark) {
    if (mark <= BEFORE) {
      return 0;
    }
    int space = text.indexOf(' ', mark - BEFORE);
    return space < 0 || space >= mark ? mark : space + 1;
  }

  private static List<SearchHit.Mark> wholeWords(String text, List<SearchHit.Mark> marks) {
    List<SearchHit.Mark> whole = new ArrayList<>();
    for (SearchHit.Mark mark : marks) {
      int start = Math.clamp(mark.start(), 0, text.length());
      int end = Math.clamp((long) mark.start() + mark.length(), start, text.length());
      while (start > 0 && isPartOfWord(text.charAt(start - 1))) {
        start--;
      }
      while (end < text.length() && isPartOfWord(text.charAt(end))) {
        end++;
      }
      if (end > start) {
        whole.add(new SearchHit.Mark(start, end - start));
      }
    }
    return whole;
  }

  private static boolean isPartOfWord(char letter) {
    return Character.isLetterOrDigit(letter)
        || Character.getType(letter) == Character.NON_SPACING_MARK;
  }
}
