package com.crmres.server.language;

/// Keys under which words that sound alike are found, whatever the spelling or script.
public final class Sounds {

  private static final String ARABIC = "ثذظضقجغكصطح";
  private static final String ARABIC_SOUND = "تدددككككستح";

  private Sounds() {}

  /// The key of an Arabic word: برجر, برقر and برغر share one, شاورما and شورمه another.
  public static String key(String word) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      char letter = sound(word.charAt(i));
      boolean silent = (letter == 'ا' && i > 0) || (letter == 'ه' && i == word.length() - 1);
      if (!silent && (key.isEmpty() || key.charAt(key.length() - 1) != letter)) {
        key.append(letter);
      }
    }
    return key.toString();
  }

  /// The consonants of an Arabic word, for comparison with Latin script.
  public static String skeleton(String arabic) {
    StringBuilder key = new StringBuilder();
    char before = 0;
    for (int i = 0; i < arabic.length(); i++) {
      char letter = arabic.charAt(i);
      char consonant = "اويهء".indexOf(letter) >= 0 ? 0 : merged(sound(letter));
      addConsonant(key, consonant, before);
      before = consonant;
    }
    return key.toString();
  }

  /// The consonants of an Arabic word written in Latin letters and digits.
  public static String skeletonOfLatin(String latin) {
    StringBuilder key = new StringBuilder();
    char before = 0;
    for (int i = 0; i < latin.length(); ) {
      char pair = pair(latin.substring(i, Math.min(i + 2, latin.length())));
      char consonant = merged(sound(pair != 0 ? pair : single(latin.charAt(i))));
      addConsonant(key, consonant, before);
      before = consonant;
      i += pair != 0 ? 2 : 1;
    }
    return key.toString();
  }

  /// A doubled consonant is one; one that comes again behind a vowel is not.
  private static void addConsonant(StringBuilder key, char letter, char before) {
    if (letter != 0 && letter != before) {
      key.append(letter);
    }
  }

  private static char sound(char letter) {
    int at = ARABIC.indexOf(letter);
    return at < 0 ? letter : ARABIC_SOUND.charAt(at);
  }

  private static char merged(char letter) {
    return switch (letter) {
      case 'ز' -> 'د';
      case 'خ' -> 'ح';
      default -> letter;
    };
  }

  private static char pair(String two) {
    return switch (two) {
      case "sh", "ch" -> 'ش';
      case "kh" -> 'خ';
      case "gh" -> 'ك';
      case "th" -> 'ت';
      case "dh" -> 'د';
      default -> 0;
    };
  }

  private static char single(char letter) {
    return switch (letter) {
      case 'b', 'p' -> 'ب';
      case 't', '6' -> 'ت';
      case 'j', 'g', 'q', 'k', 'c', '8' -> 'ك';
      case '7' -> 'ح';
      case '5' -> 'خ';
      case 'd' -> 'د';
      case 'r' -> 'ر';
      case 'z' -> 'ز';
      case 's', '9' -> 'س';
      case '4' -> 'ش';
      case '3' -> 'ع';
      case 'f', 'v' -> 'ف';
      case 'l' -> 'ل';
      case 'm' -> 'م';
      case 'n' -> 'ن';
      default -> 0;
    };
  }
}
