package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Stem;
import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Parts words that were written without the space between them: "بدونبصل", "ابيبرجر".
final class JoinedWords {

  private static final int SHORTEST = 2;
  private static final Set<String> HEADS = Set.of("order_verb", "modifier", "number");

  private final Lexicon lexicon;
  private final Predicate<String> onMenu;
  private final Map<String, Integer> pairs;

  /// @param onMenu whether a word is one of the menu's
  /// @param pairs two words that follow each other in a name, with the place of the second
  JoinedWords(Lexicon lexicon, Predicate<String> onMenu, Map<String, Integer> pairs) {
    this.lexicon = lexicon;
    this.onMenu = onMenu;
    this.pairs = Map.copyOf(pairs);
  }

  List<Word> apart(List<Word> words) {
    List<Word> apart = new ArrayList<>(words.size());
    for (Word word : words) {
      int at = word.isArabic() && word.text().length() > 4 ? border(word.text()) : 0;
      if (at == 0) {
        apart.add(word);
      } else {
        int middle = Math.min(word.end() - 1, word.start() + at);
        apart.add(new Word(word.text().substring(0, at), word.start(), middle, word.gap()));
        apart.add(new Word(word.text().substring(at), middle, word.end(), Word.Gap.SPACE));
      }
    }
    return List.copyOf(apart);
  }

  /// Where the second word begins; 0 if it is only one.
  private int border(String word) {
    int before = word.startsWith("ال") ? 2 : word.startsWith("وال") ? 3 : 0;
    Integer pair = pairs.get(word.substring(before));
    if (pair != null && !onMenu.test(word.substring(before))) {
      return before + pair;
    }
    if (isKnown(word)) {
      return 0;
    }
    for (int at = word.length() - SHORTEST; at > SHORTEST; at--) {
      if (isHead(word.substring(0, at)) && isThing(word.substring(at))) {
        return at;
      }
    }
    return 0;
  }

  private boolean isKnown(String word) {
    return Stem.of(word).stream()
        .map(Stem::text)
        .anyMatch(text -> !lexicon.of(text).isEmpty() || onMenu.test(text));
  }

  private boolean isHead(String word) {
    return Stem.of(word).stream()
        .filter(stem -> !stem.definite() && stem.text().length() > SHORTEST)
        .flatMap(stem -> lexicon.of(stem.text()).stream())
        .anyMatch(meaning -> HEADS.contains(meaning.kind()));
  }

  private boolean isThing(String word) {
    return onMenu.test(word)
        || lexicon.of(word).stream().anyMatch(meaning -> meaning.kind().equals("food"));
  }
}
