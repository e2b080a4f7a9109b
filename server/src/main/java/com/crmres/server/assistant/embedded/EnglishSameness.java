package com.crmres.server.assistant.embedded;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads that somebody has the same as another: "the same for my wife".
final class EnglishSameness {

  private static final List<String> EARLIER =
      List.of("last", "usual", "before", "time", "yesterday");

  /// "Same weight": as it was.
  private static final Set<String> TRAITS =
      Set.of(
          "size",
          "weight",
          "bread",
          "dough",
          "crust",
          "sauce",
          "sauces",
          "options",
          "toppings",
          "everything",
          "way",
          "spice",
          "milk",
          "portion",
          "quantity",
          "number",
          "amount");

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishPortions portions;

  EnglishSameness(
      EnglishBook book, EnglishSentence text, EnglishNotepad pad, EnglishPortions portions) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.portions = portions;
  }

  /// "The same for my wife", "same again but no onion".
  int same(int t) {
    if (text.runsOn(t + 1) && TRAITS.contains(text.said(t + 1))) {
      return t + 2;
    }
    if (!isOfEarlierOrder(t)) {
      Draft current = pad.current;
      Draft his = text.runsOn(t + 1) ? of(text.said(t + 1)) : null;
      if (his != null) {
        copy(his);
        return t + 2;
      }
      Draft like = current != null && book.drafts.contains(current) ? current : book.focus();
      if (like != null) {
        copy(like);
      }
    }
    return t + 1;
  }

  private void copy(Draft like) {
    portions.close();
    Draft copy = book.copy(like);
    copy.person = pad.person;
    pad.current = copy;
  }

  /// "The same as Sami": what he has.
  private @Nullable Draft of(String person) {
    return book.drafts.reversed().stream()
        .filter(draft -> person.equals(draft.person))
        .findFirst()
        .orElse(null);
  }

  private boolean isOfEarlierOrder(int t) {
    for (int i = t + 1; i < t + 4; i++) {
      if (EARLIER.stream().anyMatch(text.said(i)::contains)) {
        return true;
      }
    }
    return false;
  }
}
