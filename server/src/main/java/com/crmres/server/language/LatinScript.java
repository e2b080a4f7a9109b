package com.crmres.server.language;

import java.util.ArrayList;
import java.util.List;

/// How well Latin letters and digits write an Arabic word, as people do in chats: `kbeer`,
/// `5alliha`.
final class LatinScript {

  private static final double SHORT_VOWEL = 0.12;
  private static final double NEAR = 0.25;
  private static final double FAR = 1;

  private LatinScript() {}

  /// What is wrong with it, over the length of the word: 0 for a word written as it sounds.
  static double distance(String latin, String arabic) {
    List<String> signs = signs(latin);
    double[][] cost = new double[signs.size() + 1][arabic.length() + 1];
    for (int i = 0; i <= signs.size(); i++) {
      for (int j = 0; j <= arabic.length(); j++) {
        if (i + j > 0) {
          cost[i][j] = least(cost, i, j, signs, arabic);
        }
      }
    }
    return cost[signs.size()][arabic.length()] / Math.max(2, arabic.length());
  }

  private static double least(double[][] cost, int i, int j, List<String> signs, String arabic) {
    double least = Double.MAX_VALUE;
    if (i > 0) {
      least = cost[i - 1][j] + unwritten(signs.get(i - 1));
    }
    if (j > 0) {
      least = Math.min(least, cost[i][j - 1] + unspoken(arabic, j - 1));
    }
    if (i > 0 && j > 0) {
      least = Math.min(least, cost[i - 1][j - 1] + written(signs.get(i - 1), arabic, j - 1));
    }
    return least;
  }

  /// Pairs that write one letter are one sign, and so are doubled letters.
  private static List<String> signs(String latin) {
    List<String> signs = new ArrayList<>();
    for (int at = 0; at < latin.length(); ) {
      String two = latin.substring(at, Math.min(at + 2, latin.length()));
      boolean pair = List.of("sh", "ch", "kh", "gh", "th", "dh", "ee", "oo", "aa").contains(two);
      String sign = pair ? two : two.substring(0, 1);
      if (signs.isEmpty() || !signs.getLast().equals(sign)) {
        signs.add(sign);
      }
      at += sign.length();
    }
    return signs;
  }

  /// Latin writes what Arabic does not: short vowels first of all.
  private static double unwritten(String sign) {
    return switch (sign) {
      case "a", "e", "i", "o", "u", "2" -> SHORT_VOWEL;
      case "h" -> NEAR;
      case "aa", "ee", "oo", "w", "y" -> 0.5;
      default -> FAR;
    };
  }

  /// Arabic has what Latin leaves out.
  private static double unspoken(String arabic, int at) {
    boolean last = at == arabic.length() - 1;
    return switch (arabic.charAt(at)) {
      case 'ا' -> at == 0 || last ? 0.15 : 0.35;
      case 'ه' -> last ? 0.15 : 0.4;
      case 'و', 'ي', 'ء' -> 0.4;
      case 'ع' -> 0.5;
      default -> FAR;
    };
  }

  private static double written(String sign, String arabic, int at) {
    char letter = arabic.charAt(at);
    boolean last = at == arabic.length() - 1;
    String exact =
        switch (letter) {
          case 'ا' -> "a aa";
          case 'و' -> "w o oo u";
          case 'ي' -> last ? "y i e ee a" : "y i e ee";
          case 'ه' -> last ? "h a e t" : "h";
          case 'ب' -> "b p";
          case 'ت' -> "t";
          case 'ث' -> "th t s";
          case 'ج' -> "j g";
          case 'ح' -> "7 h";
          case 'خ' -> "kh 5";
          case 'د' -> "d";
          case 'ذ' -> "th dh z d";
          case 'ر' -> "r";
          case 'ز' -> "z";
          case 'س' -> "s";
          case 'ش' -> "sh ch 4";
          case 'ص' -> "9 s";
          case 'ض' -> "9 d dh";
          case 'ط' -> "6 t";
          case 'ظ' -> "6 z th dh d";
          case 'ع' -> "3 a";
          case 'غ' -> "gh 8 g";
          case 'ف' -> "f v";
          case 'ق' -> "q g 9 2 8 k";
          case 'ك' -> "k c";
          case 'ل' -> "l";
          case 'م' -> "m";
          case 'ن' -> "n";
          default -> "";
        };
    if (List.of(exact.split(" ")).contains(sign)) {
      return 0;
    }
    return near(sign, letter);
  }

  private static double near(String sign, char letter) {
    boolean vowel = "aeiou".contains(sign.substring(0, 1));
    boolean isLong = "اوي".indexOf(letter) >= 0;
    if (vowel && isLong) {
      return sign.equals("e") ? 0.15 : 0.35;
    }
    return Sounds.skeletonOfLatin(sign).equals(Sounds.skeleton(String.valueOf(letter)))
            && !vowel
            && !Sounds.skeletonOfLatin(sign).isEmpty()
        ? NEAR
        : FAR;
  }
}
