package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
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
          "little");

  private static final Set<String> AGES =
      Set.of("little", "older", "elder", "younger", "big", "small", "eldest", "youngest", "old");

  private EnglishPeople() {}

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
    return text.has(at) && isPerson(text.said(at)) && !text.isItem(at) ? at + 1 : t;
  }
}
