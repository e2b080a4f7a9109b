package com.crmres.server.assistant.embedded;

import com.crmres.server.language.Likeness;
import com.crmres.server.menu.MenuItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// Finds the names that are spelt much like a phrase, passing over the many that cannot be.
final class CloseNames {

  private static final int BUCKETS = 32;

  private final List<Name> names = new ArrayList<>();

  /// A name without its spaces.
  ///
  /// @param letters how often each letter stands in it, some letters together
  /// @param trigrams a bit for each group of three letters, some groups together
  private record Name(MenuItem item, String joined, byte[] letters, long[] trigrams) {}

  private record Scored(MenuItem item, double likeness) {
    static Scored better(Scored one, Scored other) {
      return other.likeness > one.likeness ? other : one;
    }
  }

  void add(ItemName name) {
    String joined = name.joined();
    names.add(new Name(name.item(), joined, letters(joined), trigrams(joined)));
  }

  private static byte[] letters(String word) {
    byte[] letters = new byte[BUCKETS];
    for (int i = 0; i < word.length(); i++) {
      letters[word.charAt(i) % BUCKETS]++;
    }
    return letters;
  }

  private static long[] trigrams(String word) {
    String padded = "  " + word + " ";
    long[] bits = new long[4];
    for (int i = 0; i + 3 <= padded.length(); i++) {
      int hash = (padded.charAt(i) * 31 + padded.charAt(i + 1)) * 31 + padded.charAt(i + 2);
      bits[hash & 3] |= 1L << (hash >> 2 & 63);
    }
    return bits;
  }

  /// Items with a name like `phrase`, the likest first.
  Stream<MenuItem> to(String phrase, double least, int most) {
    String joined = phrase.replace(" ", "");
    byte[] letters = letters(joined);
    long[] trigrams = trigrams(joined);
    Map<UUID, Scored> scores = new LinkedHashMap<>();
    for (Name name : names) {
      double likeness = 0;
      if (mayShareLetters(name, joined, letters, least)) {
        likeness = Likeness.ofLetters(joined, name.joined());
      }
      if (mayShareTrigrams(name, joined, trigrams, least)) {
        likeness = Math.max(likeness, Likeness.ofTrigrams(joined, name.joined()));
      }
      if (likeness >= least) {
        scores.merge(name.item().id(), new Scored(name.item(), likeness), Scored::better);
      }
    }
    return scores.values().stream()
        .sorted(Comparator.comparingDouble(Scored::likeness).reversed())
        .limit(most)
        .map(Scored::item);
  }

  /// As many edits are needed as there are letters that only one of them has.
  private static boolean mayShareLetters(Name name, String joined, byte[] letters, double least) {
    int more = 0;
    int fewer = 0;
    for (int i = 0; i < BUCKETS; i++) {
      int difference = letters[i] - name.letters[i];
      if (difference > 0) {
        more += difference;
      } else {
        fewer -= difference;
      }
    }
    int longest = Math.max(joined.length(), name.joined.length());
    return longest > 0 && 1 - (double) Math.max(more, fewer) / longest >= least;
  }

  /// Each common group has a common bit, and few bits stand for more than one group.
  private static boolean mayShareTrigrams(Name name, String joined, long[] bits, double least) {
    int common = 0;
    for (int i = 0; i < bits.length; i++) {
      common += Long.bitCount(bits[i] & name.trigrams[i]);
    }
    int groups = joined.length() + name.joined.length() + 2;
    return 2.0 * (common + 2) / groups >= least;
  }
}
