package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the numbers among English words.
final class EnglishNumerals {

  private static final int LONGEST_NUMBER = 5;

  private final EnglishGrammar grammar;
  private final List<Word> words;
  private final List<String> spelt;

  EnglishNumerals(EnglishGrammar grammar, List<Word> words, List<String> spelt) {
    this.grammar = grammar;
    this.words = words;
    this.spelt = spelt;
  }

  /// Digits, or number words put together: "twenty five", "two hundred".
  EnglishGrammar.@Nullable Found at(int at) {
    Double first = value(at);
    if (first == null) {
      return null;
    }
    double sum = first;
    int to = at + 1;
    while (to < words.size() && words.get(to).gap() == Word.Gap.SPACE) {
      boolean and = spelt.get(to).equals("and") && sum >= 100 && to + 1 < words.size();
      Double next = value(and ? to + 1 : to);
      if (next == null || spelt.get(to).equals("a") || spelt.get(to).equals("another")) {
        break;
      }
      if (next == 100 && sum < 10 && sum > 0) {
        sum *= 100;
      } else if (sum >= 20 && sum % 10 == 0 && sum < 100 && next < 10 && next >= 1 && isWord(at)) {
        sum += next;
      } else if (sum >= 100 && sum % 100 == 0 && next < 100 && isWord(to)) {
        sum += next;
      } else {
        break;
      }
      to += and ? 2 : 1;
    }
    return new EnglishGrammar.Found(new EnglishGrammar.Sense(Part.NUMBER, sum), to - at);
  }

  private boolean isWord(int at) {
    return !Character.isDigit(spelt.get(at).charAt(0));
  }

  private @Nullable Double value(int at) {
    if (at >= words.size()) {
      return null;
    }
    String word = spelt.get(at);
    if (word.chars().allMatch(Character::isDigit)) {
      return word.length() <= LONGEST_NUMBER ? Double.valueOf(word) : null;
    }
    EnglishGrammar.Found found =
        grammar.at(words.subList(at, at + 1), spelt.subList(at, at + 1), 0);
    return found != null && found.sense().part() == Part.NUMBER ? found.sense().number() : null;
  }
}
