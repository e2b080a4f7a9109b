package com.crmres.server.language.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes further examples of feelings out of written sentences and out of the list of words.
final class Composition {

  private static final int SEED = 11;
  private static final List<String> ARABIC =
      List.of(
          "الاكل %s", "كان %s", "%s جدا", "صراحه %s", "والله %s", "كل شي %s", "%s", "المكان %s");
  private static final List<String> LATIN =
      List.of("it was %s", "really %s", "the food is %s", "so %s", "everything was %s", "%s");
  private static final double STRONG = 1.5;

  private Composition() {}

  /// Reviews of several sentences: texts of one feeling and dialect, one behind the other.
  static List<Example> reviews(List<Example> examples) {
    List<Example> reviews = new ArrayList<>();
    Random random = new Random(SEED);
    Map<String, List<Example>> alike =
        examples.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.label() + one.dialect(), TreeMap::new, Collectors.toList()));
    for (List<Example> group : alike.values()) {
      for (int i = 0; i < group.size() / 2; i++) {
        reviews.add(new Example(review(group, random), group.getFirst().label(), ""));
      }
    }
    return reviews;
  }

  private static String review(List<Example> group, Random random) {
    StringBuilder text = new StringBuilder();
    for (int sentences = 2 + random.nextInt(3); sentences > 0; sentences--) {
      text.append(group.get(random.nextInt(group.size())).text())
          .append(random.nextBoolean() ? ". " : " ");
    }
    return text.toString();
  }

  /// A short opinion with each phrase that tells a feeling; a weak one does not stand alone.
  static List<Example> opinions(Feelings feelings) {
    List<Example> opinions = new ArrayList<>();
    Random random = new Random(SEED);
    feelings
        .written()
        .forEach((phrase, weight) -> {
          List<String> frames = phrase.charAt(0) < 0x0600 ? LATIN : ARABIC;
          int frame = random.nextInt(frames.size());
          boolean alone = Math.abs(weight) > STRONG || weight == 0;
          String text = alone ? phrase : frames.get(frame).replace("%s", phrase);
          opinions.add(new Example(text, label(weight), ""));
        });
    return opinions;
  }

  private static String label(double weight) {
    return weight > 0 ? "positive" : weight < 0 ? "negative" : "neutral";
  }
}
