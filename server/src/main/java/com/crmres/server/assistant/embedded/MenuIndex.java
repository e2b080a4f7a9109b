package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Romanized;
import com.crmres.server.language.Sounds;
import com.crmres.server.language.Word;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A menu turned round: from words to the items they name.
final class MenuIndex {

  private static final int LONGEST_NAME = 8;
  private static final double WHOLE_IS_SURE = 0.78;
  private static final double PART_IS_SURE = 0.85;
  private static final double AS_GOOD = 0.04;
  private static final double GLUED = 0.72;
  private static final Set<String> BRIDGES =
      Set.of("of", "with", "the", "a", "مع", "ب", "من", "و", "and", "حق", "علي", "ع");

  /// Bridges that stand in a name only where the menu writes one.
  private static final Set<String> LINKS = Set.of("و", "and", "علي", "ع");

  private static final Set<String> COLOURLESS_KINDS =
      Set.of("size", "unit", "number", "spice", "temp", "cook", "sugar", "stop", "modifier");

  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final List<ItemName> names = new ArrayList<>();
  private final List<MenuItem> byPlace = new ArrayList<>();
  private final CloseNames close = new CloseNames();
  private final Map<String, List<Integer>> namesByWord = new HashMap<>();
  private final Map<UUID, OptionNames> options = new ConcurrentHashMap<>();
  private final Map<UUID, MenuItem> items = new LinkedHashMap<>();
  private final Map<UUID, UUID> categoryOf = new HashMap<>();
  private final List<CategoryName> categoryNames = new ArrayList<>();
  private final EnglishGrammar grammar;
  private final EnglishMenu english;

  private final Arabizi arabizi;
  private final JoinedWords joinedWords;

  MenuIndex(Menu menu, Lexicon lexicon, EnglishGrammar grammar, Romanized ordering) {
    this.grammar = grammar;
    this.english = new EnglishMenu(menu, grammar);
    this.lexicon = lexicon;
    this.vocabulary = new Vocabulary(lexicon);
    for (Menu.Category category : menu.categories()) {
      addName(category);
      category.items().forEach(item -> add(item, category.id()));
    }
    Set<String> allWords = allWords();
    this.arabizi = new Arabizi(lexicon, ordering, allWords);
    this.joinedWords = new JoinedWords(lexicon, allWords::contains, pairs());
  }

  /// Of names and options, in either language.
  private Set<String> allWords() {
    Set<String> all = new HashSet<>(namesByWord.keySet());
    items.values().stream()
        .flatMap(item -> item.groups().stream())
        .flatMap(group -> group.options().stream())
        .flatMap(option ->
            Stream.concat(
                Stream.of(option.name().ar(), option.name().en()), option.aliases().stream()))
        .distinct()
        .forEach(name -> all.addAll(words(name)));
    return all;
  }

  /// Words that follow each other in a name, as one, with the place of the second.
  private Map<String, Integer> pairs() {
    Map<String, Integer> pairs = new HashMap<>();
    for (ItemName name : names) {
      for (int i = 1; i < name.words().size(); i++) {
        String first = name.words().get(i - 1);
        pairs.put(first + name.words().get(i), first.length());
      }
    }
    return pairs;
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

  private void add(MenuItem item, UUID category) {
    int place = byPlace.size();
    items.put(item.id(), item);
    byPlace.add(item);
    categoryOf.put(item.id(), category);
    Stream.concat(Stream.of(item.name().ar(), item.name().en()), item.aliases().stream())
        .distinct()
        .map(name -> new Spelling(words(name), hasLink(name), with(name)))
        .filter(name -> !name.words().isEmpty())
        .distinct()
        .forEach(name ->
            add(new ItemName(item, place, name.words(), name.linked(), name.with())));
  }

  /// A name by its words, and whether an "and" or an "on" stands in it.
  private record Spelling(List<String> words, boolean linked, long with) {}

  private void add(ItemName name) {
    int index = names.size();
    names.add(name);
    close.add(name);
    for (String word : Set.copyOf(name.words())) {
      vocabulary.add(word);
      namesByWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(index);
    }
  }

  private static boolean hasLink(String name) {
    return Word.of(name).stream().map(Word::text).anyMatch(LINKS::contains);
  }

  /// Which words of a name say what comes with it.
  private static long with(String name) {
    long with = 0;
    int place = 0;
    for (Word word : Word.of(name)) {
      if (!BRIDGES.contains(word.text())) {
        with |= word.text().startsWith("بال") ? 1L << place : 0;
        place++;
      }
    }
    return with;
  }

  private static List<String> words(String name) {
    List<String> words = Word.of(name).stream().map(Word::text).toList();
    // At the end it is no "on" but a name: "أم علي".
    return IntStream.range(0, words.size())
        .filter(i -> i == words.size() - 1 || !BRIDGES.contains(words.get(i)))
        .mapToObj(words::get)
        .map(MenuIndex::withoutArticle)
        .toList();
  }

  private static String withoutArticle(String word) {
    String bare = word.startsWith("ب") ? word.substring(1) : word;
    return bare.startsWith("ال") && bare.length() > 4 ? bare.substring(2) : word;
  }

  Optional<MenuItem> item(UUID id) {
    return Optional.ofNullable(items.get(id));
  }

  OptionNames optionsOf(MenuItem item) {
    return options.computeIfAbsent(item.id(), _ -> new OptionNames(item, lexicon));
  }

  boolean sameCategory(UUID one, UUID other) {
    UUID category = categoryOf.get(one);
    return category != null && category.equals(categoryOf.get(other));
  }

  /// The category that these words name; only a whole name counts.
  Optional<Menu.Category> category(List<Word> words, int from, int to) {
    return categoryNames.stream()
        .filter(name -> isNamed(name.words(), words, from, to))
        .map(CategoryName::category)
        .findFirst();
  }

  /// A category by one of its names.
  private record CategoryName(Menu.Category category, List<String> words) {}

  private void addName(Menu.Category category) {
    Stream.of(category.name().ar(), category.name().en())
        .map(name -> words(name).stream().map(MenuIndex::bare).toList())
        .forEach(name -> categoryNames.add(new CategoryName(category, name)));
  }

  private static boolean isNamed(List<String> name, List<Word> words, int from, int to) {
    if (name.size() != to - from) {
      return false;
    }
    for (int i = 0; i < name.size(); i++) {
      if (!name.get(i).equals(bare(words.get(from + i).text()))) {
        return false;
      }
    }
    return true;
  }

  private static String bare(String word) {
    String plain = word.startsWith("ال") ? word.substring(2) : word;
    if (plain.endsWith("ا")) {
      return plain.substring(0, plain.length() - 1) + "ي";
    }
    return plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
  }

  /// The longest run of words from `from` that names an item.
  ///
  /// @param known tells of a word's index whether it has a meaning outside the menu
  Optional<Mention> mention(List<Word> words, int from, IntPredicate known) {
    List<Trial> open = begin(words.get(from), known.test(from));
    if (open.isEmpty()) {
      return glued(words, from, known.test(from));
    }
    int to = from + 1;
    for (int at = to; at < Math.min(words.size(), from + LONGEST_NAME); at++) {
      if (words.get(at).gap() != Word.Gap.SPACE || isOfAnother(words, at)) {
        break;
      }
      List<Trial> next = goOn(open, words.get(at), known.test(at));
      if (next.isEmpty() && !bridges(words.get(at).text(), open)) {
        break;
      }
      if (!next.isEmpty()) {
        open = next;
        to = at + 1;
      }
    }
    Optional<Mention> named = judge(open, words, from, to);
    return to == from + 1 ? named.map(mention -> asWritten(words.get(from), mention)) : named;
  }

  /// "karak" is a part of "Karak tea" and "Iced karak", but all of "كرك".
  private static Mention asWritten(Word word, Mention mention) {
    if (mention.whole() || mention.items().size() < 2 || Vocabulary.isArabic(word.text())) {
      return mention;
    }
    String skeleton = Sounds.skeletonOfLatin(word.text());
    List<MenuItem> meant =
        mention.items().stream()
            .filter(item -> Sounds.skeleton(item.name().ar()).equals(skeleton))
            .toList();
    return meant.size() == 1 && skeleton.length() > 2
        ? new Mention(mention.from(), mention.to(), meant, true, true, true, mention.dual())
        : mention;
  }

  /// "الجبن من البرجر": two things, not one name.
  private static boolean isOfAnother(List<Word> words, int at) {
    return words.get(at).text().equals("من")
        && at + 1 < words.size()
        && words.get(at + 1).text().startsWith("ال");
  }

  /// An "and" or "on" belongs to a name only where the menu writes one: "fish and chips".
  private boolean bridges(String word, List<Trial> open) {
    return BRIDGES.contains(word)
        && (!LINKS.contains(word)
            || open.stream().anyMatch(trial -> names.get(trial.name()).linked()));
  }

  private List<Trial> begin(Word word, boolean known) {
    Map<String, Double> like = vocabulary.like(word.text(), known, true);
    Map<Integer, Trial> trials = new LinkedHashMap<>();
    like.forEach((menuWord, likeness) ->
        namesByWord
            .getOrDefault(menuWord, List.of())
            .forEach(name -> {
              Trial trial =
                  new Trial(name, 0, 0, false)
                      .with(place(name, menuWord, 0), likeness, colourless(menuWord));
              trials.merge(name, trial, Trial::better);
            }));
    return List.copyOf(trials.values());
  }

  private List<Trial> goOn(List<Trial> open, Word word, boolean known) {
    Map<String, Double> like = vocabulary.like(word.text(), known, false);
    List<Trial> next = new ArrayList<>();
    if (!like.isEmpty() && !vocabulary.isJoined(word.text())) {
      for (Trial trial : open) {
        Trial best = next(trial, like);
        if (best != null) {
          next.add(best);
        }
      }
    }
    return next;
  }

  private @Nullable Trial next(Trial trial, Map<String, Double> like) {
    Trial best = null;
    for (Map.Entry<String, Double> entry : like.entrySet()) {
      int place = place(trial.name(), entry.getKey(), trial.used());
      if (place >= 0) {
        Trial one = trial.with(place, entry.getValue(), colourless(entry.getKey()));
        best = best == null ? one : Trial.better(best, one);
      }
    }
    return best;
  }

  private int place(int name, String word, long used) {
    List<String> words = names.get(name).words();
    for (int i = 0; i < words.size(); i++) {
      if ((used & 1L << i) == 0 && words.get(i).equals(word)) {
        return i;
      }
    }
    return -1;
  }

  /// A word that says a size or a heat names nothing by itself.
  private boolean colourless(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return true;
    }
    List<Lexicon.Meaning> meanings = lexicon.of(word);
    return meanings.stream().anyMatch(meaning -> COLOURLESS_KINDS.contains(meaning.kind()))
        && meanings.stream().noneMatch(meaning -> meaning.kind().equals("food"));
  }

  private Optional<Mention> judge(List<Trial> trials, List<Word> words, int from, int to) {
    double all = trials.stream().mapToDouble(Trial::likeness).max().orElse(0);
    List<Trial> whole =
        trials.stream()
            .filter(this::isWhole)
            .filter(trial -> trial.likeness() > all - AS_GOOD)
            .toList();
    List<Trial> good = whole.isEmpty() ? trials.stream().filter(Trial::coloured).toList() : whole;
    if (good.isEmpty()) {
      return Optional.empty();
    }
    double best = good.stream().mapToDouble(Trial::likeness).max().orElseThrow();
    List<Trial> likely =
        good.stream().filter(trial -> trial.likeness() > best - AS_GOOD).toList();
    List<MenuItem> meant =
        plainest(likely).stream()
            .sorted(Comparator.comparingInt(trial -> names.get(trial.name()).place()))
            .map(trial -> names.get(trial.name()).place())
            .distinct()
            .map(byPlace::get)
            .toList();
    boolean sure = best >= (whole.isEmpty() ? PART_IS_SURE : WHOLE_IS_SURE);
    boolean dual = vocabulary.isDual(words.get(from).text());
    return Optional.of(
        new Mention(
            from, to, meant, sure, !whole.isEmpty(), best > Vocabulary.SAME_THING + 0.03, dual));
  }

  /// "تميس" is the "خبز تميس" rather than the "تميس بالجبن".
  private List<Trial> plainest(List<Trial> trials) {
    List<Trial> plain =
        trials.stream()
            .filter(trial -> !names.get(trial.name()).goesOnWith(trial.used()))
            .toList();
    boolean one = plain.stream().map(trial -> names.get(trial.name()).item()).distinct().count() == 1;
    return one && plain.stream().anyMatch(trial -> names.get(trial.name()).endsWith(trial.used()))
        ? plain
        : trials;
  }

  private boolean isWhole(Trial trial) {
    return Long.bitCount(trial.used()) == names.get(trial.name()).words().size();
  }

  /// A name written without its spaces.
  private Optional<Mention> glued(List<Word> words, int from, boolean known) {
    String word = words.get(from).text();
    if (known || word.length() < 7) {
      return Optional.empty();
    }
    return closest(word, GLUED, 1)
        .map(item -> new Mention(from, from + 1, List.of(item), true, true, false, false))
        .findFirst();
  }

  /// Items with a name like `phrase`, the likest first.
  Stream<MenuItem> closest(String phrase, double least, int most) {
    return close.to(phrase, least, most);
  }

  /// How far the words read so far agree with a name.
  ///
  /// @param used which of the name's words were said, a bit each
  private record Trial(int name, long used, double sum, boolean coloured) {
    Trial with(int place, double likeness, boolean colourless) {
      return new Trial(name, used | 1L << place, sum + likeness, coloured || !colourless);
    }

    double likeness() {
      return sum / Long.bitCount(used);
    }

    static Trial better(Trial one, Trial other) {
      return other.sum() > one.sum() ? other : one;
    }
  }
}
