package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.List;

/// The words of an English text as they are rightly spelt, each with its place in what was said.
final class EnglishSpelt {

  final List<Word> words = new ArrayList<>();
  final List<Integer> places = new ArrayList<>();
  final List<String> spelt = new ArrayList<>();
  final List<String> folded = new ArrayList<>();
  private final EnglishSpelling spelling;
  private final EnglishGrammar grammar;
  private final String text;

  EnglishSpelt(EnglishSpelling spelling, EnglishGrammar grammar, List<Word> said, String text) {
    this.spelling = spelling;
    this.grammar = grammar;
    this.text = text;
    for (int i = 0; i < said.size(); i++) {
      add(said.get(i), i);
    }
  }

  private void add(Word word, int place) {
    Word.Gap gap = word.gap();
    for (String part : EnglishWords.parts(sized(word))) {
      for (String right : isNamed(word) ? List.of(part) : spelling.right(part)) {
        words.add(new Word(right, word.start(), word.end(), gap));
        places.add(place);
        spelt.add(right);
        folded.add(EnglishWords.fold(right));
        gap = Word.Gap.SPACE;
      }
    }
  }

  /// "Veggie pizza M": a lone letter behind a word is a size; behind a number "l" is a litre.
  private String sized(Word word) {
    boolean behind = word.gap() == Word.Gap.SPACE && !words.isEmpty();
    String before = behind ? words.getLast().text() : "1";
    if (Character.isDigit(before.charAt(0)) || grammar.isPhrase(before)) {
      return word.text();
    }
    return switch (word.text()) {
      case "s" -> "small";
      case "m" -> "medium";
      case "l" -> "large";
      default -> word.text();
    };
  }

  /// "For Saad", with a capital letter, is no misspelt salad.
  private boolean isNamed(Word word) {
    return word.gap() == Word.Gap.SPACE
        && !words.isEmpty()
        && words.getLast().text().equals("for")
        && word.start() < text.length()
        && Character.isUpperCase(text.charAt(word.start()));
  }
}
