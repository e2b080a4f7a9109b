package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Romanized;
import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns Arabic in Latin letters into Arabic script, as far as its words are the menu's or those of
/// ordering; what stands where in the text stays the same.
final class Arabizi {

  private static final String AND = "و";
  private static final Set<String> ARTICLES = Set.of("el", "al", "il", "l");

  /// "For the".
  private static final Set<String> DATIVES = Set.of("lel", "lil", "lal", "lell");

  /// "In the", "with the".
  private static final Set<String> INTO = Set.of("bel", "bil", "bal");

  private static final Set<String> FOR = Set.of("la", "le", "li");
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "a", "an", "and", "with", "without", "no", "i", "want", "can", "could", "get",
          "my", "for", "make", "it", "of", "to", "is", "on", "add", "have", "in", "that", "me",
          "please");

  /// English words of these classes are said in Arabic as well.
  private static final Set<String> AT_HOME =
      Set.of("food", "size", "number", "unit", "courtesy", "greeting", "yes", "person");

  private final Lexicon lexicon;
  private final ArabiziWords arabicWords;
  private final Set<String> onMenu;

  /// @param ordering the words of ordering
  /// @param onMenu all words of the menu, in either script
  Arabizi(Lexicon lexicon, Romanized ordering, Set<String> onMenu) {
    this.lexicon = lexicon;
    this.arabicWords = new ArabiziWords(ordering, onMenu);
    this.onMenu = Set.copyOf(onMenu);
  }

  /// The words in Arabic script, or as they are if the text is no Arabizi.
  List<Word> read(List<Word> words, String original) {
    if (words.stream().noneMatch(Word::isLatin) || !isArabizi(words)) {
      return words;
    }
    List<Word> read = new ArrayList<>();
    Word and = null;
    String article = "";
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (isArticle(word) && i + 1 < words.size()) {
        article = article(word);
        continue;
      }
      String arabic = word.isLatin() ? arabic(words, i, original) : word.text();
      if (and == null && article.isEmpty() && isAnd(words, i)) {
        and = new Word(AND, word.start(), word.end(), gap(words, i));
        continue;
      }
      String before = (and == null ? "" : AND) + article;
      Word.Gap gap = and == null ? gap(words, i) : and.gap();
      if (!before.isEmpty() && (arabic == null || !isJoinable(arabic))) {
        if (and != null) {
          read.add(and);
          gap = Word.Gap.SPACE;
        }
        if (!article.isEmpty()) {
          read.add(new Word(apart(article), word.start(), word.start() + 1, gap));
          gap = word.gap();
        }
      } else if (!before.isEmpty() && arabic != null) {
        boolean twice = !article.isEmpty() && arabic.startsWith("ال");
        arabic = before + (twice ? arabic.substring(2) : arabic);
      }
      and = null;
      article = "";
      String text = arabic == null ? word.text() : arabic;
      if (!text.isEmpty()) {
        read.add(new Word(text, word.start(), word.end(), gap));
      }
    }
    return List.copyOf(read);
  }

  private static String article(Word word) {
    return DATIVES.contains(word.text()) ? "لل" : INTO.contains(word.text()) ? "بال" : "ال";
  }

  /// An article before a word that cannot take it.
  private static String apart(String article) {
    return switch (article) {
      case "لل" -> "ل";
      case "بال" -> "في";
      default -> "the";
    };
  }

  /// "W" before another word, with which Arabic writes it together.
  private static boolean isAnd(List<Word> words, int at) {
    return AND.equals(ArabiziParticles.arabic(words.get(at).text()))
        && at + 1 < words.size()
        && words.get(at + 1).gap() == Word.Gap.SPACE;
  }

  private static boolean isJoinable(String arabic) {
    return arabic.length() > 1 && Vocabulary.isArabic(arabic);
  }

  private static boolean isArticle(Word word) {
    return ARTICLES.contains(word.text())
        || DATIVES.contains(word.text())
        || INTO.contains(word.text());
  }

  /// What stood before an article or a "with" that is left out.
  private static Word.Gap gap(List<Word> words, int at) {
    Word.Gap gap = words.get(at).gap();
    for (int i = at - 1; i >= 0 && gap == Word.Gap.SPACE; i--) {
      boolean dropped =
          isArticle(words.get(i)) || "".equals(ArabiziParticles.arabic(words.get(i).text()));
      if (!dropped) {
        break;
      }
      gap = words.get(i).gap();
    }
    return gap;
  }

  /// Words that only Arabic has, and not fewer of them than English ones; words that merely sound
  /// Arabic count beside those.
  private boolean isArabizi(List<Word> words) {
    int arabic = 0;
    int sounding = 0;
    int english = 0;
    for (Word word : words) {
      String text = word.text();
      if (!word.isLatin() || onMenu.contains(text)) {
        continue;
      }
      if (text.equals("w")) {
        arabic++;
      } else if (isEnglish(text)) {
        english++;
      } else if (isArabic(text)) {
        arabic++;
      } else if (text.length() > 3
          && lexicon.of(text).isEmpty()
          && arabicWords.find(text).isPresent()) {
        sounding++;
      }
    }
    return arabic > 0 ? arabic + sounding >= english : sounding > 1 && english == 0;
  }

  private boolean isEnglish(String text) {
    return ENGLISH.contains(text)
        || lexicon.of(text).stream()
            .anyMatch(
                meaning -> meaning.dialect().equals("en") && !AT_HOME.contains(meaning.kind()));
  }

  private boolean isArabic(String text) {
    List<Lexicon.Meaning> meanings = lexicon.of(text);
    return meanings.isEmpty()
        ? DigitLetters.are(text)
        : meanings.stream().allMatch(meaning -> meaning.dialect().startsWith("arabizi"));
  }

  private @Nullable String arabic(List<Word> words, int at, String original) {
    Word word = words.get(at);
    String text = word.text();
    if (text.equals("la") && forbids(words, at + 1, original)) {
      return "لا";
    }
    if (FOR.contains(text)) {
      return namesPerson(words, at + 1, original) ? "ل" : null;
    }
    if (text.equals("fat")
        && at > 0
        && "اللي".equals(ArabiziParticles.arabic(words.get(at - 1).text()))) {
      return "فات";
    }
    if (isSevenUp(words, at)) {
      return text.equals("up") ? "اب" : "سفن";
    }
    if (ArabiziParticles.has(text)) {
      return ArabiziParticles.arabic(text);
    }
    if (onMenu.contains(text) || DigitLetters.isMeasure(text) || text.length() < 3) {
      return null;
    }
    return arabicWords
        .find(ArabiziWords.spelt(word, original))
        .filter(
            arabic -> lexicon.of(text).isEmpty() || isSame(text, arabic) || isRather(text, arabic))
        .orElse(null);
  }

  /// "La t7o6": the no belongs to the verb behind it.
  private boolean forbids(List<Word> words, int at, String original) {
    String verb = at < words.size() ? arabic(words, at, original) : null;
    return verb != null && !lexicon.of("لا " + verb).isEmpty();
  }

  /// "Seven up", or only "seven" where nothing is counted.
  private static boolean isSevenUp(List<Word> words, int at) {
    if (words.get(at).text().equals("up")) {
      return at > 0 && words.get(at - 1).text().equals("seven");
    }
    boolean runsOn = at + 1 < words.size() && words.get(at + 1).gap() == Word.Gap.SPACE;
    return words.get(at).text().equals("seven")
        && (!runsOn || Set.of("up", "w", "wa", "o").contains(words.get(at + 1).text()));
  }

  /// What the lexicon knows in Latin letters is only spelt anew, not given another meaning.
  private boolean isSame(String latin, String arabic) {
    return lexicon.of(latin).stream()
        .allMatch(meaning ->
            meaning.dialect().startsWith("arabizi")
                && lexicon.of(arabic).stream()
                    .anyMatch(other -> other.value().equals(meaning.value())));
  }

  /// "2eshta" is said for yes, but on a menu with cream it is that.
  private boolean isRather(String latin, String arabic) {
    return onMenu.contains(arabic)
        && lexicon.of(latin).stream()
            .allMatch(meaning -> meaning.kind().equals("yes") || meaning.kind().equals("praise"));
  }

  private boolean namesPerson(List<Word> words, int at, String original) {
    if (at >= words.size() || words.get(at).gap() != Word.Gap.SPACE) {
      return false;
    }
    String text = words.get(at).text();
    return lexicon.of(text).stream().anyMatch(meaning -> meaning.kind().equals("person"))
        || (lexicon.of(text).isEmpty()
            && !onMenu.contains(text)
            && Character.isUpperCase(original.charAt(words.get(at).start())));
  }
}
