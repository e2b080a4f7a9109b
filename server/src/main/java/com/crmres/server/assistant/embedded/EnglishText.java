package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import java.util.List;

/// Tells English from Arabic in Latin letters.
final class EnglishText {

  private EnglishText() {}

  /// Whether a text is to be read by English grammar: no Arabic letters, and no more Arabic words
  /// in Latin letters than English ones.
  static boolean isEnglish(List<Word> words, Lexicon lexicon) {
    if (words.stream().anyMatch(Word::isArabic)) {
      return false;
    }
    int english = 0;
    int arabic = 0;
    for (int i = 0; i < words.size(); ) {
      var match = lexicon.longest(words, i);
      if (match.isPresent()) {
        boolean isEnglish =
            match.get().meanings().stream().anyMatch(meaning -> meaning.dialect().equals("en"));
        boolean isArabic =
            !isEnglish
                && match.get().meanings().stream()
                    .anyMatch(meaning -> meaning.dialect().startsWith("arabizi"));
        english += isEnglish ? 1 : 0;
        arabic += isArabic ? 1 : 0;
      }
      i += match.map(Lexicon.Match::length).orElse(1);
    }
    return words.stream().anyMatch(Word::isLatin) && (arabic == 0 || english > 2 * arabic);
  }
}
