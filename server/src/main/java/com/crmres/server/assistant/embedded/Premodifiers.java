package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.List;
import java.util.function.IntPredicate;

/// Tells English words that say how the dish behind them shall be from parts of dishes' names: "ابي
/// iced latte" is no iced tea.
final class Premodifiers {

  /// How many words may stand between: "iced large oat latte".
  private static final int MOST = 3;

  private final MenuIndex menu;

  Premodifiers(MenuIndex menu) {
    this.menu = menu;
  }

  /// Whether the word that is a part of some dish's name is rather an option of a dish named behind
  /// it.
  boolean has(List<Word> words, Mention mention, IntPredicate known) {
    int at = mention.from();
    if (mention.whole() || mention.length() > 1 || !words.get(at).isLatin()) {
      return false;
    }
    for (int next = at + 1; isNear(words, at, next); next++) {
      Mention dish = menu.mention(words, next, known).filter(Mention::whole).orElse(null);
      if (dish != null) {
        return isOptionOf(dish, words, at);
      }
    }
    return false;
  }

  private static boolean isNear(List<Word> words, int at, int next) {
    return next < words.size()
        && next <= at + MOST
        && words.get(next).isLatin()
        && words.get(next).gap() == Word.Gap.SPACE;
  }

  private boolean isOptionOf(Mention dish, List<Word> words, int at) {
    return dish.items().stream()
        .anyMatch(item ->
            menu.optionsOf(item)
                .at(words, at, _ -> true)
                .filter(hit -> hit.whole() && hit.to() == at + 1)
                .isPresent());
  }
}
