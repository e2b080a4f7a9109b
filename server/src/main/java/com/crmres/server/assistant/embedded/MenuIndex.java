package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Romanized;
import com.crmres.server.language.Word;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/// A menu turned round, once for all turns: from words to what they name.
final class MenuIndex {

  private final Lexicon lexicon;
  private final DishNames names;
  private final NameReader reader;
  private final CategoryNames categories = new CategoryNames();
  private final OptionWords optionWords = new OptionWords();
  private final Map<UUID, OptionNames> options = new ConcurrentHashMap<>();
  private final Map<UUID, MenuItem> items = new HashMap<>();
  private final Map<UUID, UUID> categoryOf = new HashMap<>();
  private final EnglishGrammar grammar;
  private final EnglishMenu english;
  private final Ingredients ingredients;
  private final Arabizi arabizi;
  private final JoinedWords joinedWords;

  MenuIndex(Menu menu, Lexicon lexicon, EnglishGrammar grammar, Romanized ordering) {
    this.lexicon = lexicon;
    this.grammar = grammar;
    this.english = new EnglishMenu(menu, grammar);
    this.ingredients = new Ingredients(menu);
    this.names = new DishNames(lexicon);
    this.reader = new NameReader(names);
    for (Menu.Category category : menu.categories()) {
      categories.add(category);
      category.items().forEach(item -> add(item, category.id()));
    }
    Set<String> allWords = allWords();
    this.arabizi = new Arabizi(lexicon, ordering, allWords);
    this.joinedWords = new JoinedWords(lexicon, allWords::contains, names.pairs());
  }

  private void add(MenuItem item, UUID category) {
    items.put(item.id(), item);
    categoryOf.put(item.id(), category);
    names.add(item);
  }

  /// Of names and options, in either language.
  private Set<String> allWords() {
    Set<String> all = new HashSet<>(names.words());
    items.values().stream()
        .flatMap(item -> item.groups().stream())
        .flatMap(group -> group.options().stream())
        .flatMap(option ->
            Stream.concat(
                Stream.of(option.name().ar(), option.name().en()), option.aliases().stream()))
        .distinct()
        .forEach(name -> all.addAll(NameWords.of(name)));
    return all;
  }

  Arabizi arabizi() {
    return arabizi;
  }

  JoinedWords joinedWords() {
    return joinedWords;
  }

  EnglishGrammar grammar() {
    return grammar;
  }

  /// The same menu by its English names.
  EnglishMenu english() {
    return english;
  }

  Ingredients ingredients() {
    return ingredients;
  }

  Optional<MenuItem> item(UUID id) {
    return Optional.ofNullable(items.get(id));
  }

  OptionNames optionsOf(MenuItem item) {
    return options.computeIfAbsent(item.id(), _ -> new OptionNames(item, lexicon, optionWords));
  }

  boolean sameCategory(UUID one, UUID other) {
    UUID category = categoryOf.get(one);
    return category != null && category.equals(categoryOf.get(other));
  }

  /// The category that these words name; only a whole name counts.
  Optional<Menu.Category> category(List<Word> words, int from, int to) {
    return categories.named(words, from, to);
  }

  /// The only category whose name begins with this word.
  Optional<Menu.Category> headed(String word) {
    return categories.headed(word);
  }

  /// The longest run of words from `from` that names an item.
  ///
  /// @param known tells of a word's index whether it has a meaning outside the menu
  Optional<Mention> mention(List<Word> words, int from, IntPredicate known) {
    Optional<Mention> mention = reader.mention(words, from, known);
    boolean goesOn = from + 1 < words.size() && words.get(from + 1).gap() == Word.Gap.SPACE;
    Optional<Menu.Category> kind = goesOn ? category(words, from, from + 1) : Optional.empty();
    return kind.flatMap(category -> ofKind(category, words, from, known))
        .filter(name -> mention.isEmpty() || name.to() > mention.get().to())
        .or(() -> mention);
  }

  /// "شاورما لحم عربي", where the menu has a "عربي لحم" among its shawarmas.
  private Optional<Mention> ofKind(
      Menu.Category category, List<Word> words, int from, IntPredicate known) {
    return reader
        .mention(words, from + 1, known)
        .filter(name ->
            name.exact() && (name.whole() ? name.length() > 1 : isOnlyDish(words, from + 1, name)))
        .filter(name -> category.items().containsAll(name.items()))
        .map(name -> name.from(from));
  }

  /// "بيتزا خضار", where only one dish is called so, and no option of it.
  private boolean isOnlyDish(List<Word> words, int from, Mention name) {
    return name.items().size() == 1
        && optionsOf(name.items().getFirst())
            .at(words, from, _ -> true)
            .filter(OptionNames.Hit::whole)
            .isEmpty();
  }

  /// Items with a name like `phrase`, the likest first.
  Stream<MenuItem> closest(String phrase, double least, int most) {
    return names.closest(phrase, least, most);
  }
}
