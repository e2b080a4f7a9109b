package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import java.util.List;

/// Tells English from Arabic in Latin letters.
final class EnglishText {

  private static final int LEAST_PLAIN = 3;

  private EnglishText() {}

  /// Whether a text is to be read by English grammar: no Arabic letters, and no more Arabic words
  /// in Latin letters than English ones.
  static boolean isEnglish(List<Word> words, Lexicon lexicon, EnglishMenu menu) {
    return isEnglish(words, lexicon, menu, 0);
  }

  /// Whether a text leaves no doubt, so that no Arabic need be looked for in it.
  static boolean isPlainEnglish(List<Word> words, Lexicon lexicon, EnglishMenu menu) {
    return isEnglish(words, lexicon, menu, LEAST_PLAIN);
  }

  private static boolean isCommon(String word, EnglishMenu menu) {
    return word.length() > 2 && menu.spelling().isEnglish(word);
  }

  /// "8ahwa", "sam7t": digits that are letters; "2pepsi" is two of them.
  private static boolean isSpeltInDigits(String word, EnglishMenu menu) {
    String letters = word.replaceFirst("^[0-9]+", "");
    return DigitLetters.are(word)
        && !menu.spelling().isEnglish(letters)
        && !menu.spelling().names(letters);
  }

  /// "w/o" is nothing else; a lone "w" may be an Arabic "and".
  private static boolean isWithout(List<Word> words, int at) {
    return words.get(at).text().equals("w")
        && at + 1 < words.size()
        && words.get(at + 1).text().equals("o")
        && words.get(at + 1).start() == words.get(at).end() + 1;
  }

  /// Whether every word is one of the menu's or of English orders, nearly at least; "w" may be
  /// Arabic.
  private static boolean isAllNamed(List<Word> words, EnglishMenu menu) {
    return words.stream()
        .filter(word -> !word.isQuestionMark())
        .map(Word::text)
        .allMatch(word -> !word.equals("w") && menu.spelling().reads(word));
  }

  private static boolean isEnglish(List<Word> words, Lexicon lexicon, EnglishMenu menu, int least) {
    if (words.stream().anyMatch(Word::isArabic)) {
      return false;
    }
    int english = 0;
    int arabic = 0;
    int common = 0;
    int named = 0;
    int like = 0;
    for (int i = 0; i < words.size(); ) {
      if (isWithout(words, i)) {
        english += LEAST_PLAIN;
      }
      var match = lexicon.longest(words, i);
      if (match.isPresent()) {
        boolean isEnglish =
            match.get().meanings().stream().anyMatch(meaning -> meaning.dialect().equals("en"));
        boolean isArabic =
            !isEnglish
                && !menu.spelling().knows(EnglishWords.fold(words.get(i).text()))
                && match.get().meanings().stream()
                    .anyMatch(meaning -> meaning.dialect().startsWith("arabizi"));
        boolean near = isArabic && menu.spelling().names(words.get(i).text());
        english += isEnglish ? 1 : 0;
        arabic += isArabic && !near ? 1 : 0;
        like += near ? 1 : 0;
      }
      common += match.isEmpty() && isCommon(words.get(i).text(), menu) ? 1 : 0;
      arabic += match.isEmpty() && isSpeltInDigits(words.get(i).text(), menu) ? 1 : 0;
      named += match.isEmpty() && menu.spelling().names(words.get(i).text()) ? 1 : 0;
      i += match.map(Lexicon.Match::length).orElse(1);
    }
    boolean w = words.stream().anyMatch(word -> word.text().equals("w"));
    // "Mulukhia" among English words is the menu's mulukhiya, however else it is read.
    arabic += english > 1 ? 0 : like;
    return words.stream().anyMatch(Word::isLatin)
        && (english >= least
            || isAllNamed(words, menu)
            || (arabic == 0 && english + common >= least)
            || (arabic == 0 && english > 0 && !w && english + common + named >= least))
        && (arabic == 0 || english > 2 * arabic);
  }
}
