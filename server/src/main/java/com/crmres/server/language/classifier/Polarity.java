package com.crmres.server.language.classifier;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import java.util.List;

/// Adds up the feelings of a text, clause by clause, as the words and their negations give them.
final class Polarity {

  private static final double AFTER_TURN = 1.5;
  private static final double INTENSE = 1.5;
  private static final double NOT_GOOD = -1.2;
  private static final double NOT_BAD = -0.4;

  private final Feelings feelings;
  private final Lexicon lexicon;

  Polarity(Feelings feelings, Lexicon lexicon) {
    this.feelings = feelings;
    this.lexicon = lexicon;
  }

  /// The sums of a text.
  static final class Sum {
    double total;
    double first;
    double last;
    double strongestGood;
    double strongestBad;
    int good;
    int bad;
    boolean turned;
    private boolean begun;

    private void add(double weight, boolean afterTurn) {
      total += afterTurn ? weight * AFTER_TURN : weight;
      last = weight;
      if (!begun) {
        first = weight;
        begun = true;
      }
      if (weight > 0) {
        good++;
        strongestGood = Math.max(strongestGood, weight);
      } else if (weight < 0) {
        bad++;
        strongestBad = Math.min(strongestBad, weight);
      }
    }
  }

  Sum of(List<Word> words) {
    boolean[] negated = Negation.of(words);
    Sum sum = new Sum();
    boolean afterTurn = false;
    for (int i = 0; i < words.size(); ) {
      if (Negation.isTurn(words.get(i).text())) {
        afterTurn = i > 0;
        sum.turned |= afterTurn;
      }
      Feelings.Found found = feelings.longest(words, i).orElse(null);
      if (found == null) {
        i++;
        continue;
      }
      double weight = turned(found.weight(), negated[i]);
      if (weight != 0) {
        sum.add(isIntense(words, i, found.length()) ? weight * INTENSE : weight, afterTurn);
      }
      i += found.length();
    }
    return sum;
  }

  /// What is not good is bad; what is not bad is only just good.
  private static double turned(double weight, boolean negated) {
    if (!negated) {
      return weight;
    }
    return weight > 0 ? weight * NOT_GOOD : weight * NOT_BAD;
  }

  private boolean isIntense(List<Word> words, int at, int length) {
    return (at > 0 && intensifies(words, at - 1))
        || (at + length < words.size()
            && words.get(at + length).gap() == Word.Gap.SPACE
            && intensifies(words, at + length));
  }

  private boolean intensifies(List<Word> words, int at) {
    return lexicon.longest(words, at).map(match -> match.isOf("intensifier")).orElse(false);
  }
}
