package com.crmres.server.language;

import java.util.ArrayList;
import java.util.List;

/// One word of a normal text.
///
/// @param start its first place in the original
/// @param end behind its last place in the original
/// @param gap what stands before it
public record Word(String text, int start, int end, Gap gap) {

  /// What separates a word from the one before.
  public enum Gap {
    SPACE,
    COMMA,
    LINE
  }

  static List<Word> of(NormalText normal) {
    List<Word> words = new ArrayList<>();
    String text = normal.text();
    Gap gap = Gap.LINE;
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(text, at);
      if (end > at) {
        gap = addParts(words, normal, at, end, gap);
        at = end;
      } else {
        char separator = text.charAt(at);
        if (separator == '?') {
          words.add(new Word("?", normal.origin(at), normal.origin(at) + 1, Gap.SPACE));
        }
        gap = gapOf(separator);
        at++;
      }
    }
    return List.copyOf(words);
  }

  /// The words of a text in order; a question mark is a word.
  public static List<Word> of(String text) {
    return of(NormalText.of(text));
  }

  public boolean isQuestionMark() {
    return text.equals("?");
  }

  public boolean isLatin() {
    return text.chars().anyMatch(c -> c >= 'a' && c <= 'z');
  }

  public boolean isArabic() {
    return text.chars().anyMatch(c -> c >= 0x0621 && c <= 0x064A);
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && " ,\n?".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static Gap gapOf(char separator) {
    return switch (separator) {
      case ',' -> Gap.COMMA;
      case '\n', '?' -> Gap.LINE;
      default -> Gap.SPACE;
    };
  }

  /// A number that touches letters is a word of its own: `2حبه`, `x2`.
  private static Gap addParts(List<Word> words, NormalText normal, int from, int to, Gap gap) {
    String text = normal.text();
    int start = from;
    Gap before = gap;
    for (int at = from + 1; at < to; at++) {
      if (parts(text, from, to, at)) {
        words.add(part(normal, start, at, before));
        start = at;
        before = Gap.SPACE;
      }
    }
    words.add(part(normal, start, to, before));
    return Gap.SPACE;
  }

  private static boolean parts(String text, int from, int to, int at) {
    char left = text.charAt(at - 1);
    char right = text.charAt(at);
    if (Character.isDigit(left) == Character.isDigit(right)) {
      return false;
    }
    char letter = Character.isDigit(left) ? right : left;
    boolean times = letter == 'x' && (at - from == 1 || to - at == 1);
    return times || (letter >= 0x0621 && letter <= 0x064A);
  }

  private static Word part(NormalText normal, int from, int to, Gap gap) {
    return new Word(
        normal.text().substring(from, to), normal.origin(from), normal.origin(to - 1) + 1, gap);
  }
}
