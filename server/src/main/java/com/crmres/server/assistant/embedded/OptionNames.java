package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Stem;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The choices of one item, found by the words people use for them.
final class OptionNames {

  private static final Set<String> WITHOUT = Set.of("بدون", "بلا", "without", "no");
  private static final Set<String> EXTRA =
      Set.of("اضافي", "اضافيه", "زياده", "extra", "add", "اكسترا");
  private static final Set<String> ANY_KIND = Set.of("ITEM:BREAD", "ITEM:SAUCE");
  private static final Set<String> THING_KINDS =
      Set.of("food", "size", "spice", "sugar", "temp", "cook");

  private static final int MOST_REMEMBERED = 1_000;

  private final Lexicon lexicon;
  private final OptionWords remembered;
  private final List<Name> names = new ArrayList<>();
  private final OptionLikeness likeness;
  private final Map<String, BitSet> alike = new ConcurrentHashMap<>();
  private final Map<UUID, Set<String>> kindWords = new HashMap<>();

  OptionNames(MenuItem item, Lexicon lexicon, OptionWords remembered) {
    this.lexicon = lexicon;
    this.likeness = new OptionLikeness(lexicon);
    this.remembered = remembered;
    for (ModifierGroup group : item.groups()) {
      group.options().forEach(option -> add(group, option));
      kindWords.put(group.id(), kindWords(group));
    }
  }

  /// Words that stand for what a group is about: those of its name, and those that several options
  /// share.
  private Set<String> kindWords(ModifierGroup group) {
    Set<String> kinds = new HashSet<>();
    Stream.of(group.name().ar(), group.name().en()).forEach(name -> addBare(kinds, name));
    Set<String> seen = new HashSet<>();
    for (ModifierOption option : group.options()) {
      Set<String> own = new HashSet<>();
      Stream.of(option.name().ar(), option.name().en()).forEach(name -> addBare(own, name));
      own.stream().filter(word -> !seen.add(word)).forEach(kinds::add);
    }
    kinds.removeAll(WITHOUT);
    kinds.removeAll(EXTRA);
    return kinds;
  }

  private static void addBare(Set<String> words, String name) {
    for (Word word : Word.of(name)) {
      words.add(word.text().startsWith("ال") ? word.text().substring(2) : word.text());
    }
  }

  private record Name(
      ModifierGroup group, ModifierOption option, List<String> words, Set<String> things) {}

  /// An option that words name.
  ///
  /// @param to index behind the last word
  record Hit(ModifierGroup group, ModifierOption option, int to, boolean whole) {}

  private void add(ModifierGroup group, ModifierOption option) {
    Stream.concat(Stream.of(option.name().ar(), option.name().en()), option.aliases().stream())
        .map(name -> Word.of(name).stream().map(Word::text).toList())
        .map(words -> telling(group.kind(), words))
        .filter(words -> !words.isEmpty())
        .distinct()
        .forEach(
            words -> names.add(new Name(group, option, words, things(String.join(" ", words)))));
  }

  /// In a group of ingredients to leave out, "without" tells nothing; among extras, "extra" does
  /// not.
  private static List<String> telling(ModifierGroup.Kind kind, List<String> words) {
    Set<String> empty =
        switch (kind) {
          case REMOVE -> WITHOUT;
          case ADDON -> EXTRA;
          case SIZE, CHOICE, NOTE -> Set.of();
        };
    List<String> rest = words.stream().filter(word -> !empty.contains(word)).toList();
    return rest.isEmpty() ? words : rest;
  }

  private Set<String> things(String phrase) {
    Set<String> things = new HashSet<>();
    for (Lexicon.Meaning meaning : lexicon.of(phrase)) {
      if (THING_KINDS.contains(meaning.kind()) && !ANY_KIND.contains(meaning.value())) {
        things.add(meaning.value());
      }
    }
    return things;
  }

  /// The option that the words from `from` name, with or without the word for its kind before it:
  /// "oat", "milk oat".
  Optional<Hit> at(List<Word> words, int from, Predicate<ModifierGroup> wanted) {
    Optional<Hit> of = ofKind(words, from, wanted);
    if (of.isPresent()) {
      return of;
    }
    Optional<Hit> named = named(words, from, wanted);
    boolean mayBeKind = from + 1 < words.size() && words.get(from + 1).gap() == Word.Gap.SPACE;
    return mayBeKind
        ? named(words, from + 1, group -> wanted.test(group) && isKind(words.get(from), group))
            .filter(hit -> hit.whole() && hit.to() > named.map(Hit::to).orElse(from))
            .or(() -> named)
        : named;
  }

  /// "متوسط الحرارة": which kind it is of is said behind it.
  private Optional<Hit> ofKind(List<Word> words, int from, Predicate<ModifierGroup> wanted) {
    Word kind = from + 1 < words.size() ? words.get(from + 1) : null;
    return kind == null || kind.gap() != Word.Gap.SPACE || !kind.text().startsWith("ال")
        ? Optional.empty()
        : named(words, from, group -> wanted.test(group) && isKind(kind, group))
            .filter(hit -> hit.to() == from + 1)
            .map(hit -> new Hit(hit.group(), hit.option(), from + 2, hit.whole()));
  }

  /// The choice to do without what the words from `from` name: "بدون رز" for a "بلا رز".
  Optional<Hit> without(List<Word> words, int from) {
    return names.stream()
        .filter(name -> name.group().kind() == ModifierGroup.Kind.CHOICE)
        .filter(name -> name.words().size() > 1 && WITHOUT.contains(name.words().getFirst()))
        .filter(name -> saysRest(name, words, from))
        .map(name -> new Hit(name.group(), name.option(), from + name.words().size() - 1, true))
        .findFirst();
  }

  private boolean saysRest(Name name, List<Word> words, int from) {
    int rest = name.words().size() - 1;
    return from + rest <= words.size()
        && IntStream.range(0, rest)
            .allMatch(
                i -> alike(name.words().get(i + 1), words.get(from + i).text(), i == 0, false));
  }

  /// Whether a word says what one of the groups is about.
  boolean isKind(Word word) {
    return names.stream().map(Name::group).distinct().anyMatch(group -> isKind(word, group));
  }

  boolean isAboutSugar() {
    return names.stream()
        .flatMap(name -> name.things().stream())
        .anyMatch(thing -> thing.startsWith("SUGAR:"));
  }

  private boolean isKind(Word word, ModifierGroup group) {
    Set<String> kinds = kindWords.getOrDefault(group.id(), Set.of());
    String text = word.text();
    String owned = text.endsWith("تها") ? text.substring(0, text.length() - 3) + "ه" : text;
    return kinds.contains(owned)
        || Stem.of(text).stream()
            .anyMatch(stem ->
                kinds.contains(stem.text())
                    || kinds.stream()
                        .anyMatch(kind -> likeness.sameFood(kind, stem.text(), false)));
  }

  /// The longest name of an option that begins at `from`.
  private Optional<Hit> named(List<Word> words, int from, Predicate<ModifierGroup> wanted) {
    Hit best = null;
    boolean several = false;
    boolean exact = false;
    Optional<Lexicon.Match> phrase = lexicon.longest(words, from);
    BitSet alike = alike(words.get(from).text());
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      boolean may = alike.get(i) || !name.things().isEmpty();
      if (may && wanted.test(name.group())) {
        Hit hit = match(name, words, from, phrase, alike.get(i));
        if (hit != null && (best == null || isBetter(hit, best))) {
          best = hit;
          exact = false;
          several = false;
        } else if (hit != null && best != null && !isBetter(best, hit) && !same(hit, best)) {
          several = !exact;
        }
        if (hit != null && (best == null || !isBetter(best, hit)) && isExact(name, words, from)) {
          best = hit;
          exact = true;
          several = false;
        }
      }
    }
    return several ? Optional.empty() : Optional.ofNullable(best);
  }

  /// "كيلوين" is that size, and no two of "كيلو".
  private static boolean isExact(Name name, List<Word> words, int from) {
    int to = from + name.words().size();
    return to <= words.size()
        && words.subList(from, to).stream().map(Word::text).toList().equals(name.words());
  }

  private static boolean same(Hit one, Hit other) {
    return one.option().id().equals(other.option().id());
  }

  private static boolean isBetter(Hit one, Hit other) {
    return one.to() != other.to() ? one.to() > other.to() : one.whole() && !other.whole();
  }

  /// The names of which a word is like this one.
  private BitSet alike(String word) {
    BitSet known = alike.get(word);
    if (known == null) {
      known = new BitSet(names.size());
      for (int i = 0; i < names.size(); i++) {
        known.set(i, place(names.get(i), word, Set.of(), true) >= 0);
      }
      if (alike.size() < MOST_REMEMBERED) {
        alike.put(word, known);
      }
    }
    return known;
  }

  private @Nullable Hit match(
      Name name, List<Word> words, int from, Optional<Lexicon.Match> phrase, boolean alike) {
    int byThing = sameThing(name, phrase, from);
    int byWords = alike ? sameWords(name, words, from) : -1;
    int to = Math.max(byThing, byWords);
    if (to <= from) {
      return null;
    }
    boolean whole = byThing == to || to - from == name.words().size();
    return new Hit(name.group(), name.option(), to, whole);
  }

  private static int sameThing(Name name, Optional<Lexicon.Match> phrase, int from) {
    return phrase
        .filter(match ->
            match.meanings().stream().anyMatch(meaning -> name.things().contains(meaning.value())))
        .map(match -> from + match.length())
        .orElse(-1);
  }

  private int sameWords(Name name, List<Word> words, int from) {
    Set<Integer> used = new HashSet<>();
    int at = from;
    while (at < words.size() && (at == from || words.get(at).gap() == Word.Gap.SPACE)) {
      int place = place(name, words.get(at).text(), used, at == from);
      // "وجبة بدون …" is not "بدون وجبة".
      if (place < 0 || (at > from && WITHOUT.contains(words.get(at).text()))) {
        break;
      }
      used.add(place);
      at++;
    }
    boolean most = used.size() > 1 && used.size() == name.words().size() - 1;
    return used.size() == name.words().size()
            || most
            || (used.size() == 1 && isTelling(words.get(from), name.group().kind()))
        ? at
        : -1;
  }

  /// Words such as "sauce" or "large" stand in many names: alone they choose none in part.
  private boolean isTelling(Word word, ModifierGroup.Kind kind) {
    return word.text().length() > 2
        && lexicon.of(word.text()).stream()
            .allMatch(meaning ->
                (kind == ModifierGroup.Kind.SIZE
                        && (meaning.kind().equals("unit") || meaning.kind().equals("size")))
                    || (meaning.kind().equals("food")
                        && (kind == ModifierGroup.Kind.REMOVE
                            || !ANY_KIND.contains(meaning.value()))));
  }

  private int place(Name name, String word, Set<Integer> used, boolean joined) {
    for (int i = 0; i < name.words().size(); i++) {
      if (!used.contains(i) && alike(name.words().get(i), word, joined, name.words().size() == 1)) {
        return i;
      }
    }
    return -1;
  }

  private boolean alike(String name, String word, boolean joined, boolean alone) {
    return remembered.alike(
        new OptionWords.Pair(name, word, joined, alone),
        pair -> likeness.isAlike(pair.name(), pair.said(), pair.joined(), pair.alone()));
  }
}
