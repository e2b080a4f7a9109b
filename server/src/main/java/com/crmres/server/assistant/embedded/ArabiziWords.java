package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Romanized;
import com.crmres.server.language.Word;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds which word of a menu, or of ordering, one in Latin letters writes by its sound.
final class ArabiziWords {

  private static final Set<String> KINDS =
      Set.of(
          "order_verb",
          "number",
          "unit",
          "yes",
          "no",
          "done",
          "cart_op",
          "size",
          "modifier",
          "spice",
          "sugar",
          "temp",
          "cook",
          "fulfilment",
          "question",
          "food",
          "person",
          "all",
          "ordinal",
          "portion",
          "courtesy",
          "greeting",
          "negation",
          "correction",
          "and",
          "stop");

  private static final Map<String, String> PREFIXES =
      Map.of("el", "ال", "al", "ال", "bel", "بال", "lel", "لل", "wel", "وال", "w", "و", "b", "ب");

  private final Romanized ordering;
  private final Romanized menu = new Romanized();

  /// @param ordering the words of ordering
  /// @param onMenu all words of the menu, in either script
  ArabiziWords(Romanized ordering, Set<String> onMenu) {
    this.ordering = ordering;
    onMenu.stream().filter(Vocabulary::isArabic).sorted().forEach(menu::add);
  }

  /// The words of ordering, for all menus.
  static Romanized ordering(Lexicon lexicon) {
    Romanized words = new Romanized();
    lexicon.words(KINDS).filter(Vocabulary::isArabic).forEach(words::add);
    return words;
  }

  /// With the marks that make other letters of digits: `6'` and `'6` are ظ.
  static String spelt(Word word, String original) {
    String written = original.substring(word.start(), Math.min(word.end(), original.length()));
    return written.indexOf('\'') < 0 || word.text().length() + 1 != written.length()
        ? word.text()
        : written
            .toLowerCase(Locale.ROOT)
            .replaceAll("6'|'6", "z")
            .replaceAll("9'|'9", "d")
            .replaceAll("3'|'3", "gh")
            .replaceAll("7'|'7", "kh")
            .replace("'", "");
  }

  /// The likest Arabic word; empty if there is none.
  Optional<String> find(String latin) {
    return whole(latin).or(() -> prefixed(latin)).map(Romanized.Hit::word);
  }

  /// A 2 is a hamza or, in the cities, a ق; a th may be a ظ.
  private Optional<Romanized.Hit> whole(String latin) {
    return Stream.of(latin, latin.replace('2', 'q'), latin.replace("th", "dh"))
        .distinct()
        .flatMap(spelling -> nearest(spelling).stream())
        .min(Comparator.comparingDouble(Romanized.Hit::distance));
  }

  private Optional<Romanized.Hit> prefixed(String latin) {
    return PREFIXES.entrySet().stream()
        .filter(prefix -> latin.startsWith(prefix.getKey()))
        .filter(prefix -> latin.length() - prefix.getKey().length() > 2)
        .sorted((one, other) -> other.getKey().length() - one.getKey().length())
        .flatMap(prefix ->
            nearest(latin.substring(prefix.getKey().length()))
                .map(hit -> new Romanized.Hit(prefix.getValue() + hit.word(), hit.distance()))
                .stream())
        .findFirst();
  }

  private Optional<Romanized.Hit> nearest(String latin) {
    Optional<Romanized.Hit> dish = menu.find(latin);
    Optional<Romanized.Hit> other = ordering.find(latin);
    return dish.isPresent() && other.filter(hit -> hit.distance() < dish.get().distance()).isEmpty()
        ? dish
        : other;
  }
}
