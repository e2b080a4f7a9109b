package com.crmres.server.assistant.embedded;

import com.crmres.server.assistant.embedded.EnglishChange.Mode;
import com.crmres.server.assistant.embedded.EnglishChoices.Way;
import com.crmres.server.assistant.embedded.EnglishGrammar.Part;
import com.crmres.server.ordering.cart.CartLine;
import java.util.HashSet;
import java.util.Set;

/// Reads the words that say that something becomes of what was ordered.
final class EnglishChanges {

  private final EnglishBook book;
  private final EnglishSentence text;
  private final EnglishNotepad pad;
  private final EnglishPortions portions;
  private final EnglishChange change;
  private final EnglishReplacements replacements;
  private final EnglishRecounts recounts;
  private final EnglishSameness sameness;
  private final EnglishContrasts contrasts;

  EnglishChanges(
      EnglishBook book,
      EnglishSentence text,
      EnglishNotepad pad,
      EnglishPortions portions,
      EnglishChange change,
      EnglishReplacements replacements,
      EnglishRecounts recounts) {
    this.book = book;
    this.text = text;
    this.pad = pad;
    this.portions = portions;
    this.change = change;
    this.replacements = replacements;
    this.recounts = recounts;
    this.contrasts = new EnglishContrasts(book, text, pad);
    this.sameness = new EnglishSameness(book, text, pad, portions);
  }

  /// Where the reading goes on if the piece changes something; `t` if it does not.
  int read(int t) {
    return switch (text.at(t).part()) {
      case SCRATCH -> scratch(t);
      case LESS -> recounts.less(t);
      case AGAIN -> recounts.again(t);
      case REMOVE -> remove(t);
      case CHANGE -> change(t);
      case MAKE -> make(t);
      case INSTEAD_OF -> replacements.insteadOf(t);
      case INSTEAD -> {
        replacements.instead();
        yield t + 1;
      }
      case KEEP -> keep(t);
      case ACTUALLY -> correct(t);
      case WITHOUT -> contrasts.takesBack(t) ? correct(t) : contrasts.denied(t);
      case SKIP -> isSorry(t) ? correct(t) : t;
      case SAME -> sameness.same(t);
      case PRONOUN -> pronoun(t);
      case WITH, TO, FORWHOM -> object(t);
      case ON -> t + 1;
      case VERB, ADD -> {
        change.mode = Mode.NONE;
        yield t;
      }
      case null, default -> t;
    };
  }

  /// "Two, sorry, three"; "muhammara, sorry, zaatar".
  private boolean isSorry(int t) {
    return text.said(t).equals("sorry")
        && (text.is(t + 1, Part.NUMBER) || (pad.current != null && text.isItem(t + 1)));
  }

  private int scratch(int t) {
    if (pad.open != null) {
      pad.open = null;
    } else {
      removeFocus();
    }
    return t + 1;
  }

  private void removeFocus() {
    Draft focus = book.focus();
    if (focus != null) {
      book.remove(focus);
      pad.current = null;
    }
  }

  private int remove(int t) {
    String said = text.said(t);
    if (text.is(t + 1, Part.ALL) && text.is(t + 2, Part.WITHOUT)) {
      return removeAllBut(t + 3);
    }
    if (text.is(t + 1, Part.WITHOUT) && text.said(t + 1).startsWith("everything")) {
      return removeAllBut(t + 2);
    }
    if (said.equals("take the") && !takesOff(t)) {
      portions.close();
      pad.wanted = true;
      return t + 1;
    }
    if (said.equals("no more") && book.turn.cart().isEmpty()) {
      return t;
    }
    portions.close();
    pad.list(Way.WITHOUT);
    change.mode = Mode.REMOVE;
    return t + 1;
  }

  /// "Keep only the salad", "keep only one burger".
  private int keep(int t) {
    if (!text.is(t + 1, Part.NUMBER)) {
      return removeAllBut(t + 1);
    }
    Draft draft = text.isItem(t + 2) ? book.target(text.at(t + 2)) : book.focus();
    if (draft != null) {
      draft.quantity = (int) text.at(t + 1).number();
    }
    return text.isItem(t + 2) ? t + 3 : t + 2;
  }

  /// Takes out all that is not named from `t` on; where the reading goes on.
  int removeAllBut(int t) {
    Set<Draft> kept = new HashSet<>();
    int next = t;
    for (; text.goesOn(next); next++) {
      Draft draft = text.isItem(next) ? book.target(text.at(next)) : null;
      if (draft != null) {
        kept.add(draft);
      }
    }
    for (CartLine line : book.turn.cart().lines()) {
      Draft draft = book.about(line);
      if (draft != null && !kept.contains(draft)) {
        book.remove(draft);
      }
    }
    return next;
  }

  /// "Take the onions off"; "take the burger" orders one.
  private boolean takesOff(int t) {
    for (int i = t + 1; text.goesOn(i); i++) {
      String said = text.said(i);
      if (said.startsWith("off") || said.startsWith("out") || said.startsWith("away")) {
        return true;
      }
    }
    return false;
  }

  private int change(int t) {
    portions.close();
    change.mode = Mode.CHANGE;
    change.subject = null;
    change.leaving = null;
    change.to = false;
    return t + 1;
  }

  private int make(int t) {
    portions.close();
    String said = text.said(t);
    if (said.endsWith("the") || said.endsWith("my")) {
      change.mode = Mode.CHANGE;
      change.subject = null;
      change.to = true;
      return t + 1;
    }
    Draft focus = book.focus();
    if (focus == null) {
      pad.wanted = true;
      return t + 1;
    }
    if (said.endsWith("all") || said.endsWith("both")) {
      pad.everything = true;
    }
    Draft several = said.endsWith("them") ? portions.shares().several(focus, 1) : focus;
    change.about(several == null ? focus : several);
    return t + 1;
  }

  private int pronoun(int t) {
    if (change.mode == Mode.REMOVE) {
      removeFocus();
      return t + 1;
    }
    Draft focus = change.mode == Mode.CHANGE ? book.focus() : null;
    if (focus == null) {
      return t;
    }
    change.about(focus);
    return t + 1;
  }

  /// "Change the pepsi to …": what comes is what it becomes.
  private int object(int t) {
    boolean changes = change.mode == Mode.CHANGED || change.mode == Mode.CHANGE;
    boolean already = text.is(t, Part.WITH) && (change.to || change.leaving != null);
    if (!changes || change.subject == null || already) {
      return t;
    }
    change.to = true;
    return t + 1;
  }

  private int correct(int t) {
    if (pad.open != null && pad.open.wishes.isEmpty()) {
      pad.open = null;
    }
    portions.close();
    pad.wanted = false;
    change.correcting = true;
    return t + 1;
  }
}
