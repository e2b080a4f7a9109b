package com.crmres.server.language.classifier;

import com.crmres.server.language.Stem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The forms in which a word may stand in a list: as written, less prefixes, less endings.
final class Stems {

  private static final List<String> ARABIC_ENDINGS =
      List.of("ه", "ها", "هم", "ين", "ون", "ات", "ا", "وا", "و", "ت", "ني", "نا", "ك", "كم", "كو");
  private static final List<String> ENGLISH_ENDINGS = List.of("ly", "s", "es", "ed", "d", "ing");
  private static final int SHORTEST = 3;

  private Stems() {}

  static Set<String> of(String word) {
    Set<String> stems = new LinkedHashSet<>();
    stems.add(word);
    if (word.isEmpty() || word.charAt(0) < 0x0600) {
      addWithout(stems, word, ENGLISH_ENDINGS, SHORTEST + 1);
    } else {
      Stem.of(word).forEach(stem -> stems.add(stem.text()));
      new ArrayList<>(stems).forEach(stem -> addWithout(stems, stem, ARABIC_ENDINGS, SHORTEST));
    }
    return stems;
  }

  private static void addWithout(
      Set<String> stems, String word, List<String> endings, int shortest) {
    for (String ending : endings) {
      if (word.endsWith(ending) && word.length() - ending.length() >= shortest) {
        stems.add(word.substring(0, word.length() - ending.length()));
      }
    }
  }

  /// The shortest form: what different forms of a word most likely share.
  static String shortest(String word) {
    String best = word;
    for (String stem : of(word)) {
      if (stem.length() >= SHORTEST && stem.length() < best.length()) {
        best = stem;
      }
    }
    return best;
  }
}
