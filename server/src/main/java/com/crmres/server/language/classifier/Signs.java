package com.crmres.server.language.classifier;

import java.util.Set;
import java.util.stream.Collectors;

/// What is written besides words: emoji, marks, drawn-out letters.
final class Signs {

  private static final Set<Integer> GLAD =
      points(
          "😍🥰😘❤♥💕💖💗💓💞💘💚💙💜🧡🤍😋😊😁😀😃😄😆☺🙂😇👍👌👏🙌🔥💯⭐🌟✨🎉🤩🥳💪😎🌹🌷🌺🏆🥇✅💐🤗😻🫶👑🤤");
  private static final Set<Integer> SAD =
      points("😡😠🤬🤢🤮😤😒🙄😞😔😟😕🙁☹😣😖😫😩😢😭👎💔😑😾🤦😨😰😷👿😳❌🤕🥲😪🥴🤡💩");
  private static final Set<Integer> JOKING = points("😂🤣😅😏😉🙃😹🌚");
  private static final Set<Integer> THANKFUL = points("🙏🤲");

  private Signs() {}

  private static Set<Integer> points(String signs) {
    return signs.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
  }

  static void into(FeatureBag bag, String text) {
    int before = -1;
    int same = 1;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      same = point == before ? same + 1 : 1;
      if (same == 3 && Character.isLetter(point)) {
        bag.addTrait("drawn out");
      }
      sign(bag, point, same);
      before = point;
      at += Character.charCount(point);
    }
    smileys(bag, text);
  }

  private static void sign(FeatureBag bag, int point, int same) {
    if (GLAD.contains(point)) {
      emoji(bag, "glad", point);
    } else if (SAD.contains(point)) {
      emoji(bag, "sad", point);
    } else if (JOKING.contains(point)) {
      emoji(bag, "joking", point);
    } else if (THANKFUL.contains(point)) {
      emoji(bag, "thankful", point);
    } else if (point == '!') {
      bag.addTrait(same > 1 ? "!!" : "!");
    } else if ((point == '?' || point == '؟') && same > 1) {
      bag.addTrait("??");
    }
  }

  private static void emoji(FeatureBag bag, String kind, int point) {
    bag.addTrait(kind);
    bag.addTrait(Character.toString(point));
    bag.addMeasure(kind, 0.3);
  }

  private static void smileys(FeatureBag bag, String text) {
    if (text.contains(":)") || text.contains(":D") || text.contains("<3") || text.contains(";)")) {
      bag.addTrait("glad");
    }
    if (text.contains(":(") || text.contains(":/") || text.contains("):")) {
      bag.addTrait("sad");
    }
  }
}
