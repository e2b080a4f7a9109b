package com.crmres.simulator.openrouter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds dishes with their numbers in a customer's words, by the names that the menu gives them.
final class Order {

  /// @param quote exactly as the customer wrote it
  /// @param number how many; 0 if nothing was said
  record Wanted(String item, int number, String quote) {}

  private record Found(String item, int from, int to) {}

  private static final int MOST_NUMBER = 10;
  private static final int SHORTEST_WORD = 4;

  private final Map<String, Set<String>> menu;
  private final Pattern numbers;
  private final Bundle bundle;

  Order(Map<String, Set<String>> menu, Bundle bundle) {
    this.menu = menu;
    this.bundle = bundle;
    StringBuilder all = new StringBuilder("\\d{1,2}");
    for (int number = 1; number <= MOST_NUMBER; number++) {
      all.append('|').append(bundle.text("number." + number));
    }
    this.numbers = Pattern.compile("(?<![\\p{L}\\p{N}])(" + all + ")(?![\\p{L}\\p{N}])");
  }

  List<Wanted> wanted(String words) {
    String folded = Folded.of(words);
    List<Wanted> wanted = new ArrayList<>();
    int begin = 0;
    List<Found> dishes = dishes(folded);
    for (int i = 0; i < dishes.size(); i++) {
      Found dish = dishes.get(i);
      int next = i + 1 < dishes.size() ? dishes.get(i + 1).from() : folded.length();
      Matcher before = numbers.matcher(folded).region(begin, dish.from());
      Matcher after = numbers.matcher(folded).region(dish.to(), Math.min(next, dish.to() + 8));
      int from = dish.from();
      int to = dish.to();
      int number = 0;
      if (before.find()) {
        from = before.start();
        number = number(before.group());
      } else if (after.lookingAt() || after.find()) {
        to = after.end();
        number = number(after.group());
      }
      wanted.add(new Wanted(dish.item(), number, words.substring(from, to)));
      begin = to;
    }
    return wanted;
  }

  /// Dishes that share a word with what was said, when none was named whole.
  List<String> meant(String words) {
    Set<String> meant = new LinkedHashSet<>();
    for (String word : Folded.of(words).split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() >= SHORTEST_WORD) {
        menu.forEach((item, names) -> {
          if (names.stream().anyMatch(name -> List.of(name.split(" ", -1)).contains(word))) {
            meant.add(item);
          }
        });
      }
    }
    return List.copyOf(meant);
  }

  /// The first number in the words, or 0.
  int number(String words) {
    Matcher said = numbers.matcher(Folded.of(words));
    if (!said.find()) {
      return 0;
    }
    String word = said.group();
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    for (int number = 1; number <= MOST_NUMBER; number++) {
      if (word.matches(bundle.text("number." + number))) {
        return number;
      }
    }
    return 0;
  }

  /// The longest names first, none over another, in the order in which they were said.
  private List<Found> dishes(String folded) {
    List<Found> all = new ArrayList<>();
    menu.forEach((item, names) ->
        names.forEach(name -> {
          for (int at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
            if (!Folded.isWithinWord(folded, at + name.length()) && beginsWord(folded, at)) {
              all.add(new Found(item, at, at + name.length()));
            }
          }
        }));
    all.sort(Comparator.comparingInt((Found found) -> found.from() - found.to()));
    List<Found> kept = new ArrayList<>();
    for (Found found : all) {
      if (kept.stream().noneMatch(one -> one.from() < found.to() && found.from() < one.to())) {
        kept.add(found);
      }
    }
    kept.sort(Comparator.comparingInt(Found::from));
    return kept;
  }

  /// Arabic glues "and", "with" and "the" to a word.
  private static boolean beginsWord(String folded, int at) {
    int start = at;
    while (Folded.isWithinWord(folded, start - 1)) {
      start--;
    }
    return Set.of("", "و", "ال", "وال", "ب", "بال").contains(folded.substring(start, at));
  }
}
