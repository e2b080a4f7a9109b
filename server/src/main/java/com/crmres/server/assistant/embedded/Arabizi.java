package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Romanized;
import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns Arabic in Latin letters into Arabic script, as far as its words are the menu's or those of
/// ordering; what stands where in the text stays the same.
final class Arabizi {

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
  private static final Map<String, String> PARTICLES =
      Map.ofEntries(
          Map.entry("w", "و"),
          Map.entry("wa", "و"),
          Map.entry("we", "و"),
          Map.entry("o", "و"),
          Map.entry("ou", "و"),
          Map.entry("ma3", "مع"),
          Map.entry("5ali", "خلي"),
          Map.entry("5alli", "خلي"),
          Map.entry("5al", "خل"),
          Map.entry("khali", "خلي"),
          Map.entry("khalli", "خلي"),
          Map.entry("5alih", "خليه"),
          Map.entry("5aleh", "خليه"),
          Map.entry("5aleha", "خليها"),
          Map.entry("5alleha", "خليها"),
          Map.entry("5aliha", "خليها"),
          Map.entry("5alihom", "خليهم"),
          Map.entry("khaleha", "خليها"),
          Map.entry("badel", "بدل"),
          Map.entry("baddel", "بدل"),
          Map.entry("badal", "بدل"),
          Map.entry("badil", "بدل"),
          Map.entry("badalo", "بدلو"),
          Map.entry("badelo", "بدلو"),
          Map.entry("badli", "بدلي"),
          Map.entry("t7ot", "تحط"),
          Map.entry("t7oto", "تحطو"),
          Map.entry("e7na", "احنا"),
          Map.entry("i7na", "احنا"),
          Map.entry("a7na", "احنا"),
          Map.entry("ehna", "احنا"),
          Map.entry("e7naa", "احنا"),
          Map.entry("n7na", "نحنا"),
          Map.entry("ne7na", "نحنا"),
          Map.entry("ni7na", "نحنا"),
          Map.entry("nehna", "نحنا"),
          Map.entry("menna", "منا"),
          Map.entry("mnna", "منا"),
          Map.entry("minna", "منا"),
          Map.entry("kull", "كل"),
          Map.entry("kel", "كل"),
          Map.entry("kil", "كل"),
          Map.entry("7ag", "حق"),
          Map.entry("7agg", "حق"),
          Map.entry("7a2", "حق"),
          Map.entry("hag", "حق"),
          Map.entry("haq", "حق"),
          Map.entry("7aq", "حق"),
          Map.entry("ummi", "امي"),
          Map.entry("omi", "امي"),
          Map.entry("ommi", "امي"),
          Map.entry("umi", "امي"),
          Map.entry("abooy", "ابوي"),
          Map.entry("abouy", "ابوي"),
          Map.entry("abuy", "ابوي"),
          Map.entry("abooi", "ابوي"),
          Map.entry("beddo", "بده"),
          Map.entry("biddo", "بده"),
          Map.entry("bddo", "بده"),
          Map.entry("bado", "بده"),
          Map.entry("bedna", "بدنا"),
          Map.entry("bdna", "بدنا"),
          Map.entry("badna", "بدنا"),
          Map.entry("nabi", "نبي"),
          Map.entry("nabgha", "نبغى"),
          Map.entry("kam", "كم"),
          Map.entry("rub3", "ربع"),
          Map.entry("rob3", "ربع"),
          Map.entry("rub3ain", "ربعين"),
          Map.entry("rub3een", "ربعين"),
          Map.entry("rob3een", "ربعين"),
          Map.entry("nosain", "نصين"),
          Map.entry("nossain", "نصين"),
          Map.entry("nusain", "نصين"),
          Map.entry("nosseen", "نصين"),
          Map.entry("7abtain", "حبتين"),
          Map.entry("7abtein", "حبتين"),
          Map.entry("7abteen", "حبتين"),
          Map.entry("galeel", "قليل"),
          Map.entry("elly", "اللي"),
          Map.entry("elli", "اللي"),
          Map.entry("illi", "اللي"),
          Map.entry("ely", "اللي"),
          Map.entry("kapuchino", "كابتشينو"),
          Map.entry("kabuchino", "كابتشينو"),
          Map.entry("kabatshino", "كابتشينو"),
          Map.entry("kapatshino", "كابتشينو"),
          Map.entry("capatchino", "كابتشينو"),
          Map.entry("makan", "مكان"),
          Map.entry("nafs", "نفس"),
          Map.entry("7ajm", "حجم"),
          Map.entry("qolt", "قلت"),
          Map.entry("2olt", "قلت"),
          Map.entry("makano", "مكانه"),
          Map.entry("badalha", "بدالها"),
          Map.entry("m3", "مع"),
          Map.entry("ana", "انا"),
          Map.entry("7aba", "حبه"),
          Map.entry("7abba", "حبه"),
          Map.entry("7abah", "حبه"),
          Map.entry("kilo", "كيلو"),
          Map.entry("kelo", "كيلو"),
          Map.entry("nos", "نص"),
          Map.entry("noss", "نص"),
          Map.entry("nus", "نص"),
          Map.entry("nuss", "نص"),
          Map.entry("bas", "بس"),
          Map.entry("bs", "بس"),
          Map.entry("kol", "كل"),
          Map.entry("3ala", "علي"),
          Map.entry("3al", "علي"),
          Map.entry("fe", "في"),
          Map.entry("fi", "في"),
          Map.entry("men", "من"),
          Map.entry("mn", "من"),
          Map.entry("mo", "مو"),
          Map.entry("mu", "مو"),
          Map.entry("msh", "مش"),
          Map.entry("mesh", "مش"),
          Map.entry("mish", "مش"),
          Map.entry("eli", "الي"),
          Map.entry("ili", "الي"),
          Map.entry("2eli", "الي"),
          Map.entry("elo", "له"),
          Map.entry("b", ""),
          Map.entry("bi", ""),
          Map.entry("bel", ""),
          Map.entry("bil", ""));
  private static final Set<String> ARTICLES = Set.of("el", "al", "il", "l");

  /// "For the".
  private static final Set<String> DATIVES = Set.of("lel", "lil", "lal", "lell");

  private static final Set<String> FOR = Set.of("la", "le", "li");
  private static final Map<String, String> PREFIXES =
      Map.of("el", "ال", "al", "ال", "bel", "بال", "lel", "لل", "wel", "وال", "w", "و", "b", "ب");
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "a", "an", "and", "with", "without", "no", "i", "want", "can", "could", "get",
          "my", "for", "make", "it", "of", "to", "is", "on", "add", "have", "in", "that", "me",
          "please");

  /// English words of these classes are said in Arabic as well.
  private static final Set<String> AT_HOME =
      Set.of("food", "size", "number", "unit", "courtesy", "greeting", "yes", "person");

  private static final Pattern DIGIT_LETTERS =
      Pattern.compile("(?=.*[a-z].*)(?=.*[2356789].*)[a-z2356789]{2,}");
  private static final Pattern MEASURES =
      Pattern.compile("[0-9]+(up|x|pcs?|pieces?|l|ml|g|kg|pm|am|th|nd|rd|st)|v60|x[0-9]+");

  private final Lexicon lexicon;
  private final Romanized ordering;
  private final Romanized menu = new Romanized();
  private final Set<String> onMenu;

  /// @param ordering the words of ordering
  /// @param onMenu all words of the menu, in either script
  Arabizi(Lexicon lexicon, Romanized ordering, Set<String> onMenu) {
    this.lexicon = lexicon;
    this.ordering = ordering;
    this.onMenu = Set.copyOf(onMenu);
    onMenu.stream().filter(Vocabulary::isArabic).sorted().forEach(menu::add);
  }

  /// The words of ordering, for all menus.
  static Romanized ordering(Lexicon lexicon) {
    Romanized words = new Romanized();
    lexicon.words(KINDS).filter(Vocabulary::isArabic).forEach(words::add);
    return words;
  }

  /// The words in Arabic script, or as they are if the text is no Arabizi.
  List<Word> read(List<Word> words, String original) {
    if (words.stream().noneMatch(Word::isLatin) || !isArabizi(words)) {
      return words;
    }
    List<Word> read = new ArrayList<>();
    String article = "";
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (isArticle(word) && i + 1 < words.size()) {
        article = DATIVES.contains(word.text()) ? "لل" : "ال";
        continue;
      }
      String arabic = word.isLatin() ? arabic(words, i, original) : word.text();
      if (!article.isEmpty()) {
        if (arabic == null || !Vocabulary.isArabic(arabic)) {
          String before = article.equals("ال") ? "the" : "ل";
          read.add(new Word(before, word.start(), word.start() + 1, word.gap()));
        } else {
          arabic = article + (arabic.startsWith("ال") ? arabic.substring(2) : arabic);
        }
        article = "";
      }
      String text = arabic == null ? word.text() : arabic;
      if (!text.isEmpty()) {
        read.add(new Word(text, word.start(), word.end(), gap(words, i)));
      }
    }
    return List.copyOf(read);
  }

  private static boolean isArticle(Word word) {
    return ARTICLES.contains(word.text()) || DATIVES.contains(word.text());
  }

  /// What stood before an article or a "with" that is left out.
  private static Word.Gap gap(List<Word> words, int at) {
    Word.Gap gap = words.get(at).gap();
    for (int i = at - 1; i >= 0 && gap == Word.Gap.SPACE; i--) {
      boolean dropped = isArticle(words.get(i)) || "".equals(PARTICLES.get(words.get(i).text()));
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
      } else if (text.length() > 3 && lexicon.of(text).isEmpty() && find(text).isPresent()) {
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
        ? DIGIT_LETTERS.matcher(text).matches() && !MEASURES.matcher(text).matches()
        : meanings.stream().allMatch(meaning -> meaning.dialect().startsWith("arabizi"));
  }

  private @Nullable String arabic(List<Word> words, int at, String original) {
    Word word = words.get(at);
    String text = word.text();
    if (FOR.contains(text)) {
      return namesPerson(words, at + 1, original) ? "ل" : null;
    }
    if (text.equals("fat") && at > 0 && "اللي".equals(PARTICLES.get(words.get(at - 1).text()))) {
      return "فات";
    }
    if (PARTICLES.containsKey(text)) {
      return PARTICLES.get(text);
    }
    if (onMenu.contains(text) || MEASURES.matcher(text).matches() || text.length() < 3) {
      return null;
    }
    return find(spelt(word, original))
        .map(Romanized.Hit::word)
        .filter(arabic -> lexicon.of(text).isEmpty() || isSame(text, arabic))
        .orElse(null);
  }

  /// What the lexicon knows in Latin letters is only spelt anew, not given another meaning.
  private boolean isSame(String latin, String arabic) {
    return lexicon.of(latin).stream()
        .allMatch(meaning ->
            meaning.dialect().startsWith("arabizi")
                && lexicon.of(arabic).stream()
                    .anyMatch(other -> other.value().equals(meaning.value())));
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

  /// With the marks that make other letters of digits: `6'` is ظ.
  private static String spelt(Word word, String original) {
    String written = original.substring(word.start(), Math.min(word.end(), original.length()));
    return written.indexOf('\'') < 0
        ? word.text()
        : word.text().length() + 1 == written.length()
            ? written
                .toLowerCase(Locale.ROOT)
                .replace("6'", "z")
                .replace("9'", "d")
                .replace("3'", "gh")
                .replace("7'", "kh")
                .replace("'", "")
            : word.text();
  }

  private Optional<Romanized.Hit> find(String latin) {
    // A 2 is a hamza or, in the cities, a ق; a th may be a ظ.
    Optional<Romanized.Hit> whole =
        nearest(latin)
            .or(() -> nearest(latin.replace('2', 'q')))
            .or(() -> nearest(latin.replace("th", "dh")));
    if (whole.isPresent()) {
      return whole;
    }
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
