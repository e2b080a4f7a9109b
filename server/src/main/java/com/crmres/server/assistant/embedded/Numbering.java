package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.List;

/// Takes out the numbers that only count the lines of a list: "1- … 2- …".
final class Numbering {

  private static final String MARKS = ".-)–:/ـ";
  private static final int FEWEST = 2;

  private Numbering() {}

  /// @param original what the words were read from
  static List<Word> without(List<Word> words, String original) {
    List<Integer> counted = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean begins = i == 0 || words.get(i).gap() == Word.Gap.LINE;
      if (begins && isNumber(words.get(i), counted.size() + 1, original)) {
        counted.add(i);
      } else if (begins && !counted.isEmpty() && Character.isDigit(words.get(i).text().charAt(0))) {
        return words;
      }
    }
    return counted.size() < FEWEST ? words : without(words, counted);
  }

  private static boolean isNumber(Word word, int expected, String original) {
    int end = word.end();
    return word.text().equals(Integer.toString(expected))
        && end < original.length()
        && MARKS.indexOf(original.charAt(end)) >= 0;
  }

  private static List<Word> without(List<Word> words, List<Integer> counted) {
    List<Word> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (counted.contains(i - 1)) {
        rest.add(new Word(word.text(), word.start(), word.end(), Word.Gap.LINE));
      } else if (!counted.contains(i)) {
        rest.add(word);
      }
    }
    return List.copyOf(rest);
  }
}
