package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Lexicon;
import com.crmres.server.language.Word;
import com.crmres.server.menu.MenuItem;
import java.util.List;
import java.util.Set;

/// Reads what is no order: questions, places and times, and what was ordered in the past.
final class EnglishTalk {

  /// What a restaurant may have beside dishes, and words for any dish.
  private static final Set<String> SERVICES =
      Set.of(
          """
          wifi parking seating seat table branch kid area section menu app website discount
          offer deal coupon promo promotion driver delivery toilet restroom prayer room
          playground today tonight tomorrow now anything something vegan halal option available
          left near nearby outlet choice special family ladies lady highchair gift card birthday
          vegetarian outside inside change time else sugar calory caffeine straw napkin fork
          spoon number phone location points point program reward music screen jeddah riyadh
          here there dessert sweet food
          """
              .strip()
              .split("\\s+"));

  /// How a wish begins, behind a question.
  private static final List<String> WISHES =
      List.of("i ", "id ", "ill ", "can i", "could i", "let me", "give me", "get me");

  /// How a question begins whether we have something.
  private static final List<String> HAVE = List.of("do you", "do u", "have you", "got any");

  /// How a question begins that is of dishes.
  private static final List<String> ITEM_QUESTIONS =
      List.of(
          "how much",
          "cost",
          "do you have",
          "do u have",
          "do you guys",
          "do you s",
          "have you",
          "got any",
          "is there",
          "are there",
          "is the",
          "whats in",
          "what is in",
          "what comes");

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishHeads heads;
  private final EnglishPortions portions;
  private final EnglishUnknowns unknowns;
  private final Lexicon lexicon;

  private String asked = "";

  EnglishTalk(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishHeads heads,
      EnglishPortions portions,
      EnglishUnknowns unknowns,
      Lexicon lexicon) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.heads = heads;
    this.portions = portions;
    this.unknowns = unknowns;
    this.lexicon = lexicon;
  }

  /// "I had three burgers yesterday": nothing of it is wanted.
  boolean tellsOfThePast(int t) {
    if (t > 0 && text.goesOn(t)) {
      return false;
    }
    String sentence = " " + text.said(t, text.endOfLine(t)) + " ";
    return (sentence.contains(" i had ")
            || sentence.contains(" we had ")
            || sentence.contains(" i ordered ")
            || sentence.contains(" we ordered ")
            || sentence.startsWith(" last time "))
        && !sentence.contains(" same ")
        && !sentence.contains(" what i ");
  }

  /// A verb that begins a wish, behind a question in the same sentence.
  boolean wishes(int t) {
    return t > 0 && WISHES.stream().anyMatch(text.said(t)::startsWith);
  }

  /// Within a question: what it asks of is told and not ordered.
  int ask(int t) {
    EnglishPiece piece = text.at(t);
    if (piece.isItem()) {
      askOf(piece);
    } else if (isMissing(t) || (piece.is(Part.DISH) && asksOfItems())) {
      book.notOnMenu.add(piece.said());
    } else if (piece.is(Part.ASK)) {
      asked = piece.said();
    }
    return t + 1;
  }

  private void askOf(EnglishPiece piece) {
    if (asksOfItems()) {
      List<MenuItem> items = EnglishBook.few(piece.meant());
      Draft draft = new Draft(Draft.Wish.TELL_PRICE, items, true, null);
      draft.from = piece.from();
      draft.to = piece.to();
      book.drafts.add(draft);
      pad.asked = items.size() == 1 ? piece : null;
    }
  }

  private boolean isMissing(int t) {
    return text.at(t).isUnknown()
        && asksOfItems()
        && (unknowns.isFood(t, t + 1) || isStrange(t))
        && !book.menu.isCategory(text.said(t));
  }

  /// "Do you have lasagna": a word that means nothing else is a dish.
  private boolean isStrange(int t) {
    String word = text.said(t);
    return HAVE.stream().anyMatch(asked::startsWith)
        && !text.runsOn(t + 1)
        && word.length() > 3
        && lexicon.of(word).isEmpty()
        && !SERVICES.contains(EnglishWords.fold(word));
  }

  private boolean asksOfItems() {
    return asked.contains("price") || ITEM_QUESTIONS.stream().anyMatch(asked::startsWith);
  }

  /// Where to and when: nothing of it is ordered.
  int place(int t) {
    portions.close();
    int next = t + 1;
    while (text.goesOn(next) && !endsPlace(next)) {
      next++;
    }
    return next;
  }

  private boolean endsPlace(int t) {
    boolean dish = text.is(t - 1, Part.AND) && text.is(t, Part.NUMBER) && heads.head(t) >= 0;
    return text.is(t, Part.VERB)
        || dish
        || (text.at(t).gap() == Word.Gap.COMMA && heads.head(t) >= 0);
  }
}
