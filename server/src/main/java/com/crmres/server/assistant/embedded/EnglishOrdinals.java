package com.crmres.server.assistant.embedded;

import com.crmres.server.ordering.cart.CartLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds dishes by their place: "the first one", "the other", "the rest".
final class EnglishOrdinals {

  private static final List<String> PLACES = List.of("first", "second", "third");

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishHeads heads;
  private final EnglishPortions portions;

  EnglishOrdinals(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishHeads heads,
      EnglishPortions portions) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.heads = heads;
    this.portions = portions;
  }

  /// "The first one double": a dish by its place.
  private @Nullable Draft ordinal(String said) {
    int place = place(said);
    if (place < 0 || portions.hasPortions() || portions.remaining() > 0) {
      return null;
    }
    List<Draft> all = book.drafts.stream().filter(draft -> draft.wish == Draft.Wish.ADD).toList();
    if (all.size() > place && all.size() > 1) {
      return all.get(place);
    }
    return all.isEmpty() ? ofCart(place) : null;
  }

  /// "The second one", of two lines, or of one line of two.
  private @Nullable Draft ofCart(int place) {
    List<CartLine> lines = book.turn.cart().lines();
    Draft line = lines.size() > place ? book.about(lines.get(place)) : null;
    if (line != null || lines.size() != 1 || lines.getFirst().quantity() <= place) {
      return line;
    }
    Draft ordered = book.about(lines.getFirst());
    return ordered == null ? null : portions.shares().partOf(ordered, 1);
  }

  private static int place(String said) {
    for (int place = 0; place < PLACES.size(); place++) {
      if (said.contains(PLACES.get(place))) {
        return place;
      }
    }
    return -1;
  }

  /// At "the other", "the rest", "the first": where the reading goes on.
  int read(int t) {
    String said = text.said(t);
    Draft meant = ordinal(said);
    if (meant != null) {
      portions.close();
      pad.current = meant;
    } else if (heads.head(t + 1) >= 0 && text.runsOn(t + 1)) {
      return t + 1;
    } else {
      portions.close();
      pad.open = new EnglishPhrase(others(said), text.at(t).from());
    }
    return text.said(t + 1).equals("one") ? t + 2 : t + 1;
  }

  private int others(String said) {
    if (said.contains("rest") || said.contains("others") || said.contains("remaining")) {
      return portions.rest();
    }
    return said.contains("two") ? 2 : 1;
  }
}
