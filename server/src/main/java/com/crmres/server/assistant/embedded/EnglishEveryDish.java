package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what is said of all dishes at once: "add cheese to both", "all of them spicy".
final class EnglishEveryDish {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;

  EnglishEveryDish(EnglishBook book, EnglishSentence text, EnglishNotepad pad) {
    this.book = book;
    this.text = text;
    this.pad = pad;
  }

  /// "Add cheese to both".
  boolean has(int t) {
    return text.isOption(t) && text.is(t + 1, Part.TO, Part.ON) && text.is(t + 2, Part.ALL);
  }

  void take(int t, Way how) {
    int named = named(t + 2);
    List<Draft> all = named < 0 ? book.all() : book.allOf(text.at(named));
    all.forEach(draft -> book.choices.take(draft, text.at(t), how));
  }

  /// Where it is told of which dishes "all" are; negative if it is not.
  private int named(int t) {
    int next = text.behind(t + 1, Part.THE, Part.OF, Part.SKIP);
    boolean ordered = text.isItem(next) && !book.allOf(text.at(next)).isEmpty();
    return ordered && !pad.wanted ? next : -1;
  }

  /// At "all" or "both": where the reading goes on.
  int all(int t) {
    int named = named(t);
    if (named > t) {
      pad.everything = true;
      pad.everyOf = text.at(named);
      pad.current = book.allOf(text.at(named)).getLast();
      return named + 1;
    }
    if (isBehindOption(t)) {
      take(t - 1, Way.TAKE);
    } else if (!isTopping(t)) {
      boolean dishes = text.said(t).startsWith("all") || !isSeveral(pad.current);
      pad.ofEach = isSeveral(pad.current);
      pad.everything = dishes && book.drafts.size() + book.turn.cart().lines().size() > 1;
    }
    return t + 1;
  }

  /// "A latte and a mocha, oat milk both".
  private boolean isBehindOption(int t) {
    return text.isOption(t - 1) && pad.lastEnd == t && pad.current != null && endsClause(t + 1);
  }

  private boolean endsClause(int t) {
    return !text.runsOn(t) || text.is(t, Part.SKIP, Part.AND);
  }

  /// "With both cheeses", "with everything".
  private boolean isTopping(int t) {
    String said = text.said(t);
    boolean afterWith = pad.listing && pad.direct;
    return (afterWith && said.equals("both"))
        || (said.startsWith("everything") && (afterWith || pad.open != null));
  }

  private static boolean isSeveral(@Nullable Draft draft) {
    return draft != null && draft.quantity != null && draft.quantity >= 2;
  }
}
