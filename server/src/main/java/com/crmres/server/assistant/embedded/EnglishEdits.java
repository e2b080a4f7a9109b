package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.language.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads clauses that as a whole say what becomes of something that was ordered; what it does not
/// understand to the end it leaves to the grammar of orders.
final class EnglishEdits {

  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishReferring referring;
  private final EnglishClauses clauses;
  private final EnglishTallies tallies;
  private final List<Kind> kinds;

  EnglishEdits(EnglishBook book, EnglishSentence text, EnglishNotepad pad, EnglishEffects effects) {
    this.text = text;
    this.pad = pad;
    referring = new EnglishReferring(book, text);
    clauses = new EnglishClauses(book, text);
    tallies = new EnglishTallies(text, referring, clauses, effects);
    EnglishBecoming becoming =
        new EnglishBecoming(book, text, pad, referring, clauses, tallies, effects);
    EnglishTraits traits = new EnglishTraits(text, referring, clauses, effects);
    EnglishRemaining remaining = new EnglishRemaining(book, text, referring, clauses, effects);
    kinds =
        List.of(
            becoming::rest,
            remaining::keeps,
            remaining::stays,
            traits::changed,
            becoming::becomes,
            tallies::multiplies,
            tallies::oneMore,
            tallies::fewer,
            becoming::optionsOf,
            remaining::optionOff,
            becoming::instead,
            becoming::notBut,
            tallies::counts,
            remaining::removes);
  }

  /// One kind of clause: what it says where it begins at a place, null if it is of another kind.
  private interface Kind {
    @Nullable EnglishAct read(int t);
  }

  /// Where the reading goes on behind a clause that was understood; `t` if it was not.
  int read(int t) {
    if (!begins(t) || referring.ordered().isEmpty()) {
      return t;
    }
    int from = lead(t);
    for (Kind kind : kinds) {
      EnglishAct act = kind.read(from);
      if (act != null && clauses.ends(act.end())) {
        act.effect().run();
        return text.behind(act.end(), Part.SKIP);
      }
    }
    return t;
  }

  private boolean begins(int t) {
    boolean clause =
        t == 0
            || text.at(t).gap() != Word.Gap.SPACE
            || text.is(t - 1, Part.AND, Part.BUT, Part.ACTUALLY, Part.VERB);
    return clause && (pad.open == null || text.at(t).gap() != Word.Gap.SPACE);
  }

  /// Behind what begins a sentence and says nothing.
  private int lead(int t) {
    int next = t;
    while (text.is(next, Part.SKIP, Part.ACTUALLY, Part.AND, Part.BUT)
        || (next == t
            && text.is(next, Part.WITHOUT)
            && text.said(next).equals("no")
            && text.is(next + 1, Part.ACTUALLY))
        || (next == t && tallies.recounts(next))) {
      if (text.is(next, Part.ACTUALLY, Part.WITHOUT)) {
        tallies.takeBack();
      }
      next++;
    }
    return next;
  }
}
