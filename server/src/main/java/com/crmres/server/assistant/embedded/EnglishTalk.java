package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.List;
import java.util.Set;

/// Reads what is no order: questions, places and times, and what was ordered in the past.
final class EnglishTalk {

  /// What a restaurant may have beside dishes, and words for any dish.
  private static final Set<String> SERVICES =
      Set.of(
          "wifi",
          "parking",
          "seating",
          "seat",
          "table",
          "branch",
          "kid",
          "area",
          "section",
          "menu",
          "app",
          "website",
          "discount",
          "offer",
          "deal",
          "coupon",
          "promo",
          "promotion",
          "driver",
          "delivery",
          "toilet",
          "restroom",
          "prayer",
          "room",
          "playground",
          "today",
          "tonight",
          "tomorrow",
          "now",
          "anything",
          "something",
          "vegan",
          "halal",
          "option",
          "available",
          "left",
          "near",
          "nearby",
          "outlet",
          "choice",
          "special",
          "family",
          "ladies",
          "lady",
          "highchair",
          "gift",
          "card",
          "birthday",
          "vegetarian",
          "outside",
          "inside",
          "change",
          "time",
          "else",
          "sugar",
          "calory",
          "caffeine",
          "straw",
          "napkin",
          "fork",
          "spoon",
          "number",
          "phone",
          "location",
          "points",
          "point",
          "program",
          "reward",
          "music",
          "screen",
          "jeddah",
          "riyadh",
          "here",
          "there",
          "dessert",
          "sweet",
          "food");

  private final EnglishBook book;
  private final List<EnglishPiece> pieces;
  private final EnglishReader reader;

  private String asked = "";

  EnglishTalk(EnglishBook book, List<EnglishPiece> pieces, EnglishReader reader) {
    this.book = book;
    this.pieces = pieces;
    this.reader = reader;
  }

  /// "I had three burgers yesterday": nothing of it is reader.wanted.
  boolean tellsOfThePast(int t) {
    boolean begins = t == 0 || pieces.get(t).gap() == Word.Gap.LINE;
    if (!begins) {
      return false;
    }
    String sentence = " " + reader.said(t, endOfSentence(t)) + " ";
    return (sentence.contains(" i had ")
            || sentence.contains(" we had ")
            || sentence.contains(" i ordered ")
            || sentence.contains(" we ordered ")
            || sentence.startsWith(" last time "))
        && !sentence.contains(" same ")
        && !sentence.contains(" what i ");
  }

  int endOfSentence(int t) {
    int end = t + 1;
    while (end < pieces.size() && pieces.get(end).gap() != Word.Gap.LINE) {
      end++;
    }
    return end;
  }

  /// A verb that begins a wish, behind a reader.question in the same sentence.
  boolean wishes(int t) {
    String said = pieces.get(t).said();
    return t > 0
        && (said.startsWith("i ")
            || said.startsWith("id ")
            || said.startsWith("ill ")
            || said.startsWith("can i")
            || said.startsWith("could i")
            || said.startsWith("let me")
            || said.startsWith("give me")
            || said.startsWith("get me"));
  }

  int ask(int t, EnglishPiece piece) {
    if (piece.isItem()) {
      boolean priced = asksOfItems();
      if (priced) {
        Draft draft =
            new Draft(Draft.Wish.TELL_PRICE, EnglishReader.limited(piece.meant()), true, null);
        draft.from = piece.from();
        draft.to = piece.to();
        book.drafts.add(draft);
      }
      return t + 1;
    }
    if (piece.isUnknown()
        && asksOfItems()
        && (reader.unknowns.isFood(t, t + 1) || isStrange(t))
        && !book.menu.isCategory(piece.said())) {
      book.notOnMenu.add(piece.said());
    }
    if (piece.is(Part.ASK)) {
      asked = piece.said();
    }
    return t + 1;
  }

  /// "Do you have lasagna": a word that means nothing else is a dish.
  private boolean isStrange(int t) {
    String word = pieces.get(t).said();
    boolean has =
        asked.startsWith("do you")
            || asked.startsWith("do u")
            || asked.startsWith("have you")
            || asked.startsWith("got any");
    boolean ends = t + 1 >= pieces.size() || pieces.get(t + 1).gap() != Word.Gap.SPACE;
    return has
        && ends
        && word.length() > 3
        && pieces.get(t).items().isEmpty()
        && reader.lexicon.of(word).isEmpty()
        && !SERVICES.contains(EnglishWords.fold(word));
  }

  private boolean asksOfItems() {
    return asked.startsWith("how much")
        || asked.contains("price")
        || asked.startsWith("cost")
        || asked.startsWith("do you have")
        || asked.startsWith("do u have")
        || asked.startsWith("do you guys")
        || asked.startsWith("do you s")
        || asked.startsWith("have you")
        || asked.startsWith("got any")
        || asked.startsWith("is there")
        || asked.startsWith("are there")
        || asked.startsWith("is the")
        || asked.startsWith("whats in")
        || asked.startsWith("what is in")
        || asked.startsWith("what comes");
  }

  /// Where to and when: nothing of it is ordered.
  int place(int t) {
    reader.close();
    int next = t + 1;
    while (next < pieces.size()) {
      EnglishPiece piece = pieces.get(next);
      boolean stops =
          piece.gap() == Word.Gap.LINE
              || piece.is(Part.VERB)
              || (piece.gap() == Word.Gap.COMMA && reader.heads.head(next) >= 0);
      if (stops) {
        break;
      }
      next++;
    }
    return next;
  }
}
