package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.Menu;
import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A menu by its English names, made once: what words are whole names, parts of names, or options.
final class EnglishMenu {

  private final Map<String, List<MenuItem>> whole = new HashMap<>();
  private final Map<String, List<MenuItem>> variants = new HashMap<>();
  private final Map<String, List<Name>> byWord = new HashMap<>();
  private final Set<String> optionKeys = new HashSet<>();
  private final Set<String> partOptionKeys = new HashSet<>();
  private final Set<String> sizeWords = new HashSet<>();
  private final Map<EnglishOptionNames, EnglishOptions> optionsOfGroups = new HashMap<>();
  private final Map<UUID, EnglishOptions> options = new HashMap<>();
  private final Map<UUID, UUID> categories = new HashMap<>();
  private final Map<UUID, MenuItem> items = new LinkedHashMap<>();
  private final Set<String> bridgedKeys = new HashSet<>();
  private final Map<String, List<MenuItem>> ofCategory = new HashMap<>();
  private final EnglishSpelling spelling;

  EnglishMenu(Menu menu, EnglishGrammar grammar) {
    spelling = new EnglishSpelling(grammar);
    for (Menu.Category category : menu.categories()) {
      String name = String.join("", EnglishWords.ofName(category.name().en()));
      ofCategory.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(category.items());
      for (MenuItem item : category.items()) {
        items.put(item.id(), item);
        categories.put(item.id(), category.id());
        addNames(item);
        addKind(item, category);
        addOptions(item);
      }
    }
  }

  /// One of the names of an item.
  ///
  /// @param bridged whether "and", "with" or the like stands in it
  private record Name(MenuItem item, Set<String> words, boolean bridged) {}

  private void addNames(MenuItem item) {
    names(item).forEach(name -> addName(item, name));
  }

  private static List<String> names(MenuItem item) {
    List<String> names = new ArrayList<>(List.of(item.name().en(), item.name().ar()));
    names.addAll(item.aliases());
    return names;
  }

  /// Among pizzas, "hawaiian" may be called a hawaiian pizza, too.
  private void addKind(MenuItem item, Menu.Category category) {
    List<String> titled = EnglishWords.ofName(category.name().en());
    String kind = titled.isEmpty() ? "" : titled.getLast();
    if (!EnglishDishWords.namesCategory(kind)) {
      return;
    }
    for (String name : names(item)) {
      List<String> words = EnglishWords.ofName(name);
      if (!words.isEmpty() && words.stream().noneMatch(EnglishDishWords::isKind)) {
        addOfKind(item, words, kind);
        EnglishSynonyms.variants(words).forEach(variant -> addOfKind(item, variant, kind));
      }
    }
  }

  private void addOfKind(MenuItem item, List<String> words, String kind) {
    List<String> longer = new ArrayList<>(words);
    longer.add(kind);
    put(variants, longer, item);
    index(item, longer, false);
  }

  private void addName(MenuItem item, String text) {
    List<String> words = EnglishWords.ofName(text);
    if (words.isEmpty()) {
      return;
    }
    boolean bridged = Word.of(text).stream().anyMatch(word -> EnglishWords.isBridge(word.text()));
    put(whole, words, item);
    if (bridged) {
      bridgedKeys.add(String.join("", words));
    }
    index(item, words, bridged);
    for (List<String> variant : EnglishSynonyms.variants(words)) {
      put(variants, variant, item);
      index(item, variant, bridged);
    }
  }

  private static void put(Map<String, List<MenuItem>> names, List<String> words, MenuItem item) {
    addTo(names.computeIfAbsent(String.join("", words), _ -> new ArrayList<>()), item);
  }

  /// Names of one item stand together.
  private static void addTo(List<MenuItem> items, MenuItem item) {
    if (items.isEmpty() || !items.getLast().id().equals(item.id())) {
      items.add(item);
    }
  }

  private void index(MenuItem item, List<String> words, boolean bridged) {
    Name name = new Name(item, Set.copyOf(words), bridged);
    for (String word : name.words()) {
      spelling.add(word);
      byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(name);
    }
  }

  private void addOptions(MenuItem item) {
    EnglishOptionNames groups = EnglishOptionNames.of(item);
    EnglishOptions known = optionsOfGroups.get(groups);
    if (known == null) {
      known = new EnglishOptions(item);
      optionsOfGroups.put(groups, known);
      known.forEachKey((key, sure) -> (sure ? optionKeys : partOptionKeys).add(key));
      for (ModifierGroup group : item.groups()) {
        group
            .options()
            .forEach(option -> {
              addWords(group, option.name().en());
              option.aliases().forEach(alias -> addWords(group, alias));
            });
        EnglishWords.ofName(group.name().en()).forEach(spelling::add);
      }
    }
    options.put(item.id(), known);
  }

  private void addWords(ModifierGroup group, String name) {
    List<String> words = EnglishWords.ofName(name);
    if (Word.of(name).stream().anyMatch(word -> EnglishWords.isBridge(word.text()))) {
      bridgedKeys.add(String.join("", words));
    }
    words.forEach(spelling::add);
    if (group.kind() == ModifierGroup.Kind.SIZE) {
      sizeWords.addAll(words);
    }
    for (List<String> variant : EnglishSynonyms.variants(words)) {
      variant.forEach(spelling::add);
    }
  }

  /// Whether this is the name of a category.
  boolean isCategory(String said) {
    return !ofCategory(said).isEmpty();
  }

  /// The dishes of a category so called.
  List<MenuItem> ofCategory(String said) {
    return ofCategory.getOrDefault(String.join("", EnglishWords.ofName(said)), List.of());
  }

  EnglishSpelling spelling() {
    return spelling;
  }

  EnglishOptions options(MenuItem item) {
    EnglishOptions known = options.get(item.id());
    return known == null ? new EnglishOptions(item) : known;
  }

  @Nullable MenuItem item(UUID id) {
    return items.get(id);
  }

  Iterable<MenuItem> items() {
    return items.values();
  }

  boolean sameCategory(MenuItem one, MenuItem other) {
    UUID category = categories.get(one.id());
    return category != null && category.equals(categories.get(other.id()));
  }

  /// The items with this whole name.
  List<MenuItem> named(String key) {
    List<MenuItem> found = whole.get(key);
    if (found != null) {
      return found;
    }
    List<MenuItem> like = variants.getOrDefault(key, List.of());
    boolean others =
        byWord.getOrDefault(key, List.of()).stream().anyMatch(name -> !like.contains(name.item()));
    return others ? List.of() : like;
  }

  boolean isOption(String key) {
    return optionKeys.contains(key);
  }

  boolean isPartOfOption(String key) {
    return partOptionKeys.contains(key);
  }

  /// Whether a word alone is the name of a dish.
  boolean isKnownDish(String word) {
    return whole.containsKey(word) || word.length() > 2;
  }

  /// A word that says a size tells nothing about which item is meant.
  boolean isSize(String word) {
    return (sizeWords.contains(word) && !EnglishDishWords.isKind(word))
        || EnglishDishWords.isSize(word);
  }

  /// Whether a bridge such as "with" stands inside the name under this key.
  boolean isBridged(String key) {
    return bridgedKeys.contains(key);
  }

  /// The items in one of whose names all of these words stand.
  ///
  /// @param bridged whether a bridge stood between them
  List<MenuItem> partlyNamed(List<String> words, boolean bridged) {
    List<MenuItem> found = containing(words, bridged);
    List<MenuItem> plain = new ArrayList<>();
    for (Name name : byWord.getOrDefault(rarest(words), List.of())) {
      if (name.words().containsAll(words) && (name.bridged() || !bridged)) {
        if (name.words().stream()
            .allMatch(word -> words.contains(word) || EnglishDishWords.isKind(word))) {
          addTo(plain, name.item());
        }
      }
    }
    boolean same =
        plain.size() == 1
            && words.stream().noneMatch(EnglishDishWords::isKind)
            && (found.size() == 1 || !isServing(plain.getFirst()));
    return same ? plain : found;
  }

  /// "Shawarma" alone is not the shawarma box beside others.
  private static boolean isServing(MenuItem item) {
    return EnglishWords.ofName(item.name().en()).stream().anyMatch(EnglishDishWords::isServing);
  }

  /// All items in one of whose names all of these words stand, however they are called.
  List<MenuItem> containing(List<String> words, boolean bridged) {
    List<MenuItem> found = new ArrayList<>();
    for (Name name : byWord.getOrDefault(rarest(words), List.of())) {
      if (name.words().containsAll(words) && (name.bridged() || !bridged)) {
        addTo(found, name.item());
      }
    }
    return found;
  }

  private String rarest(List<String> words) {
    String rarest = words.getFirst();
    for (String word : words) {
      if (byWord.getOrDefault(word, List.of()).size()
          < byWord.getOrDefault(rarest, List.of()).size()) {
        rarest = word;
      }
    }
    return rarest;
  }
}
