package com.crmres.server.language.classifier;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Sounds;
import com.crmres.server.language.Word;
import java.util.List;
import java.util.stream.Stream;

/// Reads the features of a text: the same for training and for judging.
final class Reader {

  /// Longer texts are judged by their beginning and their end.
  private static final int MOST_WORDS = 160;

  private static final int SHORTEST_GRAM = 2;
  private static final int LONGEST_GRAM = 5;

  private final Lexicon lexicon;
  private final Feelings feelings;
  private final Polarity polarity;

  Reader(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.feelings = Feelings.load(lexicon);
    this.polarity = new Polarity(feelings, lexicon);
  }

  Feelings feelings() {
    return feelings;
  }

  Features read(String text) {
    FeatureBag bag = new FeatureBag();
    List<Word> words = ends(Word.of(text));
    addWords(bag, words);
    addLetters(bag, words);
    addMeanings(bag, words);
    addPolarity(bag, polarity.of(words));
    addShape(bag, words);
    Signs.into(bag, text);
    return bag.features();
  }

  private static List<Word> ends(List<Word> words) {
    if (words.size() <= MOST_WORDS) {
      return words;
    }
    int half = MOST_WORDS / 2;
    return Stream.concat(
            words.subList(0, half).stream(),
            words.subList(words.size() - half, words.size()).stream())
        .toList();
  }

  private static void addWords(FeatureBag bag, List<Word> words) {
    boolean[] negated = Negation.of(words);
    String before = "^";
    for (int i = 0; i < words.size(); i++) {
      String word = shape(words.get(i).text());
      bag.addWord('w', word);
      bag.addWord('s', (negated[i] ? "!" : "") + Stems.shortest(word));
      bag.addWord('z', sound(words.get(i)));
      bag.addWord('b', before + " " + word);
      if (negated[i]) {
        bag.addWord('n', word);
      }
      before = word;
    }
    bag.addWord('b', before + " $");
  }

  /// Numbers are alike.
  private static String shape(String word) {
    return word.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == '/')
        ? "0".repeat(Math.min(4, word.length()))
        : word;
  }

  /// One key for a word in Arabic letters and the same word in Latin ones.
  private static String sound(Word word) {
    return word.isLatin() ? Sounds.skeletonOfLatin(word.text()) : Sounds.skeleton(word.text());
  }

  private static void addLetters(FeatureBag bag, List<Word> words) {
    for (Word word : words) {
      String marked = "<" + shape(word.text()) + ">";
      for (int size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
        for (int from = 0; from + size <= marked.length(); from++) {
          bag.addLetters(marked, from, from + size);
        }
      }
    }
  }

  private void addMeanings(FeatureBag bag, List<Word> words) {
    boolean[] negated = Negation.of(words);
    String before = "^";
    for (int i = 0; i < words.size(); ) {
      Lexicon.Match match = lexicon.longest(words, i).orElse(null);
      if (match == null) {
        i++;
        continue;
      }
      String not = negated[i] ? "not " : "";
      for (Lexicon.Meaning meaning : match.meanings()) {
        bag.addTrait(not + meaning.kind());
        bag.addTrait(not + meaning.value());
        bag.addTrait("said in " + meaning.dialect());
        bag.addMeasure(meaning.kind(), 0.2);
      }
      String kind = match.meanings().getFirst().kind();
      bag.addTrait(before + ">" + kind);
      before = kind;
      i += match.length();
    }
    bag.addTrait(before + ">$");
  }

  private static void addPolarity(FeatureBag bag, Polarity.Sum sum) {
    bag.addMeasure("feeling", Math.clamp(sum.total / 3, -2, 2));
    bag.addMeasure("feeling a word", sum.total / Math.max(1, sum.good + sum.bad));
    bag.addMeasure("last feeling", Math.clamp(sum.last, -2, 2) / 2);
    bag.addMeasure("first feeling", Math.clamp(sum.first, -2, 2) / 2);
    bag.addMeasure("best", sum.strongestGood / 2);
    bag.addMeasure("worst", sum.strongestBad / 2);
    bag.addTrait("feelings " + side(sum.first) + side(sum.last) + side(sum.total));
    bag.addTrait("good " + Math.min(3, sum.good) + " bad " + Math.min(3, sum.bad));
    bag.addTrait("feeling " + Math.round(Math.clamp(sum.total, -4, 4)));
    if (sum.turned) {
      bag.addTrait("turned " + side(sum.first) + side(sum.last));
    }
  }

  private static char side(double feeling) {
    return feeling > 0.3 ? '+' : feeling < -0.3 ? '-' : '0';
  }

  private static void addShape(FeatureBag bag, List<Word> words) {
    bag.addTrait("length " + (int) (Math.log(words.size() + 1.0) / Math.log(1.7)));
    bag.addTrait("ends ?" + (!words.isEmpty() && words.getLast().isQuestionMark()));
    boolean arabic = words.stream().anyMatch(Word::isArabic);
    boolean latin = words.stream().anyMatch(Word::isLatin);
    bag.addTrait("script " + (arabic ? "arabic" : "") + (latin ? "latin" : ""));
    if (words.stream().anyMatch(Word::isQuestionMark)) {
      bag.addTrait("?");
    }
    if (words.stream().anyMatch(Reader::isNumberInLetters)) {
      bag.addTrait("digits as letters");
    }
  }

  private static boolean isNumberInLetters(Word word) {
    return word.isLatin() && word.text().chars().anyMatch(c -> "235679".indexOf(c) >= 0);
  }
}
