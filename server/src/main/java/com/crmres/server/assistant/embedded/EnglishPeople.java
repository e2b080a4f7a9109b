package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.Set;

/// What English speakers call those for whom they order.
final class EnglishPeople {

  /// What may stand behind "for" and is nobody's name.
  private static final Set<String> NO_NAMES =
      Set.of(
          "dinner",
          "lunch",
          "breakfast",
          "delivery",
          "pickup",
          "tomorrow",
          "tonight",
          "later",
          "free",
          "real",
          "people",
          "persons",
          "today",
          "sharing",
          "order",
          "orders",
          "note",
          "notes",
          "drinks",
          "food",
          "total",
          "name",
          "address",
          "phone",
          "location",
          "time",
          "items",
          "extras",
          "sides",
          "menu");

  private static final Set<String> PEOPLE =
      Set.of(
          "wife",
          "husband",
          "son",
          "daughter",
          "kid",
          "kids",
          "mom",
          "mother",
          "dad",
          "father",
          "brother",
          "sister",
          "friend",
          "friends",
          "boss",
          "baby",
          "boy",
          "girl",
          "boys",
          "girls",
          "child",
          "children",
          "colleague",
          "partner",
          "grandma",
          "grandpa",
          "mum",
          "family",
          "roommate",
          "girlfriend",
          "boyfriend",
          "driver",
          "guest",
          "guests",
          "cousin",
          "uncle",
          "aunt",
          "neighbor",
          "neighbour",
          "little",
          "brothers",
          "sisters",
          "sons",
          "daughters",
          "parents",
          "cousins",
          "drivers",
          "guard",
          "guards",
          "worker",
          "workers",
          "colleagues",
          "team",
          "maid",
          "nanny",
          "nurse",
          "grandfather",
          "grandmother",
          "mama",
          "baba",
          "papa",
          "daddy",
          "mommy",
          "mummy",
          "hubby",
          "fiance",
          "manager",
          "teacher",
          "cleaner",
          "coworker",
          "niece",
          "nephew",
          "inlaws",
          "toddler",
          "teenager",
          "adults",
          "grownups");

  private static final Set<String> AGES =
      Set.of(
          "little",
          "older",
          "elder",
          "younger",
          "big",
          "small",
          "eldest",
          "youngest",
          "old",
          "young",
          "oldest",
          "two",
          "2",
          "three",
          "3",
          "4");

  /// Behind these, "one" is somebody.
  private static final Set<String> YOUNGEST =
      Set.of("little", "older", "elder", "younger", "eldest", "youngest", "young", "oldest");

  private static final Set<String> SELF = Set.of("me", "i", "myself");

  /// What is said of others, behind their names.
  private static final Set<String> WANTS =
      Set.of(
          "want",
          "wants",
          "wants to have",
          "wants to try",
          "get",
          "gets",
          "take",
          "takes",
          "has",
          "have",
          "having",
          "have the",
          "get the",
          "take the",
          "has the",
          "want the",
          "is having",
          "is taking",
          "will have",
          "will take",
          "will get",
          "would like",
          "would want",
          "would love",
          "like",
          "likes",
          "need",
          "needs",
          "orders",
          "ordered",
          "asked for",
          "is asking for",
          "said",
          "prefers");

  private EnglishPeople() {}

  /// Whether words say that somebody has or wants what follows.
  static boolean isWanting(String said) {
    return WANTS.contains(said);
  }

  /// Where "me, my wife and my son" ends that begins at `t`; `t` if only one is named there.
  static int endOfSeveral(EnglishSentence text, int t) {
    return several(text, t) > 1 ? behind(text, t, Integer.MAX_VALUE) : t;
  }

  /// How many are named from `t` on, one behind the other.
  static int several(EnglishSentence text, int t) {
    int people = 0;
    while (behind(text, t, people + 1) > behind(text, t, people)) {
      people++;
    }
    return people;
  }

  /// Behind the first so many who are named from `t` on.
  private static int behind(EnglishSentence text, int t, int most) {
    int end = t;
    for (int people = 0; people < most; people++) {
      int next = people > 0 && text.is(end, Part.AND) ? end + 1 : end;
      boolean listed =
          people == 0
              || next > end
              || text.at(Math.min(end, text.size() - 1)).gap() == Word.Gap.COMMA;
      int behind = listed ? endOfOne(text, next) : next;
      if (behind == next) {
        return end;
      }
      end = behind;
    }
    return end;
  }

  private static int endOfOne(EnglishSentence text, int t) {
    return SELF.contains(text.said(t)) ? t + 1 : endOfOwned(text, t);
  }

  static boolean isName(String word) {
    return word.length() > 2
        && word.chars().allMatch(Character::isLetter)
        && !NO_NAMES.contains(word);
  }

  /// "The kids", though the menu has a kids meal.
  static boolean isPerson(EnglishPiece piece) {
    return piece.items().isEmpty() && !piece.isOption() && isPerson(piece.said());
  }

  static boolean isPerson(String word) {
    return PEOPLE.contains(word);
  }

  /// Where "my little brother" ends that begins at `t`; `t` if nobody is named so.
  static int endOfOwned(EnglishSentence text, int t) {
    int at = text.is(t, Part.THE) ? t + 1 : t;
    while (text.has(at) && at > t && AGES.contains(text.said(at))) {
      at++;
    }
    if (at > t && YOUNGEST.contains(text.said(at - 1)) && text.said(at).equals("one")) {
      return at + 1;
    }
    return text.has(at) && isPerson(text.said(at)) && text.at(at).items().isEmpty() ? at + 1 : t;
  }
}
