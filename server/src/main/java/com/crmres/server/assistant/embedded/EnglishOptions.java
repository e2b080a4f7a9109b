package com.crmres.server.assistant.embedded;

import com.crmres.server.menu.MenuItem;
import com.crmres.server.menu.ModifierGroup;
import com.crmres.server.menu.ModifierOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The choices of items with the same groups, by all that English speakers call them.
final class EnglishOptions {

  private static final Set<String> LARGEST =
      Set.of("xl", "family", "jumbo", "king", "party", "giant", "xxl", "extralarge");

  private static final Set<String> BOTTLES = Set.of("liter", "bottle");

  private static final List<String> BOTTLE_NAMES =
      List.of("bottle", "bigbottle", "largebottle", "large", "big", "family");

  /// How surely a name was said: whole, without its empty words, or a part of it.
  private static final int WHOLE = 0;

  private static final int BARE = 1;
  private static final int SYNONYM = 2;
  private static final int PART = 3;
  private static final int TIERS = 4;

  private final List<Map<String, List<Place>>> tiers = new ArrayList<>();

  /// One option of a group, and whether its name says "no" itself.
  record Choice(ModifierGroup group, ModifierOption option, boolean says) {}

  /// Where an option stands among the groups of an item, and whether its name says "no" itself.
  ///
  /// @param kinds how many options of the group end in the same word
  private record Place(int group, int option, boolean says, int kinds) {
    Place saying(boolean no) {
      return new Place(group, option, no, kinds);
    }

    Choice of(MenuItem item) {
      ModifierGroup named = item.groups().get(group);
      return new Choice(named, named.options().get(option), says);
    }
  }

  EnglishOptions(MenuItem item) {
    for (int i = 0; i < TIERS; i++) {
      tiers.add(new HashMap<>());
    }
    for (int g = 0; g < item.groups().size(); g++) {
      ModifierGroup group = item.groups().get(g);
      Map<String, Integer> last = lastWords(group);
      Set<String> shared = shared(group, last);
      if (group.kind() == ModifierGroup.Kind.SIZE) {
        addScale(group, g);
      }
      for (int o = 0; o < group.options().size(); o++) {
        ModifierOption option = group.options().get(o);
        Place place = new Place(g, o, false, kinds(option, last));
        for (List<String> name : names(option)) {
          add(group, place, name, shared);
          EnglishSynonyms.variants(name).forEach(variant -> put(SYNONYM, variant, place));
          EnglishSynonyms.variants(EnglishOptionWords.bare(group, name))
              .forEach(variant -> put(SYNONYM, variant, place));
        }
      }
    }
  }

  /// Sizes are called by what they are among the others: the largest, or the bottle beside a can.
  private void addScale(ModifierGroup group, int g) {
    List<Set<String>> words =
        group.options().stream()
            .map(option -> Set.copyOf(EnglishWords.ofName(option.name().en())))
            .toList();
    nameOnly(words, g, LARGEST, List.of("xl", "extralarge", "family", "jumbo", "king"));
    if (words.size() > 1) {
      nameAs(g, words.size() - 1, List.of("bigger", "biggest", "larger", "largest"));
      nameAs(g, 0, List.of("smaller", "smallest"));
    }
    if (words.stream().anyMatch(name -> name.contains("can") || name.contains("small"))) {
      nameOnly(words, g, BOTTLES, BOTTLE_NAMES);
    }
  }

  /// Calls the only option of which the name says one of these by others, too.
  private void nameOnly(List<Set<String>> words, int g, Set<String> said, List<String> others) {
    List<Integer> named =
        IntStream.range(0, words.size())
            .filter(o -> words.get(o).stream().anyMatch(said::contains))
            .boxed()
            .toList();
    if (named.size() == 1) {
      nameAs(g, named.getFirst(), others);
    }
  }

  private void nameAs(int g, int o, List<String> names) {
    Place place = new Place(g, o, false, 0);
    names.forEach(name -> put(SYNONYM, List.of(name), place));
  }

  private static List<List<String>> names(ModifierOption option) {
    List<List<String>> names = new ArrayList<>();
    addName(names, option.name().en());
    addName(names, option.name().ar());
    option.aliases().forEach(alias -> addName(names, alias));
    return names;
  }

  private static void addName(List<List<String>> names, String name) {
    List<String> words = EnglishWords.ofName(name);
    if (!words.isEmpty() && !names.contains(words)) {
      names.add(words);
    }
  }

  /// How many options of a group end in a word behind others.
  private static Map<String, Integer> lastWords(ModifierGroup group) {
    Map<String, Integer> last = new HashMap<>();
    for (ModifierOption option : group.options()) {
      List<String> words = EnglishWords.ofName(option.name().en());
      if (words.size() > 1) {
        last.merge(words.getLast(), 1, Integer::sum);
      }
    }
    return last;
  }

  private static int kinds(ModifierOption option, Map<String, Integer> last) {
    List<String> words = EnglishWords.ofName(option.name().en());
    return words.isEmpty() ? 0 : last.getOrDefault(words.getLast(), 0);
  }

  /// The last words that most options of a group share, such as "milk", and those of its name.
  private static Set<String> shared(ModifierGroup group, Map<String, Integer> last) {
    Set<String> shared = new HashSet<>();
    last.forEach((word, times) -> {
      if (times > 1 && 2 * times >= group.options().size()) {
        shared.add(word);
      }
    });
    if (group.kind() == ModifierGroup.Kind.SIZE || group.kind() == ModifierGroup.Kind.CHOICE) {
      shared.addAll(EnglishWords.ofName(group.name().en()));
    }
    if (shared.contains("spice") || shared.contains("heat") || shared.contains("hotness")) {
      shared.add("spicy");
    }
    return shared;
  }

  private void add(ModifierGroup group, Place place, List<String> words, Set<String> shared) {
    boolean negative = EnglishOptionWords.isNegation(words.getFirst());
    put(WHOLE, words, place.saying(negative));
    List<String> bare = EnglishOptionWords.bare(group, words);
    if (words.size() > 1 && words.getFirst().equals("1")) {
      put(BARE, words.subList(1, words.size()), place);
    }
    if (!bare.equals(words)) {
      put(BARE, bare, place);
    }
    List<String> telling = bare.stream().filter(word -> !shared.contains(word)).toList();
    if (!telling.isEmpty()
        && !telling.equals(bare)
        && !telling.stream().allMatch(EnglishOptionWords::isEmpty)) {
      put(BARE, telling, place);
    }
    for (String word : shared) {
      if (!bare.contains(word)) {
        List<String> longer = new ArrayList<>(bare);
        longer.add(word);
        put(BARE, longer, place);
        longer.removeLast();
        longer.addFirst(word);
        put(SYNONYM, longer, place);
      }
    }
    addParts(place, bare, shared);
  }

  private void addParts(Place place, List<String> words, Set<String> shared) {
    if (words.size() < 2) {
      return;
    }
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= words.size(); to++) {
        List<String> part = words.subList(from, to);
        boolean tells =
            part.stream()
                .anyMatch(word ->
                    word.length() > 2
                        && !shared.contains(word)
                        && !EnglishOptionWords.isEmpty(word));
        if (tells && part.size() < words.size()) {
          put(PART, part, place);
        }
      }
    }
  }

  private void put(int tier, List<String> words, Place place) {
    List<Place> places =
        tiers.get(tier).computeIfAbsent(String.join("", words), _ -> new ArrayList<>(1));
    boolean known =
        places.stream()
            .anyMatch(other -> other.group() == place.group() && other.option() == place.option());
    if (!known) {
      places.add(place);
    }
  }

  /// All that a menu's spelling and cutting must know of.
  void forEachKey(java.util.function.BiConsumer<String, Boolean> consumer) {
    for (int tier = 0; tier < TIERS; tier++) {
      boolean whole = tier < PART;
      tiers.get(tier).keySet().forEach(key -> consumer.accept(key, whole));
    }
  }

  /// Whether a key is all of the name of some option, however it is called.
  boolean names(String key) {
    return tiers.subList(0, PART).stream().anyMatch(tier -> tier.containsKey(key));
  }

  /// The choice that a key names among the wanted groups; null if none, or several alike.
  @Nullable Choice find(MenuItem item, String key, Predicate<Choice> wanted) {
    for (int tier = 0; tier < TIERS; tier++) {
      List<Place> found =
          tiers.get(tier).getOrDefault(key, List.of()).stream()
              .filter(place -> wanted.test(place.of(item)))
              .toList();
      if (!found.isEmpty()) {
        Place named = unambiguous(found, tier);
        return named == null ? null : named.of(item);
      }
    }
    return null;
  }

  private static @Nullable Place unambiguous(List<Place> found, int tier) {
    Place first = found.getFirst();
    if (tier == PART && found.size() > 1) {
      return commonest(found);
    }
    boolean sameGroup = found.stream().filter(place -> place.group() == first.group()).count() > 1;
    return tier > WHOLE && sameGroup ? null : first;
  }

  /// "Caramel" of "caramel syrup" and "caramel drizzle" is the one of which there are most kinds.
  private static @Nullable Place commonest(List<Place> found) {
    Place best = null;
    int most = 1;
    for (Place place : found) {
      if (place.kinds() > most) {
        best = place;
        most = place.kinds();
      } else if (place.kinds() == most) {
        best = null;
      }
    }
    return best;
  }
}
