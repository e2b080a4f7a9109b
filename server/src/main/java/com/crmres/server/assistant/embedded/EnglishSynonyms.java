package com.crmres.server.assistant.embedded;

import java.util.ArrayList;
import java.util.List;

/// Other English words for the same food, so that a menu need not list them as aliases.
final class EnglishSynonyms {

  /// Each row holds phrases of which any may stand for any other; written in folded form.
  private static final List<List<List<String>>> ROWS =
      rows(
          "coke|coca cola|cola|cocacola",
          "fry|french fry|chip",
          "ketchup|catsup|tomato ketchup",
          "shrimp|prawn",
          "veggy|vegetable|vegetarian|veg|vegy",
          "parmesan|parm|parmigiana",
          "mozzarella|mozz|mozarella",
          "pizza|pie|za",
          "milkshake|shake|milk shake",
          "skim|skimmed|nonfat|non fat|fat free",
          "decaf|decaffeinated",
          "iced|ice|icy",
          "chocolate|choc",
          "double|dbl",
          "triple|3x",
          "large|big|lg|lrg|jumbo",
          "small|sm|sml|little",
          "medium|med|mid|middle",
          "regular|reg|normal|standard|classic",
          "xl|extra large|xlarge",
          "garbanzo|chickpea",
          "bell pepper|capsicum|sweet pepper",
          "green pepper|green bell pepper|green capsicum",
          "red pepper|red bell pepper",
          "pickle|gherkin",
          "aubergine|eggplant",
          "cilantro|coriander",
          "arugula|rocket",
          "scallion|spring onion|green onion",
          "hamburger|burger|hamburguer",
          "cheeseburger|cheese burger",
          "sub|submarine|hoagy|sub sandwich",
          "sandwich|sandwhich",
          "soda|pop|soft drink|fizzy drink",
          "corn|sweetcorn|sweet corn",
          "jalapeno|jalepeno|jalapeno pepper",
          "pepperoni|peperoni|pepporoni",
          "ground beef|minced beef|mince|minced meat|ground meat",
          "guacamole|guac",
          "pico de gallo|pico",
          "cappuccino|capuccino|capp",
          "americano|black coffee",
          "whipped cream|whip|whip cream|whipcream",
          "sweetener|stevia|splenda",
          "lemonade|lemon juice",
          "egg|fried egg",
          "sprite|lemon lime soda",
          "water|bottled water|mineral water",
          "spicy|hot",
          "mild|no spicy|not spicy|non spicy|no spice",
          "double meat|extra meat",
          "warmed|warm|heated|heat up|warm up",
          "bbq sauce|bbq",
          "thin crust|thin",
          "deep dish|deepdish",
          "gluten free|glutenfree",
          "whole wheat|wholewheat|wheat",
          "tea|chai",
          "mashed potato|mash|mashed",
          "yogurt|yoghurt|laban",
          "kilo|kg|kilogram|kilogramme",
          "meal|combo",
          "everything|all topping|every topping");

  private EnglishSynonyms() {}

  private static List<List<List<String>>> rows(String... rows) {
    List<List<List<String>>> all = new ArrayList<>();
    for (String row : rows) {
      List<List<String>> phrases = new ArrayList<>();
      for (String phrase : row.split("\\|", -1)) {
        phrases.add(List.of(phrase.split(" ", -1)));
      }
      all.add(phrases);
    }
    return all;
  }

  /// Other names of what these words name: each with one phrase of it changed.
  static List<List<String>> variants(List<String> words) {
    List<List<String>> variants = new ArrayList<>();
    for (List<List<String>> row : ROWS) {
      List<String> longest = List.of();
      int at = -1;
      for (List<String> phrase : row) {
        int place = java.util.Collections.indexOfSubList(words, phrase);
        if (place >= 0 && phrase.size() > longest.size()) {
          longest = phrase;
          at = place;
        }
      }
      if (at >= 0) {
        for (List<String> other : row) {
          if (!other.equals(longest)) {
            List<String> variant = new ArrayList<>(words.subList(0, at));
            variant.addAll(other);
            variant.addAll(words.subList(at + longest.size(), words.size()));
            variants.add(variant);
          }
        }
      }
    }
    return variants;
  }
}
