package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Stem;
import com.crmres.server.language.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cuts words into runs that are known: the longest wins, the menu before the lexicon.
final class Tagger {

  /// Longer numbers are telephones, codes and the like.
  private static final int LONGEST_NUMBER = 4;

  /// Unless an item follows at once.
  private static final int LONGEST_COUNT = 6;

  private static final Lexicon.Match CATEGORY =
      new Lexicon.Match(
          1, List.of(new Lexicon.Meaning("ar", "category", "CATEGORY")), false, false);

  private static final Lexicon.Match ADDRESS =
      new Lexicon.Match(1, List.of(new Lexicon.Meaning("ar", "courtesy", "ADDRESS")), false, false);

  private final Lexicon lexicon;
  private final MenuIndex menu;
  private final Clitics clitics;
  private final Premodifiers premodifiers;

  Tagger(Lexicon lexicon, MenuIndex menu) {
    this.lexicon = lexicon;
    this.menu = menu;
    this.clitics = new Clitics(lexicon);
    this.premodifiers = new Premodifiers(menu);
  }

  List<Tag> tags(List<Word> words) {
    List<Tag> tags = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      Tag tag = tag(words, at);
      tags.add(tag);
      at = tag.to();
    }
    return List.copyOf(tags);
  }

  private Tag tag(List<Word> words, int at) {
    String text = words.get(at).text();
    if (Character.isDigit(text.charAt(0)) && !hasLetter(text) && !beginsName(words, at)) {
      return new Tag(at, at + 1, null, null, number(words, at));
    }
    Optional<Lexicon.Match> past = PastOrders.at(words, at);
    if (past.isPresent()) {
      return new Tag(at, at + past.get().length(), null, past.get(), null);
    }
    Optional<Lexicon.Match> match = lexicon.longest(words, at);
    Optional<Mention> mention =
        menu.mention(words, at, i -> isKnown(words, i))
            .filter(found -> !premodifiers.has(words, found, i -> isKnown(words, i)));
    if (mention.filter(found -> found.exact() || found.length() > 1).isEmpty()
        && menu.category(words, at, at + 1).isPresent()) {
      return new Tag(at, at + 1, null, CATEGORY, null);
    }
    if (match.filter(found -> found.isOf("number") && !found.isOf("size")).isPresent()) {
      mention = mention.filter(found -> found.whole() || isBeginning(words, found));
    }
    if (isAddressed(words, at)
        && mention.filter(Mention::exact).isEmpty()
        && match.filter(found -> !found.isOf("person")).isEmpty()) {
      return new Tag(at, at + 1, null, ADDRESS, null);
    }
    if (match.filter(found -> found.isOf("person") && isForSomebody(text)).isPresent()) {
      mention = mention.filter(found -> found.length() > 1);
    }
    if (mention.isPresent() && (match.isEmpty() || wins(mention.get(), match.get()))) {
      return new Tag(at, mention.get().to(), mention.get(), match.orElse(null), null);
    }
    if (match.isEmpty() && mention.filter(Mention::exact).isEmpty()) {
      match = clitics.verb(text);
    }
    if (match.isPresent() && match.get().length() > 1 && reachesIntoName(words, at, match.get())) {
      match = alone(words.get(at), match.get());
    }
    int length = match.map(Lexicon.Match::length).orElse(1);
    return new Tag(
        at, at + length, null, match.orElse(null), match.map(Tagger::number).orElse(null));
  }

  /// "للبنات": for the girls, and no "لبن".
  private static boolean isForSomebody(String word) {
    return word.startsWith("لل") || word.startsWith("ولل");
  }

  /// "يا معلم": whom he calls is nothing that he orders.
  private static boolean isAddressed(List<Word> words, int at) {
    return at > 0 && words.get(at - 1).text().equals("يا") && words.get(at).gap() == Word.Gap.SPACE;
  }

  /// A number may be the first word of a name: "8 pieces broast".
  private boolean beginsName(List<Word> words, int at) {
    return menu.mention(words, at, i -> isKnown(words, i))
        .filter(mention -> mention.whole() && mention.length() > 1)
        .isPresent();
  }

  /// "دبل تشيز برجر": the phrase "دبل تشيز" would take a word of the name away.
  private boolean reachesIntoName(List<Word> words, int at, Lexicon.Match match) {
    int last = at + match.length() - 1;
    return menu.mention(words, last, i -> isKnown(words, i))
        .filter(name ->
            name.exact() && ((name.whole() && name.length() > 1) || isOnlyDish(words, name)))
        .filter(name -> name.length() > 1 || match.isOf("size"))
        .isPresent();
  }

  /// "نص فروج", where the menu has one "فروج مشوي" and no dish is named behind it.
  private boolean isOnlyDish(List<Word> words, Mention name) {
    boolean ends =
        name.to() >= words.size()
            || words.get(name.to()).gap() != Word.Gap.SPACE
            || words.get(name.to()).text().startsWith("بال")
            || menu.mention(words, name.to(), i -> isKnown(words, i)).isEmpty();
    return name.items().size() == 1 && ends;
  }

  private Optional<Lexicon.Match> alone(Word word, Lexicon.Match match) {
    return Stem.of(word.text()).stream()
        .map(stem -> lexicon.of(stem.text()))
        .filter(meanings -> !meanings.isEmpty())
        .findFirst()
        .map(meanings -> new Lexicon.Match(1, meanings, match.joined(), match.definite()));
  }

  /// "دبل برجر" begins the name of the "دبل برجر لحم".
  private static boolean isBeginning(List<Word> words, Mention mention) {
    List<String> said =
        words.subList(mention.from(), mention.to()).stream().map(Word::text).toList();
    List<String> name =
        Word.of(mention.items().getFirst().name().ar()).stream().map(Word::text).toList();
    return said.size() > 1
        && name.size() > said.size()
        && name.subList(0, said.size()).equals(said);
  }

  private static boolean wins(Mention mention, Lexicon.Match match) {
    boolean theOne = match.definite() && mention.sure() && match.isOf("unit");
    boolean food = match.isOf("food") || (mention.exact() && isTaste(match));
    if (mention.length() != match.length()) {
      return mention.length() > match.length();
    }
    return food || theOne || (mention.whole() && mention.exact());
  }

  /// "Crispy" praises, except where a dish is called so.
  private static boolean isTaste(Lexicon.Match match) {
    return match.meanings().stream().allMatch(meaning -> meaning.value().equals("POS:TASTE"));
  }

  private boolean isKnown(List<Word> words, int at) {
    return lexicon
        .longest(words, at)
        .map(match -> match.meanings().stream().anyMatch(meaning -> !meaning.kind().equals("food")))
        .orElse(false);
  }

  private static boolean hasLetter(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  private @Nullable Double number(List<Word> words, int at) {
    String digits = words.get(at).text();
    boolean plain = digits.chars().allMatch(Character::isDigit);
    boolean counts =
        digits.length() <= LONGEST_NUMBER
            || (digits.length() <= LONGEST_COUNT && !digits.startsWith("0") && itemNext(words, at));
    return plain && counts ? Double.valueOf(digits) : null;
  }

  private boolean itemNext(List<Word> words, int at) {
    return at + 1 < words.size()
        && words.get(at + 1).gap() == Word.Gap.SPACE
        && menu.mention(words, at + 1, i -> isKnown(words, i)).isPresent();
  }

  private static @Nullable Double number(Lexicon.Match match) {
    for (Lexicon.Meaning meaning : match.meanings()) {
      if (meaning.value().startsWith("NUM:")) {
        return Double.valueOf(meaning.value().substring(4));
      }
      if (meaning.kind().equals("unit") && meaning.value().endsWith(" x2")) {
        return 2.0;
      }
    }
    return null;
  }
}
