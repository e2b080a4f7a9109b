package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Folds English words to the form in which names are compared: singular, numbers as digits, units
/// short.
final class EnglishWords {

  private static final Map<String, String> SAME = new HashMap<>();

  static {
    List<String> numbers =
        List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve");
    for (int i = 1; i < numbers.size(); i++) {
      SAME.put(numbers.get(i), Integer.toString(i));
    }
    List<String> tens = List.of("twenty", "thirty", "forty", "fifty");
    for (int i = 0; i < tens.size(); i++) {
      SAME.put(tens.get(i), Integer.toString(20 + 10 * i));
    }
    SAME.put("fifteen", "15");
    SAME.put("sixteen", "16");
    same("liter", "litre", "ltr", "lt", "liters", "litres", "l");
    same("ml", "milliliter", "millilitre", "milliliters", "millilitres", "mls");
    same("oz", "ounce", "ounces", "fl oz", "fluid ounce");
    same("inch", "inches", "in", "inche");
    same("piece", "pieces", "pc", "pcs");
    same("bbq", "barbecue", "barbeque", "barbq");
    same("xl", "xlarge");
    same("mayo", "mayonnaise", "mayonaise", "mayonnaise");
    same("med", "mediumsized");
    same("half", "halves");
    same("bread", "khubz", "khobz");
    same(
        "manousheh",
        "manakeesh",
        "manakish",
        "manaqish",
        "manaeesh",
        "manaqeesh",
        "manoushe",
        "manousha",
        "manouche",
        "mankoushe");
    same("whole", "hole", "wole");
    same("chicken", "chkn", "chk", "chikn", "ckn", "chx");
    same("cheese", "chz");
    same("burger", "brgr", "burgr");
    same("water", "wtr");
    same("naan", "nan");
    same("fry", "frs");
    same("pepperoni", "pepp");
    same("sandwich", "sndwch", "sandwch", "sndwich");
  }

  private EnglishWords() {}

  private static void same(String one, String... others) {
    for (String other : others) {
      SAME.put(other, one);
    }
    SAME.put(one, one);
  }

  /// The folded form of a word in normal form; folding twice changes nothing.
  static String fold(String word) {
    String same = SAME.get(word);
    if (same != null) {
      return same;
    }
    String singular = singular(word);
    return SAME.getOrDefault(singular, singular);
  }

  private static String singular(String word) {
    int length = word.length();
    if (length > 4 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (length > 4 && word.endsWith("ie")) {
      return word.substring(0, length - 2) + "y";
    }
    if (length > 4
        && (word.endsWith("oes")
            || word.endsWith("sses")
            || word.endsWith("shes")
            || word.endsWith("ches")
            || word.endsWith("xes"))) {
      return word.substring(0, length - 2);
    }
    if (length > 2
        && word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is")) {
      String shorter = word.substring(0, length - 1);
      return shorter.endsWith("ie") && shorter.length() > 4
          ? shorter.substring(0, shorter.length() - 2) + "y"
          : shorter;
    }
    return word;
  }

  /// The folded words of a name; a bridge such as "and" is none.
  static List<String> ofName(String name) {
    return Word.of(name).stream()
        .map(Word::text)
        .filter(word -> !isBridge(word) && !word.equals("?"))
        .flatMap(word -> parts(word).stream())
        .map(EnglishWords::fold)
        .toList();
  }

  /// Digits and letters that touch are words of their own: `500ml`.
  static List<String> parts(String word) {
    for (int i = 1; i < word.length(); i++) {
      boolean digit = Character.isDigit(word.charAt(i));
      if (digit != Character.isDigit(word.charAt(i - 1)) && isPlain(word)) {
        List<String> parts = new java.util.ArrayList<>();
        parts.add(word.substring(0, i));
        parts.addAll(parts(word.substring(i)));
        return parts;
      }
    }
    return List.of(word);
  }

  private static boolean isPlain(String word) {
    return word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }

  /// "Triple classic": of a plain dish there is no more; "one plain" is as it is served.
  static boolean isServedSo(String word) {
    return switch (word) {
      case "classic", "regular", "standard", "normal", "plain", "original" -> true;
      default -> false;
    };
  }

  /// A word that joins the words of a name and may be left out of it.
  static boolean isBridge(String word) {
    return switch (word) {
      case "and", "of", "with", "the", "a", "an", "n", "in", "on" -> true;
      default -> false;
    };
  }
}
