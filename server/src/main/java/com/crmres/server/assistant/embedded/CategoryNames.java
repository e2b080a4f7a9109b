package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import com.crmres.server.menu.Menu;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The categories of a menu by their names, however their endings are written.
final class CategoryNames {

  private final Map<List<String>, Menu.Category> categories = new HashMap<>();

  void add(Menu.Category category) {
    Stream.of(category.name().ar(), category.name().en())
        .map(name -> NameWords.of(name).stream().map(CategoryNames::bare).toList())
        .filter(name -> !name.isEmpty())
        .forEach(name -> categories.putIfAbsent(name, category));
  }

  /// The category that these words name; only a whole name counts.
  Optional<Menu.Category> named(List<Word> words, int from, int to) {
    List<String> name = words.subList(from, to).stream().map(word -> bare(word.text())).toList();
    return Optional.ofNullable(categories.get(name));
  }

  /// The only category whose name begins with this word: "السمك" of "سمك بالوزن".
  Optional<Menu.Category> headed(String word) {
    List<Menu.Category> headed =
        categories.entrySet().stream()
            .filter(entry -> entry.getKey().getFirst().equals(bare(word)))
            .map(Map.Entry::getValue)
            .distinct()
            .toList();
    return headed.size() == 1 ? Optional.of(headed.getFirst()) : Optional.empty();
  }

  private static String bare(String word) {
    String plain = word.startsWith("ال") ? word.substring(2) : word;
    if (plain.endsWith("ا")) {
      return plain.substring(0, plain.length() - 1) + "ي";
    }
    return plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
