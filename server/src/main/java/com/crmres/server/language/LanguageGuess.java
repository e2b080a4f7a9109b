package com.crmres.server.language;

import com.crmres.common.conversation.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells which language or dialect somebody writes.
public final class LanguageGuess {

  private final Lexicon lexicon;

  public LanguageGuess(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The language of these words; `before` stands where they give no sign.
  public Language of(List<Word> words, @Nullable Language before) {
    Map<Language, Integer> signs = signs(words);
    Language best = before == null ? Language.SAUDI : before;
    int most = signs.getOrDefault(best, 0);
    for (Map.Entry<Language, Integer> sign : signs.entrySet()) {
      if (sign.getValue() > most) {
        best = sign.getKey();
        most = sign.getValue();
      }
    }
    return arabicWords(words) && best == Language.ENGLISH ? Language.SAUDI : best;
  }

  private static boolean arabicWords(List<Word> words) {
    return words.stream().anyMatch(Word::isArabic);
  }

  private Map<Language, Integer> signs(List<Word> words) {
    Map<Language, Integer> signs = new EnumMap<>(Language.class);
    for (int i = 0; i < words.size(); ) {
      var match = lexicon.longest(words, i);
      int length = match.map(Lexicon.Match::length).orElse(1);
      if (match.isPresent()) {
        addSigns(signs, match.get().meanings());
      } else if (words.get(i).isLatin() && !hasDigit(words.get(i))) {
        signs.merge(Language.ENGLISH, 1, Integer::sum);
      }
      i += length;
    }
    return signs;
  }

  private static boolean hasDigit(Word word) {
    return word.text().chars().anyMatch(Character::isDigit);
  }

  private static void addSigns(Map<Language, Integer> signs, List<Lexicon.Meaning> found) {
    found.stream()
        .filter(meaning -> !meaning.kind().equals("food"))
        .map(meaning -> languageOf(meaning.dialect()))
        .filter(language -> language != null)
        .distinct()
        .forEach(language -> signs.merge(language, weight(language), Integer::sum));
  }

  /// Saudi words are at home in every customer's Arabic; Egyptian and Levantine ones are not.
  private static int weight(Language language) {
    return language == Language.EGYPTIAN || language == Language.LEVANTINE ? 2 : 1;
  }

  private static @Nullable Language languageOf(String dialect) {
    return switch (dialect) {
      case "en" -> Language.ENGLISH;
      case "eg", "arabizi-eg" -> Language.EGYPTIAN;
      case "lev", "arabizi-lev" -> Language.LEVANTINE;
      case "sa", "gulf", "arabizi", "arabizi-gulf" -> Language.SAUDI;
      default -> null;
    };
  }
}
