package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Lexicon;
import com.crmres.server.menu.MenuItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// All names of a menu's items, from each of their words to the names it stands in.
final class DishNames {

  private static final Set<String> COLOURLESS_KINDS =
      Set.of("size", "unit", "number", "spice", "temp", "cook", "sugar", "stop", "modifier");

  private final Lexicon lexicon;
  private final List<ItemName> names = new ArrayList<>();
  private final List<MenuItem> byPlace = new ArrayList<>();
  private final Map<String, List<Integer>> byWord = new HashMap<>();
  private final Set<String> colourless = new HashSet<>();
  private final CloseNames close = new CloseNames();
  private final Vocabulary vocabulary;

  DishNames(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.vocabulary = new Vocabulary(lexicon);
  }

  /// Items are added in the order of the menu.
  void add(MenuItem item) {
    int place = byPlace.size();
    byPlace.add(item);
    Stream.concat(Stream.of(item.name().ar(), item.name().en()), item.aliases().stream())
        .distinct()
        .map(
            name -> new Spelling(NameWords.of(name), NameWords.hasLink(name), NameWords.with(name)))
        .filter(name -> !name.words().isEmpty())
        .distinct()
        .forEach(name -> add(new ItemName(item, place, name.words(), name.linked(), name.with())));
  }

  /// A name by its words, and whether an "and" or an "on" stands in it.
  private record Spelling(List<String> words, boolean linked, long with) {}

  /// Words that follow each other in a name, as one, with the place of the second.
  Map<String, Integer> pairs() {
    Map<String, Integer> pairs = new HashMap<>();
    for (ItemName name : names) {
      for (int i = 1; i < name.words().size(); i++) {
        String first = name.words().get(i - 1);
        pairs.put(first + name.words().get(i), first.length());
      }
    }
    return pairs;
  }

  private void add(ItemName name) {
    int index = names.size();
    names.add(name);
    close.add(name);
    for (String word : Set.copyOf(name.words())) {
      vocabulary.add(word);
      byWord.computeIfAbsent(word, this::newWord).add(index);
    }
  }

  private List<Integer> newWord(String word) {
    if (saysNoDish(word)) {
      colourless.add(word);
    }
    return new ArrayList<>();
  }

  private boolean saysNoDish(String word) {
    if (Character.isDigit(word.charAt(0))) {
      return true;
    }
    List<Lexicon.Meaning> meanings = lexicon.of(word);
    return meanings.stream().anyMatch(meaning -> COLOURLESS_KINDS.contains(meaning.kind()))
        && meanings.stream().noneMatch(meaning -> meaning.kind().equals("food"));
  }

  /// All words that stand in names.
  Set<String> words() {
    return byWord.keySet();
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  ItemName name(int index) {
    return names.get(index);
  }

  MenuItem itemAt(int place) {
    return byPlace.get(place);
  }

  /// The names in which a word stands.
  List<Integer> with(String word) {
    return byWord.getOrDefault(word, List.of());
  }

  /// Where a word stands in a name, beside the places already used, a bit each; negative if
  /// nowhere.
  int place(int name, String word, long used) {
    List<String> words = names.get(name).words();
    for (int i = 0; i < words.size(); i++) {
      if ((used & 1L << i) == 0 && words.get(i).equals(word)) {
        return i;
      }
    }
    return -1;
  }

  /// Whether a word says a size or a heat, and names nothing by itself.
  boolean isColourless(String word) {
    return colourless.contains(word);
  }

  /// Items with a name spelt much like `phrase`, the likest first.
  Stream<MenuItem> closest(String phrase, double least, int most) {
    return close.to(phrase, least, most);
  }
}
