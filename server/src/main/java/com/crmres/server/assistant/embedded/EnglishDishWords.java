package com.crmres.server.assistant.embedded;

import java.util.Set;

/// The words that say what kind of dish something is, or how large, and not which.
final class EnglishDishWords {

  /// What a dish is; left out, the rest still names it: "karak" is karak tea, not iced karak.
  private static final Set<String> KINDS =
      Set.of(
          "tea",
          "coffee",
          "burger",
          "pizza",
          "sandwich",
          "salad",
          "juice",
          "cake",
          "soup",
          "plate",
          "meal",
          "box",
          "bread",
          "wrap",
          "roll",
          "pasta",
          "sauce",
          "dip",
          "milkshake",
          "shake",
          "rice",
          "drink",
          "pie",
          "sub",
          "bowl",
          "burrito",
          "taco",
          "soda",
          "combo",
          "platter",
          "hamburger",
          "dish",
          "za",
          "submarine",
          "hoagy");

  /// Those kinds that may be said behind the name of every dish of a category so called.
  private static final Set<String> DISHES =
      Set.of(
          "burger",
          "pizza",
          "sandwich",
          "salad",
          "juice",
          "soup",
          "pasta",
          "milkshake",
          "shake",
          "wrap",
          "burrito",
          "taco",
          "cake",
          "tea",
          "coffee",
          "smoothy");

  /// Those kinds that are another dish than what is in them.
  private static final Set<String> SERVINGS = Set.of("box", "plate", "meal", "platter", "combo");

  private EnglishDishWords() {}

  /// Whether a word says what kind of dish something is.
  static boolean isKind(String key) {
    return KINDS.contains(key);
  }

  /// Whether a category so called has dishes behind whose names the word may be said.
  static boolean namesCategory(String kind) {
    return DISHES.contains(kind);
  }

  /// Whether a word says how a dish is served.
  static boolean isServing(String word) {
    return SERVINGS.contains(word);
  }

  /// Whether a word says a size on any menu.
  static boolean isSize(String word) {
    return switch (word) {
      case "small",
          "medium",
          "large",
          "big",
          "regular",
          "mini",
          "half",
          "hot",
          "cold",
          "spicy",
          "extra",
          "double",
          "single",
          "plain",
          "fresh",
          "special",
          "ice",
          "iced",
          "icy" ->
          true;
      default -> Character.isDigit(word.charAt(0));
    };
  }
}
