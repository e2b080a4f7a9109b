package com.crmres.server.assistant.embedded;

import java.util.Set;

/// Passes over what is said beside a change: reasons, questions that others answer, words that
/// nobody knows where no dish would stand.
final class EditAsides {

  private static final Set<String> ANSWERED_ELSEWHERE =
      Set.of(
          "Q:HOURS",
          "Q:WHERE",
          "Q:DELIVERY_AREA",
          "Q:DELIVERY_TIME",
          "Q:PAYMENT",
          "Q:OFFERS",
          "PAY:CARD",
          "PAY:CASH",
          "PAY:ONLINE");
  private static final int MOST_UNKNOWN = 4;

  private final EditPad pad;
  private int unknown;

  EditAsides(EditPad pad) {
    this.pad = pad;
  }

  /// Index behind it; `w` if there is none.
  int read(int w) {
    Tag tag = pad.words.tag(w);
    if (tag == null || pad.number != null || pad.waiting >= 0) {
      return w;
    }
    if (ANSWERED_ELSEWHERE.stream().anyMatch(tag::means)
        || EditVocabulary.REASONS.contains(pad.words.word(w))) {
      return endOfClause(tag.to());
    }
    if (pad.named && EditVocabulary.MORE.contains(pad.words.word(w)) && !tag.means("MOD:EXTRA")) {
      return tag.to();
    }
    return tag.isUnknown() && !pad.words.isFiller(w) && !isDishWanted(w) && unknown++ < MOST_UNKNOWN
        ? tag.to()
        : w;
  }

  /// Index behind a clause that names no dish, number or wish; `w` if it may name some.
  int behindChatter(int w) {
    int from = w;
    while (!pad.words.isClause(from)) {
      from--;
    }
    int to = endOfClause(w + 1);
    boolean asks = pad.words.isOf(w, "question") && !pad.words.means(w, "Q:PRICE");
    for (int at = from; at < to; at++) {
      Tag tag = pad.words.tag(at);
      if (tag != null
          && (tag.mention() != null
              || tag.number() != null
              || (asks ? isDeed(tag) : asksForSomething(tag)))) {
        return w;
      }
    }
    return pad.number == null && pad.waiting < 0 ? to : w;
  }

  private static boolean isDeed(Tag tag) {
    return tag.isOf("cart_op") || tag.isOf("order_verb") || tag.means("MOD:WITHOUT");
  }

  private static boolean asksForSomething(Tag tag) {
    return tag.isUnknown()
        || isDeed(tag)
        || tag.isOf("modifier")
        || tag.isOf("negation")
        || tag.isOf("no")
        || tag.isOf("person")
        || (Sentence.isOptionLike(tag) && !tag.isOf("praise") && !tag.isOf("complaint"));
  }

  private int endOfClause(int w) {
    int at = w;
    while (pad.words.has(at) && !pad.words.isClause(at)) {
      at++;
    }
    return at;
  }

  /// Whether the customer may name a dish here that we do not have.
  private boolean isDishWanted(int w) {
    return pad.words.isOf(w - 1, "order_verb")
        || pad.words.isOf(w - 1, "unit")
        || pad.words.number(w - 1) != null
        || pad.words.means(w - 1, "REMOVE")
        || pad.words.means(w - 1, "CHANGE")
        || pad.words.means(w - 1, "REPLACE_WITH")
        || pad.words.means(w - 1, "MOD:WITHOUT")
        || pad.words.means(w - 1, "MOD:EXTRA")
        || pad.dishAt(w - 1);
  }
}
