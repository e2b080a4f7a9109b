package com.crmres.server.language;

/// How alike two words are, from 0 to 1.
public final class Likeness {

  private Likeness() {}

  /// One less the share of letters that must be put in, taken out, changed or swapped.
  public static double ofLetters(String one, String other) {
    int longest = Math.max(one.length(), other.length());
    return longest == 0 ? 1 : 1 - (double) edits(one, other) / longest;
  }

  /// Damerau-Levenshtein: letters put in, taken out, changed, or swapped with a neighbour.
  public static int edits(String one, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] now = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + change);
        if (isSwap(one, i, other, j)) {
          now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = now;
      now = spare;
    }
    return last[other.length()];
  }

  private static boolean isSwap(String one, int i, String other, int j) {
    return i > 1
        && j > 1
        && one.charAt(i - 1) == other.charAt(j - 2)
        && one.charAt(i - 2) == other.charAt(j - 1);
  }

  /// Dice's share of common groups of three letters, ends marked.
  public static double ofTrigrams(String one, String other) {
    String left = "  " + one + " ";
    String right = "  " + other + " ";
    int common = 0;
    boolean[] taken = new boolean[right.length()];
    for (int i = 0; i + 3 <= left.length(); i++) {
      for (int j = 0; j + 3 <= right.length(); j++) {
        if (!taken[j] && left.regionMatches(i, right, j, 3)) {
          taken[j] = true;
          common++;
          break;
        }
      }
    }
    return 2.0 * common / (left.length() + right.length() - 4);
  }
}
