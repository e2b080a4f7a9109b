package com.crmres.server.language;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Arabic words, found by how people write them in Latin letters and digits.
public final class Romanized {

  private static final double FARTHEST = 0.17;

  private final Map<String, Set<String>> bySkeleton = new HashMap<>();

  /// An Arabic word, and how far from it what was written is.
  public record Hit(String word, double distance) {}

  public void add(String arabic) {
    if (arabic.length() > 1) {
      bySkeleton
          .computeIfAbsent(Sounds.skeleton(arabic), _ -> new LinkedHashSet<>())
          .add(arabic);
    }
  }

  /// The word that `latin` writes; empty if it writes none of ours.
  public Optional<Hit> find(String latin) {
    Hit best = best(latin, latin, null);
    if (latin.length() > 4 && latin.endsWith("t")) {
      best = best(latin.substring(0, latin.length() - 1), latin, best);
    }
    return Optional.ofNullable(best).filter(hit -> hit.distance() <= FARTHEST);
  }

  private @Nullable Hit best(String sound, String latin, @Nullable Hit before) {
    Hit best = before;
    for (String word : bySkeleton.getOrDefault(Sounds.skeletonOfLatin(sound), Set.of())) {
      double distance = LatinScript.distance(latin, word);
      if (best == null || distance < best.distance()) {
        best = new Hit(word, distance);
      }
    }
    return best;
  }
}
