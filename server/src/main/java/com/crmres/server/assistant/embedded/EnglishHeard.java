package com.crmres.server.assistant.embedded;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Tells which tags of a text its reading as an order has used up.
final class EnglishHeard {

  private final EnglishSentence text;
  private final List<Tag> tags;

  EnglishHeard(EnglishSentence text, List<Tag> tags) {
    this.text = text;
    this.tags = tags;
  }

  /// "Hot sauce" and "gluten free crust" say nothing of heat or health.
  Set<Integer> inNames() {
    return where(tag ->
        tag.mention() == null
            && text.pieces().stream()
                .anyMatch(piece ->
                    (piece.isOnMenu() || isTakenOut(piece)) && piece.holds(tag.from(), tag.to())));
  }

  /// "Take out the tomato" says nothing of how the order is got.
  private static boolean isTakenOut(EnglishPiece piece) {
    return piece.is(EnglishGrammar.Part.REMOVE) && piece.said().startsWith("take out ");
  }

  Set<Integer> understood() {
    return where(tag ->
        text.pieces().stream()
            .anyMatch(piece -> !piece.isUnknown() && piece.holds(tag.from(), tag.from() + 1)));
  }

  private Set<Integer> where(Predicate<Tag> wanted) {
    Set<Integer> places = new LinkedHashSet<>();
    for (int t = 0; t < tags.size(); t++) {
      if (wanted.test(tags.get(t))) {
        places.add(t);
      }
    }
    return places;
  }
}
